import type { ChannelMember, ChannelPlan } from "./channel.ts";
import { planChannel } from "./channel.ts";
import type { Row } from "./row.ts";
import { lanePitch } from "./row.ts";
import type { WireTree } from "./wire-tree.ts";

/** Which way round the board a tree goes that has ends on both sides of it. */
export type OuterWay = "above" | "below";

/** The open choices of a picture: rows of both columns from the top, nudges, and the ways around the board. */
export interface Arrangement {
  left: string[];
  right: string[];
  nudge: ReadonlyMap<string, number>;
  /** Rows whose wires from the far side go over the part instead of under it. */
  over: ReadonlySet<string>;
  ways: ReadonlyMap<string, OuterWay>;
  /** Trees that go around the board, the innermost first. */
  outer: readonly string[];
}

/** Where a connected pad enters a channel. */
export interface TreeEnd {
  pad: string;
  channel: "left" | "right";
  /** Comes from the board or from the column of parts. */
  from: "board" | "column";
  y: number;
}

/** What does not change while the arrangement is searched. */
export interface Ground {
  boardTop: number;
  boardBottom: number;
  boardEnds: TreeEnd[];
  rowOf: (id: string, side: "left" | "right", over: boolean) => Row;
  /** Rows for which going over or under makes a difference. */
  twoWay: string[];
  trees: WireTree[];
  /** The tree that each wired pad belongs to. */
  treeOf: ReadonlyMap<string, WireTree>;
}

/** An arrangement worked out: heights, lanes and its price. Lower is better. */
export interface Solution {
  rowY: Map<string, number>;
  ends: Map<string, TreeEnd[]>;
  outerY: Map<string, number>;
  channels: { left: ChannelPlan; right: ChannelPlan };
  cost: number;
}

const rowGap = 20;

