import type { DesignPart, Finding } from "../circuit/design.ts";
import type { Arrangement, Ground } from "./arrangement.ts";
import type { ChannelLines } from "./channel-lines.ts";
import { channelLines, tagHeight, tagText, tagWidth } from "./channel-lines.ts";
import type {
  Box,
  DiagramLayout,
  NetTag,
  PartLabel,
  PlacedPart,
  Point,
  ProblemPin,
  TiePoint,
  WirePath,
} from "./diagram-layout.ts";
import type { Footprint } from "./footprint.ts";
import { problemText } from "./part-caption.ts";
import type { Caption, Row, RowBox, Uv } from "./row.ts";
import { captionSize, problemHeight } from "./row.ts";
import { splitTree } from "./split-tree.ts";
import { textWidth } from "./text-width.ts";
import type { Solution } from "./trial.ts";
import { junctionsOf, simplified } from "./wire-geometry.ts";
import type { WireTree } from "./wire-tree.ts";

/** Everything that the search decided, ready to be drawn. */
export interface Decided {
  board: DesignPart;
  footprint: Footprint;
  ground: Ground;
  arrangement: Arrangement;
  solution: Solution;
  captions: Map<string, Caption>;
  problems: Map<string, Finding[]>;
}

const margin = 24;

/** Room for the words beside the name of a breadboard, in the longer language. */
const tieTextWidth = 300;

/** Collects the pieces in coordinates whose origin is the board's corner; `finished` moves them into the picture. */
class Sheet {
  readonly parts: PlacedPart[] = [];
  readonly labels: PartLabel[] = [];
  readonly problems: ProblemPin[] = [];
  readonly wires: WirePath[] = [];
  readonly tags: NetTag[] = [];
  readonly ties: TiePoint[] = [];
  private readonly decided: Decided;

  constructor(decided: Decided) {
    this.decided = decided;
  }

  addPart(part: DesignPart, footprint: Footprint, at: Point): void {
    const pads = footprint.pads.map((pad) => ({ ...pad, x: pad.x + at.x, y: pad.y + at.y }));
    const box = { x: at.x, y: at.y, width: footprint.width, height: footprint.height };
    this.parts.push({ id: part.id, kind: footprint.kind, name: part.name, box, pads, value: part.value });
  }

  addLabel(caption: Caption, box: Box): void {
    this.labels.push({ ...caption, box });
  }

  /** Stacks the problem pins of a part upwards from `bottom`; none reaches to the right of `mostRight`. */
  addProblems(part: string, at: { x: number; bottom: number; mostRight?: number }): void {
    (this.decided.problems.get(part) ?? []).forEach((finding, index) => {
      const text = problemText(finding);
      const width = 30 + textWidth(text, "mono") + 12;
      const x = Math.min(at.x, (at.mostRight ?? Number.POSITIVE_INFINITY) - width);
      const box = { x, y: at.bottom - (index + 1) * problemHeight + 2, width, height: 24 };
      const { ruleId, severity, message } = finding;
      this.problems.push({ part, ruleId, severity, text, message, box });
    });
  }

  /** Names the breadboards, side by side below all the rest: they are drawn only as the holes that are used. */
  addTieLabels(captions: Caption[]): void {
    const { left, bottom } = this.#extent();
    let x = left;
    for (const caption of captions) {
      const { width } = captionSize(caption);
      const box = { x, y: bottom + 20, width: Math.max(width, tieTextWidth), height: 36 };
      this.addLabel(caption, box);
      x += box.width + 20;
    }
  }

  #extent(): { left: number; top: number; right: number; bottom: number } {
    const boxes = [
      ...this.parts.map((part) => part.box),
      ...this.labels.map((label) => label.box),
      ...this.problems.map((problem) => problem.box),
      ...this.tags.map((tag) => tag.box),
    ];
    const points = this.wires.flatMap((wire) => [...wire.points, ...(wire.far ?? [])]);
    return {
      left: Math.min(...boxes.map((box) => box.x), ...points.map((point) => point.x)),
      top: Math.min(...boxes.map((box) => box.y), ...points.map((point) => point.y)),
      right: Math.max(...boxes.map((box) => box.x + box.width), ...points.map((point) => point.x)),
      bottom: Math.max(...boxes.map((box) => box.y + box.height), ...points.map((point) => point.y)),
    };
  }

  finished(junctions: DiagramLayout["junctions"]): DiagramLayout {
    const { left, top, right, bottom } = this.#extent();
    const dx = -Math.floor((left - margin) / 4) * 4;
    const dy = -Math.floor((top - margin) / 4) * 4;
    const moved = <T extends Point>(at: T): T => ({ ...at, x: at.x + dx, y: at.y + dy });
    const boxed = <T extends { box: Box }>(thing: T): T => ({ ...thing, box: moved(thing.box) });
    return {
      width: Math.ceil((right + dx + margin) / 4) * 4,
      height: Math.ceil((bottom + dy + margin) / 4) * 4,
      parts: this.parts.map((part) => ({ ...boxed(part), pads: part.pads.map(moved) })),
      wires: this.wires.map((wire) => ({
        ...wire,
        points: wire.points.map(moved),
        ...(wire.far && { far: wire.far.map(moved) }),
      })),
      junctions: junctions.map(moved),
      ties: this.ties.map(moved),
      tags: this.tags.map(boxed),
      labels: this.labels.map(boxed),
      problems: this.problems.map(boxed),
    };
  }
}

