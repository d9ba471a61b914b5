import type { GraphNode, GraphPart, GraphPin } from "../rules/circuit-graph.ts";
import { otherEnd } from "../rules/circuit-graph.ts";
import { drivenVolts, isGround, railVolts } from "../rules/levels.ts";
import { forwardVoltsOf } from "../wiring/led-current.ts";

/** Where one end of an LED leads: over how many ohms, to which level, and whether a pin or a rail holds it. */
export interface LedEnd {
  ohms: number;
  volts: number;
  kind: "pin" | "rail" | "ground";
  node: GraphNode;
  /** The board or part that drives the end, for a pin. */
  driver: GraphPart | null;
  /** The resistors on the way, nearest first. */
  through: GraphPart[];
}

/** All levels that a node reaches through resistors in series, nearest first; `self` drives nothing. */
export function endsFrom(start: GraphNode, self: GraphPart): LedEnd[] {
  const ends: LedEnd[] = [];
  const seen = new Set<GraphNode>([start]);
  let front: { node: GraphNode; ohms: number; through: GraphPart[] }[] = [{ node: start, ohms: 0, through: [] }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { node, ohms, through } of front) {
      const end = levelOf(node, self);
      if (end !== null) {
        ends.push({ ...end, ohms, node, through });
        continue;
      }
      for (const edge of node.edges) {
        const far = otherEnd(edge, node);
        if (edge.kind !== "resistor" || seen.has(far)) continue;
        seen.add(far);
        next.push({ node: far, ohms: ohms + (edge.ohms ?? 0), through: [...through, edge.part] });
      }
    }
    front = next;
  }
  return ends;
}

function levelOf(node: GraphNode, self: GraphPart): Pick<LedEnd, "volts" | "kind" | "driver"> | null {
  const rail = railVolts(node);
  if (rail !== null) return { volts: rail, kind: "rail", driver: null };
  if (isGround(node)) return { volts: 0, kind: "ground", driver: null };
  for (const pin of node.pins) {
    const volts = pin.part === self ? null : drivenVolts(pin);
    if (volts !== null) return { volts, kind: "pin", driver: pin.part };
  }
  return null;
}

/** A way in which an LED lights, from what feeds its anode to what its cathode ends in. */
export interface LedBranch {
  feed: LedEnd;
  sink: LedEnd;
  ohms: number;
}

/** The branch in which an LED lights: the strongest feed at its anode and the way out at its cathode; null where it cannot light. */
export function ledBranch(led: GraphPart, from?: GraphPin): LedBranch | null {
  const node = (type: "anode" | "cathode") => led.pins.find((pin) => pin.catalog?.type === type)?.node;
  const [anode, cathode] = [from?.node ?? node("anode"), node("cathode")];
  if (anode === undefined || cathode === undefined || anode === cathode) return null;
  const [feed] = endsFrom(anode, led)
    .filter((end) => end.volts > 0)
    .sort((a, b) => a.ohms - b.ohms);
  const [sink] = endsFrom(cathode, led)
    .filter((end) => end.kind !== "rail")
    .sort((a, b) => a.ohms - b.ohms);
  return feed === undefined || sink === undefined ? null : { feed, sink, ohms: feed.ohms + sink.ohms };
}

/** Current in mA that an LED takes from this board's pins: (V - Vf) / R; 0 where it is fed from elsewhere. */
export function ledCurrentMa(led: GraphPart, board: GraphPart): number {
  const branch = ledBranch(led);
  if (branch === null || branch.feed.driver !== board || led.catalog === null || branch.ohms <= 0) return 0;
  return Math.max(0, ((branch.feed.volts - forwardVoltsOf(led.catalog, led.design.value)) / branch.ohms) * 1000);
}
