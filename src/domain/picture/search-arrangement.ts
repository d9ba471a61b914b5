import { type Arrangement, type Ground, type Solution, solve } from "./arrangement.ts";

/** Most arrangements that one picture tries: keeps the longest search within a few ms. */
const maxTries = 320;

interface Best {
  arrangement: Arrangement;
  solution: Solution;
  tries: number;
}

function tryAll(ground: Ground, best: Best, candidates: Arrangement[]): Best {
  let current = best;
  for (const arrangement of candidates) {
    if (current.tries >= maxTries) return current;
    const solution = solve(ground, arrangement);
    const better = solution.cost < current.solution.cost - 1e-9;
    current = better
      ? { arrangement, solution, tries: current.tries + 1 }
      : { ...current, tries: current.tries + 1 };
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
  for (const [here, there] of [["left", "right"], ["right", "left"]] as const) {
    for (const id of from[here].filter((each) => !fixed.has(each))) {
      for (const at of [0, from[there].length]) {
        moves.push({ ...from, [here]: from[here].filter((each) => each !== id), [there]: from[there].toSpliced(at, 0, id) });
      }
    }
  }
  return moves;
}

function nudgeMoves(from: Arrangement, id: string): Arrangement[] {
  const now = from.nudge.get(id) ?? 0;
  return [-8, -4, 4, 8, 12].map((step) => ({ ...from, nudge: new Map(from.nudge).set(id, now + step) }));
}

function outerMoves(from: Arrangement, solution: Solution): Arrangement[] {
  const around = [...solution.outerY.entries()].toSorted((a, b) => a[1] - b[1]).map(([id]) => id);
  const listed = [...from.outer.filter((id) => solution.outerY.has(id)), ...around.filter((id) => !from.outer.includes(id))];
  const moves: Arrangement[] = [];
  for (const id of listed) {
    for (const way of ["above", "below"] as const) moves.push({ ...from, outer: listed, ways: new Map(from.ways).set(id, way) });
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

/** Improves an arrangement step by step, each time taking the first change that is better. Deterministic. */
export function searchArrangement(ground: Ground, start: Arrangement, fixed: ReadonlySet<string>): Best {
  let best: Best = { arrangement: start, solution: solve(ground, start), tries: 0 };
  for (let round = 0; round < 3; round++) {
    const before = best.solution.cost;
    best = tryAll(ground, best, orderMoves(best.arrangement));
    best = tryAll(ground, best, sideMoves(best.arrangement, fixed));
    best = tryAll(ground, best, outerMoves(best.arrangement, best.solution));
    for (const id of [...best.arrangement.left, ...best.arrangement.right]) {
      best = tryAll(ground, best, nudgeMoves(best.arrangement, id));
    }
    if (best.solution.cost >= before) break;
  }
  return best;
}
