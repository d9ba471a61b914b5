import type { DesignPart } from "../circuit/design.ts";
import type { Side } from "./diagram-layout.ts";
import type { Footprint } from "./footprint.ts";
import { isLeaded } from "./picture-kind.ts";
import { textWidth } from "./text-width.ts";

/** Distance between neighbouring wires that run side by side. */
export const lanePitch = 16;

/** A place in a column: `u` counts away from the channel, `v` down. */
export interface Uv {
  u: number;
  v: number;
}

/** Where a pad's wire enters the channel (`u` 0 at height `v`), and its way there from the pad. */
export interface Port {
  pad: string;
  v: number;
  path: Uv[];
}

/** Words that stand beside a part, not yet placed. */
export interface Caption {
  part: string;
  reference: string;
  name: string;
  fact: string;
}

/** A part in its row; `u` is the distance of its near edge from the channel. */
export interface RowPart {
  part: DesignPart;
  footprint: Footprint;
  u: number;
  v: number;
}

/** A rectangle in a row. */
export interface RowBox {
  u: number;
  v: number;
  width: number;
  height: number;
}

/** One or two parts side by side in a column, with all that belongs to them. Heights are relative to the row's zero. */
export interface Row {
  id: string;
  facing: Side;
  parts: RowPart[];
  ports: Port[];
  captions: { caption: Caption; box: RowBox }[];
  /** Room for the problem pins of each part: they stand on this line, one above the other. */
  problems: { part: string; u: number; v: number; count: number }[];
  /** Two pads of this row that one straight wire joins. */
  link: { from: string; to: string; path: Uv[] } | null;
  top: number;
  bottom: number;
  width: number;
}

/** What a row is built from. */
export interface RowContext {
  captionOf: (part: DesignPart) => Caption;
  problemCount: (partId: string) => number;
}

/** Height of a problem pin with its distance to the next thing. */
export const problemHeight = 28;

/** How a row stands: its channel's side, and whether wires of pads on its far side go over it or under it. */
export interface RowPlace {
  facing: Side;
  over: boolean;
  context: RowContext;
}

/** Width and height of a caption: reference chip and name on one line, the fact below. */
export function captionSize(caption: Caption): { width: number; height: number } {
  const first = textWidth(caption.reference, "mono") + 12 + 8 + textWidth(caption.name, "name");
  return { width: Math.max(first, textWidth(caption.fact, "fact")), height: caption.fact === "" ? 18 : 36 };
}

function padU(row: { facing: Side }, footprint: Footprint, x: number): number {
  return row.facing === "left" ? x : footprint.width - x;
}

/** Ways of all connected pads to the channel: straight, or nested around the body in the order of the pins. */
function escapesOf(
  part: DesignPart,
  footprint: Footprint,
  { facing, over }: Pick<RowPlace, "facing" | "over">,
): { ports: Port[]; above: number; below: number; beyond: number } {
  const far: Side = facing === "left" ? "right" : "left";
  const ports: Port[] = [];
  const used = footprint.pads
    .filter((pad) => pad.net !== null)
    .map((pad) => ({ id: `${part.id}:${pad.pin}`, side: pad.side, u: padU({ facing }, footprint, pad.x), v: pad.y }));
  for (const pad of used.filter((each) => each.side === facing)) {
    ports.push({ pad: pad.id, v: pad.v, path: [pad, { u: 0, v: pad.v }] });
  }
  const onTop = used.filter((pad) => pad.side === "top").toSorted((a, b) => a.u - b.u);
  onTop.forEach((pad, index) => {
    const v = -lanePitch * (index + 1);
    ports.push({ pad: pad.id, v, path: [pad, { u: pad.u, v }, { u: 0, v }] });
  });
  const onBottom = used.filter((pad) => pad.side === "bottom").toSorted((a, b) => a.u - b.u);
  onBottom.forEach((pad, index) => {
    const v = footprint.height + lanePitch * (index + 1);
    ports.push({ pad: pad.id, v, path: [pad, { u: pad.u, v }, { u: 0, v }] });
  });
  const beyond = used.filter((pad) => pad.side === far).toSorted((a, b) => b.v - a.v);
  if (over) beyond.reverse();
  beyond.forEach((pad, index) => {
    const u = footprint.width + lanePitch * (index + 1);
    const below = footprint.height + lanePitch * (onBottom.length + index + 1);
    const v = over ? -lanePitch * (onTop.length + index + 1) : below;
    ports.push({ pad: pad.id, v, path: [pad, { u, v: pad.v }, { u, v }, { u: 0, v }] });
  });
  const [above, below] = over ? [beyond.length, 0] : [0, beyond.length];
  return { ports, above: onTop.length + above, below: onBottom.length + below, beyond: beyond.length };
}

