import type { Arrangement, BoardSide, OuterWay } from "./arrangement.ts";
import { boardSides } from "./arrangement.ts";
import type { Trial, Workings } from "./trial.ts";

/** Arrangements that one search may try: the price of one grows with the trees and their pairs, and a picture has a few ms. */
function triesFor(trees: number): number {
  return Math.max(20, Math.min(90, Math.round(26_000 / (150 + trees ** 2))));
}

/** An arrangement and what it gives. */
export interface Best {
  arrangement: Arrangement;
  trial: Trial;
}

function swapped<T>(list: readonly T[], index: number): T[] {
  const result = [...list];
  const [a, b] = [result[index], result[index + 1]];
  if (a !== undefined && b !== undefined) result.splice(index, 2, b, a);
  return result;
}

function opposite(side: BoardSide): BoardSide {
  return side === "left" ? "right" : "left";
}

/** A search from one start, which takes each change that makes the picture better. */
class Search {
  best: Best;
  readonly #workings: Workings;
  readonly #fixed: ReadonlySet<string>;
  readonly #limit: number;

  constructor(
    workings: Workings,
    start: Arrangement,
    given: { fixed: ReadonlySet<string>; tries: number; before?: Trial },
  ) {
    this.#workings = workings;
    this.#fixed = given.fixed;
    this.#limit = workings.tries + given.tries;
    this.best = { arrangement: start, trial: given.before ?? workings.solve(start) };
  }

  run(rounds: number): Best {
    for (let round = 0; round < rounds && this.#isLeft(); round++) {
      const before = this.best.trial.cost;
      this.#swapNeighbours();
      this.#changeSides();
      this.#changeWays();
      this.#turnOver();
      this.#nudge();
      if (this.best.trial.cost >= before - 1e-9) break;
    }
    return this.best;
  }

  #isLeft(): boolean {
    return this.#workings.tries < this.#limit;
  }

  /** Takes the change when it is better and says whether it was. */
  #take(change: Partial<Arrangement>): boolean {
    if (!this.#isLeft()) return false;
    const arrangement = { ...this.best.arrangement, ...change };
    const trial = this.#workings.solve(arrangement, this.best.trial);
    if (trial.cost >= this.best.trial.cost - 1e-9) return false;
    this.best = { arrangement, trial };
    return true;
  }

  /** Swaps neighbours of a column; a row that got better goes on in the same direction. */
  #swapNeighbours(): void {
    for (const side of boardSides) {
      for (let i = 0; i + 1 < this.best.arrangement[side].length; i++) {
        for (let at = i; at >= 0; at--) {
          if (!this.#take({ [side]: swapped(this.best.arrangement[side], at) })) break;
        }
      }
    }
  }

  /** Every row once to the other column: where its wires want it, and to the ends. */
  #changeSides(): void {
    for (const here of boardSides) {
      for (const id of this.best.arrangement[here].filter((each) => !this.#fixed.has(each))) {
        const there = opposite(here);
        const { arrangement } = this.best;
        const rest = arrangement[here].filter((each) => each !== id);
        const others = arrangement[there];
        for (const at of new Set([this.#placeFor(id, there), 0, others.length])) {
          if (this.#take({ [here]: rest, [there]: others.toSpliced(at, 0, id) })) break;
        }
      }
    }
  }

  #placeFor(id: string, side: BoardSide): number {
    const { arrangement } = this.best;
    const wanted = (each: string) =>
      this.#workings.wantedHeight(
        this.#workings.facts(each, side, arrangement.over.has(each)),
        side,
        arrangement.split,
      );
    const mine = wanted(id);
    const at = arrangement[side].findIndex((each) => wanted(each) > mine);
    return at === -1 ? arrangement[side].length : at;
  }

  /** The other way round the board, and neighbours among what goes there swapped. */
  #changeWays(): void {
    const boardTop = this.#workings.ground.boardTop;
    const around = [...this.best.trial.outerY].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    const kept = this.best.arrangement.outer.filter((tree) => this.best.trial.outerY.has(tree));
    const outer = [...kept, ...around.map(([tree]) => tree).filter((tree) => !kept.includes(tree))];
    for (const tree of outer) {
      const isAbove = (this.best.trial.outerY.get(tree) ?? 0) < boardTop;
      const way: OuterWay = isAbove ? "below" : "above";
      this.#take({ outer, ways: new Map(this.best.arrangement.ways).set(tree, way) });
    }
    if (this.best.arrangement.outer.length < outer.length) this.#take({ outer });
    for (let i = 0; i + 1 < outer.length; i++) {
      for (let at = i; at >= 0; at--) {
        const now = this.best.arrangement.outer.length === outer.length ? this.best.arrangement.outer : outer;
        if (!this.#take({ outer: swapped(now, at) })) break;
      }
    }
  }

  #turnOver(): void {
    for (const id of this.#workings.ground.twoWay) {
      const over = new Set(this.best.arrangement.over);
      if (!over.delete(id)) over.add(id);
      this.#take({ over });
    }
  }

  #nudge(): void {
    for (const id of [...this.best.arrangement.left, ...this.best.arrangement.right]) {
      for (const step of [-8, -4, 4, 8, 12]) {
        const now = this.best.arrangement.nudge.get(id) ?? 0;
        this.#take({ nudge: new Map(this.best.arrangement.nudge).set(id, now + step) });
      }
    }
  }
}

