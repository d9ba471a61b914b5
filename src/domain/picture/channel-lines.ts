import type { Ground, Solution } from "./arrangement.ts";
import { lanePitch } from "./row.ts";
import { textWidth } from "./text-width.ts";
import type { WireTree } from "./wire-tree.ts";

/** Vertical lines of one channel in the picture: where lanes run, where tags stand, where the columns begin. */
export interface ChannelLines {
  /** Edge of the column of parts that faces the channel. */
  columnEdge: number;
  /** Middle of the zone next to the board, and next to the parts, that holds the tags. */
  boardTagX: number;
  columnTagX: number;
  laneX: (treeId: string) => number;
}

/** Height of a net tag. */
export const tagHeight = 14;

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

/** Lines of the channel on one side, seen from the edge of the board outwards. */
export function channelLines(
  side: "left" | "right",
  edge: number,
  given: { ground: Ground; solution: Solution; tags: Map<string, string> },
): ChannelLines {
  const { ground, solution, tags } = given;
  const plan = solution.channels[side];
  const widest = (treeIds: string[]) => Math.max(0, ...treeIds.map((id) => tagWidth(tags.get(id) ?? "") + 8));
  const here = ground.trees.filter((tree) => plan.laneOf.has(tree.id)).map((tree) => tree.id);
  const hasBoardEnd = (id: string) =>
    (solution.ends.get(id) ?? []).some((end) => end.channel === side && end.from === "board");
  const boardZone = Math.max(8, widest(here.filter(hasBoardEnd)));
  const columnZone = widest(here.filter((id) => !hasBoardEnd(id) && !solution.outerY.has(id)));
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
    columnEdge: lastLane + outwards * gap,
    boardTagX: edge + outwards * (12 + boardZone / 2),
    columnTagX: lastLane + outwards * (gap / 2),
    laneX,
  };
}
