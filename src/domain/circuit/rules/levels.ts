import type { CatalogPin } from "../catalogue-part.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { otherEnd } from "./circuit-graph.ts";

/** A supply that holds a node at a level. `volts` is the greatest it gives: a charged cell, not the nominal one. */
export interface NodeSource {
  pin: GraphPin;
  volts: number;
  nominalVolts: number;
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
 * Supplies on a node. An output that may be fed (a board's 5V pin, alive by USB) is a source only where nothing else feeds the
 * node; where it does, the board is a load there.
 */
export function sourcesOf(node: GraphNode): NodeSource[] {
  const sources = node.pins.flatMap((pin) => {
    const output = outputVolts(pin);
    return output === null ? [] : [{ pin, ...output }];
  });
  const own = sources.filter((source) => source.pin.catalog?.mayBeFed !== true);
  return own.length > 0 ? own : sources;
}

/** Whether a node is ground: a ground pin lies on it. */
export function isGround(node: GraphNode): boolean {
  return node.pins.some((pin) => pin.catalog?.type === "ground") || node.nets.every((net) => net.kind === "ground");
}

/** Greatest volts of a supply node; the net's own figure where no known source feeds it; null for no supply. */
export function railVolts(node: GraphNode): number | null {
  const sources = sourcesOf(node);
  if (sources.length > 0) return Math.max(...sources.map((source) => source.volts));
  if (isGround(node)) return null;
  const stated = node.nets.flatMap((net) =>
    (net.kind === "supply" || net.kind === "battery") && net.volts !== null ? [net.volts] : [],
  );
  return stated.length > 0 ? Math.max(...stated) : null;
}

/** The rail that feeds a part: greatest volts over its supply pins that are wired. */
export function supplyVoltsOf(part: GraphPart): number | null {
  const volts = part.pins.flatMap((pin) => {
    const rail = pin.catalog?.type === "power_in" ? railVolts(pin.node) : null;
    return rail === null ? [] : [rail];
  });
  return volts.length > 0 ? Math.max(...volts) : null;
}

/** A shifter's channel follows the supply of its side: `LV1` that of `LV`, `HV1` that of `HV`. */
function sideVolts(pin: GraphPin): number | null {
  const side = /^([A-Z]+)\d+$/.exec(pin.catalog?.name ?? "")?.[1];
  if (side === undefined || pin.part.catalog?.family !== "logic") return null;
  const reference = pin.part.pins.find((each) => each.catalog?.name === side && each.catalog.type === "power_in");
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

/** The level that a pin can force on its node; null for one that only listens or lets go. */
export function drivenVolts(pin: GraphPin): number | null {
  const { catalog, part } = pin;
  if (catalog === null || !isSignal(catalog)) return null;
  if (catalog.type === "input") return null;
  if (pullsUpItself(pin)) return highLevelOf(pin);
  const onBus = catalog.roles.includes("sda") || catalog.roles.includes("scl");
  if (catalog.type === "open_drain" || (onBus && part.catalog?.board === undefined)) return null;
  return highLevelOf(pin);
}

/** Highest level that anything but `listener` puts on its node: drivers, rails, and what comes through resistors. */
export function highestVoltsAt(listener: GraphPin): { volts: number; from: GraphPart[] } | null {
  const { node } = listener;
  const direct = [
    ...node.pins.flatMap((pin) => {
      const volts = pin.part === listener.part ? null : drivenVolts(pin);
      return volts === null ? [] : [{ volts, part: pin.part }];
    }),
    ...sourcesOf(node)
      .filter((source) => source.pin.part !== listener.part)
      .map((source) => ({ volts: source.volts, part: source.pin.part })),
  ];
  if (direct.length > 0) {
    const volts = Math.max(...direct.map((each) => each.volts));
    return { volts, from: direct.filter((each) => each.volts === volts).map((each) => each.part) };
  }
  return throughResistors(listener);
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
  const driven = node.pins.flatMap((pin) => {
    const volts = pin.part === listener ? null : drivenVolts(pin);
    return volts === null ? [] : [volts];
  });
  const rail = railVolts(node);
  const all = rail === null ? driven : [...driven, rail];
  return all.length > 0 ? Math.max(...all) : null;
}

/** The boards of a circuit. */
export function boardsOf(graph: CircuitGraph): GraphPart[] {
  return graph.parts.filter((part) => part.catalog?.board !== undefined);
}
