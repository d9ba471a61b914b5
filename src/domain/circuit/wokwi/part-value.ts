import type { PartValue } from "../design.ts";
import type { WokwiPart } from "./diagram.ts";
import { attribute } from "./diagram.ts";

const scale: Readonly<Record<string, number>> = { "": 1, R: 1, r: 1, k: 1e3, K: 1e3, M: 1e6, m: 1e-3 };

/** Ohms as Wokwi and people write them: `1000`, `4.7k`, `4k7`, `1M`, with or without the unit. null where it is no figure. */
function ohmsOf(text: string): number | null {
  const read = /^(\d+(?:\.\d+)?)([RrkKMm]?)(\d*)$/.exec(text.trim().replace(/\s*(?:ohms?|Ω)$/i, ""));
  if (!read) return null;
  const [, whole = "", unit = "", rest = ""] = read;
  if (rest !== "" && (unit === "" || whole.includes("."))) return null;
  return Number(rest === "" ? whole : `${whole}.${rest}`) * (scale[unit] ?? 1);
}

/** Wokwi's resistor without a value has this many ohms (Diagram Reference, wokwi-resistor). */
const defaultOhms = 1000;

/** The names under which diagrams give an I2C address. */
const addressNames = ["i2cAddress", "i2c-address", "i2c_address", "address"];

/** A 7-bit address written as `0x3c` or `60`; null where it is none. */
function addressOf(text: string): number | null {
  if (!/^(?:0x[0-9a-f]{1,2}|\d{1,3})$/i.test(text.trim())) return null;
  const address = Number(text);
  return address <= 127 ? address : null;
}

/** What the attributes of a part say of its value; null where they say nothing. */
export function partValueOf(part: WokwiPart, catalogId: string, isI2c: boolean): PartValue | null {
  if (catalogId === "resistor") {
    const text = attribute(part, "value");
    return { kind: "ohms", ohms: (text === null ? null : ohmsOf(text)) ?? defaultOhms };
  }
  if (catalogId === "led-5mm") {
    const colour = attribute(part, "color");
    return colour === null ? null : { kind: "colour", colour: colour.slice(0, 40) };
  }
  const nanofarads = Number(attribute(part, "nanofarads") ?? "");
  if (nanofarads > 0 && nanofarads <= 1e12) return { kind: "farads", nanofarads };
  if (!isI2c) return null;
  const text = addressNames.map((name) => attribute(part, name)).find((each) => each !== null);
  const address = text == null ? null : addressOf(text);
  return address === null ? null : { kind: "address", address };
}

/** A value as the attributes that `partValueOf` reads. */
export function attributesOf(value: PartValue | null): Record<string, string> {
  switch (value?.kind) {
    case "ohms":
      return { value: String(value.ohms) };
    case "farads":
      return { nanofarads: String(value.nanofarads) };
    case "address":
      return { i2cAddress: `0x${value.address.toString(16).padStart(2, "0")}` };
    case "colour":
      return { color: value.colour };
    default:
      return {};
  }
}