/** Other columns to begin from: what a step by step search from the first one does not reach. */
function starts(first: Arrangement, fixed: ReadonlySet<string>): Arrangement[] {
  const held = first.left.filter((id) => fixed.has(id));
  const free = first.left.filter((id) => !fixed.has(id));
  const found = [first];
  if (first.right.length > 1) found.push({ ...first, right: first.right.toReversed() });
  if (held.length > 1) found.push({ ...first, left: first.left.toReversed() });
  else if (free.length > 0) found.push({ ...first, left: held, right: [...free, ...first.right] });
  return found;
}

/** What holds rows in their place, and how often wires may cross. */
export interface SearchLimits {
  /** Rows that stay in their column. */
  fixed: ReadonlySet<string>;
  /** Above this a rail or bus is drawn as holes of the breadboard, not as one line. */
  crossings: number;
  /** Above this a wire from pin to pin too is drawn as its two ends. */
  mostCrossings: number;
}

/** Share of the tries that a start gets to show what it is worth. */
const firstShare = 0.45;

/**
 * The best of the searches from all starts, of equal ones the first; after an edit only from what was. Each start is searched a little, and
 * the best of them to the end: together they cost what one and a half whole searches do.
 */
function searchAll(workings: Workings, first: Arrangement, fixed: ReadonlySet<string>): Best {
  const tries = triesFor(workings.ground.trees.length);
  if (workings.ground.home.size > 0) return new Search(workings, first, { fixed, tries }).run(3);
  const short = Math.ceil(tries * firstShare);
  const [one, ...more] = starts(first, fixed).map((start) => new Search(workings, start, { fixed, tries: short }));
  if (one === undefined) throw new RangeError("no start");
  let best = one.run(1);
  for (const search of more) {
    const other = search.run(1);
    if (other.trial.cost < best.trial.cost - 1e-9) best = other;
  }
  return new Search(workings, best.arrangement, { fixed, tries: tries - short, before: best.trial }).run(3);
}

/**
 * The tree that is better not drawn as one line: a rail before a bus, a bus before a wire from pin to pin; of these the one with
 * most crossings. Null where none has any.
 */
function worstTree({ ground }: Workings, { trial }: Best, limits: SearchLimits): number | null {
  const leastRank = trial.crossings > limits.mostCrossings ? 0 : 1;
  let worst: { tree: number; weight: number } | null = null;
  for (let tree = 0; tree < ground.trees.length; tree++) {
    const times = (trial.channels.left.crossedBy.get(tree) ?? 0) + (trial.channels.right.crossedBy.get(tree) ?? 0);
    const rank = ground.ranks[tree] ?? -1;
    const weight = times === 0 || rank < leastRank ? 0 : times + 1000 * rank;
    if (weight > (worst?.weight ?? 0)) worst = { tree, weight };
  }
  return worst?.tree ?? null;
}

/** Takes the worst trees out of the lanes, one by one, until wires cross at most `most` times. */
function splitTo(most: number, start: Best, { workings, limits }: { workings: Workings; limits: SearchLimits }): Best {
  let best = start;
  while (best.trial.crossings > most) {
    const tree = worstTree(workings, best, limits);
    if (tree === null) break;
    const arrangement = { ...best.arrangement, split: new Set(best.arrangement.split).add(tree) };
    best = { arrangement, trial: workings.solve(arrangement, best.trial) };
  }
  return best;
}

/** Draws as one line again what can be: the search after it was split may have found room, wires from pin to pin first. */
function joined(start: Best, { workings, limits }: { workings: Workings; limits: SearchLimits }): Best {
  let best = start;
  const ranks = workings.ground.ranks;
  const candidates = [...start.arrangement.split].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  for (const tree of candidates) {
    const split = new Set(best.arrangement.split);
    split.delete(tree);
    const arrangement = { ...best.arrangement, split };
    const trial = workings.solve(arrangement, best.trial);
    const most = ranks[tree] === 0 ? limits.mostCrossings : limits.crossings;
    // Wires that would run along each other cost more than any line is worth.
    const isFaulty = trial.cost > best.trial.cost + 300;
    if (!isFaulty && trial.crossings <= Math.max(most, best.trial.crossings)) best = { arrangement, trial };
  }
  return best;
}

/**
 * An arrangement in which wires cross at most as often as `limits` says: the best of the searches from all starts, and where that
 * is not enough, trees are taken out of the lanes one by one and the search goes on. What begins far from the limit loses its
 * worst trees before the search, which would be long and in vain. Counts steps, never time: deterministic.
 */
export function searchArrangement(workings: Workings, first: Arrangement, limits: SearchLimits): Best {
  const { fixed, crossings } = limits;
  const given = { workings, limits };
  const start = splitTo(crossings * 3, { arrangement: first, trial: workings.solve(first) }, given);
  let best = searchAll(workings, start.arrangement, fixed);
  for (let before = Number.POSITIVE_INFINITY; best.trial.crossings > crossings; ) {
    const split = splitTo(Math.max(crossings, Math.floor(best.trial.crossings * 0.7)), best, given);
    if (split.arrangement.split.size === before) break;
    before = split.arrangement.split.size;
    best = new Search(workings, split.arrangement, { fixed, tries: 20, before: split.trial }).run(1);
  }
  return joined(best, given);
}
