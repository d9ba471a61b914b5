import type { CatalogPart } from "../catalogue-part.ts";
import type { PartValue } from "../design.ts";
import { e24AtLeast } from "./e24.ts";

/** Lit well and safe for every pin that we wire: half of what a 5 mm LED may take. */
const ledTargetMa = 10;
/** A segment is one of eight that light together: bright enough, and what all pins of a Pico may carry (50 mA). */
const segmentTargetMa = 5;

/** The current to aim at in mA, for one LED of this part. */
export const targetMaOf = (part: CatalogPart): number =>
  part.functions.includes("show-digits") ? segmentTargetMa : ledTargetMa;

/** Forward volts of an LED by its colour from the catalogue's figures; of one without a colour, a red one's. */
export function forwardVoltsOf(part: CatalogPart, value: PartValue | null): number {
  const colour = value?.kind === "colour" ? value.colour : "red";
  const figure = part.figures?.[`forwardVolts${colour.slice(0, 1).toUpperCase()}${colour.slice(1).toLowerCase()}`];
  return figure ?? part.figures?.forwardVoltsRed ?? 2.0;
}

/**
 * Series resistor for about `targetMa` from a level of `volts`: (V - Vf) / I, the next E24 value up, never below 33 ohm: a white LED
 * at 3.3 V leaves so little that the pin's own resistance does the rest.
 */
export function ledResistorOhms(volts: number, forwardVolts: number, targetMa = ledTargetMa): number {
  return Math.max(33, e24AtLeast(Math.max((volts - forwardVolts) * 1000, 1) / targetMa));
}

/** An LED, as a rule sees it: it has an anode and a cathode and shows light. */
export function isLed(part: CatalogPart): boolean {
  const types = part.pins.map((pin) => pin.type);
  return part.functions.includes("show-light") && types.includes("anode") && types.includes("cathode");
}
