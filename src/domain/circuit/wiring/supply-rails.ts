import type { CatalogPin } from "../catalogue-part.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** The net that is zero volts for all. */
export const groundNet: NetSpec = { id: "GND", kind: "ground", volts: 0 };
/** 3.3 V from the board's regulator. */
export const rail3v3: NetSpec = { id: "3V3", kind: "supply", volts: 3.3 };
/** 5 V: from the board's USB, or from what feeds the board. */
export const rail5v: NetSpec = { id: "5V", kind: "supply", volts: 5 };

/** Pins of a part of one electrical type. */
export const ofType = (part: ChosenPart, type: CatalogPin["type"]) => part.part.pins.filter((pin) => pin.type === type);
/** `part:pin`, or nothing. */
export const pinRef = (part: ChosenPart, pin: CatalogPin | undefined) =>
  pin === undefined ? [] : [`${part.id}:${pin.name}`];
/** A switching converter, such as a boost. */
export const isConverter = (part: ChosenPart) => part.part.supply?.efficiency !== undefined;

/** A source that takes nothing from the circuit. */
export const isAdapter = (part: ChosenPart) => part.part.supply !== undefined && part.part.supplyVolts === null;

/** The board's printed 5 V and 3.3 V pins. */
export function boardRailPin(board: ChosenPart, volts: number): string | null {
  const pin = board.part.pins.find((each) => each.type === "power_out" && each.volts === volts);
  return pin === undefined ? null : `${board.id}:${pin.name}`;
}

/** Joins an output of 5 V with its rail and its grounds with ground. */
export function source(draft: WiringDraft, part: ChosenPart, rail: NetSpec): void {
  draft.join(groundNet, ...ofType(part, "ground").flatMap((pin) => pinRef(part, pin)));
  draft.join(rail, ...ofType(part, "power_out").flatMap((pin) => pinRef(part, pin)));
}

/** Wires a converter between two rails. */
export function converter(draft: WiringDraft, part: ChosenPart, ends: { from: NetSpec; to: NetSpec }): void {
  draft.join(ends.from, ...ofType(part, "power_in").flatMap((pin) => pinRef(part, pin)));
  source(draft, part, ends.to);
  const [output] = ofType(part, "power_out");
  if (output !== undefined) {
    draft.warn(`${part.id}:${output.name}`, {
      en: "Set this output to 5.0 V with a meter before anything else is connected to it.",
      de: "Stelle diesen Ausgang mit einem Messgerät auf 5,0 V ein, bevor etwas anderes daran angeschlossen wird.",
    });
  }
}
