import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { highLevelOf, isGround, once, railVolts, sourcesOf } from "./levels.ts";
import type { FindingDraft, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";

/** A charger passes its cell on, whose volts fall as it empties: it is no rail to wire others to. */
const isCharger = ({ catalog }: GraphPart) => catalog?.joined?.some((names) => names.includes("OUT+")) ?? false;

/** Sources of the circuit that hold their level, by pin. */
export const steadySources = once((graph: CircuitGraph) =>
  graph.nodes
    .flatMap((node) => (isGround(node) ? [] : sourcesOf(node)))
    .filter(({ pin }) => !isCharger(pin.part))
    .sort((a, b) => (a.pin.ref < b.pin.ref ? -1 : 1)),
);

/** A pin of a supply of about `volts` (10 %, full cells included), where a fix may fetch it; undefined where the circuit has none. */
export function railPin(graph: CircuitGraph, volts: number): string | undefined {
  return steadySources(graph).find((source) => Math.abs(source.volts - volts) <= volts * 0.1)?.pin.ref;
}

/** A ground pin of this part, else of a board, else any; undefined where none is wired. */
export function groundPin(graph: CircuitGraph, near: GraphPart): string | undefined {
  const grounds = [near, ...graph.parts.filter((part) => part.catalog?.board !== undefined), ...graph.parts].flatMap(
    (part) => part.pins.filter((pin) => pin.catalog?.type === "ground"),
  );
  return grounds[0]?.ref;
}

/** The supply pin of a part's rail: where its pull-ups go. */
export function ownRailPin(part: GraphPart): { ref: string; volts: number } | null {
  for (const pin of part.pins) {
    const volts = pin.catalog?.type === "power_in" && !pin.catalog.roles.includes("vm") ? railVolts(pin.node) : null;
    if (volts !== null) return { ref: pin.ref, volts };
  }
  return null;
}

/** Pins of boards on a node that firmware can use. */
export const boardPinsOn = (node: GraphNode): GraphPin[] =>
  node.pins.filter((pin) => pin.part.catalog?.board !== undefined && pin.catalog?.gpio !== undefined);

/** A gate of a 74AHCT125 before a pin that listens at 5 V, where the circuit has 5 V and ground. */
export function bufferFix({ graph, find, language }: RuleInput, pin: GraphPin): NonNullable<FindingDraft["fixes"]> {
  const [highRail, ground] = [railPin(graph, 5), groundPin(graph, pin.part)];
  const [chip, capacitor] = [find("74ahct125"), find("capacitor-ceramic")];
  if (highRail === undefined || ground === undefined || chip === undefined || capacitor === undefined) return [];
  const isThere = graph.parts.some((part) => part.catalog?.id === chip.id && part.pins.length > 0);
  return [
    {
      label: say(language, { en: `Put a 74AHCT125 before ${pin.ref}`, de: `74AHCT125 vor ${pin.ref} setzen` }),
      deltaCents: isThere ? 0 : chip.price.typicalCents + capacitor.price.typicalCents,
      patch: [{ op: "add-buffer", pin: pin.ref, highRail, ground }],
    },
  ];
}

/** A wire between two pins, as a fix. */
export function joinFix(label: string, a: string, b: string): NonNullable<FindingDraft["fixes"]> {
  return [{ label, deltaCents: 0, patch: [{ op: "join", pins: [a, b] }] }];
}

/** The ends of a part with two of them, exchanged, as a fix. */
export function turnFix(label: string, a: string, b: string): NonNullable<FindingDraft["fixes"]> {
  return [{ label, deltaCents: 0, patch: [{ op: "swap-pins", pins: [a, b] }] }];
}

/**
 * A channel of a level shifter between the pins of a node that live at more than `volts` and those that do not; nothing where a side is
 * empty or the circuit lacks one of the two rails.
 */
export function shifterFix(
  { graph, find, language }: RuleInput,
  node: GraphNode,
  volts: number,
): NonNullable<FindingDraft["fixes"]> {
  const high = node.pins.filter((pin) => (highLevelOf(pin) ?? 0) > volts);
  const [first] = high;
  const [lowRail, highRail] = [railPin(graph, 3.3), railPin(graph, 5)];
  const ground = first === undefined ? undefined : groundPin(graph, first.part);
  const shifter = find("level-shifter-4ch");
  if (high.some(({ catalog }) => catalog?.type === "ground" || catalog?.type.startsWith("power_"))) return [];
  if (first === undefined || high.length === node.pins.length || shifter === undefined) return [];
  if (lowRail === undefined || highRail === undefined || ground === undefined) return [];
  const isThere = graph.parts.some((part) => part.catalog?.id === shifter.id && part.pins.length > 0);
  return [
    {
      label: say(language, { en: "Put a level shifter between them", de: "Einen Pegelwandler dazwischen setzen" }),
      deltaCents: isThere ? 0 : shifter.price.typicalCents,
      patch: [{ op: "add-shifter", high: high.map((pin) => pin.ref), lowRail, highRail, ground }],
    },
  ];
}
