import type { Arrangement, BoardSide, Ground, TreeEnd } from "./arrangement.ts";
import { boardSides } from "./arrangement.ts";
import type { ChannelMember, ChannelPlan } from "./channel.ts";
import { planChannel, spanOf } from "./channel.ts";
import { lanePitch } from "./row.ts";
import { rowGap, stackRows } from "./stack-rows.ts";

/** A row as the search sees it. */
interface RowFacts {
  id: string;
  top: number;
  bottom: number;
  /** Tree and height of each port. */
  ports: { tree: number; v: number }[];
}

/** An arrangement worked out in numbers: heights of rows and ways around the board, lanes, and the price. Lower is better. */
export interface Trial {
  heights: Record<BoardSide, number[]>;
  /** Heights at which trees go around the board, by index. */
  outerY: Map<number, number>;
  channels: Record<BoardSide, PlannedChannel>;
  crossings: number;
  cost: number;
}

/** A channel with what it was planned for: while that does not change, the plan stands. */
interface PlannedChannel extends ChannelPlan {
  members: ChannelMember[];
  lengthCost: number;
}

function sameHeights(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((y, index) => y === other[index]);
}

function planned(members: ChannelMember[], before: PlannedChannel | undefined): PlannedChannel {
  const isSame =
    before?.members.length === members.length &&
    members.every((member, index) => {
      const other = before.members[index];
      return (
        other?.tree === member.tree && sameHeights(other.left, member.left) && sameHeights(other.right, member.right)
      );
    });
  if (before !== undefined && isSame) return before;
  return { ...planChannel(members, before?.order), members, lengthCost: lengthCost(members) };
}

/** What a part that changes its side after an edit costs: as much as four crossings. */
const movedCost = 40;

/** Works arrangements of one design out, with what they have in common kept at hand. */
export class Workings {
  readonly ground: Ground;
  /** How many arrangements were worked out: the measure of what a search costs. */
  tries = 0;
  readonly #facts = new Map<string, RowFacts>();
  /** Heights at which each tree reaches the board, on either side. */
  readonly #boardYs: Record<BoardSide, number[][]>;
  readonly #middle: number;

  constructor(ground: Ground) {
    this.ground = ground;
    this.#middle = (ground.boardTop + ground.boardBottom) / 2;
    const none = () => ground.trees.map((): number[] => []);
    this.#boardYs = { left: none(), right: none() };
    for (const end of ground.boardEnds) {
      const tree = ground.treeOf.get(end.pad);
      if (tree !== undefined) this.#boardYs[end.channel][tree]?.push(end.y);
    }
  }

  facts(id: string, side: BoardSide, over: boolean): RowFacts {
    const key = `${side}${over} ${id}`;
    const known = this.#facts.get(key);
    if (known !== undefined) return known;
    const row = this.ground.rowOf(id, side, over);
    const ports = row.ports.flatMap(({ pad, v }) => {
      const tree = this.ground.treeOf.get(pad);
      return tree === undefined ? [] : [{ tree, v }];
    });
    const facts = { id, top: row.top, bottom: row.bottom, ports };
    this.#facts.set(key, facts);
    return facts;
  }

