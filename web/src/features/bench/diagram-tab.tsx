import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { partById } from "../../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Connection, Design } from "../../../../src/domain/circuit/design.ts";
import type { DiagramLayout } from "../../../../src/domain/picture/diagram-layout.ts";
import { layoutDiagram } from "../../../../src/domain/picture/layout-diagram.ts";
import { Diagram } from "../../../../src/views/diagram/diagram.tsx";
import "../../../../src/views/diagram/diagram.css";
import type { Name } from "../../../../src/views/names/name.ts";
import { useNames } from "../../../../src/views/names/names-context.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "../chat/chat-context.ts";
import "./diagram-tab.css";
import "./tick.css";
import { DiagramTools } from "./diagram-tools.tsx";
import { Inspector } from "./inspector.tsx";
import type { Piece } from "./pan-zoom.ts";
import { PicturePane } from "./picture-pane.ts";
import { StepBar } from "./step-bar.tsx";
import { wireTicks } from "./wire-ticks.ts";

/** The wiring picture, to be moved and zoomed, with one line about what is looked at, or about the wire that is laid. */
export function DiagramTab({ design }: { design: Design }) {
  const { session, bench } = useChat();
  const ticks = wireTicks(session.id);
  const { step } = bench.state.value;
  // What an edit does not touch keeps its place in the picture, while the tab is open.
  const last = useRef<DiagramLayout | null>(null);
  const layout = useMemo(() => {
    last.current = layoutDiagram(design, (catalogId) => partById(catalogId) ?? null, last.current);
    return last.current;
  }, [design]);
  const wires = useMemo(() => design.connections.toSorted((one, other) => one.step - other.step), [design]);
  const current = wires.find((wire) => wire.step === step);
  const { active, onActivate, held, onHold } = useNames();
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
  const hold = (event: Event) => {
    const name = nameAt(event.target) ?? held ?? null;
    if (name !== null) onHold?.(name);
  };
  return (
    <>
      <DiagramTools
        scale={scale}
        pane={() => pane.current}
        drawn={{ design, layout }}
        onBuild={current === undefined && wires.length > 0 ? () => choose(wires[0]?.step ?? null) : undefined}
      />
      <section
        class="diagram-window"
        ref={window}
        aria-label={text.bench.drawing}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys, plus and minus move and zoom the picture
        tabIndex={0}
      >
        <div class="diagram-sheet" ref={sheet} onClickCapture={hold}>
          <Diagram
            layout={layout}
            design={design}
            active={active ?? wireName(current)}
            onActivate={onActivate}
            shownSteps={current?.step}
          />
        </div>
      </section>
      {current === undefined ? (
        <Inspector design={design} />
      ) : (
        <StepBar
          wires={wires}
          current={current}
          isLaid={ticks.laid.value?.has(current.id)}
          onTick={(isLaid) => ticks.tick(current.id, isLaid)}
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

/** What was clicked in the picture; null beside it. A wire stands for its net, as under the pointer. */
function nameAt(target: EventTarget | null): Name | null {
  const at = target instanceof Element ? target.closest("[data-pin],.dg-handle,[data-part]") : null;
  const [pin, net, part] = ["data-pin", "data-net", "data-part"].map((name) => at?.getAttribute(name) ?? null);
  if (at === null) return null;
  if (typeof pin === "string") return { kind: "pin", id: pin };
  if (typeof net === "string") return { kind: "net", id: net };
  return typeof part === "string" ? { kind: "part", id: part } : null;
}

function wireName(wire: Connection | undefined) {
  return wire === undefined ? null : { kind: "wire" as const, id: wire.id };
}
