import type { CatalogPin } from "../catalogue-part.ts";
import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { otherEnd } from "./circuit-graph.ts";
import { behindContacts } from "./contacts.ts";

/** A supply that holds a node at a level. `volts` is the greatest it gives: a charged cell, not the nominal one. */
export interface NodeSource {
  pin: GraphPin;
  volts: number;
  nominalVolts: number;
}

/** Remembers an answer per node or part: a graph never changes once it is built, and every rule asks the same again. */
export function once<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = answer(key);
    known.set(key, { value });
    return value;
  };
}

const isSignal = (pin: CatalogPin) =>
  pin.type === "io" || pin.type === "input" || pin.type === "output" || pin.type === "open_drain";

function outputVolts(pin: GraphPin): { volts: number; nominalVolts: number } | null {
  if (pin.catalog?.type !== "power_out") return null;
  const { catalog } = pin.part;
  const battery = catalog?.battery;
  const volts = pin.catalog.volts ?? catalog?.supply?.volts;
  return volts === undefined ? null : { volts: battery === undefined ? volts : battery.volts.max, nominalVolts: volts };
}

/**
 * Supplies on a node, the highest first. An output that may be fed (a board's 5V pin, alive by USB) is a source only where nothing else feeds the
 * node; where it does, the board is a load there.
 */
export const sourcesOf = once((node: GraphNode): NodeSource[] => {
  const sources = node.pins.flatMap((pin) => {
    const output = outputVolts(pin);
    return output === null ? [] : [{ pin, ...output }];
  });
  const own = sources.filter((source) => source.pin.catalog?.mayBeFed !== true);
  return (own.length > 0 ? own : sources).sort((a, b) => b.volts - a.volts);
});

/** Whether a node is ground: a ground pin lies on it. */
export const isGround = once(
  (node: GraphNode): boolean =>
    node.pins.some((pin) => pin.catalog?.type === "ground") || node.nets.every((net) => net.kind === "ground"),
);

/** Greatest volts of a supply node; the net's own figure where no known source feeds it; null for no supply. */
export const railVolts = once((node: GraphNode): number | null => {
  const sources = sourcesOf(node);
  if (sources.length > 0) return Math.max(...sources.map((source) => source.volts));
  if (isGround(node)) return null;
  const stated = node.nets.flatMap((net) =>
    (net.kind === "supply" || net.kind === "battery") && net.volts !== null ? [net.volts] : [],
  );
  return stated.length > 0 ? Math.max(...stated) : null;
});

/** The rail that feeds a part: greatest volts over its supply pins that are wired. */
const supplyVoltsOf = once((part: GraphPart): number | null => {
  const volts = part.pins.flatMap((pin) => {
    const isLogic = pin.catalog?.type === "power_in" && !pin.catalog.roles.includes("vm");
    const rail = isLogic ? railVolts(pin.node) : null;
    return rail === null ? [] : [rail];
  });
  return volts.length > 0 ? Math.max(...volts) : null;
});

/** A shifter's channel follows the supply of its side: `LV1` that of `LV`, `HV1` that of `HV`. */
function sideVolts(pin: GraphPin): number | null {
  const shifter = pin.part.catalog?.shifter;
  const channel = shifter?.channels.find((pair) => pair.includes(pin.catalog?.name ?? ""));
  if (shifter === undefined || channel === undefined) return null;
  const side = channel[0] === pin.catalog?.name ? shifter.lowRail : shifter.highRail;
  const reference = pin.part.pins.find((each) => each.catalog?.name === side && each.catalog?.type === "power_in");
  return reference === undefined ? null : railVolts(reference.node);
}

/** High level of a part's signal pin: its own logic level, else that of the rail that feeds it. */
export function highLevelOf(pin: GraphPin): number | null {
  const { catalog } = pin.part;
  if (catalog === null) return null;
  if (catalog.board !== undefined) return catalog.board.logicVolts;
  return sideVolts(pin) ?? catalog.logicVolts ?? supplyVoltsOf(pin.part);
}

/** Whether the part itself pulls this bus line up. */
export function pullsUpItself(pin: GraphPin): boolean {
  const roles = pin.catalog?.roles ?? [];
  const onBus = roles.includes("sda") || roles.includes("scl");
  return onBus && pin.part.catalog?.i2c?.pullUpOhms != null;
}

