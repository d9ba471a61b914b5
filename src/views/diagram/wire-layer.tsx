import type { DiagramLayout, Point, TiePoint, WirePath } from "../../domain/picture/diagram-layout.ts";
import { useWording } from "../text/wording.tsx";
import type { Lit, OnActivate } from "./active-thing.ts";
import { focusing, pointing } from "./active-thing.ts";
import { pinText } from "./connection-list.tsx";
import { shortened, wireLine } from "./wire-line.ts";

interface NetGroup {
  net: string;
  wires: WirePath[];
}

/** A wire as the lines that are drawn of it: the whole way, or its two ends. */
function piecesOf(wire: WirePath): Point[][] {
  return wire.far === undefined ? [wire.points] : [wire.points, wire.far];
}

/** Wires by net, so that wires of one net never cut each other's halo. A net with a lit wire is drawn last. */
function byNet(layout: DiagramLayout, lit: Lit): NetGroup[] {
  const groups: NetGroup[] = [];
  for (const wire of layout.wires) {
    const group = groups.find((each) => each.net === wire.net);
    if (group === undefined) groups.push({ net: wire.net, wires: [wire] });
    else group.wires.push(wire);
  }
  const isLit = (group: NetGroup) => (group.wires.some((wire) => lit.wires.has(wire.id)) ? 1 : 0);
  return groups.toSorted((a, b) => isLit(a) - isLit(b));
}

function wireClass(wire: WirePath, state: { lit: Lit; shownSteps: number }): string {
  const todo = wire.step > state.shownSteps ? " dg-todo" : "";
  const lit = state.lit.wires.has(wire.id) ? " dg-lit" : "";
  return `dg-wire dg-${wire.colour}${todo}${lit}`;
}

/** A hole of a breadboard around its middle. */
export function Hole({ x, y }: { x: number; y: number }) {
  return (
    <>
      <rect class="dg-tie-block" x={x - 7} y={y - 7} width={14} height={14} rx={2.5} />
      <rect class="dg-tie-hole" x={x - 3} y={y - 3} width={6} height={6} rx={1} />
    </>
  );
}

/** A row of the breadboard that joins the wires of a net. */
function TieMark({ tie, lit }: { tie: TiePoint; lit: boolean }) {
  return (
    <g class={lit ? "dg-tie dg-lit" : "dg-tie"} data-pin={`${tie.part}:${tie.pin}`} data-net={tie.net}>
      <Hole x={tie.x} y={tie.y} />
    </g>
  );
}

function NetWires({
  group,
  layout,
  state,
}: {
  group: NetGroup;
  layout: DiagramLayout;
  state: { lit: Lit; shownSteps: number };
}) {
  const { shownSteps } = state;
  // Wires still to come lie below those already laid: where they share a lane, the laid one shows.
  const wires = group.wires.toSorted((a, b) => Number(b.step > shownSteps) - Number(a.step > shownSteps));
  const laid = new Set(wires.filter((wire) => wire.step <= shownSteps).map((wire) => wire.id));
  const layer = (name: string, lineOf: (points: Point[]) => string) =>
    wires.map((wire) => (
      <g key={`${name} ${wire.id}`} class={wireClass(wire, state)} data-wire={wire.id}>
        <path class={name} d={piecesOf(wire).map(lineOf).join("")} />
      </g>
    ));
  const dots = layout.junctions.filter(
    (dot) => dot.net === group.net && dot.wires.filter((id) => laid.has(id)).length > 1,
  );
  return (
    <g class="dg-net" data-net={group.net}>
      {layer("dg-halo", (points) => wireLine(shortened(points, 17)))}
      {layer("dg-glow", wireLine)}
      {layer("dg-edge", wireLine)}
      {layer("dg-core", wireLine)}
      {wires.map((wire) => (
        <g key={wire.id} class={wireClass(wire, state)}>
          {piecesOf(wire)
            .flatMap((points) => [points[0], points.at(-1)])
            .map((end) =>
              end === undefined ? null : (
                <circle key={`${end.x} ${end.y}`} class="dg-end" cx={end.x} cy={end.y} r={3.2} />
              ),
            )}
        </g>
      ))}
      {layout.ties
        .filter((tie) => tie.net === group.net)
        .map((tie) => (
          <TieMark key={`${tie.pin} ${tie.x} ${tie.y}`} tie={tie} lit={state.lit.pins.has(`${tie.part}:${tie.pin}`)} />
        ))}
      {dots.map((dot) => (
        <circle key={`${dot.x} ${dot.y}`} class={`dg-dot dg-${dot.colour}`} cx={dot.x} cy={dot.y} r={5} />
      ))}
    </g>
  );
}

/** All wires, net by net: halo, glow, edge, core, joints and junction dots. */
export function WireLayer({ layout, lit, shownSteps }: { layout: DiagramLayout; lit: Lit; shownSteps: number }) {
  const state = { lit, shownSteps };
  return (
    <g class="dg-wires">
      {byNet(layout, lit).map((group) => (
        <NetWires key={group.net} group={group} layout={layout} state={state} />
      ))}
    </g>
  );
}

/** Broad invisible lines over the wires: what the pointer meets, and what the keyboard walks through in build order. */
export function WireHandles({ layout, onActivate }: { layout: DiagramLayout; onActivate?: OnActivate }) {
  const { text } = useWording();
  return (
    <g>
      {layout.wires.map((wire) => {
        const { step, netName, from, to } = wire;
        const name = text.diagram.wire({
          step,
          net: netName,
          from: pinText(from),
          to: pinText(to),
          colour: text.wire[wire.colour],
        });
        return (
          <g
            key={wire.id}
            class="dg-handle"
            data-wire={wire.id}
            data-net={wire.net}
            aria-label={name}
            {...pointing(onActivate, { kind: "net", id: wire.net })}
            {...focusing(onActivate, { kind: "wire", id: wire.id })}
          >
            <title>{name}</title>
            <path d={piecesOf(wire).map(wireLine).join("")} />
          </g>
        );
      })}
    </g>
  );
}