/** Heights of stacked rows that stay as near as they can to what each of them wants (pool adjacent violators). */
export function stackRows(rows: Row[], wanted: number[]): number[] {
  const offsets: number[] = [];
  let sum = 0;
  for (const row of rows) {
    offsets.push(sum - row.top);
    sum += row.bottom - row.top + rowGap;
  }
  const blocks: { total: number; count: number }[] = [];
  rows.forEach((_, index) => {
    let block = { total: (wanted[index] ?? 0) - (offsets[index] ?? 0), count: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.total / last.count >= block.total / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { total: last.total + block.total, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const bases = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.total / block.count));
  return rows.map((_, index) => Math.round(((bases[index] ?? 0) + (offsets[index] ?? 0)) / 4) * 4);
}

function wantedHeight(row: Row, ground: Ground, side: "left" | "right"): number {
  const wishes: number[] = [];
  for (const port of row.ports) {
    const tree = ground.treeOf.get(port.pad);
    if (tree === undefined) continue;
    for (const end of ground.boardEnds) {
      if (ground.treeOf.get(end.pad) !== tree) continue;
      wishes.push((end.channel === side ? end.y : (ground.boardTop + ground.boardBottom) / 2) - port.v);
    }
  }
  const middle = (ground.boardTop + ground.boardBottom) / 2 - (row.top + row.bottom) / 2;
  if (wishes.length === 0) return middle;
  return wishes.reduce((a, b) => a + b, 0) / wishes.length;
}

/** Heights of all rows. The last nudges may push rows together, so the gap is kept once more from above. */
export function rowHeights(ground: Ground, arrangement: Arrangement): Map<string, number> {
  const heights = new Map<string, number>();
  for (const side of ["left", "right"] as const) {
    const rows = arrangement[side].map((id) => ground.rowOf(id, side, arrangement.over.has(id)));
    const stacked = stackRows(
      rows,
      rows.map((row) => wantedHeight(row, ground, side)),
    );
    let floor = Number.NEGATIVE_INFINITY;
    rows.forEach((row, index) => {
      const y = Math.max((stacked[index] ?? 0) + (arrangement.nudge.get(row.id) ?? 0), floor - row.top);
      heights.set(row.id, y);
      floor = y + row.bottom + rowGap;
    });
  }
  return heights;
}

function endsOf(ground: Ground, arrangement: Arrangement, rowY: Map<string, number>): Map<string, TreeEnd[]> {
  const byPad = new Map(ground.boardEnds.map((end) => [end.pad, end]));
  for (const side of ["left", "right"] as const) {
    for (const id of arrangement[side]) {
      const row = ground.rowOf(id, side, arrangement.over.has(id));
      for (const port of row.ports) {
        byPad.set(port.pad, { pad: port.pad, channel: side, from: "column", y: (rowY.get(id) ?? 0) + port.v });
      }
    }
  }
  return new Map(
    ground.trees.map((tree) => [
      tree.id,
      tree.pads.flatMap((pad) => {
        const end = byPad.get(pad);
        return end === undefined ? [] : [end];
      }),
    ]),
  );
}

function isOuter(ends: TreeEnd[]): boolean {
  return ends.some((end) => end.channel === "left") && ends.some((end) => end.channel === "right");
}

/** Heights at which trees go around the board: the innermost next to it. */
function outerHeights(ground: Ground, arrangement: Arrangement, ends: Map<string, TreeEnd[]>): Map<string, number> {
  const heights = new Map<string, number>();
  const outer = ground.trees.filter((tree) => isOuter(ends.get(tree.id) ?? []));
  const rank = (id: string) => {
    const place = arrangement.outer.indexOf(id);
    return place === -1 ? arrangement.outer.length : place;
  };
  const count = { above: 0, below: 0 };
  const middle = (ground.boardTop + ground.boardBottom) / 2;
  for (const tree of outer.toSorted((a, b) => rank(a.id) - rank(b.id))) {
    const mine = ends.get(tree.id) ?? [];
    const mean = mine.reduce((sum, end) => sum + end.y, 0) / mine.length;
    const way = arrangement.ways.get(tree.id) ?? (mean < middle ? "above" : "below");
    const step = 24 + lanePitch * count[way];
    heights.set(tree.id, way === "above" ? ground.boardTop - step : ground.boardBottom + step);
    count[way] += 1;
  }
  return heights;
}

function membersOf(
  channel: "left" | "right",
  ground: Ground,
  solved: Pick<Solution, "ends" | "outerY">,
): ChannelMember[] {
  const boardSide = channel === "left" ? "right" : "left";
  return ground.trees.flatMap((tree): ChannelMember[] => {
    const ends = (solved.ends.get(tree.id) ?? []).filter((end) => end.channel === channel);
    if (ends.length === 0) return [];
    const member: ChannelMember = { tree: tree.id, left: [], right: [] };
    for (const end of ends) {
      const side = end.from === "board" ? boardSide : boardSide === "left" ? "right" : "left";
      member[side].push(end.y);
    }
    const outer = solved.outerY.get(tree.id);
    if (outer !== undefined) member[boardSide].push(outer);
    return [member];
  });
}

/** Works an arrangement out. Price: crossings first, then what goes around the board, length, lanes and height. */
export function solve(ground: Ground, arrangement: Arrangement): Solution {
  const rowY = rowHeights(ground, arrangement);
  const ends = endsOf(ground, arrangement, rowY);
  const outerY = outerHeights(ground, arrangement, ends);
  const members = {
    left: membersOf("left", ground, { ends, outerY }),
    right: membersOf("right", ground, { ends, outerY }),
  };
  const channels = { left: planChannel(members.left), right: planChannel(members.right) };
  let length = 0;
  for (const member of [...members.left, ...members.right]) {
    const all = [...member.left, ...member.right];
    const span = Math.max(...all) - Math.min(...all);
    length += span + (span === 0 ? 0 : 60);
    // Two joints of one tree that nearly touch read as one.
    for (const left of member.left) {
      if (member.right.some((right) => right !== left && Math.abs(right - left) < 14)) length += 250;
    }
  }
  let top = ground.boardTop;
  let bottom = ground.boardBottom;
  for (const side of ["left", "right"] as const) {
    for (const id of arrangement[side]) {
      const row = ground.rowOf(id, side, arrangement.over.has(id));
      top = Math.min(top, (rowY.get(id) ?? 0) + row.top);
      bottom = Math.max(bottom, (rowY.get(id) ?? 0) + row.bottom);
    }
  }
  const lanes = channels.left.laneCount + channels.right.laneCount;
  const cost =
    channels.left.cost + channels.right.cost + outerY.size * 14 + length * 0.02 + lanes * 2 + (bottom - top) * 0.06;
  return { rowY, ends, outerY, channels, cost };
}
