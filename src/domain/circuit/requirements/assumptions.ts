import type { Assumption, Requirements } from "../requirements.ts";
import { rateDate, usdPer } from "./conversion.ts";
import { functionLabels } from "./lexicon-functions.ts";

const heavyLoads = new Set(["act-servo", "act-pump", "act-motor", "act-stepper", "act-solenoid", "show-pixels"]);
/** Functions that can sleep between two looks; what waits for a person, a movement or a position keeps the board awake. */
const canSleep =
  /^(sense-(temperature|humidity|pressure|soil-moisture|light|weight|water)|show-|talk-|keep-time|log-data|act-(sound|pump))/;

/** Minutes between two measurements on battery when nobody said. */
export const assumedWakeMinutes = 10;

/** Whether the device may sleep between two measurements; what is sent to one that sleeps would be lost. */
export function sleepsBetween(requirements: Requirements): boolean {
  if (requirements.link?.role === "receiver") return false;
  const ids = requirements.functions.map((one) => one.id);
  return ids.some((id) => id.startsWith("sense-")) && ids.every((id) => canSleep.test(id));
}

/** Whether a battery design measures at an interval that nobody named: the one thing worth asking about. */
export const intervalIsAssumed = (requirements: Requirements): boolean =>
  requirements.assumed.some((one) => one.field === "interval");

type Say = (en: string, de: string) => string;
interface Filled {
  power: Requirements["power"];
  assumed: Assumption[];
}

function fillSource(requirements: Requirements, say: Say): Filled {
  const { power } = requirements;
  if (power.named) return { power, assumed: [] };
  const heavy = requirements.functions.some((one) => heavyLoads.has(one.id));
  const text = heavy
    ? say(
        "Power from a 5 V 2 A adapter, because a motor is too much for USB",
        "Strom aus einem 5-V-Netzteil mit 2 A, weil ein Motor für USB zu viel ist",
      )
    : say("Power from USB", "Strom über USB");
  return { power: { ...power, source: heavy ? "adapter" : "usb" }, assumed: [{ field: "power", text }] };
}

/** The wake interval of a battery device; an interval that was assumed before stays assumed. */
function fillInterval(requirements: Requirements, power: Requirements["power"], say: Say): Filled {
  const wasAssumed = intervalIsAssumed(requirements);
  if (power.source !== "battery" || !sleepsBetween(requirements)) {
    return { power: wasAssumed ? { ...power, wakeMinutes: null } : power, assumed: [] };
  }
  if (power.wakeMinutes !== null && !wasAssumed) return { power, assumed: [] };
  const minutes = power.wakeMinutes ?? assumedWakeMinutes;
  const text = say(
    `Measures every ${minutes} minutes and sleeps between`,
    `Misst alle ${minutes} Minuten und schläft dazwischen`,
  );
  return { power: { ...power, wakeMinutes: minutes }, assumed: [{ field: "interval", text }] };
}

function assumedFunctions({ functions, dropped }: Requirements, say: Say): Assumption[] {
  const extras = functions.filter((one) => one.source === "assumed");
  return [
    ...extras.map(({ label }): Assumption => ({ field: "function", text: say(`Also ${label}`, `Auch ${label}`) })),
    ...(dropped ?? []).map(
      ({ label, because }): Assumption => ({
        field: "function",
        text: say(`No ${label} any more: ${because}`, `${label} entfällt: ${because}`),
      }),
    ),
  ];
}

function assumedCurrency(requirements: Requirements, currencyAssumed: boolean, say: Say): Assumption[] {
  const { budget } = requirements;
  if (budget === null) return [];
  const { currency } = budget;
  if (currency !== "USD") {
    const rate = `1 ${currency} = ${usdPer[currency]} USD`;
    return [{ field: "currency", text: say(`${rate} (rate of ${rateDate})`, `${rate} (Kurs vom ${rateDate})`) }];
  }
  const wasAssumed = requirements.assumed.some((one) => one.field === "currency");
  if (!currencyAssumed && !wasAssumed) return [];
  return [{ field: "currency", text: say("The budget is in US dollars", "Das Budget ist in US-Dollar") }];
}

/**
 * Fills what a person did not say (power source, wake interval) and lists every default as an assumption in their language. What they
 * did say stays. Filling twice changes nothing.
 */
export function withAssumptions(requirements: Requirements, currencyAssumed = false): Requirements {
  const say: Say = (en, de) => (requirements.language === "de" ? de : en);
  const source = fillSource(requirements, say);
  const interval = fillInterval(requirements, source.power, say);
  const assumed = [
    ...source.assumed,
    ...interval.assumed,
    ...assumedFunctions(requirements, say),
    ...assumedCurrency(requirements, currencyAssumed, say),
  ];
  return { ...requirements, power: interval.power, assumed };
}

/** How a function is called in the language of the person. */
export function labelOf(id: keyof typeof functionLabels, language: Requirements["language"]): string {
  return functionLabels[id][language];
}
