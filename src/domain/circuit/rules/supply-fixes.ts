import type { FixPatch, Range } from "../design.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { capacitorsNeededAt } from "./decoupling.ts";
import { groundPin, steadySources } from "./fix-places.ts";
import type { FindingDraft, RuleInput } from "./rule.ts";
import { pair, say } from "./rule.ts";

export type FixDraft = NonNullable<FindingDraft["fixes"]>[number];

/** Share of what a source gives that a fix loads it with at most: `rail-budget` warns above it. */
export const goodShare = 0.8;

/** Closed plugs of the catalogue, the smallest of a level first. */
const adapterIds = ["adapter-5v-2a", "adapter-5v-4a", "adapter-5v-6a", "adapter-12v-2a", "adapter-12v-5a"];

/** A supply pin of a part, wired or not yet. */
export type SupplyPin = Omit<GraphPin, "node">;

const isBoard = (part: GraphPart) => part.catalog?.board !== undefined;

/** The smallest plug of this level that gives the current with room; undefined where none does. */
export function adapterFor({ find }: RuleInput, volts: number, needMa: number) {
  return adapterIds
    .flatMap((id) => find(id) ?? [])
    .find(({ supply }) => supply?.volts === volts && supply.limitMa * goodShare >= needMa);
}

/** Pins of a node through which parts other than the board take their supply. */
export const suppliedPins = (node: GraphNode): GraphPin[] =>
  node.pins.filter(({ part, catalog }) => !isBoard(part) && catalog?.type === "power_in");

/** The capacitors that these pins need where they lie from now on, each once, with the greatest one for all. */
function capacitorPatches(input: RuleInput, pins: readonly SupplyPin[], ground: string) {
  const [first] = pins;
  const ids = new Set(pins.flatMap(capacitorsNeededAt));
  // One large electrolytic serves what shares its rail.
  if (ids.has("capacitor-electrolytic")) ids.delete("capacitor-10uf");
  const patch = [...ids].map(
    (catalogId): FixPatch => ({ op: "insert-part", catalogId, between: pair(first?.ref ?? "", ground) }),
  );
  const cents = [...ids].reduce((sum, id) => sum + (input.find(id)?.price.typicalCents ?? 0), 0);
  return { patch, cents };
}

/** A plug of their own for these supply pins of one rail, with common ground and the capacitors that they need. */
export function ownAdapterFix(input: RuleInput, pins: readonly SupplyPin[], { volts = 5, needMa = 0 }): FixDraft[] {
  const [first, ...others] = pins;
  const ground = first === undefined ? undefined : (groundPin(input.graph, first.part) ?? undefined);
  const adapter = adapterFor(input, volts, needMa);
  if (first === undefined || ground === undefined || adapter === undefined) return [];
  const capacitors = capacitorPatches(input, pins, ground);
  const names = [...new Set(pins.map((pin) => pin.part.id))].join(", ");
  return [
    {
      label: say(input.language, {
        en: `Feed ${names} from a plug of ${volts} V, ${(adapter.supply?.limitMa ?? 0) / 1000} A, with common ground`,
        de: `${names} aus einem Netzteil mit ${volts} V, ${(adapter.supply?.limitMa ?? 0) / 1000} A speisen, Masse gemeinsam`,
      }),
      deltaCents: adapter.price.typicalCents + capacitors.cents,
      patch: [
        ...pins.map((pin): FixPatch => ({ op: "disconnect", pin: pin.ref })),
        { op: "insert-part", catalogId: adapter.id, between: pair(first.ref, ground) },
        ...others.map((pin): FixPatch => ({ op: "join", pins: pair(first.ref, pin.ref) })),
        ...capacitors.patch,
      ],
    },
  ];
}

/** A converter or regulator for these supply pins, fed from another place of the circuit. */
export function converterFix(
  input: RuleInput,
  pins: readonly SupplyPin[],
  { catalogId, from }: { catalogId: string; from: string },
): FixDraft[] {
  const [first] = pins;
  const [converter, ground] = [input.find(catalogId), first && groundPin(input.graph, first.part)];
  if (first === undefined || ground === undefined || converter === undefined) return [];
  const capacitors = capacitorPatches(input, pins, ground);
  const names = [...new Set(pins.map((pin) => pin.part.id))].join(", ");
  return [
    {
      label: say(input.language, {
        en: `Feed ${names} through ${converter.name}, from ${from}`,
        de: `${names} über ${converter.name} speisen, aus ${from}`,
      }),
      deltaCents: converter.price.typicalCents + capacitors.cents,
      patch: [{ op: "add-converter", catalogId, from, ground, feeds: pins.map((pin) => pin.ref) }, ...capacitors.patch],
    },
  ];
}