type PadWays = Map<string, Point[]>;
type Lines = Record<"left" | "right", ChannelLines>;

/** Puts one row into its column and notes the way of each of its pads to the channel. */
function placeRow(sheet: Sheet, row: Row, at: { edge: number; y: number; ways: PadWays }): Point[] | null {
  const outwards = row.facing === "left" ? 1 : -1;
  const point = (uv: Uv): Point => ({ x: at.edge + outwards * uv.u, y: at.y + uv.v });
  const cornerX = (u: number, width: number) => (outwards === 1 ? at.edge + u : at.edge - u - width);
  const boxAt = (box: RowBox): Box => ({
    x: cornerX(box.u, box.width),
    y: at.y + box.v,
    width: box.width,
    height: box.height,
  });
  for (const each of row.parts) {
    sheet.addPart(each.part, each.footprint, { x: cornerX(each.u, each.footprint.width), y: at.y + each.v });
  }
  for (const { caption, box } of row.captions) sheet.addLabel(caption, boxAt(box));
  for (const problem of row.problems) {
    const width = row.parts.find((each) => each.part.id === problem.part)?.footprint.width ?? 0;
    const x = cornerX(problem.u, width);
    // On the left of the board the channel lies to the right of the part: no problem pin may reach into it.
    sheet.addProblems(problem.part, { x, bottom: at.y + problem.v, ...(outwards === -1 && { mostRight: at.edge }) });
  }
  for (const port of row.ports) at.ways.set(port.pad, port.path.map(point));
  return row.link === null ? null : row.link.path.map(point);
}

interface PlacedTie {
  pad: string;
  channel: "left" | "right";
  at: Point;
}

/**
 * Tie points of a tree on its lane: the first where the board's wire comes in, further ones where the next wires do, so that
 * each wire ends at its own breadboard row.
 */
function placeTies(tree: WireTree, solution: Solution, lines: Lines): PlacedTie[] {
  const ends = solution.ends.get(tree.id) ?? [];
  const reached = new Set(ends.map((end) => end.pad));
  const ties = tree.pads.filter((pad) => !reached.has(pad));
  const home = ends.find((end) => end.from === "board") ?? ends[0];
  if (home === undefined) return [];
  const heights = [
    home.y,
    ...ends.filter((end) => end.channel === home.channel && end.y !== home.y).map((end) => end.y),
  ];
  const x = lines[home.channel].laneX(tree.id);
  return ties.map((pad, index) => {
    const y = heights[index] ?? home.y + 16 * (index - heights.length + 1);
    return { pad, channel: home.channel, at: { x, y } };
  });
}

/** The way of one wire: out of its pad to the lane, along it or around the board, and in again. */
function wirePoints(
  tree: WireTree,
  ends: [string, string],
  given: { solution: Solution; lines: Lines; ways: PadWays; ties: PlacedTie[] },
): Point[] {
  const { solution, lines, ways } = given;
  const treeEnds = solution.ends.get(tree.id) ?? [];
  const half = (pad: string) => {
    const tie = given.ties.find((each) => each.pad === pad);
    if (tie !== undefined) return { channel: tie.channel, points: [tie.at], laneX: tie.at.x };
    const end = treeEnds.find((each) => each.pad === pad);
    const channel = end?.channel ?? "right";
    const way = ways.get(pad) ?? [];
    const laneX = lines[channel].laneX(tree.id);
    return { channel, points: [...way, { x: laneX, y: way.at(-1)?.y ?? 0 }], laneX };
  };
  const from = half(ends[0]);
  const to = half(ends[1]);
  const between: Point[] = [];
  const outer = solution.outerY.get(tree.id);
  if (from.channel !== to.channel && outer !== undefined) {
    between.push({ x: from.laneX, y: outer }, { x: to.laneX, y: outer });
  }
  return simplified([...from.points, ...between, ...to.points.toReversed()]);
}