/** The row of a part that stands alone. */
export function singleRow(part: DesignPart, footprint: Footprint, place: RowPlace): Row {
  const { facing, context } = place;
  const escapes = escapesOf(part, footprint, place);
  const caption = context.captionOf(part);
  const size = captionSize(caption);
  const tracksTop = escapes.above === 0 ? 0 : -lanePitch * escapes.above - 4;
  const tracksBottom = footprint.height + (escapes.below === 0 ? 0 : lanePitch * escapes.below + 4);
  const right = footprint.width + (escapes.beyond === 0 ? 0 : lanePitch * escapes.beyond + 4);
  let box: RowBox;
  if (isLeaded(footprint.kind)) box = { u: right + 12, v: Math.round((footprint.height - size.height) / 2), ...size };
  else if (escapes.above === 0 && escapes.below > 0) box = { u: 0, v: -size.height - 8, ...size };
  else box = { u: 0, v: tracksBottom + 10, ...size };
  // On the left of the board a caption begins where its part begins, which is the far end as seen from the channel.
  if (facing === "right" && !isLeaded(footprint.kind)) box.u = Math.max(0, footprint.width - size.width);
  const count = context.problemCount(part.id);
  const top = Math.min(0, tracksTop, box.v);
  return {
    id: part.id,
    facing,
    parts: [{ part, footprint, u: 0, v: 0 }],
    ports: escapes.ports,
    captions: [{ caption, box }],
    problems: count === 0 ? [] : [{ part: part.id, u: 0, v: top - 4, count }],
    link: null,
    top: top - count * problemHeight,
    bottom: Math.max(tracksBottom, box.v + box.height),
    width: Math.max(right, box.u + box.width),
  };
}

/** A resistor and the LED that it protects in one line: the resistor next to the channel. */
export function pairRow(
  pair: { near: RowPart; far: RowPart; link: [string, string] },
  place: { facing: Side; context: RowContext },
): Row {
  const { facing, context } = place;
  const [from, to] = pair.link;
  const pad = (each: RowPart, id: string): Uv => {
    const found = each.footprint.pads.find((candidate) => `${each.part.id}:${candidate.pin}` === id);
    const x = found?.x ?? 0;
    return { u: each.u + padU({ facing }, each.footprint, x), v: each.v + (found?.y ?? 0) };
  };
  const ports = [pair.near, pair.far].flatMap((each) =>
    each.footprint.pads
      .map((candidate) => `${each.part.id}:${candidate.pin}`)
      .filter((id, index) => id !== from && id !== to && each.footprint.pads[index]?.net != null)
      .map((id): Port => {
        const at = pad(each, id);
        return { pad: id, v: at.v, path: [at, { u: 0, v: at.v }] };
      }),
  );
  const nearCaption = context.captionOf(pair.near.part);
  const farCaption = context.captionOf(pair.far.part);
  const nearSize = captionSize(nearCaption);
  const farSize = captionSize(farCaption);
  const farRight = pair.far.u + pair.far.footprint.width;
  const nearBox = { u: 0, v: -nearSize.height - 4, ...nearSize };
  const farBox = { u: farRight + 12, v: Math.round((pair.far.footprint.height - farSize.height) / 2), ...farSize };
  const counted = [pair.near, pair.far].map((each) => ({ each, count: context.problemCount(each.part.id) }));
  const problems = counted.flatMap(({ each, count }) =>
    count === 0
      ? []
      : [{ part: each.part.id, u: each.u === 0 ? 0 : Math.max(each.u, nearSize.width + 8), v: nearBox.v - 4, count }],
  );
  const most = Math.max(...counted.map(({ count }) => count));
  return {
    id: pair.near.part.id,
    facing,
    parts: [pair.near, pair.far],
    ports,
    captions: [
      { caption: nearCaption, box: nearBox },
      { caption: farCaption, box: farBox },
    ],
    problems,
    link: { from, to, path: [pad(pair.near, from), pad(pair.far, to)] },
    top: nearBox.v - most * problemHeight,
    bottom: Math.max(pair.far.v + pair.far.footprint.height, farBox.v + farBox.height),
    width: Math.max(nearSize.width, farBox.u + farBox.width),
  };
}
