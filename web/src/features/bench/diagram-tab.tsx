import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { partById } from "../../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Connection, Design } from "../../../../src/domain/circuit/design.ts";
import type { DiagramLayout } from "../../../../src/domain/picture/diagram-layout.ts";
import { layoutDiagram } from "../../../../src/domain/picture/layout-diagram.ts";
import { Diagram } from "../../../../src/views/diagram/diagram.tsx";
import "../../../../src/views/diagram/diagram.css";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import { Inspector } from "./inspector.tsx";
import type { Piece } from "./pan-zoom.ts";
import { PicturePane } from "./picture-pane.ts";
import { StepBar } from "./step-bar.tsx";

/** The wiring picture, to be moved and zoomed, with one line about what is looked at, or about the wire that is laid. */
export function DiagramTab({ design }: { design: Design }) {
  const { bench } = useChat();
  const { step } = bench.state.value;
  // What an edit does not touch keeps its place in the picture, while the tab is open.
  const last = useRef<DiagramLayout | null>(null);
  const layout = useMemo(() => {
    last.current = layoutDiagram(design, (catalogId) => partById(catalogId) ?? null, last.current);
    return last.current;
  }, [design]);
  const wires = useMemo(() => design.connections.toSorted((one, other) => one.step - other.step), [design]);
  const current = wires.find((wire) => wire.step === step);
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
  useEffect(() => {
    const path = layout.wires.find(({ id }) => id === current?.id);
    if (path !== undefined) pane.current?.showPiece(around([...path.points, ...(path.far ?? [])]));
  }, [layout, current]);
  const choose = (next: number | null) => {
    bench.act({ type: "step_chosen", step: next });
    if (next === null) pane.current?.showAll();
  };
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
          <Diagram
            layout={layout}
            design={design}
            active={active ?? wireName(current)}
            onActivate={onActivate}
            shownSteps={current?.step}
          />
        </div>
      </section>
      <DiagramTools
        scale={scale}
        pane={() => pane.current}
        onBuild={current === undefined && wires.length > 0 ? () => choose(wires[0]?.step ?? null) : undefined}
      />
      {current === undefined ? (
        <Inspector design={design} />
      ) : (
        <StepBar
          wires={wires}
          current={current}
          netName={design.nets.find(({ id }) => id === current.net)?.name ?? current.net}
          onStep={choose}
        />
      )}
    </>
  );
}

/** What is shown of the picture while a wire is laid: the wire, with the boards at its ends recognisable around it. */
function around(points: readonly { x: number; y: number }[]): Piece {
  const room = 72;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - room, Math.min(...ys) - room];
  return { x, y, width: Math.max(...xs) + room - x, height: Math.max(...ys) + room - y };
}

function wireName(wire: Connection | undefined) {
  return wire === undefined ? null : { kind: "wire" as const, id: wire.id };
}

interface DiagramToolsProps {
  scale: number;
  pane: () => PicturePane | null;
  /** Begins to build wire by wire; absent while that goes on. */
  onBuild: (() => void) | undefined;
}

function DiagramTools({ scale, pane, onBuild }: DiagramToolsProps) {
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
