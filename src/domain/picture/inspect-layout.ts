import type { Box, DiagramLayout, WirePath } from "./diagram-layout.ts";
import { type Segment, segmentsOf } from "./wire-geometry.ts";

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
  const thin = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  const inset = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return (
    thin.x < inset.x + inset.width &&
    thin.x + thin.width > inset.x &&
    thin.y < inset.y + inset.height &&
    thin.y + thin.height > inset.y
  );
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
  const range = ({ a, b }: Segment): [number, number] => (flat ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)]);
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
  const faults: string[] = [];
  const segments = segmentsOf(wire.points);
  segments.forEach((segment, index) => {
    for (const part of layout.parts) {
      const leaves = index === 0 && wire.from.startsWith(`${part.id}:`);
      const arrives = index === segments.length - 1 && wire.to.startsWith(`${part.id}:`);
      if (!leaves && !arrives && cuts(segment, part.box)) faults.push(`wire ${wire.id} through ${part.id}`);
    }
    for (const label of layout.labels) {
      if (cuts(segment, label.box)) faults.push(`wire ${wire.id} through label ${label.part}`);
    }
    for (const tag of layout.tags) {
      if (!tag.wires.includes(wire.id) && cuts(segment, tag.box)) faults.push(`wire ${wire.id} through tag ${tag.text}`);
    }
    for (const problem of layout.problems) {
      if (cuts(segment, problem.box)) faults.push(`wire ${wire.id} through problem ${problem.ruleId}`);
    }
  });
  return faults;
}

/** Counts everything that a good wiring picture must not have. Independent of how the layout was made. */
export function inspectLayout(layout: DiagramLayout): LayoutFaults {
  const faults: LayoutFaults = { overlaps: boxFaults(layout), wiresThroughThings: [], collinear: [], stray: [], crossings: 0 };
  const crossings = new Set<string>();
  layout.wires.forEach((wire, index) => {
    const segments = segmentsOf(wire.points);
    if (segments.length === 0 || segments.some(({ a, b }) => a.x !== b.x && a.y !== b.y)) faults.stray.push(wire.id);
    if (wire.points.some((at) => at.x < 0 || at.y < 0 || at.x > layout.width || at.y > layout.height)) faults.stray.push(wire.id);
    faults.wiresThroughThings.push(...throughFaults(layout, wire));
    for (const other of layout.wires.slice(index + 1)) {
      if (other.net === wire.net) continue;
      for (const s of segments) {
        for (const t of segmentsOf(other.points)) {
          if (sharedLength(s, t) > 0) faults.collinear.push(`${wire.id} along ${other.id}`);
          const at = crossingAt(s, t);
          if (at !== null) crossings.add(`${[wire.net, other.net].toSorted().join("|")}@${at}`);
        }
      }
    }
  });
  faults.crossings = crossings.size;
  return faults;
}
