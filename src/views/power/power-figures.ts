import type { FigureText } from "../figures/format-figure.ts";

/** A length of time in seconds: `6 s`, `10 min`, `4 h`. */
export function duration(seconds: number, locale: string): FigureText {
  const figure = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  if (seconds < 60) return { figure: figure(seconds), unit: "s" };
  if (seconds < 3600) return { figure: figure(seconds / 60), unit: "min" };
  return { figure: figure(seconds / 3600), unit: "h" };
}

/** A share 0.. as `35 %` is written in the locale; under 10 % with one decimal. */
export function percent(share: number, locale: string): string {
  const digits = share !== 0 && Math.abs(share) < 0.1 ? 1 : 0;
  return share.toLocaleString(locale, { style: "percent", maximumFractionDigits: digits });
}
