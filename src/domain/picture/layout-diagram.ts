import type { DesignPart } from "../circuit/design.ts";
import type { Arrangement, Ground, TreeEnd } from "./arrangement.ts";
import type { DiagramLayout, PictureDesign, ShapeOf } from "./diagram-layout.ts";
import { drawLayout } from "./draw-layout.ts";
import { boardFootprint, type Footprint } from "./footprint.ts";
import { captionsOf, problemsByPart } from "./part-caption.ts";
import { captionSize, problemHeight, type Row, type RowContext } from "./row.ts";
import { type RowSeed, rowSeeds } from "./rows-of-design.ts";
import { searchArrangement } from "./search-arrangement.ts";
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

/** Supply on the left; the others where most of their wires reach the board, then evened out by height. */
function firstArrangement(seeds: RowSeed[], ground: Ground): Arrangement {
  const votes = (seed: RowSeed) => {
    const row = ground.rowOf(seed.id, "right");
    let left = 0;
    let heights = 0;
    let count = 0;
    for (const port of row.ports) {
      const tree = ground.trees.find((each) => each.pads.includes(port.pad));
      for (const end of ground.boardEnds) {
        if (tree?.pads.includes(end.pad) !== true) continue;
        left += end.channel === "left" ? 1 : -1;
        heights += end.y;
        count += 1;
      }
    }
    return { left, height: count === 0 ? (ground.boardTop + ground.boardBottom) / 2 : heights / count };
  };
  const voted = seeds.map((seed) => ({ seed, ...votes(seed) })).toSorted((a, b) => a.height - b.height);
  const left = voted.filter((each) => each.seed.isSupply || each.left > 1);
  const right = voted.filter((each) => !left.includes(each));
  return {
    left: left.map((each) => each.seed.id),
    right: right.map((each) => each.seed.id),
    nudge: new Map(),
    ways: new Map(),
    outer: [],
  };
}

function emptyLayout(): DiagramLayout {
  return { width: 320, height: 200, parts: [], wires: [], junctions: [], tags: [], labels: [], problems: [] };
}

/**
 * Lays out the wiring picture of a design: board in the middle with its real headers, supply on the left, the others in
 * a column on either side, every wire on its own lane of the channel between. Pure and deterministic; a design without a
 * drawable part gives an empty picture. Connections whose pad no part has are left out.
 */
export function layoutDiagram(drawn: PictureDesign, shapeOf: ShapeOf): DiagramLayout {
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
  const rows = new Map<string, { left: Row; right: Row }>(
    seeds.map((seed) => [seed.id, { left: seed.build("left"), right: seed.build("right") }]),
  );
  const caption = captionSize(context.captionOf(board));
  const rowOf = (id: string, side: "left" | "right"): Row => {
    const row = rows.get(id);
    if (row === undefined) throw new RangeError(`no row ${id}`);
    return row[side];
  };
  const ground: Ground = {
    boardTop: -context.problemCount(board.id) * problemHeight - (footprint.kind === "uno" ? 16 : 12),
    boardBottom: footprint.height + 12 + caption.height,
    boardEnds: boardEndsOf(board, footprint),
    rowOf,
    trees: drawableTrees(design),
  };
  const fixed = new Set(seeds.filter((seed) => seed.isSupply).map((seed) => seed.id));
  const { arrangement, solution } = searchArrangement(ground, firstArrangement(seeds, ground), fixed);
  return drawLayout({ board, footprint, ground, arrangement, solution, captions, problems });
}

/** The design with the net of each pin as its wires say it: a pin of a net that no wire reaches takes no room. */
function wiredOnly(design: PictureDesign): PictureDesign {
  const netOf = new Map(design.connections.flatMap((each) => [[each.from, each.net], [each.to, each.net]] as const));
  const parts = design.parts.map((part) => ({
    ...part,
    pins: part.pins.map(({ name, type }) => {
      const net = netOf.get(`${part.id}:${name}`);
      return net === undefined ? { name, type } : { name, type, net };
    }),
  }));
  return { ...design, parts };
}

/** Trees of all connections whose ends exist. */
function drawableTrees(design: PictureDesign) {
  const pads = new Set(design.parts.flatMap((part) => part.pins.map((pin) => `${part.id}:${pin.name}`)));
  const drawable = design.connections.filter((each) => pads.has(each.from) && pads.has(each.to));
  return wireTrees(drawable, design.nets);
}
