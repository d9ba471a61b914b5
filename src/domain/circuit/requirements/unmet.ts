import { partById, partsWithFunction } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { FunctionId, SpokenLanguage } from "../lists.ts";
import type { FunctionWanted, Unmet } from "../requirements.ts";
import type { ConditionsReading } from "./conditions.ts";
import type { Mention, Scan } from "./scan.ts";
import type { NamedVoltage } from "./voltages.ts";
import { readVoltages } from "./voltages.ts";

/** A text with its scan, from which wishes are read that no design meets. */
export interface WishText {
  text: string;
  found: Scan;
  language: SpokenLanguage;
}

const written = ({ text, found }: WishText, from: number, to: number): string =>
  text.slice(found.tokens[from]?.start, found.tokens[to - 1]?.end);

const reasons = {
  part: { en: "it is not in my catalogue yet", de: "es ist noch nicht in meinem Katalog" },
  function: { en: "no part of my catalogue does it yet", de: "noch kein Teil meines Katalogs leistet es" },
  power: {
    en: "I feed a design over USB, from a 5 V or 12 V adapter, one Li-ion cell, three AA cells or a 9 V block only",
    de: "ich versorge einen Entwurf nur über USB, aus einem Netzteil mit 5 oder 12 V, einer Li-Ion-Zelle, drei AA-Zellen oder einem 9-V-Block",
  },
  volts: {
    en: "no part of my catalogue that does it runs on that voltage",
    de: "kein Teil meines Katalogs dafür läuft mit dieser Spannung",
  },
  condition: {
    en: "no sensor of my catalogue measures in that unit",
    de: "kein Sensor meines Katalogs misst in dieser Einheit",
  },
};

/** A mention outside the catalogue, as an entry; null for everything else. */
export function unmetMention(wish: WishText, { meaning, from, to }: Mention): Unmet | null {
  const what = written(wish, from, to);
  if (meaning.kind !== "missing") return null;
  const about = meaning.supply === true ? "power" : "part";
  return { what, why: reasons[about][wish.language], about };
}

/** The catalogue part that a mention stands for, where its voltage is fixed. */
function partOf({ meaning }: Mention) {
  if (meaning.kind === "part") return partById(meaning.catalogId);
  return meaning.kind === "function" && meaning.id === "act-pump" ? partById("pump-5v") : undefined;
}

function unmetPart(part: CatalogPart, volts: number, { language }: WishText): Omit<Unmet, "what"> | null {
  const range = part.supplyVolts;
  if (range === null || (volts >= range.min && volts <= range.max)) return null;
  const [functionId] = part.functions;
  const why =
    language === "de"
      ? `${part.name} läuft mit ${`${range.min} bis ${range.max}`.replaceAll(".", ",")} V`
      : `the ${part.name} runs on ${range.min} to ${range.max} V`;
  return { why, about: "load", ...(functionId === undefined ? {} : { functionId }) };
}

/** What takes its volts from a supply of its own; the pump has a figure that is told more exactly, the load of a relay may have any. */
const isLoad = (id: FunctionId): boolean =>
  (id.startsWith("act-") && id !== "act-switch-load" && id !== "act-pump") ||
  id === "show-pixels" ||
  id === "play-audio";

/** A part without a figure is driven by a pin, which has 5 V at most. */
function someRunsOn(id: FunctionId, volts: number): boolean {
  return partsWithFunction(id).some(({ supplyVolts, motorVolts, board }) => {
    if (board !== undefined) return false;
    if (motorVolts !== undefined && Math.abs(motorVolts - volts) <= 1) return true;
    if (supplyVolts !== null) return volts >= supplyVolts.min && volts <= supplyVolts.max;
    return motorVolts === undefined && volts <= 5;
  });
}

/** A voltage that a part, the pump or the supply of the catalogue does not have; the load of a relay may have any. */
function unmetVoltage(wish: WishText, { volts, from, to, owner }: NamedVoltage): Unmet | null {
  const power: Omit<Unmet, "what"> = { why: reasons.power[wish.language], about: "power" };
  const beside = wish.found.tokens[to]?.text ?? "";
  if (owner === null) {
    const isSupply = volts !== 5 && /^(supply|source|psu|stromversorgung|versorgung)$/.test(beside);
    return isSupply ? { what: written(wish, from, to + 1), ...power } : null;
  }
  if (owner.negated) return null;
  const what = written(wish, Math.min(from, owner.from), Math.max(to, owner.to));
  const { meaning } = owner;
  if (meaning.kind === "power") {
    const named = partById(meaning.catalogId ?? "");
    const usual = meaning.source === "battery" ? 3.7 : 5;
    const printed = named?.pins.find((pin) => pin.type === "power_out")?.volts;
    const isMet = [named?.battery?.nominalVolts ?? named?.supply?.volts ?? usual, usual, printed].includes(volts);
    return isMet ? null : { what, ...power };
  }
  if (meaning.kind === "function" && isLoad(meaning.id) && !someRunsOn(meaning.id, volts))
    return { what, why: reasons.volts[wish.language], about: "load", functionId: meaning.id };
  const part = partOf(owner);
  const reason = part === undefined ? null : unmetPart(part, volts, wish);
  return reason === null ? null : { what, ...reason };
}

/** The voltage that a text names for this thing, where no part of the catalogue has it; null where it is met or none is named. */
export function unmetVoltsOf(wish: WishText, { from, to }: Mention): Unmet | null {
  const own = readVoltages(wish.found).filter(({ owner }) => owner?.from === from && owner.to === to);
  return own.flatMap((one) => unmetVoltage(wish, one) ?? [])[0] ?? null;
}

/** Everything of a text that was understood and that no design of this engine meets, each once. */
export function readUnmet(wish: WishText, wanted: readonly FunctionWanted[], conditions: ConditionsReading): Unmet[] {
  const { found, language } = wish;
  const functions = wanted
    .filter((one) => partsWithFunction(one.id).length === 0)
    .map(({ id, label }): Unmet => ({ what: label, why: reasons.function[language], about: "part", functionId: id }));
  const mentions = found.mentions.flatMap((one) => (one.negated ? [] : (unmetMention(wish, one) ?? [])));
  const voltages = readVoltages(found).flatMap((one) => unmetVoltage(wish, one) ?? []);
  const limits = conditions.unmet.map(
    (what): Unmet => ({ what, why: reasons.condition[language], about: "condition" }),
  );
  const all = [...functions, ...mentions, ...voltages, ...limits];
  return all.filter((one, at) => all.findIndex((other) => other.what === one.what) === at);
}
