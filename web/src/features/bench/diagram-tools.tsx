import type { Design } from "../../../../src/domain/circuit/design.ts";
import type { DiagramLayout } from "../../../../src/domain/picture/diagram-layout.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { Menu } from "../../ui/menu.tsx";
import { say } from "../../ui/notice.tsx";
import type { PicturePane } from "./picture-pane.ts";
import { fileStem, saveFile } from "./save-file.ts";

interface DiagramToolsProps {
  scale: number;
  pane: () => PicturePane | null;
  drawn: { design: Design; layout: DiagramLayout };
  /** Begins to build wire by wire; absent while that goes on. */
  onBuild: (() => void) | undefined;
}

/** Over the picture: to build it wire by wire, to zoom it, to print it and to keep it as a file. */
export function DiagramTools({ scale, pane, drawn, onBuild }: DiagramToolsProps) {
  const percent = new Intl.NumberFormat(text.locale, { style: "percent" }).format(scale);
  return (
    <div class="diagram-tools">
      {onBuild === undefined ? null : (
        <button type="button" class="button" onClick={onBuild}>
          <Icon name="step" />
          {text.bench.build}
        </button>
      )}
      <span class="grow" />
      <ZoomButton label={text.bench.zoomOut} icon="zoomOut" onClick={() => pane()?.zoom(0.8)} />
      <output class="wide-only" aria-label={text.bench.zoom}>
        {percent}
      </output>
      <ZoomButton label={text.bench.zoomIn} icon="zoomIn" onClick={() => pane()?.zoom(1.25)} />
      <ZoomButton label={text.bench.fit} icon="fit" onClick={() => pane()?.showAll()} />
      <PictureFiles {...drawn} />
    </div>
  );
}

interface ZoomButtonProps {
  label: string;
  icon: "zoomIn" | "zoomOut" | "fit";
  onClick: () => void;
}

function ZoomButton({ label, icon, onClick }: ZoomButtonProps) {
  return (
    <button type="button" class="button icon-only" title={label} onClick={onClick}>
      <Icon name={icon} />
      <span class="unseen">{label}</span>
    </button>
  );
}

/** Print, SVG and PNG: beside each other, on a phone behind one button. */
function PictureFiles({ design, layout }: DiagramToolsProps["drawn"]) {
  const { deeds } = text.views;
  const save = async (kind: "svg" | "png") => {
    try {
      const { pictureAsSvg, svgAsPng } = await import("./export-picture.tsx");
      const svg = await pictureAsSvg({ design, layout, wording: { text: text.views, locale: text.locale } });
      const file = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await svgAsPng(svg, layout);
      saveFile(file, `${fileStem(design.title)}.${kind}`);
    } catch {
      say({ words: deeds.notSaved });
    }
  };
  return (
    <>
      <span class="wide-only diagram-files">
        <button type="button" class="button" onClick={() => print()}>
          {deeds.print}
        </button>
        <button type="button" class="button" title={deeds.saveAs("SVG")} onClick={() => void save("svg")}>
          SVG
        </button>
        <button type="button" class="button" title={deeds.saveAs("PNG")} onClick={() => void save("png")}>
          PNG
        </button>
      </span>
      <span class="narrow-only">
        <Menu
          label={deeds.files}
          items={[
            { label: deeds.saveAs("SVG"), icon: "down", onChoose: () => void save("svg") },
            { label: deeds.saveAs("PNG"), icon: "down", onChoose: () => void save("png") },
            { label: deeds.print, icon: "context", onChoose: () => print() },
          ]}
        />
      </span>
    </>
  );
}
