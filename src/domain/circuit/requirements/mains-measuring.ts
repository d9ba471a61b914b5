import type { SpokenLanguage } from "../lists.ts";
import type { FunctionWanted, Unmet } from "../requirements.ts";
import type { Mention, Scan } from "./scan.ts";

/** How a goal that only measures the mains is named; the sentence for a person is `whyNotAtMains`. */
export const mainsMeter = {
  en: "a meter for current or power of the mains",
  de: "ein Messgerät für Strom oder Leistung am Netz",
} as const satisfies Record<SpokenLanguage, string>;

/** Why no design measures there, and what to do instead, without the full stop. */
export const whyNotAtMains = {
  en: "Mains voltage kills, and my current sensors (INA219, ACS712) are made for direct current of low voltage. Take an approved meter or a smart plug with a meter, and leave what is inside the distribution box, a clamp included, to an electrician; I design what shows its values, and meters for batteries and panels up to 26 V",
  de: "Netzspannung ist lebensgefährlich, und meine Stromsensoren (INA219, ACS712) sind für Gleichstrom kleiner Spannung gemacht. Nimm einen zugelassenen Zähler oder eine Messsteckdose, und überlass alles im Verteilerkasten, auch eine Stromzange, einer Elektrofachkraft; ich entwerfe, was die Werte anzeigt, und Messgeräte für Akkus und Solarmodule bis 26 V",
} as const satisfies Record<SpokenLanguage, string>;

/** Sensors and places that are at the mains by themselves. */
const atMains =
  /\bsct[ -]?013\b|\bpzem\b|\bpzem[ -]?004t?\b|\bzmpt101b?\b|\b(?:current|ct) clamps?\b|\bclamp (?:meter|sensor)\b|\bcurrent transformer\b|stromzange|zangenamperemeter|hausanschluss|hausstrom|haushaltsstrom|netzstrom|wechselstrom (?:messen|verbrauch)|\bmains (?:current|power|energy|consumption)\b|\b(?:household|house|home) (?:current|power|energy|electricity)(?: (?:consumption|usage|use|meter|monitor))?\b|\bwhole[ -](?:house|home)\b/i;

/** Words of measuring what flows. */
const measuring =
  /\b(?:current|power|energy|electricity|voltage) ?(?:consumption|usage|use|draw|meter|monitor|monitoring)?\b|\bwatt(?:s|age|meter)?\b|\bkwh\b|\bhow much (?:power|current|energy|electricity)\b|stromverbrauch|energieverbrauch|leistungsaufnahme|\bleistung\b|\bverbrauch|\bstrom\b|\bspannung\b|energiemonitor|energie ?messen/i;

/** Verbs and nouns that make those words a wish to measure, not a supply or a load. */
const measures =
  /\bmeasur|\bmonitor|\blog\b|\blogs\b|\blogging\b|\btrack|\bread|\bshow|\bdisplay|\bconsumption|\busage|\bmeter|\bhow much|mess(?:en|t|e|ung|gerät|er)\b|miss(?:t)?\b|überwach|anzeig|zeig|verbrauch|erfass/i;

/** `power consumption of my house`, `stromverbrauch vom kühlschrank`: what is measured is on the mains. */
const ofHome =
  /\b(?:consumption|usage|use|draw|power|energy|electricity|current)\b[^.!?]{0,24}\b(?:of|in|for|from) (?:my |the |our |a )?(?:house|home|household|flat|apartment)\b|(?:stromverbrauch|energieverbrauch|verbrauch)[^.!?]{0,24}(?:haus|wohnung|haushalt)/i;

/** Nouns of current and power; a supply's or a load's volts alone are no wish to measure. */
const isMains = ({ meaning, negated }: Mention): boolean =>
  !negated && (meaning.kind === "mains" || (meaning.kind === "project" && meaning.project.mains === true));

/** What a thing takes: "how much power it uses", "Stromverbrauch vom Kühlschrank". */
const consumption =
  /\b(?:power|energy|electricity|current)\b[^.!?]{0,12}\b(?:consumption|usage|uses?|draws?|takes?)\b|\bhow much (?:power|current|energy|electricity)\b|stromverbrauch|energieverbrauch|wie viel strom/i;
const switching = /\brelay|relais|\bswitch|schalt|\bturns?\b|\bcontrol|steuer/i;
/** A supply beside which an appliance is none of the mains. */
const lowSupply = /\bsolar|\bbatter|\bakku|\b(?:5|6|9|12|24|48) ?v\b|\busb\b/i;

const isAppliance = ({ meaning, negated }: Mention) =>
  !negated && meaning.kind === "project" && meaning.project.mains === true;

/** An appliance whose current is asked for and that nothing switches: the word alone asks for no relay. */
export const onlyMeters = (text: string, { mentions }: Scan): boolean =>
  consumption.test(text) && mentions.some(isAppliance) && !switching.test(text);

/** The wish to measure at the mains, as its words and functions say it. */
export function measuresMains(text: string, { mentions }: Scan, wanted: readonly FunctionWanted[]): boolean {
  if (atMains.test(text)) return true;
  if (lowSupply.test(text) && !mentions.some(({ meaning }) => meaning.kind === "mains")) return false;
  if (ofHome.test(text)) return measuring.test(text);
  if (consumption.test(text) && mentions.some(isAppliance)) return true;
  const flows = wanted.some(({ id }) => id === "sense-current") || (measuring.test(text) && measures.test(text));
  if (!mentions.some(isMains)) return false;
  const names = wanted.some(({ id, catalogId }) => id === "sense-current" && catalogId !== undefined);
  const switches = wanted.some(({ id }) => id === "act-switch-load");
  // "a relay for a 230 V lamp, and an INA219 at the battery": the named sensor is for something else.
  if (names && switches) return false;
  return switches ? wanted.some(({ id }) => id === "sense-current") || ofLoad.test(text) : flows && flowWord.test(text);
}

/** What a switched load takes. */
const ofLoad =
  /\b(?:its|their|the) (?:current|power|consumption|energy)\b|\b(?:seinen|ihren|dessen|deren) (?:strom|verbrauch)|stromverbrauch/i;
const flowWord =
  /current|consumption|energy|watt|kwh|electricity|power (?:meter|monitor|usage|use)|stromverbrauch|energie|verbrauch|leistung|\bstrom\b/i;

/** The measurement that is refused, as a wish that no design meets. */
export const mainsUnmet = (language: SpokenLanguage): Unmet => ({
  what: mainsMeter[language],
  why: whyNotAtMains[language],
  about: "part",
  functionId: "sense-current",
});