/** What the part's own pull-up on a bus line pulls up to: its supply, or less behind a regulator of its own. */
export function pullUpLevelOf(pin: GraphPin): number | null {
  const volts = highLevelOf(pin);
  const own = pin.part.catalog?.i2c?.pullUpVolts;
  return volts === null || own === undefined ? volts : Math.min(volts, own);
}

/** The level that a pin can force on its node; null for one that only listens or lets go. */
export function drivenVolts(pin: GraphPin): number | null {
  const { catalog, part } = pin;
  if (catalog === null || !isSignal(catalog)) return null;
  if (pullsUpItself(pin)) return pullUpLevelOf(pin);
  if (catalog.type === "input") return null;
  const onBus = catalog.roles.includes("sda") || catalog.roles.includes("scl");
  if (catalog.type === "open_drain" || (onBus && part.catalog?.board === undefined)) return null;
  return highLevelOf(pin);
}

/** A resistive sensor or a knob sets a level without driving it. */
export const isResistive = (part: GraphPart): boolean =>
  (part.catalog?.ties?.length ?? 0) > 0 || part.catalog?.functions.includes("input-knob") === true;

interface Drive {
  volts: number;
  part: GraphPart;
}

/** Drivers and supplies that lie on a node itself. */
const ownDrives = once((node: GraphNode): Drive[] => {
  const drivers = node.pins.flatMap((pin) => {
    const volts = drivenVolts(pin);
    return volts === null ? [] : [{ volts, part: pin.part }];
  });
  const supplies = sourcesOf(node).map((source) => ({ volts: source.volts, part: source.pin.part }));
  return [...drivers, ...supplies];
});

const highestOn = once((node: GraphNode): number | null =>
  ownDrives(node).reduce<number | null>((highest, { volts }) => Math.max(highest ?? volts, volts), null),
);

/** All that holds a node at a level, the highest first; a button or relay contact counts as closed. */
const drivesOn = once((node: GraphNode): Drive[] => {
  const switched = behindContacts(node).flatMap((far) => {
    const volts = highestOn(far.node);
    return volts === null ? [] : [{ volts, part: far.part }];
  });
  return [...ownDrives(node), ...switched].sort((a, b) => b.volts - a.volts);
});

/** A finding names this many drivers of a node; a bus of fifty tells nobody more. */
const namedAtMost = 4;

/** Highest level that anything but `listener` puts on its node: drivers, rails, and what comes through resistors. */
export function highestVoltsAt(listener: GraphPin): { volts: number; from: GraphPart[] } | null {
  const drives = drivesOn(listener.node);
  const highest = drives.find((drive) => drive.part !== listener.part);
  if (highest === undefined) return throughResistors(listener);
  const from = new Set<GraphPart>();
  for (const { volts, part } of drives) {
    if (volts < highest.volts || from.size === namedAtMost) break;
    if (part !== listener.part) from.add(part);
  }
  return { volts: highest.volts, from: [...from] };
}

/** Open-circuit level of a node that only resistors feed: the mean of their far levels, weighted by conductance. */
function throughResistors(listener: GraphPin): { volts: number; from: GraphPart[] } | null {
  let current = 0;
  let conductance = 0;
  let fed = false;
  const from: GraphPart[] = [];
  for (const edge of listener.node.edges) {
    if (edge.kind !== "resistor" || edge.from === edge.to) continue;
    const far = otherEnd(edge, listener.node);
    const volts = isGround(far) ? 0 : farVolts(far, listener.part);
    if (volts === null) continue;
    const siemens = 1 / Math.max(edge.ohms ?? 1, 0.001);
    current += volts * siemens;
    conductance += siemens;
    fed ||= volts > 0;
    from.push(edge.part);
  }
  return fed ? { volts: current / conductance, from } : null;
}

function farVolts(node: GraphNode, listener: GraphPart): number | null {
  const driven = drivesOn(node).find((drive) => drive.part !== listener)?.volts ?? null;
  const rail = railVolts(node);
  return driven === null || rail === null ? (driven ?? rail) : Math.max(driven, rail);
}
