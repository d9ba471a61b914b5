import type { Design } from "../../domain/circuit/design.ts";
import type { DiagramLayout, NetTag, PartLabel, PlacedPart, ProblemPin } from "../../domain/picture/diagram-layout.ts";
import { textWidth } from "../../domain/picture/text-width.ts";
import { useWording } from "../text/wording.tsx";
import type { ActiveThing, Lit, OnActivate } from "./active-thing.ts";
import { focusing, litBy, pointing } from "./active-thing.ts";
import { ConnectionList } from "./connection-list.tsx";
import { PartPicture } from "./part-picture.tsx";
import { Hole, WireHandles, WireLayer } from "./wire-layer.tsx";

/** What the picture needs of the design beside its layout. */
export type DrawnDesign = Pick<Design, "board" | "connections">;

export interface DiagramProps {
  layout: DiagramLayout;
  design: DrawnDesign;
  /** What a person points at, here or anywhere else; its twins light up. */
  active: ActiveThing | null;
  /** Called on hover, focus and touch, with null when nothing is pointed at; absent on pages without a script. */
  onActivate?: OnActivate;
  /** Step mode: wires with a greater step are still to come, and dotted. */
  shownSteps?: number | undefined;
}

/** `isTied`: of a breadboard, which is drawn as the holes that wires are in. */
function Label({ label, isTied }: { label: PartLabel; isTied: boolean }) {
  const { text } = useWording();
  const { x, y } = label.box;
  const chip = textWidth(label.reference, "mono") + 12;
  return (
    <g class="dg-label">
      <rect class="dg-tag-ground" x={x + 0.5} y={y + 0.5} width={chip} height={16} rx={3} />
      <text class="dg-reference" x={x + chip / 2} y={y + 12.5}>
        {label.reference}
      </text>
      <text class="dg-name" x={x + chip + 8} y={y + 13}>
        {label.name}
      </text>
      {isTied ? <Hole x={x + 7} y={y + 27} /> : null}
      <text class="dg-fact" x={isTied ? x + 20 : x} y={y + 31}>
        {isTied ? text.diagram.holes : label.fact}
      </text>
    </g>
  );
}

function Tag({ tag, lit }: { tag: NetTag; lit: boolean }) {
  const { x, y, width, height } = tag.box;
  return (
    <g class={lit ? "dg-tag dg-lit" : "dg-tag"} data-net={tag.net}>
      <rect class="dg-tag-ground" x={x} y={y} width={width} height={height} rx={3} />
      <text class="dg-tag-name" x={x + width / 2} y={y + 11}>
        {tag.text}
      </text>
    </g>
  );
}

function Problem({ problem }: { problem: ProblemPin }) {
  const { text } = useWording();
  const { x, y, width } = problem.box;
  return (
    <g class={problem.severity === "E" ? "dg-problem dg-error" : "dg-problem dg-warning"} data-rule={problem.ruleId}>
      <title>{`${text.severity[problem.severity]}, ${problem.ruleId}: ${problem.message}`}</title>
      {problem.severity === "E" ? (
        <path class="dg-mark" d={`M${x + 7} ${y + 1}h10l7 7v8l-7 7h-10l-7-7v-8z`} />
      ) : (
        <path class="dg-mark" d={`M${x + 12} ${y}l13 23h-26z`} />
      )}
      <path class="dg-exclamation" d={`M${x + 12} ${y + 8}v7M${x + 12} ${y + 18.5}v.5`} />
      <rect class="dg-tag-ground" x={x + 30} y={y + 4} width={width - 30} height={17} rx={3} />
      <text class="dg-problem-text" x={x + 30 + (width - 30) / 2} y={y + 16.5}>
        {problem.text}
      </text>
    </g>
  );
}

/** A part. What the keyboard reaches is the frame around it: its name must not be held against all the print on the board. */
function PlacedPicture({ part, lit, props }: { part: PlacedPart; lit: Lit; props: DiagramProps }) {
  const { text } = useWording();
  const thing = { kind: "part", id: part.id } as const;
  const name = text.diagram.part(part.id, part.name);
  return (
    <g
      class={lit.parts.has(part.id) ? "dg-part dg-lit" : "dg-part"}
      transform={`translate(${part.box.x} ${part.box.y})`}
      data-part={part.id}
      {...pointing(props.onActivate, thing)}
    >
      <title>{name}</title>
      <PartPicture part={part} pins={lit.pins} onActivate={props.onActivate} />
      <g class="dg-frame" aria-label={name} {...focusing(props.onActivate, thing)}>
        <rect class="dg-focus" x={-4} y={-4} width={part.box.width + 8} height={part.box.height + 8} rx={8} />
      </g>
    </g>
  );
}

/** The wiring picture: boards, then wires, then junctions, tags and problems. The list of wires says the same in words. */
export function Diagram(props: DiagramProps) {
  const { layout, design, active } = props;
  const { text } = useWording();
  const lit = litBy(layout, active);
  const title = text.diagram.title(design.board.name, layout.parts.length - 1, layout.wires.length);
  return (
    <figure class="dg-figure">
      <svg
        class={active === null ? "dg" : "dg dg-has-active"}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        aria-label={title}
      >
        <title>{title}</title>
        {layout.parts.map((part) => (
          <PlacedPicture key={part.id} part={part} lit={lit} props={props} />
        ))}
        <WireLayer layout={layout} lit={lit} shownSteps={props.shownSteps ?? Number.POSITIVE_INFINITY} />
        {layout.tags.map((tag, index) => (
          <Tag key={`${tag.net} ${index}`} tag={tag} lit={tag.wires.some((wire) => lit.wires.has(wire))} />
        ))}
        {(layout.devices ?? []).map(({ id, text: name, box }) => (
          <text key={id} class="dg-name dg-device" x={box.x} y={box.y + 15}>
            {name}
          </text>
        ))}
        {layout.labels.map((label) => (
          <Label key={label.part} label={label} isTied={!layout.parts.some((part) => part.id === label.part)} />
        ))}
        {layout.problems.map((problem, index) => (
          <Problem key={`${problem.ruleId} ${index}`} problem={problem} />
        ))}
        <WireHandles layout={layout} onActivate={props.onActivate} />
      </svg>
      <ConnectionList connections={design.connections} layout={layout} />
    </figure>
  );
}