/**
 * A pin that gives about `volts` (10 %, full cells included): one that is wired, else one of a board that nothing is wired to yet. Never one
 * of the part that is to be fed.
 */
export function feedPin(graph: CircuitGraph, volts: number, fed?: GraphPart): string | undefined {
  const near = (given: number | undefined) => given !== undefined && Math.abs(given - volts) <= volts * 0.1;
  const found = steadySources(graph).find(({ volts: given, pin }) => near(given) && pin.part !== fed);
  if (found !== undefined) return found.pin.ref;
  for (const board of graph.parts.filter(isBoard)) {
    const free = board.catalog?.pins.find(
      ({ name, type, volts: given }) =>
        type === "power_out" && near(given) && !board.pins.some((pin) => pin.catalog?.name === name),
    );
    if (free !== undefined) return `${board.id}:${free.name}`;
  }
  return undefined;
}

/** Levels to feed a part with, that of the boards' pins first: what answers at 5 V harms a pin of 3.3 V. */
function levelsFor({ parts }: CircuitGraph, { min, max }: Range): number[] {
  const isLow = parts.some(({ catalog }) => catalog?.board !== undefined && catalog.board.logicVolts < 4);
  return (isLow ? [3.3, 5] : [5, 3.3]).filter((volts) => volts >= min && volts <= max);
}

/** Above this a load is asked whether its source has room for it, in mA. */
const smallMa = 100;

/** A supply pin on a rail that its part takes and that has room for it, else on a plug of its own. `stays`: it keeps its net, which wants a source. */
export function refeedFix(
  input: RuleInput,
  pin: SupplyPin,
  { range, stays = false }: { range: Range; stays?: boolean },
) {
  const needMa = pin.part.catalog?.currentMa?.max ?? 0;
  const feeds = levelsFor(input.graph, range).flatMap((volts) => {
    const from = feedPin(input.graph, volts, pin.part);
    return from === undefined ? [] : [{ volts, from }];
  });
  const roomy = feeds.find(({ from }) => needMa <= smallMa || needMa <= roomAt(input, from));
  if (roomy === undefined) return range.min <= 5 && range.max >= 5 ? ownAdapterFix(input, [pin], { needMa }) : [];
  const ground = groundPin(input.graph, pin.part);
  const capacitors = ground === undefined ? { patch: [], cents: 0 } : capacitorPatches(input, [pin], ground);
  const { from, volts } = roomy;
  return [
    {
      label: say(input.language, {
        en: `Feed ${pin.part.id} from ${from} (${volts} V)`,
        de: `${pin.part.id} aus ${from} speisen (${String(volts).replace(".", ",")} V)`,
      }),
      deltaCents: capacitors.cents,
      patch: [
        ...(stays ? [{ op: "join" as const, pins: pair(pin.ref, from) }] : refeedPatch(pin.ref, from)),
        ...capacitors.patch,
      ],
    },
  ];
}

/** The supply pin taken off where it lies and wired to another source. */
export const refeedPatch = (pin: string, to: string): FixPatch[] => [
  { op: "disconnect", pin },
  { op: "join", pins: pair(pin, to) },
];

/** mA that a source still gives to others with room: what a board passes on, or the rail's own limit, less what it gives already. */
export function roomAt({ graph, power }: RuleInput, from: string): number {
  const board = graph.parts.find((part) => from.startsWith(`${part.id}:`))?.catalog?.board;
  const node = graph.nodes.find((each) => each.pins.some((pin) => pin.ref === from));
  const rail = power.rails.find(({ id }) => node?.nets.some((net) => net.id === id) ?? false);
  const usb = power.rails.find(({ id, loads }) => id === "USB" && from.startsWith(`${loads[0]?.part}:`));
  const port = usb === undefined ? Number.POSITIVE_INFINITY : goodShare * (usb.limitMa ?? 0) - usb.maxMa;
  const own =
    rail === undefined
      ? goodShare * (board?.rail5vForOthersMa ?? Number.POSITIVE_INFINITY)
      : goodShare * (rail.limitMa ?? Number.POSITIVE_INFINITY) - rail.maxMa;
  return Math.min(port, own);
}
