import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";

/** What a signal asks of the board's pin: to measure, to dim, to drive, to listen, to listen with a pull-up, or both ways. */
export type SignalKind = "analog" | "pwm" | "output" | "input" | "input-pull-up" | "both-ways";

/** A pin of a part that wants a pin of the board. `id` is the net on the board's side: `U3_ECHO`. */
export interface SignalNeed {
  id: string;
  partId: string;
  pinName: string;
  kind: SignalKind;
}

/** What a part's pin asks of the board; null for a supply, a bus line, a contact, or a strap that stays as the module has it. */
export function signalKindOf(part: CatalogPart, pin: CatalogPin): SignalKind | null {
  const { roles, type } = pin;
  if (type === "power_in" || type === "power_out" || type === "ground" || type === "cathode" || type === "nc")
    return null;
  if (roles.includes("sda") || roles.includes("scl")) return null;
  if (type === "anode") return part.functions.includes("show-light") ? "output" : null;
  if (part.functions.includes("input-button")) return pin === part.pins[0] ? "input-pull-up" : null;
  if (part.family === "logic" || part.interface === "i2c") return null;
  if (roles.includes("analog")) return "analog";
  if (roles.includes("pwm")) return "pwm";
  if (type === "input") return "output";
  if (type === "output") return "input";
  return type === "passive" ? null : "both-ways";
}

/** The signals of a part in the order of its pins. */
export function signalNeeds(partId: string, part: CatalogPart): SignalNeed[] {
  return part.pins.flatMap((pin) => {
    const kind = signalKindOf(part, pin);
    return kind === null ? [] : [{ id: `${partId}_${pin.name}`, partId, pinName: pin.name, kind }];
  });
}
