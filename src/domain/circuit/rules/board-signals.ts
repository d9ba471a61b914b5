import type { CatalogPin } from "../catalogue-part.ts";
import { pinCan, pinCost } from "../pins/pin-preference.ts";
import type { SignalKind } from "../pins/signal-need.ts";
import { signalKindOf } from "../pins/signal-need.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { otherEnd } from "./circuit-graph.ts";
import { isGround, once, railVolts } from "./levels.ts";

/** A pin of a board in use, and the pins of parts that it reaches directly or through resistors. */
export interface BoardSignal {
  board: GraphPart;
  pin: GraphPin;
  reached: GraphPin[];
  /** Bus lines of I2C parts that it reaches by wire or across a level shifter, never through a resistor. */
  bus: GraphPin[];
}

/** Pins on a node and behind its resistors; a supply or ground is no way on. */
function reach(start: GraphNode): GraphPin[] {
  const seen = new Set([start]);
  const queue = [start];
  for (const node of queue) {
    for (const edge of node.edges) {
      const far = otherEnd(edge, node);
      if (edge.kind !== "resistor" || seen.has(far) || isGround(far) || railVolts(far) !== null) continue;
      seen.add(far);
      queue.push(far);
    }
  }
  return [...seen].flatMap((node) => node.pins);
}

/** Bus lines on a node and on the other side of a level shifter's channel. */
const busLinesOn = once((node: GraphNode): GraphPin[] => {
  const channels = node.pins.flatMap((pin) => {
    const own = pin.catalog?.name ?? "";
    const channel: string[] = pin.part.catalog?.shifter?.channels.find((pair) => pair.includes(own)) ?? [];
    return pin.part.pins.filter((each) => each.catalog?.name !== own && channel.includes(each.catalog?.name ?? ""));
  });
  return [node, ...channels.map((pin) => pin.node)]
    .flatMap((each) => each.pins)
    .filter((pin) => pin.part.catalog?.i2c !== undefined);
});

/** Every GPIO of a board that something hangs on. */
export function boardSignals(graph: CircuitGraph): BoardSignal[] {
  return graph.parts.flatMap((board) => {
    if (board.catalog?.board === undefined) return [];
    return board.pins.flatMap((pin) => {
      if (pin.catalog?.gpio === undefined) return [];
      const reached = reach(pin.node).filter((each) => each.part !== board);
      return reached.length > 0 ? [{ board, pin, reached, bus: busLinesOn(pin.node) }] : [];
    });
  });
}

/** What the parts on a signal ask of the board's pin. */
export function kindsWanted(signal: BoardSignal): { kind: SignalKind; by: GraphPin }[] {
  return signal.reached.flatMap((by) => {
    if (by.catalog === null || by.part.catalog === null) return [];
    const kind = signalKindOf(by.part.catalog, by.catalog);
    return kind === null ? [] : [{ kind, by }];
  });
}

/** The best unused pin of the board that can do all of this; null when none is left. */
export function freePinFor(board: GraphPart, kinds: readonly SignalKind[], usesWifi: boolean): CatalogPin | null {
  const catalog = board.catalog;
  const [first] = kinds;
  if (catalog === null || first === undefined) return null;
  const used = new Set(board.pins.map((pin) => pin.catalog?.gpio));
  const free = catalog.pins
    .filter((pin) => pin.gpio !== undefined && !used.has(pin.gpio) && !pin.roles.includes("strapping"))
    .filter((pin) => kinds.every((kind) => pinCan(pin, kind, usesWifi)))
    .map((pin, order) => ({ pin, order, cost: pinCost(catalog, pin, first) }))
    .sort((a, b) => a.cost - b.cost || a.order - b.order);
  return free[0]?.pin ?? null;
}
