import { allParts, partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { ChosenPart, Refusal } from "../design-stages.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { hungLoads } from "./hung-loads.ts";
import { converter, isAdapter, isConverter, rail5v, source } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** Part id of each motor or strip, and of each driver of one, -> the rail that feeds it. */
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

/** What hangs on a rail of its own: a servo, a strip, or a driver with its loads; volts and greatest current of all that. */
interface Demand {
  part: ChosenPart;
  volts: number;
  maxMa: number;
}

function demandsOf(draft: WiringDraft): Demand[] {
  const hung = hungLoads(draft.parts);
  return draft.parts.flatMap((part) => {
    const own = part.part.currentMa?.max ?? 0;
    if (part.part.outputs !== undefined) {
      const loads = hung.filter((each) => each.driver === part).map((each) => each.load.part);
      const [first] = loads;
      if (first === undefined) return [];
      const loadMa = loads.reduce((total, load) => total + (load.currentMa?.max ?? 0), 0);
      return [{ part, volts: first.motorVolts ?? 5, maxMa: own + loadMa }];
    }
    const { motorVolts, hangsOn } = part.part;
    return motorVolts === undefined || hangsOn !== undefined ? [] : [{ part, volts: motorVolts, maxMa: own }];
  });
}

/** Relay modules: their coils join the motors where the board's 5 V is too little for them. */
const coilsOf = (draft: WiringDraft): Demand[] =>
  draft.parts.flatMap((part) => {
    const { functions, currentMa, motorVolts, supplyVolts } = part.part;
    const isCoil = functions.includes("act-switch-load") && motorVolts === undefined && (currentMa?.max ?? 0) > 50;
    const takes5 = supplyVolts !== null && supplyVolts.min <= 5 && supplyVolts.max >= 5;
    return isCoil && takes5 ? [{ part, volts: 5, maxMa: currentMa?.max ?? 0 }] : [];
  });

const sum = (demands: readonly Demand[]) => demands.reduce((total, one) => total + one.maxMa, 0);

/** Adapters of these volts, the weakest first. */
export function adaptersOf(volts: number): CatalogPart[] {
  const fitting = allParts.filter((part) => part.supply?.volts === volts && part.supplyVolts === null);
  return fitting.sort((a, b) => (a.supply?.limitMa ?? 0) - (b.supply?.limitMa ?? 0));
}

/** The weakest adapter that carries so much in comfort, else the strongest. */
export function adapterFor(volts: number, maxMa: number): CatalogPart | undefined {
  const adapters = adaptersOf(volts);
  return adapters.find((part) => (part.supply?.limitMa ?? 0) * comfortableShare >= maxMa) ?? adapters.at(-1);
}

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
  const volts = demands[0]?.volts ?? 5;
  const plannedMa = supply.limitMa * comfortableShare;
  const each = Math.max(1, Math.floor(plannedMa / Math.max(...demands.map((one) => one.maxMa))));
  const fit = Math.max(1, Math.min(each * supply.most, demands.length - 1));
  const areMotors = demands.every(({ part }) => part.part.functions.every((id) => id.startsWith("act-")));
  const many = areMotors ? (["motors", "Motoren"] as const) : (["loads", "Verbraucher"] as const);
  const one = areMotors ? (["one motor", "einen Motor"] as const) : (["one", "einen"] as const);
  const reason = {
    en: `${demands.length} ${many[0]} can take ${total} mA together when they start; the strongest ${volts} V supply that I can wire here (${supply.name}) gives ${supply.limitMa} mA, of which I plan ${plannedMa} mA. Use ${fit === 1 ? one[0] : `at most ${fit} ${many[0]}`} per device.`,
    de: `${demands.length} ${many[1]} können beim Anlaufen zusammen ${total} mA nehmen; die stärkste ${volts}-V-Versorgung, die ich hier verdrahten kann (${supply.name}), gibt ${supply.limitMa} mA, von denen ich ${plannedMa} mA verplane. Nimm ${fit === 1 ? one[1] : `höchstens ${fit} ${many[1]}`} je Gerät.`,
  };
  return { kind: "unsupported", reason: reason[draft.language], question: null };
}

const forMotors = (volts: number) => ({
  role: { en: `${volts} V for the motors alone`, de: `${volts} V nur für die Motoren` },
  why: {
    en: "Motors start with more current than the board's 5 V gives.",
    de: "Motoren brauchen beim Anlaufen mehr Strom, als die 5 V des Boards hergeben.",
  },
});

const forRelays = (volts: number) => ({
  role: { en: `${volts} V for the relays alone`, de: `${volts} V nur für die Relais` },
  why: {
    en: "So many coils take more current than the board's 5 V gives.",
    de: "So viele Spulen nehmen mehr Strom, als die 5 V des Boards hergeben.",
  },
});

/** An adapter of the selection that nothing uses yet, else a further source. */
function sourceFor(draft: WiringDraft, catalogId: string, group: readonly Demand[]): ChosenPart {
  const used = new Set([...draft.nets.values()].flatMap((net) => net.pins.map((pin) => splitPin(pin).partId)));
  const spare = draft.parts.find((part) => isAdapter(part) && part.part.id === catalogId && !used.has(part.id));
  if (spare !== undefined) return spare;
  const volts = partById(catalogId)?.supply?.volts ?? 5;
  return draft.support({
    catalogId,
    value: null,
    serves: group[0]?.part.id ?? null,
    ...(group.every(({ part }) => part.part.functions.includes("act-switch-load"))
      ? forRelays(volts)
      : forMotors(volts)),
    pins: [],
  });
}

