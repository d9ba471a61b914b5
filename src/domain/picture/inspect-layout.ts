import type { Box, DiagramLayout, Point, WirePath } from "./diagram-layout.ts";
import type { Segment } from "./wire-geometry.ts";
import { segmentsOf } from "./wire-geometry.ts";

/** Faults of a picture. All but `crossings` are 0 in a good one. */
export interface LayoutFaults {
  /** Parts, labels, problem pins and tags that lie over one another. */
  overlaps: string[];
  /** Wires that run through the body of a part, or through the words of a label or a foreign tag. */
  wiresThroughThings: string[];
  /** Wires of different trees that run along one line. */
  collinear: string[];
  /** Wires that are not orthogonal or leave the picture. */
  stray: string[];
  /** Places where wires of different nets cross at right angles. */
  crossings: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function cuts({ a, b }: Segment, box: Box): boolean {
  const thin = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  const inset = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return (
    thin.x < inset.x + inset.width &&
    thin.x + thin.width > inset.x &&
    thin.y < inset.y + inset.height &&
    thin.y + thin.height > inset.y
  );
}

/** What a breadboard hole covers. */
function holeBox({ x, y }: Point): Box {
  return { x: x - 7, y: y - 7, width: 14, height: 14 };
}

/** The straight pieces of a wire that is drawn whole or as its two ends. */
function piecesOf(wire: WirePath): Segment[] {
  return [...segmentsOf(wire.points), ...segmentsOf(wire.far ?? [])];
}

function isHorizontal({ a, b }: Segment): boolean {
  return a.y === b.y;
}

/** How far two parallel pieces run along each other, less than 5 units apart. */
function sharedLength(s: Segment, t: Segment): number {
  const flat = isHorizontal(s);
  if (flat !== isHorizontal(t)) return 0;
  const apart = flat ? Math.abs(s.a.y - t.a.y) : Math.abs(s.a.x - t.a.x);
  if (apart >= 5) return 0;
  const range = ({ a, b }: Segment): [number, number] =>
    flat ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const [sLow, sHigh] = range(s);
  const [tLow, tHigh] = range(t);
  return Math.min(sHigh, tHigh) - Math.max(sLow, tLow);
}

function crossingAt(s: Segment, t: Segment): string | null {
  if (isHorizontal(s) === isHorizontal(t)) return null;
  const [flat, upright] = isHorizontal(s) ? [s, t] : [t, s];
  const x = upright.a.x;
  const y = flat.a.y;
  const inFlat = x > Math.min(flat.a.x, flat.b.x) && x < Math.max(flat.a.x, flat.b.x);
  const inUpright = y > Math.min(upright.a.y, upright.b.y) && y < Math.max(upright.a.y, upright.b.y);
  return inFlat && inUpright ? `${x},${y}` : null;
}

function boxFaults(layout: DiagramLayout): string[] {
  const boxes: { name: string; box: Box }[] = [
    ...layout.parts.map((part) => ({ name: part.id, box: part.box })),
    ...layout.labels.map((label) => ({ name: `label ${label.part}`, box: label.box })),
    ...layout.problems.map((problem) => ({ name: `problem ${problem.ruleId} ${problem.part}`, box: problem.box })),
    ...layout.tags.map((tag) => ({ name: `tag ${tag.text}`, box: tag.box })),
    ...(layout.devices ?? []).map((title) => ({ name: `device ${title.id}`, box: title.box })),
    ...layout.ties.map((tie) => ({ name: `hole ${tie.pin}`, box: holeBox(tie) })),
  ];
  const faults: string[] = [];
  boxes.forEach((first, index) => {
    for (const second of boxes.slice(index + 1)) {
      if (overlap(first.box, second.box)) faults.push(`${first.name} over ${second.name}`);
    }
    const { box } = first;
    const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width && box.y + box.height <= layout.height;
    if (!inside) faults.push(`${first.name} outside the picture`);
  });
  return faults;
}

/** The first and the last piece may lie on the part that the wire ends at: from the pad to its edge. */
function throughFaults(layout: DiagramLayout, wire: WirePath): string[] {
  const words = [
    ...layout.labels.map((label) => ({ name: `label ${label.part}`, box: label.box })),
    ...(layout.devices ?? []).map((title) => ({ name: `device ${title.id}`, box: title.box })),
    ...layout.problems.map((problem) => ({ name: `problem ${problem.ruleId}`, box: problem.box })),
    ...layout.tags
      .filter((tag) => !tag.wires.includes(wire.id))
      .map((tag) => ({ name: `tag ${tag.text}`, box: tag.box })),
    ...layout.ties.filter((tie) => tie.net !== wire.net).map((tie) => ({ name: `hole ${tie.pin}`, box: holeBox(tie) })),
  ];
  const segments = piecesOf(wire);
  return segments.flatMap((segment, index) => {
    const leaves = index === 0 ? wire.from.split(":")[0] : undefined;
    const arrives = index === segments.length - 1 ? wire.to.split(":")[0] : undefined;
    const bodies = layout.parts
      .filter((part) => part.id !== leaves && part.id !== arrives)
      .map((part) => ({ name: part.id, box: part.box }));
    const hit = [...bodies, ...words].filter(({ box }) => cuts(segment, box));
    return hit.map(({ name }) => `wire ${wire.id} through ${name}`);
  });
}

function isStray(layout: DiagramLayout, wire: WirePath): boolean {
  const segments = piecesOf(wire);
  const slanted = segments.some(({ a, b }) => a.x !== b.x && a.y !== b.y);
  const points = segments.flatMap(({ a, b }) => [a, b]);
  const outside = points.some(({ x, y }) => x < 0 || y < 0 || x > layout.width || y > layout.height);
  return segments.length === 0 || slanted || outside;
}

/** Where two wires cross, and whether they run along each other. */
function meeting(wire: WirePath, other: WirePath): { collinear: boolean; crossings: string[] } {
  const pairs = piecesOf(wire).flatMap((s) => piecesOf(other).map((t) => ({ s, t })));
  const crossings = pairs.flatMap(({ s, t }) => crossingAt(s, t) ?? []);
  return { collinear: pairs.some(({ s, t }) => sharedLength(s, t) > 0), crossings };
}

/** Counts everything that a good wiring picture must not have. Independent of how the layout was made. */
export function inspectLayout(layout: DiagramLayout): LayoutFaults {
  const collinear: string[] = [];
  const crossings = new Set<string>();
  layout.wires.forEach((wire, index) => {
    for (const other of layout.wires.slice(index + 1).filter((each) => each.net !== wire.net)) {
      const met = meeting(wire, other);
      if (met.collinear) collinear.push(`${wire.id} along ${other.id}`);
      const nets = [wire.net, other.net].toSorted().join("|");
      for (const at of met.crossings) crossings.add(`${nets}@${at}`);
    }
  });
  return {
    overlaps: boxFaults(layout),
    wiresThroughThings: layout.wires.flatMap((wire) => throughFaults(layout, wire)),
    collinear,
    stray: layout.wires.filter((wire) => isStray(layout, wire)).map((wire) => wire.id),
    crossings: crossings.size,
  };
}