  /** Works an arrangement out. Price: crossings first, then what goes around the board, length, lanes and height. */
  solve(arrangement: Arrangement, before?: Trial): Trial {
    this.tries += 1;
    const rows = this.#rows(arrangement);
    const heights = {
      left: this.#heights(rows.left, { arrangement, side: "left" }),
      right: this.#heights(rows.right, { arrangement, side: "right" }),
    };
    const columnYs = {
      left: this.#columnYs(rows.left, heights.left),
      right: this.#columnYs(rows.right, heights.right),
    };
    const outerY = this.#outerHeights(arrangement, columnYs);
    const solved = { arrangement, columnYs, outerY };
    const channels = {
      left: planned(this.#members("left", solved), before?.channels.left),
      right: planned(this.#members("right", solved), before?.channels.right),
    };
    let top = this.ground.boardTop;
    let bottom = this.ground.boardBottom;
    for (const side of boardSides) {
      rows[side].forEach((row, index) => {
        top = Math.min(top, (heights[side][index] ?? 0) + row.top);
        bottom = Math.max(bottom, (heights[side][index] ?? 0) + row.bottom);
      });
    }
    const cost =
      channels.left.cost +
      channels.right.cost +
      outerY.size * 14 +
      channels.left.lengthCost +
      channels.right.lengthCost +
      (channels.left.laneCount + channels.right.laneCount) * 2 +
      (bottom - top) * 0.06 +
      this.#moved(arrangement);
    const crossings = channels.left.crossings + channels.right.crossings;
    return { heights, outerY, channels, crossings, cost };
  }

  /** What it costs that parts do not stand where they stood before an edit: side, and order among those that stay. */
  #moved(arrangement: Arrangement): number {
    const { home } = this.ground;
    if (home.size === 0) return 0;
    let cost = 0;
    for (const side of boardSides) {
      let last = Number.NEGATIVE_INFINITY;
      for (const id of arrangement[side]) {
        const was = home.get(id);
        if (was === undefined) continue;
        if (was.side !== side) cost += movedCost;
        else if (was.y < last) cost += movedCost / 2;
        else last = was.y;
      }
    }
    return cost;
  }

  #rows(arrangement: Arrangement): Record<BoardSide, RowFacts[]> {
    const of = (side: BoardSide) => arrangement[side].map((id) => this.facts(id, side, arrangement.over.has(id)));
    return { left: of("left"), right: of("right") };
  }

