import { partById } from "../catalogue/catalogue.ts";
import type { ChosenPart, Refusal } from "../design-stages.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { converter, isAdapter, isConverter, rail5v, source } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** Part id of each motor, and of each switch of one, -> the rail that feeds it. */
export type MotorRails = Map<string, NetSpec>;

/** What feeds the board, and what of it the board takes. `from` is the net that a further converter takes from, null for adapters. */
export interface BoardFeed {
  limitMa: number;
  boardMa: number;
  from: NetSpec | null;
}

/** Share of a source's limit that is planned for: the rail rule warns above it. */
const comfortableShare = 0.8;
/** More than this beside the board's own source is no sensible build: one plug for the motors, or two converters behind one cell. */
const sourcesAtMost = { adapters: 1, converters: 2 } as const;
/** A cell that is nearly empty, volts: its current is greatest then. Typical value. */
const emptyCellVolts = 3.0;

/** A motor, or the switch of one: what hangs on the rail, and its greatest current with its load's. */
interface Demand {
  part: ChosenPart;
  maxMa: number;
}

function demandsOf(draft: WiringDraft): Demand[] {
  const loads = draft.parts.filter((part) => part.part.needs?.includes("mosfet-module"));
  const switches = draft.parts.filter((part) => part.part.id === "mosfet-module");
  return draft.parts.flatMap((part) => {
    const own = part.part.currentMa?.max ?? 0;
    if (part.functions.includes("act-servo")) return [{ part, maxMa: own }];
    const place = switches.indexOf(part);
    return place < 0 ? [] : [{ part, maxMa: own + (loads[place]?.part.currentMa?.max ?? 0) }];
  });
}

const sum = (demands: readonly Demand[]) => demands.reduce((total, one) => total + one.maxMa, 0);

/** Fills sources one after the other; a motor that is too strong for the share gets one alone, as far as the limit goes. */
function groupsOf(demands: readonly Demand[], limitMa: number): Demand[][] {
  const groups: Demand[][] = [];
  for (const demand of demands) {
    const group = groups.find((each) => sum(each) + demand.maxMa <= limitMa * comfortableShare);
    if (group === undefined) groups.push([demand]);
    else group.push(demand);
  }
  return groups;
}

/** The motors that no source carries, the figures of the one that comes nearest, and what would fit. */
function tooWeak(
  draft: WiringDraft,
  demands: readonly Demand[],
  supply: { name: string; limitMa: number; most: number },
): Refusal {
  const total = sum(demands);
  const plannedMa = supply.limitMa * comfortableShare;
  const each = Math.max(1, Math.floor(plannedMa / Math.max(...demands.map((one) => one.maxMa))));
  const fit = Math.max(1, Math.min(each * supply.most, demands.length - 1));
  const reason = {
    en: `${demands.length} motors can take ${total} mA together when they start; the strongest 5 V supply that I can wire here (${supply.name}) gives ${supply.limitMa} mA, of which I plan ${plannedMa} mA. Use ${fit === 1 ? "one motor" : `at most ${fit} motors`} per device.`,
    de: `${demands.length} Motoren können beim Anlaufen zusammen ${total} mA nehmen; die stärkste 5-V-Versorgung, die ich hier verdrahten kann (${supply.name}), gibt ${supply.limitMa} mA, von denen ich ${plannedMa} mA verplane. Nimm ${fit === 1 ? "einen Motor" : `höchstens ${fit} Motoren`} je Gerät.`,
  };
  return { kind: "unsupported", reason: reason[draft.language], question: null };
}

/** An adapter of the selection that nothing uses yet, else a further source. */
function sourceFor(draft: WiringDraft, catalogId: string, group: Demand[]): ChosenPart {
  const used = new Set([...draft.nets.values()].flatMap((net) => net.pins.map((pin) => splitPin(pin).partId)));
  const spare = draft.parts.find((part) => isAdapter(part) && part.part.id === catalogId && !used.has(part.id));
  if (spare !== undefined) return spare;
  return draft.support({
    catalogId,
    value: null,
    serves: group[0]?.part.id ?? null,
    role: { en: "5 V for the motors alone", de: "5 V nur für die Motoren" },
    why: {
      en: "Motors start with more current than the board's 5 V gives.",
      de: "Motoren brauchen beim Anlaufen mehr Strom, als die 5 V des Boards hergeben.",
    },
    pins: [],
  });
}

/** What everything on 5 V takes from a cell that is nearly empty must be within what its protection lets through. */
function cellGives(draft: WiringDraft, totalMa: number, efficiency: number): boolean {
  const charger = draft.parts.find((part) => part.part.pins.some((pin) => pin.name === "B+"));
  const cell = draft.parts.find((part) => part.part.battery !== undefined);
  const limit = Math.min(charger?.part.supply?.limitMa ?? Number.POSITIVE_INFINITY, cell?.part.battery?.maxMa ?? 0);
  return (totalMa * 5) / (emptyCellVolts * efficiency) <= limit;
}

/**
 * The rail of each motor: the board's 5 V where that stays comfortable, else sources of their own, as many motors to one as it feeds.
 * Refuses where one adapter, two converters, or the cell behind them do not suffice.
 */
export function motorRails(draft: WiringDraft, feed: BoardFeed): MotorRails | Refusal {
  const demands = demandsOf(draft);
  const motorSide = new Set(demands.map((one) => one.part));
  const others = draft.parts.filter(
    (part) => part !== draft.board && !motorSide.has(part) && !part.functions.includes("act-pump"),
  );
  const othersMa = others.reduce((total, part) => total + (part.part.currentMa?.max ?? 0), 0);
  const restMa = othersMa + feed.boardMa;
  if (restMa + sum(demands) <= feed.limitMa * comfortableShare)
    return new Map(demands.map((one) => [one.part.id, rail5v]));
  const catalogId = feed.from === null ? "adapter-5v-2a" : "boost-5v";
  const part = partById(catalogId);
  const supply = part?.supply;
  if (part === undefined || supply === undefined || demands.length === 0) return new Map();
  const groups = groupsOf(demands, supply.limitMa);
  const fromCell = feed.from === null || cellGives(draft, restMa + sum(demands), supply.efficiency ?? 1);
  const most = feed.from === null ? sourcesAtMost.adapters : sourcesAtMost.converters;
  if (groups.length > most || !fromCell)
    return tooWeak(draft, demands, { name: part.name, limitMa: supply.limitMa, most });
  const rails = new Map<string, NetSpec>();
  for (const [index, group] of groups.entries()) {
    const rail: NetSpec = { id: index === 0 ? "5V_M" : `5V_M${index + 1}`, kind: "supply", volts: 5 };
    const part = sourceFor(draft, catalogId, group);
    if (feed.from !== null && isConverter(part)) converter(draft, part, { from: feed.from, to: rail });
    else source(draft, part, rail);
    for (const one of group) rails.set(one.part.id, rail);
  }
  return rails;
}
