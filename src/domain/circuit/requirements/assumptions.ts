import type { Assumption, Requirements } from "../requirements.ts";
import { functionLabels } from "./lexicon-functions.ts";
import { rateDate, usdPer } from "./conversion.ts";

const heavyLoads = new Set(["act-servo", "act-pump"]);
/** Functions that can sleep between two looks; what waits for a person, a movement or a position keeps the board awake. */
const canSleep = /^(sense-(temperature|humidity|pressure|soil-moisture|light)|show-|talk-|act-(sound|pump))/;

/** Minutes between two measurements on battery when nobody said. */
export const assumedWakeMinutes = 10;

/** Whether the device may sleep between two measurements. */
export function sleepsBetween(requirements: Requirements): boolean {
  const ids = requirements.functions.map((one) => one.id);
  return ids.some((id) => id.startsWith("sense-")) && ids.every((id) => canSleep.test(id));
}

/** Whether a battery design measures at an interval that nobody named: the one thing worth asking about. */
export const intervalIsAssumed = (requirements: Requirements): boolean =>
  requirements.assumed.some((one) => one.field === "interval");

/**
 * Fills what a person did not say (power source, wake interval, an output) and lists every default as an assumption in their language.
 * What they did say stays. Filling twice changes nothing.
 */
export function withAssumptions(requirements: Requirements, currencyAssumed = false): Requirements {
  const say = (en: string, de: string) => (requirements.language === "de" ? de : en);
  const kept = requirements.assumed.filter((one) => one.field === "interval" || one.field === "currency");
  const assumed: Assumption[] = [];
  let { power } = requirements;
  const functions = [...requirements.functions];

  if (!power.named) {
    const source = functions.some((one) => heavyLoads.has(one.id)) ? "adapter" : "usb";
    power = { ...power, source };
    assumed.push({
      field: "power",
      text:
        source === "usb"
          ? say("Power from USB", "Strom über USB")
          : say("Power from a 5 V 2 A adapter, because a motor is too much for USB", "Strom aus einem 5-V-Netzteil mit 2 A, weil ein Motor für USB zu viel ist"),
    });
  }
  if (power.source === "battery" && sleepsBetween(requirements)) {
    if (power.wakeMinutes === null || kept.some((one) => one.field === "interval")) {
      power = { ...power, wakeMinutes: power.wakeMinutes ?? assumedWakeMinutes };
      assumed.push({
        field: "interval",
        text: say(`Measures every ${power.wakeMinutes} minutes and sleeps between`, `Misst alle ${power.wakeMinutes} Minuten und schläft dazwischen`),
      });
    }
  } else if (kept.some((one) => one.field === "interval")) {
    power = { ...power, wakeMinutes: null };
  }
  for (const one of functions) {
    if (one.source === "assumed") assumed.push({ field: "function", text: say(`Also ${one.label}`, `Auch ${one.label}`) });
  }
  for (const lost of requirements.dropped ?? []) {
    assumed.push({ field: "function", text: say(`No ${lost.label} any more: ${lost.because}`, `${lost.label} entfällt: ${lost.because}`) });
  }
  if (currencyAssumed || (kept.some((one) => one.field === "currency") && requirements.budget?.currency === "USD")) {
    assumed.push({ field: "currency", text: say("The budget is in US dollars", "Das Budget ist in US-Dollar") });
  } else if (requirements.budget !== null && requirements.budget.currency !== "USD") {
    const { currency } = requirements.budget;
    assumed.push({
      field: "currency",
      text: say(`1 ${currency} = ${usdPer[currency]} USD (rate of ${rateDate})`, `1 ${currency} = ${usdPer[currency]} USD (Kurs vom ${rateDate})`),
    });
  }
  return { ...requirements, functions, power, assumed };
}

/** How a function is called in the language of the person. */
export function labelOf(id: keyof typeof functionLabels, language: Requirements["language"]): string {
  return functionLabels[id][language];
}
