import type { Row } from "./row.ts";
import type { WireTree } from "./wire-tree.ts";

/** A side of the board: the channel there, and the column of parts beyond it. */
export type BoardSide = "left" | "right";

export const boardSides = ["left", "right"] as const satisfies readonly BoardSide[];

/** Which way round the board a tree goes that has ends on both sides of it. */
export type OuterWay = "above" | "below";

/** The open choices of a picture: rows of both columns from the top, nudges, and the ways around the board. */
export interface Arrangement {
  left: string[];
  right: string[];
  nudge: ReadonlyMap<string, number>;
  /** Rows whose wires from the far side go over the part instead of under it. */
  over: ReadonlySet<string>;
  /** By index of the tree. */
  ways: ReadonlyMap<number, OuterWay>;
  /** Indices of trees that go around the board, the innermost first. */
  outer: readonly number[];
  /** Indices of trees that are not drawn as one line: each end has a short wire with the net's name. */
  split: ReadonlySet<number>;
}

/** Where a connected pad enters a channel. */
export interface TreeEnd {
  pad: string;
  channel: BoardSide;
  /** Comes from the board or from the column of parts. */
  from: "board" | "column";
  y: number;
}

/** What does not change while the arrangement is searched. */
export interface Ground {
  boardTop: number;
  boardBottom: number;
  boardEnds: TreeEnd[];
  rowOf: (id: string, side: BoardSide, over: boolean) => Row;
  /** Rows for which going over or under makes a difference. */
  twoWay: string[];
  trees: WireTree[];
  /** How readily each tree is drawn in pieces: 2 a rail, 1 a bus that a row of the breadboard joins, 0 a wire from pin to pin, -1 never. */
  ranks: number[];
  /** Side and height of parts in the picture before an edit, by id; empty without one. */
  home: ReadonlyMap<string, { side: BoardSide; y: number }>;
  /** The index in `trees` of the tree that each wired pad belongs to. */
  treeOf: ReadonlyMap<string, number>;
}
