import type { Arrangement, Ground, Solution } from "./arrangement.ts";
import { solve } from "./arrangement.ts";

/** Arrangements that one start may try: the price of one grows with the square of the trees, and a picture has a few ms. */
function triesFor(ground: Ground): number {
  return Math.max(160, Math.min(300, Math.round(18_000 / (1 + ground.trees.length ** 2))));
}

interface Best {
  arrangement: Arrangement;
  solution: Solution;
  tries: number;
}

function tryAll(ground: Ground, best: Best, candidates: Arrangement[]): Best {
  let current = best;
  for (const arrangement of candidates) {
    if (current.tries >= triesFor(ground)) return current;
    const solution = solve(ground, arrangement);
    const better = solution.cost < current.solution.cost - 1e-9;
    current = better ? { arrangement, solution, tries: current.tries + 1 } : { ...current, tries: current.tries + 1 };
  }
  return current;
}

function swapped<T>(list: readonly T[], index: number): T[] {
  const result = [...list];
  const [a, b] = [result[index], result[index + 1]];
  if (a !== undefined && b !== undefined) result.splice(index, 2, b, a);
  return result;
}

function orderMoves(from: Arrangement): Arrangement[] {
  const moves: Arrangement[] = [];
  for (const side of ["left", "right"] as const) {
    for (let i = 0; i + 1 < from[side].length; i++) moves.push({ ...from, [side]: swapped(from[side], i) });
  }
  return moves;
}

/** Every row once to the other column, except what `fixed` holds in its place. */
function sideMoves(from: Arrangement, fixed: ReadonlySet<string>): Arrangement[] {
  const moves: Arrangement[] = [];
  for (const [here, there] of [
    ["left", "right"],
    ["right", "left"],
  ] as const) {
    for (const id of from[here].filter((each) => !fixed.has(each))) {
      for (const at of [0, from[there].length]) {
        moves.push({
          ...from,
          [here]: from[here].filter((each) => each !== id),
          [there]: from[there].toSpliced(at, 0, id),
        });
      }
    }
  }
  return moves;
}

function nudgeMoves(from: Arrangement, id: string): Arrangement[] {
  const now = from.nudge.get(id) ?? 0;
  return [-8, -4, 4, 8, 12].map((step) => ({ ...from, nudge: new Map(from.nudge).set(id, now + step) }));
}

function overMoves(ground: Ground, from: Arrangement): Arrangement[] {
  return ground.twoWay.map((id) => {
    const over = new Set(from.over);
    if (!over.delete(id)) over.add(id);
    return { ...from, over };
  });
}

function outerMoves(from: Arrangement, solution: Solution): Arrangement[] {
  const around = [...solution.outerY.entries()].toSorted((a, b) => a[1] - b[1]).map(([id]) => id);
  const listed = [
    ...from.outer.filter((id) => solution.outerY.has(id)),
    ...around.filter((id) => !from.outer.includes(id)),
  ];
  const moves: Arrangement[] = [];
  for (const id of listed) {
    for (const way of ["above", "below"] as const)
      moves.push({ ...from, outer: listed, ways: new Map(from.ways).set(id, way) });
  }
  for (let i = 0; i < listed.length; i++) {
    for (let j = i + 1; j < listed.length; j++) {
      const order = [...listed];
      order.splice(i, 1, listed[j] ?? "");
      order.splice(j, 1, listed[i] ?? "");
      moves.push({ ...from, outer: order });
    }
  }
  return moves;
}

/** Other columns to begin from: what a step by step search from the first one does not reach. */
function starts(first: Arrangement, fixed: ReadonlySet<string>): Arrangement[] {
  const free = (ids: string[]) => ids.filter((id) => !fixed.has(id));
  const held = first.left.filter((id) => fixed.has(id));
  const found = [first];
  if (first.right.length > 1) found.push({ ...first, right: first.right.toReversed() });
  if (held.length > 1) found.push({ ...first, left: first.left.toReversed() });
  else if (first.left.length > held.length)
    found.push({ ...first, left: held, right: [...free(first.left), ...first.right] });
  return found;
}

/** The best of the searches from all starts; of equal ones the first. Deterministic. */
export function searchArrangement(ground: Ground, first: Arrangement, fixed: ReadonlySet<string>): Best {
  const [one, ...more] = starts(first, fixed).map((start) => improve(ground, start, fixed));
  if (one === undefined) throw new RangeError("no start");
  return more.reduce((best, each) => (each.solution.cost < best.solution.cost - 1e-9 ? each : best), one);
}

/** Improves an arrangement step by step, each time taking the first change that is better. */
function improve(ground: Ground, start: Arrangement, fixed: ReadonlySet<string>): Best {
  let best: Best = { arrangement: start, solution: solve(ground, start), tries: 0 };
  for (let round = 0; round < 3; round++) {
    const before = best.solution.cost;
    best = tryAll(ground, best, orderMoves(best.arrangement));
    best = tryAll(ground, best, sideMoves(best.arrangement, fixed));
    best = tryAll(ground, best, overMoves(ground, best.arrangement));
    best = tryAll(ground, best, outerMoves(best.arrangement, best.solution));
    for (const id of [...best.arrangement.left, ...best.arrangement.right]) {
      best = tryAll(ground, best, nudgeMoves(best.arrangement, id));
    }
    if (best.solution.cost >= before) break;
  }
  return best;
}
