import type { Connection, DesignPart } from "../circuit/design.ts";
import type { Arrangement, Ground, TreeEnd } from "./arrangement.ts";
import { clustersOf, layoutOfDevice, stackClusters } from "./device-clusters.ts";
import type { DiagramLayout, PictureDesign, PlacedPart, ShapeOf } from "./diagram-layout.ts";
import { drawLayout } from "./draw-layout.ts";
import type { Footprint } from "./footprint.ts";
import { boardFootprint } from "./footprint.ts";
import { captionsOf, problemsByPart } from "./part-caption.ts";
import type { Row, RowContext } from "./row.ts";
import { captionSize, problemHeight } from "./row.ts";
import type { RowSeed } from "./rows-of-design.ts";
import { isTie, rowSeeds } from "./rows-of-design.ts";
import { searchArrangement } from "./search-arrangement.ts";
import { solutionOf, Workings } from "./trial.ts";
import type { WireTree } from "./wire-tree.ts";
import { wireTrees } from "./wire-tree.ts";

/** The part in the middle: the design's board, or in a circuit without one the part with most pins. */
function centreOf(design: PictureDesign): DesignPart | null {
  const boards = design.parts.filter((part) => part.category === "board");
  const named = boards.find((part) => part.catalogId === design.board.id) ?? boards[0];
  if (named !== undefined) return named;
  return design.parts.toSorted((a, b) => b.pins.length - a.pins.length)[0] ?? null;
}

function boardEndsOf(board: DesignPart, footprint: Footprint): TreeEnd[] {
  return footprint.pads
    .filter((pad) => pad.net !== null)
    .map((pad) => ({
      pad: `${board.id}:${pad.pin}`,
      channel: pad.side === "left" ? "left" : "right",
      from: "board",
      y: pad.y,
    }));
}

interface Voted {
  seed: RowSeed;
  left: number;
  size: number;
  height: number;
}

/** Moves rows with the least reason to stand where they stand, until no column is much taller than the other. */
function evenOut(left: Voted[], right: Voted[]): void {
  const tall = (column: Voted[]) => column.reduce((sum, each) => sum + each.size, 0);
  for (let i = 0; i < left.length + right.length; i++) {
    const difference = tall(left) - tall(right);
    const [from, to] = difference > 0 ? [left, right] : [right, left];
    const movable = from.filter((each) => !each.seed.isSupply && each.size < Math.abs(difference) - 60);
    const least = movable.toSorted((a, b) => Math.abs(a.left) - Math.abs(b.left))[0];
    if (least === undefined || tall(from) < 560) return;
    from.splice(from.indexOf(least), 1);
    to.push(least);
    to.sort((a, b) => a.height - b.height);
  }
}

/** Where each part stood in a picture, seen from its board, which is drawn first. */
function homesIn(before: DiagramLayout | null, design: PictureDesign): Ground["home"] {
  const [board, ...others] = before?.parts ?? [];
  if (board === undefined) return new Map();
  const isSame = (drawn: PlacedPart) => design.parts.some((part) => part.id === drawn.id && part.name === drawn.name);
  return new Map(
    others
      .filter(isSame)
      .map(({ id, box }) => [
        id,
        { side: box.x < board.box.x ? "left" : "right", y: box.y + box.height / 2 - board.box.y },
      ]),
  );
}

/** Rows that stood in the picture before have the height that they had there, so that they keep their order. */
function withHomes(voted: Voted[], ground: Ground): Voted[] {
  return voted.map((each) => ({ ...each, height: ground.home.get(each.seed.id)?.y ?? each.height }));
}

/** Supply on the left; the others where most of their wires reach the board, then evened out by height. */
function firstArrangement(seeds: RowSeed[], ground: Ground): Arrangement {
  const votes = (seed: RowSeed): Voted => {
    const row = ground.rowOf(seed.id, "right", false);
    let left = 0;
    let heights = 0;
    let count = 0;
    for (const port of row.ports) {
      const tree = ground.treeOf.get(port.pad);
      for (const end of ground.boardEnds) {
        if (tree === undefined || ground.treeOf.get(end.pad) !== tree) continue;
        left += end.channel === "left" ? 1 : -1;
        heights += end.y;
        count += 1;
      }
    }
    const size = row.bottom - row.top + 20;
    return { seed, left, size, height: count === 0 ? (ground.boardTop + ground.boardBottom) / 2 : heights / count };
  };
  const voted = withHomes(seeds.map(votes), ground).toSorted((a, b) => a.height - b.height);
  const homeOf = (each: Voted) => ground.home.get(each.seed.id)?.side;
  const left = voted.filter(
    (each) => each.seed.isSupply || (homeOf(each) ?? (each.left > 1 ? "left" : "right")) === "left",
  );
  const right = voted.filter((each) => !left.includes(each));
  if (ground.home.size === 0) evenOut(left, right);
  return {
    left: left.map((each) => each.seed.id),
    right: right.map((each) => each.seed.id),
    nudge: new Map(),
    over: new Set(),
    ways: new Map(),
    outer: [],
    split: new Set(),
  };
}

