import type { BoardSide, Ground, TreeEnd } from "./arrangement.ts";
import { lanePitch } from "./row.ts";
import { textWidth } from "./text-width.ts";
import type { Solution } from "./trial.ts";
import type { WireTree } from "./wire-tree.ts";

/** Vertical lines of one channel in the picture: where lanes run, where tags stand, where the columns begin. */
export interface ChannelLines {
  /** Edge of the board, and of the column of parts, that face the channel. */
  boardEdge: number;
  columnEdge: number;
  /** Middle of the zone next to the board, and next to the parts, that holds the tags. */
  boardTagX: number;
  columnTagX: number;
  laneX: (treeId: string) => number;
}

/** Height of a net tag. */
export const tagHeight = 14;

/** Of a wire that ends in its net's name: how far it comes out of the column or the board, and what a breadboard hole takes there. */
export const stubLength = 14;
export const holeRoom = 20;

/** What a tag says: the net, or the numbered pin where the board has several of one name. */
export function tagText(tree: WireTree, boardPads: ReadonlySet<string>): string {
  const numbered = tree.pads.filter((pad) => boardPads.has(pad)).map((pad) => pad.slice(pad.indexOf(":") + 1));
  const own = numbered.find((pin) => pin.startsWith(`${tree.netName}.`));
  return own ?? tree.netName;
}

/** Width of a tag with its text. */
export function tagWidth(text: string): number {
  return textWidth(text, "mono") + 10;
}

/** What stands at an end of a tree that is not drawn as one line: the net where a breadboard row joins it, else the pins that it goes to. */
export function endText(tree: WireTree, pad: string, hasTie: boolean): string {
  if (hasTie) return tree.netName;
  const others = tree.connections
    .filter((each) => each.from === pad || each.to === pad)
    .map((each) => (each.from === pad ? each.to : each.from).replace(":", "."));
  return others.join(" ");
}

/** Whether a row of the breadboard joins the wires of a tree. */
export function tiesOf(tree: WireTree, ends: readonly TreeEnd[]): string[] {
  const reached = new Set(ends.map((end) => end.pad));
  return tree.pads.filter((pad) => !reached.has(pad));
}

/** Lines of the channel on one side, seen from the edge of the board outwards. */
export function channelLines(
  side: BoardSide,
  edge: number,
  given: { ground: Ground; solution: Solution; tags: Map<string, string> },
): ChannelLines {
  const { ground, solution, tags } = given;
  const plan = solution.channels[side];
  let boardZone = 8;
  let columnZone = 0;
  for (const tree of ground.trees) {
    const all = solution.ends.get(tree.id) ?? [];
    const ends = all.filter((end) => end.channel === side);
    const atBoard = ends.filter((end) => end.from === "board");
    const atColumn = ends.filter((end) => end.from === "column");
    if (solution.split.has(tree.id)) {
      const hasTie = tiesOf(tree, all).length > 0;
      const room = (end: TreeEnd) => tagWidth(endText(tree, end.pad, hasTie)) + stubLength + (hasTie ? holeRoom : 0);
      boardZone = Math.max(boardZone, ...atBoard.map((end) => room(end) - 8));
      columnZone = Math.max(columnZone, ...atColumn.map(room));
    } else if (atBoard.length > 0) {
      boardZone = Math.max(boardZone, tagWidth(tags.get(tree.id) ?? "") + 8);
    } else if (atColumn.length > 0 && !solution.outerY.has(tree.id)) {
      columnZone = Math.max(columnZone, tagWidth(tags.get(tree.id) ?? "") + 8);
    }
  }
  const lanes = Math.max(0, plan.laneCount - 1) * lanePitch;
  const outwards = side === "right" ? 1 : -1;
  const firstLane = edge + outwards * (12 + boardZone + 12);
  const lastLane = firstLane + outwards * lanes;
  const laneX = (treeId: string) => {
    const lane = plan.laneOf.get(treeId) ?? 0;
    return side === "right" ? firstLane + lane * lanePitch : lastLane + lane * lanePitch;
  };
  const gap = columnZone === 0 ? 20 : columnZone + 16;
  return {
    boardEdge: edge,
    columnEdge: lastLane + outwards * gap,
    boardTagX: edge + outwards * (12 + boardZone / 2),
    columnTagX: lastLane + outwards * (gap / 2),
    laneX,
  };
}
