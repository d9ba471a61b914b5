import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { partById } from "../../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../../../../src/domain/circuit/design.ts";
import { layoutDiagram } from "../../../../src/domain/picture/layout-diagram.ts";
import { Diagram } from "../../../../src/views/diagram/diagram.tsx";
import "../../../../src/views/diagram/diagram.css";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { text } from "../../text/text.ts";
import { Inspector } from "./inspector.tsx";
import { PicturePane } from "./picture-pane.ts";

/** The wiring picture, to be moved and zoomed, with one line about what is looked at. */
export function DiagramTab({ design }: { design: Design }) {
  const layout = useMemo(() => layoutDiagram(design, (catalogId) => partById(catalogId) ?? null), [design]);
  const { active, onActivate } = useNames();
  const window = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const pane = useRef<PicturePane | null>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    if (window.current === null || sheet.current === null) return;
    pane.current = new PicturePane(window.current, sheet.current, setScale);
    return () => pane.current?.dispose();
  }, []);
  useEffect(() => pane.current?.take({ width: layout.width, height: layout.height }), [layout]);
  const percent = new Intl.NumberFormat(text.locale, { style: "percent" }).format(scale);
  return (
    <>
      <section
        class="diagram-window"
        ref={window}
        aria-label={text.bench.drawing}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys, plus and minus move and zoom the picture
        tabIndex={0}
      >
        <div class="diagram-sheet" ref={sheet}>
          <Diagram layout={layout} design={design} active={active} onActivate={onActivate} />
        </div>
      </section>
      <div class="zoom">
        <ZoomButton label={text.bench.zoomOut} icon="zoomOut" onClick={() => pane.current?.zoom(0.8)} />
        <output aria-label={text.bench.zoom}>{percent}</output>
        <ZoomButton label={text.bench.zoomIn} icon="zoomIn" onClick={() => pane.current?.zoom(1.25)} />
        <ZoomButton label={text.bench.fit} icon="fit" onClick={() => pane.current?.showAll()} />
      </div>
      <Inspector design={design} />
    </>
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
