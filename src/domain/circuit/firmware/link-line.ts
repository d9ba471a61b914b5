import type { LinkRadio } from "../requirements.ts";
import type { Quantity } from "./driver.ts";

/** One figure of a packet: what the sender measures, as the receiver shows it and acts on it. */
export interface LinkFigure {
  quantity: Quantity;
  field: string;
  label: string;
  unit: string;
  decimals: number;
}

/** What one device sends to the other: a line of figures in this order, and the milliseconds from one packet to the next. */
export interface LinkLine {
  figures: LinkFigure[];
  everyMs: number;
}

/** The device's end of a link as its firmware knows it; the receiver also knows what comes. */
export type FirmwareLink =
  | { role: "sender"; radio: LinkRadio }
  | { role: "receiver"; radio: LinkRadio; line: LinkLine };

/** Says whose packets they are, where the radio itself does not: another pair in reach takes another word. */
export const linkWord = "ohm01";

/** Bytes of one packet: the nRF24L01+ has 32; the others take more than any design measures. */
const packetBytes: Record<LinkRadio, number> = { nrf24: 32, lora: 120, "hc-05": 120, "esp-now": 120 };

/** Characters that a figure takes at most, the space before it included: sign, digits, point, decimals. */
const widthOf = ({ decimals, quantity }: LinkFigure): number =>
  quantity === "touch" || quantity === "contact" || quantity === "motion" ? 2 : 5 + (decimals === 0 ? 0 : decimals + 1);

/** The figures that fit into one packet of this radio, in their order. */
export function fittingFigures(figures: readonly LinkFigure[], radio: LinkRadio): LinkFigure[] {
  let left = packetBytes[radio];
  return figures
    .filter((figure) => {
      left -= widthOf(figure);
      return left >= 0;
    })
    .map(({ quantity, field, label, unit, decimals }) => ({ quantity, field, label, unit, decimals }));
}

/** What a person does: it has to arrive at once. */
const prompt = new Set<Quantity>(["knob", "stick", "touch", "remote", "key", "card", "motion", "contact", "tilt"]);

/** Milliseconds between two packets while the sender is awake. LoRa may send 1 % of the time (EU 868 MHz), so it rests longer. */
export function sendEveryMs(figures: readonly Pick<LinkFigure, "quantity">[], radio: LinkRadio): number {
  if (radio === "lora") return 6000;
  return figures.some(({ quantity }) => prompt.has(quantity)) ? 100 : 2000;
}

/** Without a packet for so long the receiver shows nothing and stops what it moves. */
export function silentMs({ everyMs }: LinkLine): number {
  return everyMs >= 60_000 ? everyMs * 2 + 60_000 : Math.max(1000, everyMs * 5);
}

/** "T, H, P": the figures of a packet for a comment. */
export const figureList = (figures: readonly LinkFigure[]): string =>
  figures.map(({ label, unit }) => (unit === "" ? label : `${label} in ${unit}`)).join(", ");
