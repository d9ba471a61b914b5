import type { BoardSide, TreeEnd } from "./arrangement.ts";
import type { ChannelLines } from "./channel-lines.ts";
import { endText, holeRoom, stubLength, tagHeight, tagWidth, tiesOf } from "./channel-lines.ts";
import type { NetTag, Point, TiePoint, WirePath } from "./diagram-layout.ts";
import { simplified } from "./wire-geometry.ts";
import type { WireTree } from "./wire-tree.ts";

/** What is drawn of a tree whose wires each end beside their pad: in a hole of the breadboard's row, or at the name of the other end. */
export interface SplitTree {
  wires: WirePath[];
  tags: NetTag[];
  ties: TiePoint[];
}

interface Given {
  ends: readonly TreeEnd[];
  lines: Record<BoardSide, ChannelLines>;
  /** The way of each pad to the channel. */
  ways: ReadonlyMap<string, Point[]>;
}

interface Stub {
  pad: string;
  points: Point[];
  tag: NetTag;
  hole: Point | null;
}

function stubOf(tree: WireTree, end: TreeEnd, { given, hasTie }: { given: Given; hasTie: boolean }): Stub {
  const lines = given.lines[end.channel];
  const way = given.ways.get(end.pad) ?? [];
  const y = way.at(-1)?.y ?? 0;
  const isRight = end.channel === "right";
  const [edge, outwards] =
    end.from === "board" ? [lines.boardEdge, isRight ? 1 : -1] : [lines.columnEdge, isRight ? -1 : 1];
  const tip = { x: edge + outwards * stubLength, y };
  const text = endText(tree, end.pad, hasTie);
  const width = tagWidth(text);
  const near = tip.x + (hasTie ? outwards * (holeRoom - 8) : 0);
  return {
    pad: end.pad,
    points: simplified([...way, tip]),
    tag: {
      net: tree.net,
      text,
      box: { x: outwards === 1 ? near : near - width, y: y - tagHeight / 2, width, height: tagHeight },
      wires: tree.connections.filter((each) => each.from === end.pad || each.to === end.pad).map((each) => each.id),
    },
    hole: hasTie ? tip : null,
  };
}

/** Draws a tree in pieces: each end with its name, and where a row of the breadboard joins them, with a hole of that row. */
export function splitTree(tree: WireTree, given: Given): SplitTree {
  const [tie] = tiesOf(tree, given.ends);
  const stubs = given.ends.map((end) => stubOf(tree, end, { given, hasTie: tie !== undefined }));
  const pieceOf = (pad: string) => stubs.find((stub) => stub.pad === pad)?.points;
  const wires = tree.connections.map((connection): WirePath => {
    const { id, step, net, from, to, colour } = connection;
    const first = pieceOf(from);
    const last = pieceOf(to)?.toReversed();
    const pieces = first === undefined ? { points: last ?? [] } : { points: first, ...(last && { far: last }) };
    return { id, step, net, netName: tree.netName, from, to, colour, ...pieces };
  });
  const ties = stubs.flatMap(({ hole }): TiePoint[] => {
    if (hole === null || tie === undefined) return [];
    const colon = tie.indexOf(":");
    return [{ part: tie.slice(0, colon), pin: tie.slice(colon + 1), net: tree.net, ...hole }];
  });
  return { wires, tags: stubs.map((stub) => stub.tag), ties };
}
