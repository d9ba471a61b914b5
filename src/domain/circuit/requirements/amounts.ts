import type { Budget } from "../requirements.ts";
import { rateDate, toUsCents } from "./conversion.ts";
import type { Token } from "./tokens.ts";

const currencies: Record<string, string> = {
  $: "USD", usd: "USD", dollar: "USD", dollars: "USD", bucks: "USD",
  "€": "EUR", eur: "EUR", euro: "EUR", euros: "EUR",
  "£": "GBP", gbp: "GBP", pound: "GBP", pounds: "GBP",
  chf: "CHF", franken: "CHF", francs: "CHF",
};
const hardWords = new Set(["under", "below", "most", "max", "maximum", "maximal", "limit", "hard", "exceed", "höchstens", "unter", "than", "hart", "strict", "keinesfalls"]);
const budgetWords = new Set(["budget", "budgets", "kosten", "cost", "costs"]);
const hoursPer: Record<string, number> = {
  h: 1, hour: 1, hours: 1, stunde: 1, stunden: 1, d: 24, day: 24, days: 24, tag: 24, tage: 24, tagen: 24,
  week: 168, weeks: 168, woche: 168, wochen: 168, month: 730, months: 730, monat: 730, monate: 730, monaten: 730, year: 8760, years: 8760, jahr: 8760, jahre: 8760, jahren: 8760,
};
const minutesPer: Record<string, number> = { min: 1, minute: 1, minutes: 1, minuten: 1, hour: 60, hours: 60, h: 60, stunde: 60, stunden: 60, day: 1440, days: 1440, tag: 1440, tage: 1440 };
const everyWords = new Set(["every", "each", "alle", "jede", "jeden", "jedes"]);
const small: Record<string, number> = { a: 1, an: 1, one: 1, ein: 1, eine: 1, einen: 1, two: 2, zwei: 2, three: 3, drei: 3, four: 4, vier: 4, six: 6, sechs: 6, ten: 10, zehn: 10 };
const often: Record<string, number> = { hourly: 60, stündlich: 60, daily: 1440, täglich: 1440 };

/** `1,234.50`, `1.234,50` and `45,5` alike; null for anything that is no amount. */
export function readNumber(text: string): number | null {
  if (!/^\d{1,9}(?:[.,]\d{1,9})*$/.test(text)) return null;
  const parts = text.split(/[.,]/);
  const last = parts.at(-1) ?? "";
  if (parts.length === 1 || last.length === 3) return Number(parts.join(""));
  return Number(`${parts.slice(0, -1).join("")}.${last}`);
}

const countAt = (token: Token | undefined): number | null =>
  token === undefined ? null : Object.hasOwn(small, token.text) ? (small[token.text] ?? null) : readNumber(token.text);

/** What a text says about money and time, with the tokens that say it. */
export interface Amounts {
  budget: Budget | null;
  /** The currency was not written; US dollars were taken. */
  currencyAssumed: boolean;
  lifeHours: number | null;
  wakeMinutes: number | null;
  taken: Set<number>;
}

const isHard = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 6), at).some((token) => hardWords.has(token.text)) || tokens.slice(at, at + 4).some((token) => /^(max|maximum|hard|maximal)$/.test(token.text));

function readBudget(tokens: Token[], amounts: Amounts): void {
  for (const [at, token] of tokens.entries()) {
    const value = readNumber(token.text);
    if (value === null) continue;
    const before = tokens[at - 1]?.text ?? "";
    const after = tokens[at + 1]?.text ?? "";
    const currency = currencies[before] ?? currencies[after];
    const named = tokens.slice(Math.max(0, at - 4), at).some((near) => budgetWords.has(near.text));
    if (currency === undefined && !named) continue;
    if (currency === undefined && (Object.hasOwn(hoursPer, after) || Object.hasOwn(minutesPer, after))) continue;
    const displayCents = Math.round(value * 100);
    if (displayCents <= 0 || displayCents > 100_000_000) continue;
    const iso = currency ?? "USD";
    amounts.budget = { cents: toUsCents(displayCents, iso), hard: isHard(tokens, at), currency: iso, displayCents };
    if (iso !== "USD") amounts.budget.rateDate = rateDate;
    amounts.currencyAssumed = currency === undefined;
    amounts.taken.add(at);
    if (currencies[before] !== undefined) amounts.taken.add(at - 1);
    if (currencies[after] !== undefined) amounts.taken.add(at + 1);
    return;
  }
}

function readTimes(tokens: Token[], amounts: Amounts): void {
  for (const [at, token] of tokens.entries()) {
    const previous = tokens[at - 1];
    const before = tokens[at - 2]?.text ?? "";
    if (Object.hasOwn(often, token.text)) {
      amounts.wakeMinutes = often[token.text] ?? null;
      amounts.taken.add(at);
    } else if (Object.hasOwn(minutesPer, token.text) && previous !== undefined && everyWords.has(previous.text)) {
      amounts.wakeMinutes = minutesPer[token.text] ?? null;
      amounts.taken.add(at).add(at - 1);
    } else {
      const count = countAt(previous);
      if (count === null || count <= 0) continue;
      if (Object.hasOwn(minutesPer, token.text) && everyWords.has(before)) {
        amounts.wakeMinutes = Math.min(10_080, count * (minutesPer[token.text] ?? 1));
        amounts.taken.add(at).add(at - 1).add(at - 2);
      } else if (Object.hasOwn(hoursPer, token.text)) {
        amounts.lifeHours = Math.min(87_600, count * (hoursPer[token.text] ?? 1));
        amounts.taken.add(at).add(at - 1);
      }
    }
  }
}

/** Reads budget, wanted life and wake interval; the first amount of money counts, the last times do. */
export function readAmounts(tokens: Token[]): Amounts {
  const amounts: Amounts = { budget: null, currencyAssumed: false, lifeHours: null, wakeMinutes: null, taken: new Set() };
  readBudget(tokens, amounts);
  readTimes(tokens, amounts);
  return amounts;
}