/** What everything on 5 V takes from a cell that is nearly empty must be within what its protection lets through. */
function cellGives(draft: WiringDraft, totalMa: number, efficiency: number): boolean {
  const charger = draft.parts.find((part) => part.part.pins.some((pin) => pin.name === "B+"));
  const cell = draft.parts.find((part) => part.part.battery !== undefined);
  const limit = Math.min(charger?.part.supply?.limitMa ?? Number.POSITIVE_INFINITY, cell?.part.battery?.maxMa ?? 0);
  const emptyVolts = Math.max(emptyCellVolts, cell?.part.battery?.volts.min ?? 0);
  return (totalMa * 5) / (emptyVolts * efficiency) <= limit;
}

/** The rails of what wants more than 5 V: the adapter that feeds all, else one of its own. No cell of this engine gives that. */
function higherRails(draft: WiringDraft, demands: readonly Demand[], feed: BoardFeed): MotorRails | Refusal {
  const rails: MotorRails = new Map();
  for (const volts of new Set(demands.map((one) => one.volts))) {
    const group = demands.filter((one) => one.volts === volts);
    if (feed.from !== null) return needsAdapter(draft, volts);
    const rail: NetSpec = { id: `${volts}V`, kind: "supply", volts };
    const present = draft.nets.has(rail.id)
      ? draft.parts.find((part) => isAdapter(part) && part.part.supply?.volts === volts)
      : undefined;
    const boardMa = present === undefined ? 0 : (feed.limitMa * 5) / volts;
    const wanted = present?.part ?? adapterFor(volts, sum(group));
    const limitMa = wanted?.supply?.limitMa ?? 0;
    if (wanted === undefined || sum(group) + boardMa > limitMa)
      return tooWeak(draft, group, { name: wanted?.name ?? "", limitMa, most: 1 });
    if (present === undefined) source(draft, sourceFor(draft, wanted.id, group), rail);
    for (const one of group) rails.set(one.part.id, rail);
  }
  return rails;
}

function needsAdapter(draft: WiringDraft, volts: number): Refusal {
  const german = draft.language === "de";
  return {
    kind: "needs_answer",
    reason: german
      ? `Was an ${volts} V läuft, kann ich nicht aus einer Zelle versorgen.`
      : `I cannot feed what runs on ${volts} V from one cell.`,
    question: {
      text: german ? "Gibt es dort eine Steckdose?" : "Is there a socket nearby?",
      answers: german ? ["Nimm ein Netzteil"] : ["Use a power adapter"],
    },
  };
}

/**
 * The rail of each motor: the board's 5 V where that stays comfortable, else sources of their own, as many motors to one as it feeds.
 * Refuses where one adapter, two converters, or the cell behind them do not suffice.
 */
export function motorRails(draft: WiringDraft, feed: BoardFeed): MotorRails | Refusal {
  const all = demandsOf(draft);
  const higher = higherRails(
    draft,
    all.filter((one) => one.volts > 5),
    feed,
  );
  if (!(higher instanceof Map)) return higher;
  const motors = all.filter((one) => one.volts <= 5);
  const coils = coilsOf(draft);
  const areTooMany = feed.from === null && sum(coils) + feed.boardMa > feed.limitMa * comfortableShare;
  const demands = areTooMany ? [...motors, ...coils] : motors;
  const motorSide = new Set([...all, ...(areTooMany ? coils : [])].map((one) => one.part));
  const others = draft.parts.filter(
    (part) => part !== draft.board && !motorSide.has(part) && part.part.hangsOn === undefined,
  );
  const othersMa = others.reduce((total, part) => total + (part.part.currentMa?.max ?? 0), 0);
  const restMa = othersMa + feed.boardMa;
  if (restMa + sum(demands) <= feed.limitMa * comfortableShare)
    return new Map([...higher, ...demands.map((one) => [one.part.id, rail5v] as const)]);
  const rails = ownRails(draft, demands, { ...feed, restMa });
  return rails instanceof Map ? new Map([...higher, ...rails]) : rails;
}

/** Sources of 5 V for the motors alone. */
function ownRails(draft: WiringDraft, demands: Demand[], feed: BoardFeed & { restMa: number }): MotorRails | Refusal {
  const converterId = (feed.from?.volts ?? 0) > 5 ? "buck-mp1584" : "boost-5v";
  const part = feed.from === null ? adapterFor(5, sum(demands)) : partById(converterId);
  const supply = part?.supply;
  if (part === undefined || supply === undefined || demands.length === 0) return new Map();
  const groups = groupsOf(demands, supply.limitMa);
  const fromCell = feed.from === null || cellGives(draft, feed.restMa + sum(demands), supply.efficiency ?? 1);
  const most = feed.from === null ? sourcesAtMost.adapters : sourcesAtMost.converters;
  const tooStrong = groups.some((group) => sum(group) > supply.limitMa);
  if (groups.length > most || !fromCell || tooStrong)
    return tooWeak(draft, demands, { name: part.name, limitMa: supply.limitMa, most });
  const rails: MotorRails = new Map();
  for (const [index, group] of groups.entries()) {
    const rail: NetSpec = { id: index === 0 ? "5V_M" : `5V_M${index + 1}`, kind: "supply", volts: 5 };
    const own = sourceFor(draft, part.id, group);
    if (feed.from !== null && isConverter(own)) converter(draft, own, { from: feed.from, to: rail });
    else source(draft, own, rail);
    for (const one of group) rails.set(one.part.id, rail);
  }
  return rails;
}
