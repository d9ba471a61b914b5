import type { Assumption, FunctionWanted } from "../requirements.ts";
import type { Scan } from "./scan.ts";

/** What is measured there stands in water or in what is brewed. */
const inWater =
  /under ?water|unter ?wasser|(?:in|of|im|vom|des) (?:the |my |a )?(?:water|wasser|pond|teich|pool|aquarium|fish ?tank|hot ?tub|whirlpool|fermenter)\b|water temp|wassertemp|pond temp|pool temp|aquarium temp|(?:pond|pool|aquarium|teich)[ -]?(?:thermomet|temperatur)|für (?:den |meinen )?(?:teich|pool)|for (?:my |the )?(?:pond|pool|fermenter)/i;

/** The temperature of water is measured by the one sensor that may lie in it, where none was named and no humidity is asked for. */
export function placedInWater(text: string, wanted: readonly FunctionWanted[]): FunctionWanted[] {
  const asksAir = wanted.some(({ id }) => id === "sense-humidity" || id === "sense-pressure");
  if (!inWater.test(text) || asksAir) return [...wanted];
  return wanted.map((one) =>
    one.id === "sense-temperature" && one.catalogId === undefined ? { ...one, catalogId: "ds18b20" } : one,
  );
}

const small: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
};
const planted = /^(pots|plants|beds|zones|trees|töpfe|pflanzen|beete|zonen|kästen|blumenkästen|bäume)$/;

/** "5 plants, one pump each": as many as there are plants, of the probe that each of them needs as well. */
export function onePerPlant({ tokens }: Scan, wanted: readonly FunctionWanted[]): FunctionWanted[] {
  const at = tokens.findIndex(({ text }, index) => planted.test(text) && index > 0);
  const word = tokens[at - 1]?.text ?? "";
  const many = small[word] ?? (/^([2-9]|1[0-2])$/.test(word) ? Number(word) : 1);
  const isEach = tokens.some(({ text }) => /^(each|apiece|per|je|jede|jeden|jeder|pro)$/.test(text));
  if (at < 1 || many < 2 || !isEach) return [...wanted];
  return wanted.map((one) =>
    (one.id === "act-pump" || one.id === "sense-soil-moisture") && one.quantity === 1
      ? { ...one, quantity: many }
      : one,
  );
}

const lifeSafety =
  /smoke|carbon monoxide|\bco\b|gas leak|rauch|kohlenmonoxid|gasleck|\bfire alarm|feuermelder|brandmelder/i;

/** A hobby sensor that people would trust their lives to: what it is not is said with the design. */
export function notForLife(text: string, wanted: readonly FunctionWanted[], language: "en" | "de"): Assumption[] {
  if (!lifeSafety.test(text) || !wanted.some(({ id }) => id === "sense-gas" || id === "sense-flame")) return [];
  return [
    {
      field: "function",
      text:
        language === "de"
          ? "Kein Ersatz für einen zugelassenen Rauch-, Gas- oder CO-Melder: der Sensor ist nicht geeicht und braucht zum Aufwärmen Minuten"
          : "No substitute for an approved smoke, gas or CO alarm: the sensor is not calibrated and takes minutes to warm up",
    },
  ];
}