function addTags(
  sheet: Sheet,
  decided: Decided,
  given: { lines: Lines; texts: Map<string, string>; edges: [number, number] },
): void {
  const { ground, solution } = decided;
  const middle = (given.edges[0] + given.edges[1]) / 2;
  for (const tree of ground.trees.filter((each) => !solution.split.has(each.id))) {
    const text = given.texts.get(tree.id) ?? tree.netName;
    const width = tagWidth(text);
    const add = (x: number, y: number) => {
      const box = { x: x - width / 2, y: y - tagHeight / 2, width, height: tagHeight };
      sheet.tags.push({ net: tree.net, text, box, wires: tree.connections.map((each) => each.id) });
    };
    const ends = solution.ends.get(tree.id) ?? [];
    const atBoard = ends.filter((end) => end.from === "board");
    const outer = solution.outerY.get(tree.id);
    for (const end of atBoard.slice(0, 1)) add(given.lines[end.channel].boardTagX, end.y);
    if (atBoard.length > 0) continue;
    const first = ends[0];
    if (outer !== undefined) add(middle, outer);
    else if (first !== undefined) add(given.lines[first.channel].columnTagX, first.y);
  }
}

/** Turns the decisions of the search into the geometry of the picture. */
export function drawLayout(decided: Decided): DiagramLayout {
  const { board, footprint, ground, arrangement, solution } = decided;
  const sheet = new Sheet(decided);
  const ways: PadWays = new Map();
  const links = new Map<string, Point[]>();
  const caption = decided.captions.get(board.id) ?? { part: board.id, reference: board.id, name: board.name, fact: "" };
  const size = captionSize(caption);
  sheet.addPart(board, footprint, { x: 0, y: 0 });
  sheet.addLabel(caption, { x: 0, y: footprint.height + 12, ...size });
  const boardProblems = decided.problems.get(board.id)?.length ?? 0;
  sheet.addProblems(board.id, { x: 0, bottom: ground.boardTop + boardProblems * problemHeight });
  const rightEdge = Math.max(footprint.width, size.width);
  for (const pad of footprint.pads) {
    ways.set(`${board.id}:${pad.pin}`, [pad, { x: pad.side === "left" ? 0 : rightEdge, y: pad.y }]);
  }
  const boardPads = new Set(ground.boardEnds.map((end) => end.pad));
  const texts = new Map(ground.trees.map((tree) => [tree.id, tagText(tree, boardPads)]));
  const given = { ground, solution, tags: texts };
  const lines: Lines = { left: channelLines("left", 0, given), right: channelLines("right", rightEdge, given) };
  for (const side of ["left", "right"] as const) {
    for (const id of arrangement[side]) {
      const row = ground.rowOf(id, side, arrangement.over.has(id));
      const link = placeRow(sheet, row, { edge: lines[side].columnEdge, y: solution.rowY.get(id) ?? 0, ways });
      if (link !== null && row.link !== null) links.set(row.link.from, link).set(row.link.to, link.toReversed());
    }
  }
  const junctions: DiagramLayout["junctions"] = [];
  for (const tree of ground.trees) {
    if (solution.split.has(tree.id)) {
      const split = splitTree(tree, { ends: solution.ends.get(tree.id) ?? [], lines, ways });
      sheet.wires.push(...split.wires);
      sheet.tags.push(...split.tags);
      sheet.ties.push(...split.ties);
      continue;
    }
    const ties = placeTies(tree, solution, lines);
    for (const { pad, at } of ties) {
      const [part = "", pin = ""] = [pad.slice(0, pad.indexOf(":")), pad.slice(pad.indexOf(":") + 1)];
      sheet.ties.push({ part, pin, net: tree.net, ...at });
    }
    const wires = tree.connections.map((connection): WirePath => {
      const points =
        links.get(connection.from) ??
        wirePoints(tree, [connection.from, connection.to], { solution, lines, ways, ties });
      const { id, step, net, from, to, colour } = connection;
      return { id, step, net, netName: tree.netName, from, to, colour, points: simplified(points) };
    });
    sheet.wires.push(...wires);
    const ends = wires.flatMap((wire) => [wire.points[0], wire.points.at(-1)]).filter((point) => point !== undefined);
    junctions.push(...junctionsOf(wires, ends));
  }
  sheet.wires.sort((a, b) => a.step - b.step || (a.id < b.id ? -1 : 1));
  addTags(sheet, decided, { lines, texts, edges: [0, rightEdge] });
  const withTies = [...new Set(sheet.ties.map((tie) => tie.part))].sort();
  sheet.addTieLabels(withTies.flatMap((id) => decided.captions.get(id) ?? []));
  return sheet.finished(junctions);
}
