/** A tree as one channel sees it: heights at which its wires come in from the left and from the right. */
export interface ChannelMember {
  /** Index of the tree in its design. */
  tree: number;
  left: number[];
  right: number[];
}

/** Lanes of a channel from left to right: which tree runs on which, and what that costs. */
export interface ChannelPlan {
  /** Lane of each tree, by its index. */
  laneOf: Map<number, number>;
  laneCount: number;
  /** Trees from left to right: a good order to begin with when little has changed. */
  order: number[];
  crossings: number;
  /** In how many of the crossings each tree has part. */
  crossedBy: Map<number, number>;
  cost: number;
}

/** Closer than this, two horizontal wires are taken for one. */
const nearMiss = 6;
const crossingCost = 10;
const overlapCost = 2000;
const touchCost = 60;
/** Two lanes closer than this, end to end, would be read as one. */
const laneGap = 16;

/** The highest and the lowest of the heights on either side. */
export function spanOf(left: readonly number[], right: readonly number[]): { top: number; bottom: number } {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const ys of [left, right]) {
    for (const y of ys) {
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { top, bottom };
}

/** Members with their spans and the prices of their orders, as flat tables: this is the innermost loop of a picture. */
class Prices {
  readonly count: number;
  readonly top: number[] = [];
  readonly bottom: number[] = [];
  /** At `i * count + j`: what it costs, and how often wires cross, when `i` has its lane left of `j`. */
  readonly cost: Float64Array;
  readonly crossings: Int32Array;

  constructor(members: readonly ChannelMember[]) {
    this.count = members.length;
    this.cost = new Float64Array(this.count * this.count);
    this.crossings = new Int32Array(this.count * this.count);
    for (const { left, right } of members) {
      const { top, bottom } = spanOf(left, right);
      this.top.push(top);
      this.bottom.push(bottom);
    }
    for (let i = 0; i < this.count; i++) {
      for (let j = i + 1; j < this.count; j++) {
        if (!this.#meet(i, j)) continue;
        this.#price(members, i, j);
        this.#price(members, j, i);
      }
    }
  }

  isStraight(member: number): boolean {
    return this.top[member] === this.bottom[member];
  }

  /** Two trees whose order matters, or whose lanes would touch, cannot share a lane. */
  mustKeepApart(i: number, j: number): boolean {
    if (this.isStraight(i) || this.isStraight(j)) return false;
    return (this.top[i] ?? 0) - laneGap < (this.bottom[j] ?? 0) && (this.top[j] ?? 0) - laneGap < (this.bottom[i] ?? 0);
  }

  #meet(i: number, j: number): boolean {
    return (this.top[i] ?? 0) - 8 < (this.bottom[j] ?? 0) && (this.top[j] ?? 0) - 8 < (this.bottom[i] ?? 0);
  }

  #price(members: readonly ChannelMember[], i: number, j: number): void {
    const [first, second] = [members[i], members[j]];
    if (first === undefined || second === undefined) return;
    const at = i * this.count + j;
    this.#passing(at, first.right, j);
    this.#passing(at, second.left, i);
    let cost = 0;
    for (const mine of first.right) {
      for (const theirs of second.left) {
        const apart = Math.abs(mine - theirs);
        if (apart < nearMiss) cost += overlapCost;
        else if (apart < 8) cost += touchCost;
      }
    }
    this.cost[at] = (this.cost[at] ?? 0) + cost;
  }

  /** Adds what horizontal wires at `heights` cost that pass the lane of `other`. */
  #passing(at: number, heights: number[], other: number): void {
    const top = this.top[other] ?? 0;
    const bottom = this.bottom[other] ?? 0;
    if (top === bottom) return;
    let crossings = 0;
    let touches = 0;
    for (const y of heights) {
      if (Math.abs(y - top) < nearMiss || Math.abs(y - bottom) < nearMiss) touches += 1;
      if (y >= top && y <= bottom) crossings += 1;
    }
    this.crossings[at] = (this.crossings[at] ?? 0) + crossings;
    this.cost[at] = (this.cost[at] ?? 0) + crossings * crossingCost + touches * touchCost;
  }
}

function orderCost(order: number[], prices: Prices): number {
  let cost = 0;
  for (let i = 0; i < order.length; i++) {
    const row = (order[i] ?? 0) * prices.count;
    for (let j = i + 1; j < order.length; j++) cost += prices.cost[row + (order[j] ?? 0)] ?? 0;
  }
  return cost;
}

/** Moves the member at `from` to its best place among the others, which keep their order: one walk from left to right. */
function moveToBest(order: number[], from: number, prices: Prices): void {
  const { cost, count } = prices;
  const moved = order[from] ?? 0;
  order.splice(from, 1);
  let price = 0;
  for (const other of order) price += cost[moved * count + other] ?? 0;
  let best = price;
  let place = 0;
  order.forEach((other, index) => {
    price += (cost[other * count + moved] ?? 0) - (cost[moved * count + other] ?? 0);
    // Of equal places the one that it has: what need not move stays.
    if (price < best - 1e-9 || (price < best + 1e-9 && index + 1 === from)) {
      best = price;
      place = index + 1;
    }
  });
  order.splice(place, 0, moved);
}

const mostRounds = 6;

/** Moves one tree at a time to its best lane until nothing gets better. */
function improve(order: number[], prices: Prices): number {
  let cost = orderCost(order, prices);
  for (let round = 0; round < mostRounds; round++) {
    const before = cost;
    for (const member of [...order]) moveToBest(order, order.indexOf(member), prices);
    cost = orderCost(order, prices);
    if (cost >= before) break;
  }
  return cost;
}

/** Members in the order that their trees had before; new ones stand at the end. */
function startOrder(members: readonly ChannelMember[], before: readonly number[]): number[] {
  const place = new Map(before.map((tree, index) => [tree, index]));
  const placeOf = (member: number) => place.get(members[member]?.tree ?? -1) ?? before.length;
  return members.map((_, index) => index).sort((a, b) => placeOf(a) - placeOf(b) || a - b);
}

/**
 * Gives every tree of a channel a lane with as few crossings as the search finds, which starts from the order `before`. Left
 * edge first: a tree takes the first lane that no tree left of it needs there. A straight wire takes no lane's room.
 */
export function planChannel(members: readonly ChannelMember[], before: readonly number[] = []): ChannelPlan {
  const prices = new Prices(members);
  const order = startOrder(members, before);
  const cost = improve(order, prices);
  const lanes: number[] = members.map(() => 0);
  const crossedBy = new Map<number, number>();
  const treeAt = (member: number) => members[member]?.tree ?? -1;
  const cross = (member: number, times: number) =>
    crossedBy.set(treeAt(member), (crossedBy.get(treeAt(member)) ?? 0) + times);
  let crossings = 0;
  let laneCount = 0;
  order.forEach((member, position) => {
    let lane = 0;
    for (let i = 0; i < position; i++) {
      const other = order[i] ?? 0;
      const times = prices.crossings[other * prices.count + member] ?? 0;
      if (times > 0) {
        crossings += times;
        cross(other, times);
        cross(member, times);
      }
      if (prices.mustKeepApart(member, other)) lane = Math.max(lane, (lanes[other] ?? 0) + 1);
    }
    lanes[member] = lane;
    laneCount = Math.max(laneCount, lane + 1);
  });
  return {
    laneOf: new Map(members.map((member, index) => [member.tree, lanes[index] ?? 0])),
    laneCount,
    order: order.map(treeAt),
    crossings,
    crossedBy,
    cost,
  };
}
