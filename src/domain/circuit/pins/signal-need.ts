import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";

/** What a signal asks of the board's pin: to measure, to dim, to drive, to listen, to listen with a pull-up, or both ways. */
export type SignalKind = "analog" | "pwm" | "output" | "input" | "input-pull-up" | "both-ways";

/** A pin of a part that wants a pin of the board. `id` is the net on the board's side: `U3_ECHO`. */
export interface SignalNeed {
  id: string;
  partId: string;
  pinName: string;
  kind: SignalKind;
  /** The board's receiver of a serial line: not every pin can be that. */
  hears?: true;
  /** Number of the chip's serial port that the line must be of, where software cannot make one on any pins. */
  serialPort?: number;
}

const lights = (part: CatalogPart): boolean =>
  part.functions.some((id) => id === "show-light" || id === "show-colour" || id === "show-digits");

/** Lines that several parts share: they hang on the board's bus and want no pin of their own. */
export function isBusLine(part: CatalogPart, { roles }: CatalogPin): boolean {
  if (roles.includes("sda") || roles.includes("scl")) return true;
  return part.interface === "spi" && roles.some((role) => role === "sck" || role === "miso" || role === "mosi");
}

/** A passive pin carries a signal where its role says so: a buzzer's tone, a switch's contact, a keypad's column. */
function passiveKind({ roles }: CatalogPin): SignalKind | null {
  if (roles.includes("pwm")) return "pwm";
  if (roles.includes("contact")) return "input-pull-up";
  return roles.includes("control") ? "both-ways" : null;
}

/** What a part's pin asks of the board; null for a supply, a bus line, a contact, or a strap that stays as the module has it. */
export function signalKindOf(part: CatalogPart, pin: CatalogPin): SignalKind | null {
  const { roles, type } = pin;
  if (type === "power_in" || type === "power_out" || type === "ground" || type === "cathode" || type === "nc")
    return null;
  // What hands a signal on to another part of its kind stays open where there is none.
  if (isBusLine(part, pin) || roles.includes("chain")) return null;
  if (type === "anode") return lights(part) ? "output" : null;
  if (part.functions.includes("input-button") && part.interface === "digital" && type === "passive")
    return pin === part.pins[0] ? "input-pull-up" : null;
  if (part.shifter !== undefined || part.interface === "i2c") return null;
  if (part.ties?.some((tie) => tie.pin === pin.name && tie.ohms === undefined)) return null;
  if (type === "passive") return passiveKind(pin);
  if (roles.includes("analog")) return "analog";
  if (roles.includes("pwm")) return "pwm";
  if (type === "input") return "output";
  return type === "output" ? "input" : "both-ways";
}

/** The signals of a part in the order of its pins. */
export function signalNeeds(partId: string, part: CatalogPart): SignalNeed[] {
  return part.pins.flatMap((pin) => {
    const kind = signalKindOf(part, pin);
    const hears = part.interface === "uart" && kind === "input" ? { hears: true as const } : {};
    return kind === null ? [] : [{ id: `${partId}_${pin.name}`, partId, pinName: pin.name, kind, ...hears }];
  });
}
