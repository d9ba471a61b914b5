import type { Quantity } from "../../domain/circuit/design.ts";

/** A figure apart from its unit, so that the unit can be set lighter; `unit` may be empty. */
export interface FigureText {
  figure: string;
  unit: string;
}

const minus = "−";

function number(value: number, locale: string, digits: { min?: number; max: number }): string {
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits.min ?? 0,
    maximumFractionDigits: digits.max,
  }).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** US cents as `$41.20`; another currency by its ISO 4217 code. A real minus sign stands before the sign of the currency. */
export function money(cents: number, locale: string, currency = "USD"): string {
  const text = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
    Math.abs(cents) / 100,
  );
  return cents < 0 ? minus + text : text;
}

/** A change of price in US cents with its sign: `+$0.60`, `−$2.70`, `±$0.00`. */
export function priceChange(cents: number, locale: string): string {
  if (cents === 0) return `±${money(0, locale)}`;
  return cents > 0 ? `+${money(cents, locale)}` : money(cents, locale);
}

/** US cents without a currency sign, for columns whose head names it: `7.20`. */
export function plainPrice(cents: number, locale: string): string {
  return number(cents / 100, locale, { min: 2, max: 2 });
}

/** A date `2026-11-22` as people of the locale write it. */
export function day(isoDate: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(isoDate));
}

/** Milliamperes: one decimal under 100, none above; under 0.1 mA in microamperes. */
export function current(milliamps: number, locale: string): FigureText {
  if (milliamps !== 0 && Math.abs(milliamps) < 0.1) {
    return { figure: number(milliamps * 1000, locale, { max: 1 }), unit: "µA" };
  }
  return { figure: number(milliamps, locale, { max: Math.abs(milliamps) < 100 ? 1 : 0 }), unit: "mA" };
}

/** Volts with one decimal, two where the second says something: `3.3 V`, `5.0 V`, `3.65 V`. */
export function voltage(volts: number, locale: string): FigureText {
  return { figure: number(volts, locale, { min: 1, max: 2 }), unit: "V" };
}

/** Hours as the unit that a person plans in: hours under two days, days under a year, else years. */
export function life(hours: number, locale: string): FigureText {
  if (hours < 48) return { figure: number(hours, locale, { max: 1 }), unit: "h" };
  const days = hours / 24;
  if (days < 365) return { figure: number(days, locale, { max: days < 20 ? 1 : 0 }), unit: "d" };
  return { figure: number(days / 365, locale, { max: 1 }), unit: "y" };
}

const prefixable = new Set(["V", "A", "Ω", "F", "W", "Hz", "s"]);
const prefixes = [
  { factor: 1e9, sign: "G" },
  { factor: 1e6, sign: "M" },
  { factor: 1e3, sign: "k" },
  { factor: 1, sign: "" },
  { factor: 1e-3, sign: "m" },
  { factor: 1e-6, sign: "µ" },
  { factor: 1e-9, sign: "n" },
  { factor: 1e-12, sign: "p" },
];

/** Any measured quantity: cents become money, ohms get their sign, SI units a prefix, at most three significant decimals. */
export function quantity({ value, unit }: Quantity, locale: string): FigureText {
  if (unit === "cents") return { figure: money(value, locale), unit: "" };
  if (unit === "USD") return { figure: money(value * 100, locale), unit: "" };
  if (unit === "mA") return current(value, locale);
  if (unit === "h") return life(value, locale);
  const symbol = unit === "ohm" || unit === "ohms" ? "Ω" : unit;
  if (!prefixable.has(symbol) || value === 0) return { figure: number(value, locale, { max: 2 }), unit: symbol };
  const size = Math.abs(value);
  const prefix = prefixes.find(({ factor }) => size >= factor) ?? { factor: 1e-12, sign: "p" };
  const scaled = value / prefix.factor;
  return { figure: number(scaled, locale, { max: Math.abs(scaled) < 100 ? 2 : 0 }), unit: prefix.sign + symbol };
}

/** A figure and its unit as one text, for labels that are read aloud. */
export function plainFigure({ figure, unit }: FigureText): string {
  return unit === "" ? figure : `${figure} ${unit}`;
}
