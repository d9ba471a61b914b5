/** A tree as one channel sees it: heights at which its wires come in from the left and from the right. */
export interface ChannelMember {
  tree: string;
  left: number[];
  right: number[];
}

/** Lanes of a channel from left to right: which tree runs on which, and what that costs. */
export interface ChannelPlan {
  laneOf: Map<string, number>;
  laneCount: number;
  crossings: number;
  cost: number;
}

interface Span {
  top: number;
  bottom: number;
}

/** Closer than this, two horizontal wires are taken for one. */
const nearMiss = 6;
const crossingCost = 10;
const overlapCost = 2000;
const touchCost = 60;

function spanOf(member: ChannelMember): Span {
  const all = [...member.left, ...member.right];
  return { top: Math.min(...all), bottom: Math.max(...all) };
}

function isStraight(span: Span): boolean {
  return span.top === span.bottom;
}

/** What horizontal wires at `heights` cost that pass the lane of `other`. */
function passing(heights: number[], other: Span): { crossings: number; cost: number } {
  let crossings = 0;
  let cost = 0;
  if (isStraight(other)) return { crossings, cost };
  for (const y of heights) {
    if (Math.abs(y - other.top) < nearMiss || Math.abs(y - other.bottom) < nearMiss) cost += touchCost;
    if (y >= other.top && y <= other.bottom) {
      crossings += 1;
      cost += crossingCost;
    }
  }
  return { crossings, cost };
}

interface Spanned extends ChannelMember {
  span: Span;
}

interface Pairing {
  crossings: number;
  cost: number;
}

/** What it costs that `first` has its lane left of `second`. */
function pairing(first: Spanned, second: Spanned): Pairing {
  const over = passing(first.right, second.span);
  const back = passing(second.left, first.span);
  let cost = over.cost + back.cost;
  for (const mine of first.right) {
    for (const theirs of second.left) {
      const apart = Math.abs(mine - theirs);
      if (apart < nearMiss) cost += overlapCost;
      else if (apart < 8) cost += touchCost;
    }
  }
  return { crossings: over.crossings + back.crossings, cost };
}

function orderCost(order: number[], costs: number[][]): number {
  let cost = 0;
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) cost += costs[order[i] ?? 0]?.[order[j] ?? 0] ?? 0;
  }
  return cost;
}

/** The best place for one tree among the others, which keep their order: one walk from the left to the right. */
function bestPlace(tree: number, others: number[], costs: number[][]): { place: number; cost: number } {
  const before = (other: number) => costs[tree]?.[other] ?? 0;
  const after = (other: number) => costs[other]?.[tree] ?? 0;
  let cost = others.reduce((sum, other) => sum + before(other), 0);
  let best = { place: 0, cost };
  others.forEach((other, index) => {
    cost += after(other) - before(other);
    if (cost < best.cost) best = { place: index + 1, cost };
  });
  return best;
}

/** Moves one tree at a time to its best lane until nothing gets better. */
function bestOrder(start: number[], costs: number[][]): { order: number[]; cost: number } {
  let order = start;
  let cost = orderCost(order, costs);
  for (let round = 0; round < 6; round++) {
    const before = cost;
    for (const tree of start) {
      const others = order.filter((each) => each !== tree);
      order = others.toSpliced(bestPlace(tree, others, costs).place, 0, tree);
    }
    cost = orderCost(order, costs);
    if (cost >= before) break;
  }
  return { order, cost };
}

/** Two trees whose order matters, or whose lanes would touch, cannot share a lane. */
function mustKeepApart({ span: first }: Spanned, { span: second }: Spanned): boolean {
  if (isStraight(first) || isStraight(second)) return false;
  return first.top - 16 < second.bottom && second.top - 16 < first.bottom;
}

/** Gives every tree of a channel a lane with as few crossings as the search finds. A straight wire takes no lane's room. */
export function planChannel(given: ChannelMember[]): ChannelPlan {
  const members = given.map((member) => ({ ...member, span: spanOf(member) }));
  const pairs = members.map((first) => members.map((second) => pairing(first, second)));
  const { order, cost } = bestOrder(
    members.map((_, index) => index),
    pairs.map((row) => row.map((pair) => pair.cost)),
  );
  const laneOf = new Map<string, number>();
  let crossings = 0;
  let laneCount = 0;
  order.forEach((index, position) => {
    const member = members[index];
    if (member === undefined) return;
    let lane = 0;
    for (const earlier of order.slice(0, position)) {
      const other = members[earlier];
      if (other === undefined) continue;
      crossings += pairs[earlier]?.[index]?.crossings ?? 0;
      if (mustKeepApart(member, other)) lane = Math.max(lane, (laneOf.get(other.tree) ?? 0) + 1);
    }
    laneOf.set(member.tree, lane);
    laneCount = Math.max(laneCount, lane + 1);
  });
  return { laneOf, laneCount, crossings, cost };
}