  /** The height that would make the wires of a row straight, on the average; the middle of the board where none reaches it. */
  wantedHeight(row: RowFacts, side: BoardSide, split: ReadonlySet<number>): number {
    const far = side === "left" ? "right" : "left";
    let sum = 0;
    let count = 0;
    for (const { tree, v } of row.ports) {
      if (split.has(tree)) continue;
      for (const y of this.#boardYs[side][tree] ?? []) sum += y - v;
      const across = this.#boardYs[far][tree]?.length ?? 0;
      sum += across * (this.#middle - v);
      count += across + (this.#boardYs[side][tree]?.length ?? 0);
    }
    return count === 0 ? this.#middle - (row.top + row.bottom) / 2 : sum / count;
  }

  /** Heights of the rows of one column. The last nudges may push rows together, so the gap is kept once more from above. */
  #heights(rows: RowFacts[], { arrangement, side }: { arrangement: Arrangement; side: BoardSide }): number[] {
    const stacked = stackRows(
      rows,
      rows.map((row) => this.wantedHeight(row, side, arrangement.split)),
    );
    let floor = Number.NEGATIVE_INFINITY;
    return rows.map((row, index) => {
      const y = Math.max((stacked[index] ?? 0) + (arrangement.nudge.get(row.id) ?? 0), floor - row.top);
      floor = y + row.bottom + rowGap;
      return y;
    });
  }

  /** Heights at which each tree reaches a column. */
  #columnYs(rows: RowFacts[], heights: number[]): number[][] {
    const ys = this.ground.trees.map((): number[] => []);
    rows.forEach((row, index) => {
      for (const { tree, v } of row.ports) ys[tree]?.push((heights[index] ?? 0) + v);
    });
    return ys;
  }

  /** Heights at which trees go around the board: the innermost next to it. */
  #outerHeights(arrangement: Arrangement, columnYs: Record<BoardSide, number[][]>): Map<number, number> {
    const ends = (side: BoardSide, tree: number) => [
      ...(this.#boardYs[side][tree] ?? []),
      ...(columnYs[side][tree] ?? []),
    ];
    const around = this.ground.trees
      .map((_, tree) => ({ tree, left: ends("left", tree), right: ends("right", tree) }))
      .filter(({ tree, left, right }) => left.length > 0 && right.length > 0 && !arrangement.split.has(tree));
    const rank = new Map(arrangement.outer.map((tree, index) => [tree, index]));
    const rankOf = (tree: number) => rank.get(tree) ?? arrangement.outer.length;
    const heights = new Map<number, number>();
    const count = { above: 0, below: 0 };
    for (const { tree, left, right } of around.sort((a, b) => rankOf(a.tree) - rankOf(b.tree))) {
      const mean = [...left, ...right].reduce((sum, y) => sum + y, 0) / (left.length + right.length);
      const way = arrangement.ways.get(tree) ?? (mean < this.#middle ? "above" : "below");
      const step = 24 + lanePitch * count[way];
      heights.set(tree, way === "above" ? this.ground.boardTop - step : this.ground.boardBottom + step);
      count[way] += 1;
    }
    return heights;
  }

  #members(
    side: BoardSide,
    solved: { arrangement: Arrangement; columnYs: Record<BoardSide, number[][]>; outerY: Map<number, number> },
  ): ChannelMember[] {
    const members: ChannelMember[] = [];
    this.ground.trees.forEach((_, tree) => {
      if (solved.arrangement.split.has(tree)) return;
      const column = solved.columnYs[side][tree] ?? [];
      const board = [...(this.#boardYs[side][tree] ?? [])];
      if (column.length + board.length === 0) return;
      const outer = solved.outerY.get(tree);
      if (outer !== undefined) board.push(outer);
      members.push(side === "left" ? { tree, left: column, right: board } : { tree, left: board, right: column });
    });
    return members;
  }
}

/** Length of the lanes. Two joints of one tree that nearly touch would be read as one. */
function lengthCost(members: readonly ChannelMember[]): number {
  let length = 0;
  for (const { left, right } of members) {
    const { top, bottom } = spanOf(left, right);
    length += top === bottom ? 0 : bottom - top + 60;
    for (const y of left) {
      for (const other of right) {
        if (other === y || Math.abs(other - y) >= 14) continue;
        length += 250;
        break;
      }
    }
  }
  return length * 0.02;
}

/** What is drawn of a trial: heights of rows by id, ends and heights of the ways around the board by id of the tree. */
export interface Solution {
  rowY: Map<string, number>;
  ends: Map<string, TreeEnd[]>;
  outerY: Map<string, number>;
  channels: Record<BoardSide, { laneOf: Map<string, number>; laneCount: number }>;
  /** Ids of the trees that are not drawn as one line. */
  split: ReadonlySet<string>;
}

/** The trial of an arrangement by the names of rows, pads and trees. */
export function solutionOf(ground: Ground, arrangement: Arrangement, trial: Trial): Solution {
  const idOf = (tree: number) => ground.trees[tree]?.id ?? "";
  const rowY = new Map(
    boardSides.flatMap((side) => arrangement[side].map((id, index) => [id, trial.heights[side][index] ?? 0] as const)),
  );
  const byPad = new Map(ground.boardEnds.map((end) => [end.pad, end]));
  for (const side of boardSides) {
    for (const id of arrangement[side]) {
      for (const port of ground.rowOf(id, side, arrangement.over.has(id)).ports) {
        byPad.set(port.pad, { pad: port.pad, channel: side, from: "column", y: (rowY.get(id) ?? 0) + port.v });
      }
    }
  }
  const named = ({ laneOf, laneCount }: ChannelPlan) => ({
    laneOf: new Map([...laneOf].map(([tree, lane]) => [idOf(tree), lane])),
    laneCount,
  });
  return {
    rowY,
    ends: new Map(ground.trees.map((tree) => [tree.id, tree.pads.flatMap((pad) => byPad.get(pad) ?? [])])),
    outerY: new Map([...trial.outerY].map(([tree, y]) => [idOf(tree), y])),
    channels: { left: named(trial.channels.left), right: named(trial.channels.right) },
    split: new Set([...arrangement.split].map(idOf)),
  };
}