function emptyLayout(): DiagramLayout {
  return { width: 320, height: 200, parts: [], wires: [], junctions: [], ties: [], tags: [], labels: [], problems: [] };
}

/**
 * Lays out the wiring picture of a design: board in the middle with its real headers, supply on the left, the others in
 * a column on either side, every wire on its own lane of the channel between. Pure and deterministic; a design without a
 * drawable part gives an empty picture. A breadboard is not drawn as a
 * board: each of its rows that joins wires is a tie point on their lane. Connections whose pad no part has are left out. Where the
 * picture of the design `before` an edit is given, what stood in it keeps its side and order unless wires cross much less otherwise.
 * Several devices are laid out one by one and stand one beneath the other.
 */
export function layoutDiagram(
  drawn: PictureDesign,
  shapeOf: ShapeOf,
  before: DiagramLayout | null = null,
): DiagramLayout {
  const clusters = clustersOf(drawn);
  if (clusters.length === 0) return layoutDevice(drawn, shapeOf, before);
  return stackClusters(
    clusters.map(({ id, title, design }) => ({
      id,
      title,
      layout: layoutDevice(design, shapeOf, layoutOfDevice(before, design)),
    })),
  );
}

function layoutDevice(drawn: PictureDesign, shapeOf: ShapeOf, before: DiagramLayout | null): DiagramLayout {
  const design = wiredOnly(drawn);
  const board = centreOf(design);
  if (board === null) return emptyLayout();
  const captions = captionsOf(design);
  const problems = problemsByPart(design);
  const context: RowContext = {
    captionOf: (part) => captions.get(part.id) ?? { part: part.id, reference: part.id, name: part.name, fact: "" },
    problemCount: (id) => problems.get(id)?.length ?? 0,
  };
  const footprint = boardFootprint(board, board.catalogId === null ? null : shapeOf(board.catalogId));
  const seeds = rowSeeds(design, board.id, { shapeOf, context });
  const rows = new Map<string, Row>();
  const seedOf = new Map(seeds.map((seed) => [seed.id, seed]));
  const caption = captionSize(context.captionOf(board));
  const rowOf = (id: string, side: "left" | "right", over: boolean): Row => {
    const key = `${side} ${over} ${id}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = seedOf.get(id)?.build(side, over);
    if (row === undefined) throw new RangeError(`no row ${id}`);
    rows.set(key, row);
    return row;
  };
  const trees = drawableTrees(design);
  const ground: Ground = {
    boardTop:
      -context.problemCount(board.id) * problemHeight -
      (footprint.kind === "uno" || footprint.kind === "mega" ? 16 : 12),
    boardBottom: footprint.height + 12 + caption.height,
    boardEnds: boardEndsOf(board, footprint),
    rowOf,
    twoWay: seeds.filter((seed) => seed.hasFarSide).map((seed) => seed.id),
    trees,
    ranks: trees.map((tree) => rankOf(tree, design)),
    home: homesIn(before, design),
    treeOf: new Map(trees.flatMap((tree, index) => tree.pads.map((pad) => [pad, index] as const))),
  };
  const fixed = new Set(seeds.filter((seed) => seed.isSupply).map((seed) => seed.id));
  const { arrangement, trial } = searchArrangement(new Workings(ground), firstArrangement(seeds, ground), {
    fixed,
    crossings: seeds.reduce((sum, seed) => sum + seed.parts.length, 1),
    mostCrossings: design.parts.length,
  });
  const solution = solutionOf(ground, arrangement, trial);
  return drawLayout({ board, footprint, ground, arrangement, solution, captions, problems });
}

/** The design with the net of each pin as its wires say it: a pin of a net that no wire reaches takes no room. */
function wiredOnly(design: PictureDesign): PictureDesign {
  const netOf = new Map(
    design.connections.flatMap(
      (each) =>
        [
          [each.from, each.net],
          [each.to, each.net],
        ] as const,
    ),
  );
  const parts = design.parts.map((part) => ({
    ...part,
    pins: part.pins.map(({ name, type }) => {
      const net = netOf.get(`${part.id}:${name}`);
      return net === undefined ? { name, type } : { name, type, net };
    }),
  }));
  return { ...design, parts };
}

function rankOf(tree: WireTree, design: PictureDesign): number {
  const isBetweenRows = ({ from, to }: Connection) => isTie(from, design.parts) && isTie(to, design.parts);
  if (tree.connections.some(isBetweenRows)) return -1;
  if (!tree.pads.some((pad) => isTie(pad, design.parts))) return 0;
  const kind = design.nets.find((net) => net.id === tree.net)?.kind;
  return kind === "ground" || kind === "supply" || kind === "battery" ? 2 : 1;
}

/** Trees of all connections whose ends exist. */
function drawableTrees(design: PictureDesign) {
  const pads = new Set(design.parts.flatMap((part) => part.pins.map((pin) => `${part.id}:${pin.name}`)));
  const isDrawn = (pad: string) => pads.has(pad) || isTie(pad, design.parts);
  const drawable = design.connections.filter((each) => isDrawn(each.from) && isDrawn(each.to));
  return wireTrees(drawable, design.nets);
}
