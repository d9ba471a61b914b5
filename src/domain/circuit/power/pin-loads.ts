import type { CatalogPin } from "../catalogue-part.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "../rules/circuit-graph.ts";
import { otherEnd } from "../rules/circuit-graph.ts";
import { isGround, once, railVolts } from "../rules/levels.ts";
import { forwardVoltsOf, isLed } from "../wiring/led-current.ts";

/** Direct current in mA that a board's pin gives (`sourceMa`) while it is high and takes (`sinkMa`) while it is low, at most. */
export interface PinLoad {
  pin: GraphPin;
  sourceMa: number;
  sinkMa: number;
  parts: GraphPart[];
}

/** Base and emitter of a bipolar transistor, a typical value. */
const baseVolts = 0.7;

/** A way that a current takes from a node: over these ohms, against these volts of LEDs. */
interface Way {
  node: GraphNode;
  ohms: number;
  dropVolts: number;
  /** Of the first resistor: what all ways through it share. */
  firstOhms: number;
  first: GraphPart | null;
  parts: GraphPart[];
}

/** Forward volts of a part's LED at this anode; null for what is no LED. */
export function ledVoltsAt(part: GraphPart, anode: CatalogPin): number | null {
  if (part.catalog === null) return null;
  if (anode.forwardVolts !== undefined) return anode.forwardVolts;
  if (isLed(part.catalog)) return forwardVoltsOf(part.catalog, part.design.value);
  const lights = part.catalog.functions.some((id) => id === "show-colour" || id === "show-digits");
  return lights && anode.type === "anode" ? forwardVoltsOf(part.catalog, part.design.value) : null;
}

/** LEDs that conduct away from a node: through their anode while it is high, through their cathode while it is low. */
function throughLeds(way: Way, sinks: boolean): Way[] {
  return way.node.pins.flatMap((pin): Way[] => {
    const { catalog, part } = pin;
    if (catalog === null || catalog.type !== (sinks ? "cathode" : "anode")) return [];
    const others = part.pins.filter((each) => each.catalog?.type === (sinks ? "anode" : "cathode"));
    return others.flatMap((other) => {
      const anode = sinks ? other.catalog : catalog;
      const volts = anode === null ? null : ledVoltsAt(part, anode);
      if (volts === null || other.node === way.node) return [];
      return [{ ...way, node: other.node, dropVolts: way.dropVolts + volts, parts: [...way.parts, part] }];
    });
  });
}

function throughResistors(way: Way): Way[] {
  return way.node.edges.flatMap((edge) => {
    if (edge.kind !== "resistor" || edge.from === edge.to) return [];
    const ohms = edge.ohms ?? 0;
    const parts = [...way.parts, edge.part];
    const start = way.first === null ? { first: edge.part, firstOhms: ohms } : {};
    return [{ ...way, ...start, node: otherEnd(edge, way.node), ohms: way.ohms + ohms, parts }];
  });
}

const isBase = ({ catalog, part }: GraphPin) =>
  catalog?.name === "B" &&
  part.catalog?.family === "semiconductor" &&
  part.catalog.pins.some(({ name }) => name === "E");

/** Volts that drive a way that ends here: a low pin has a rail over it, a high one ground or a base below it; null where it goes on. */
function drivingVolts(way: Way, volts: number, sinks: boolean): number | null {
  if (sinks) return railVolts(way.node);
  if (isGround(way.node)) return volts;
  return way.node.pins.some(isBase) ? volts - baseVolts : null;
}

/** mA of a way that ends here; 0 over no resistor, which rules of their own judge. */
function currentAt(way: Way, volts: number, sinks: boolean): number | null {
  const driving = drivingVolts(way, volts, sinks);
  if (driving === null || way.ohms <= 0) return driving === null ? null : 0;
  return Math.max(0, ((driving - way.dropVolts) / way.ohms) * 1000);
}

interface Found {
  way: Way;
  mA: number;
}

/** Ways to follow at most from one pin: a net of hundreds of LEDs tells nobody more. */
const waysAtMost = 200;

const isEnd = (node: GraphNode) => isGround(node) || railVolts(node) !== null;

function waysFrom(pin: GraphPin, volts: number, sinks: boolean): Found[] {
  const start: Way = { node: pin.node, ohms: 0, dropVolts: 0, firstOhms: 0, first: null, parts: [] };
  const seen = new Set<GraphNode>([pin.node]);
  const found: Found[] = [];
  const queue = [start];
  for (const way of queue) {
    const mA = way === start ? null : currentAt(way, volts, sinks);
    if (mA !== null) found.push({ way, mA });
    if (mA !== null || (way !== start && isEnd(way.node))) continue;
    const next = [...throughLeds(way, sinks), ...throughResistors(way)].filter(({ node }) => !seen.has(node));
    for (const { node } of next) if (!isEnd(node)) seen.add(node);
    queue.push(...next.slice(0, Math.max(0, waysAtMost - queue.length)));
  }
  return found;
}

/** The sum over the ways; those through one first resistor together take no more than it lets through. */
function total(found: readonly Found[], volts: number): number {
  let sum = 0;
  for (const group of Map.groupBy(found, ({ way }) => way.first).values()) {
    const own = group.reduce((all, { mA }) => all + mA, 0);
    const { firstOhms = 0 } = group[0]?.way ?? {};
    const least = Math.min(...group.map(({ way }) => way.dropVolts));
    sum += firstOhms > 0 ? Math.min(own, Math.max(0, ((volts - least) / firstOhms) * 1000)) : own;
  }
  return sum;
}

/** mA of parts that a pin feeds as if it were a supply, and of what hums on it: a bare buzzer. */
function fedBy(pin: GraphPin): { part: GraphPart; mA: number }[] {
  if (railVolts(pin.node) !== null || isGround(pin.node)) return [];
  return pin.node.pins.flatMap(({ part, catalog }) => {
    const figure = part.catalog?.board === undefined ? part.catalog?.currentMa?.max : undefined;
    const feeds =
      catalog?.type === "power_in" || (catalog?.type === "passive" && part.catalog?.functions.includes("act-sound"));
    return feeds && figure !== undefined ? [{ part, mA: figure }] : [];
  });
}

function loadOf(pin: GraphPin): PinLoad {
  const volts = pin.part.catalog?.board?.logicVolts ?? 0;
  const [sources, sinks] = [waysFrom(pin, volts, false), waysFrom(pin, volts, true)];
  const fed = fedBy(pin);
  const rail = Math.max(0, ...sinks.map(({ way }) => railVolts(way.node) ?? 0));
  return {
    pin,
    sourceMa: total(sources, volts) + fed.reduce((sum, { mA }) => sum + mA, 0),
    sinkMa: total(sinks, rail),
    parts: [...new Set([...[...sources, ...sinks].flatMap(({ way }) => way.parts), ...fed.map(({ part }) => part)])],
  };
}

/** Loads of every pin of a board that carries a direct current, once per pin of the chip. */
export const pinLoads = once((graph: CircuitGraph): PinLoad[] =>
  graph.parts.flatMap((board) => {
    if (board.catalog?.board === undefined) return [];
    const pins = board.pins.filter((pin) => pin.catalog?.gpio !== undefined);
    const chips = [...new Map(pins.map((pin) => [`${pin.catalog?.gpio} ${pin.node.id}`, pin])).values()];
    return chips.map(loadOf).filter(({ sourceMa, sinkMa }) => sourceMa > 0 || sinkMa > 0);
  }),
);
