import type { Budget } from "../requirements.ts";
import { rateDate, toUsCents } from "./conversion.ts";
import type { Token } from "./tokens.ts";

const currencies: Record<string, string> = {
  $: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  bucks: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  chf: "CHF",
  franken: "CHF",
  francs: "CHF",
};
const hardWords = new Set([
  "under",
  "below",
  "most",
  "max",
  "maximum",
  "maximal",
  "limit",
  "hard",
  "exceed",
  "höchstens",
  "unter",
  "than",
  "hart",
  "strict",
  "keinesfalls",
]);
const budgetWords = new Set(["budget", "budgets", "kosten", "cost", "costs"]);
const hoursPer: Record<string, number> = {
  h: 1,
  hour: 1,
  hours: 1,
  stunde: 1,
  stunden: 1,
  d: 24,
  day: 24,
  days: 24,
  tag: 24,
  tage: 24,
  tagen: 24,
  week: 168,
  weeks: 168,
  woche: 168,
  wochen: 168,
  month: 730,
  months: 730,
  monat: 730,
  monate: 730,
  monaten: 730,
  year: 8760,
  years: 8760,
  jahr: 8760,
  jahre: 8760,
  jahren: 8760,
};
const minutesPer: Record<string, number> = {
  min: 1,
  minute: 1,
  minutes: 1,
  minuten: 1,
  hour: 60,
  hours: 60,
  h: 60,
  stunde: 60,
  stunden: 60,
  day: 1440,
  days: 1440,
  tag: 1440,
  tage: 1440,
};
const everyWords = new Set(["every", "each", "alle", "jede", "jeden", "jedes"]);
const small: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  ein: 1,
  eine: 1,
  einen: 1,
  two: 2,
  zwei: 2,
  three: 3,
  drei: 3,
  four: 4,
  vier: 4,
  five: 5,
  fünf: 5,
  six: 6,
  sechs: 6,
  seven: 7,
  sieben: 7,
  eight: 8,
  acht: 8,
  ten: 10,
  zehn: 10,
  twelve: 12,
  zwölf: 12,
  couple: 2,
  few: 3,
  paar: 3,
};
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
  /** Indexes of the tokens that say the money, and of those that say the life; empty where nothing does. */
  moneyAt: number[];
  lifeAt: number[];
}

const isHard = (tokens: Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 6), at).some((token) => hardWords.has(token.text)) ||
  tokens.slice(at, at + 4).some((token) => /^(max|maximum|hard|maximal|höchstens|tops)$/.test(token.text));

interface Money {
  displayCents: number;
  /** null where only the word "budget" says that it is money. */
  currency: string | null;
  tokens: number[];
}

/** The amount of money that begins or ends at this figure, or null. */
function moneyAt(tokens: Token[], at: number): Money | null {
  const value = readNumber(tokens[at]?.text ?? "");
  if (value === null) return null;
  const displayCents = Math.round(value * 100);
  if (displayCents <= 0 || displayCents > 100_000_000) return null;
  const before = tokens[at - 1]?.text ?? "";
  const after = tokens[at + 1]?.text ?? "";
  if (currencies[before] !== undefined) return { displayCents, currency: currencies[before], tokens: [at - 1, at] };
  if (currencies[after] !== undefined) return { displayCents, currency: currencies[after], tokens: [at, at + 1] };
  const isTime = Object.hasOwn(hoursPer, after) || Object.hasOwn(minutesPer, after);
  const named = tokens.slice(Math.max(0, at - 4), at).some((near) => budgetWords.has(near.text));
  return named && !isTime ? { displayCents, currency: null, tokens: [at] } : null;
}

function readBudget(tokens: Token[], amounts: Amounts): void {
  for (let at = 0; at < tokens.length; at++) {
    const money = moneyAt(tokens, at);
    if (money === null) continue;
    const { displayCents } = money;
    const currency = money.currency ?? "USD";
    amounts.budget = { cents: toUsCents(displayCents, currency), hard: isHard(tokens, at), currency, displayCents };
    if (currency !== "USD") amounts.budget.rateDate = rateDate;
    amounts.currencyAssumed = money.currency === null;
    amounts.moneyAt = money.tokens;
    for (const index of money.tokens) amounts.taken.add(index);
    return;
  }
}

/** Minutes of "hourly", "every hour" and "every 10 minutes" whose last word stands here, with the tokens that say it. */
function intervalAt(tokens: Token[], at: number): { minutes: number; tokens: number[] } | null {
  const word = tokens[at]?.text ?? "";
  const previous = tokens[at - 1];
  if (Object.hasOwn(often, word)) return { minutes: often[word] ?? 60, tokens: [at] };
  if (!Object.hasOwn(minutesPer, word) || previous === undefined) return null;
  const minutes = minutesPer[word] ?? 1;
  if (everyWords.has(previous.text)) return { minutes, tokens: [at - 1, at] };
  const count = countAt(previous) ?? 0;
  if (count <= 0 || !everyWords.has(tokens[at - 2]?.text ?? "")) return null;
  return { minutes: Math.min(10_080, count * minutes), tokens: [at - 2, at - 1, at] };
}

const halves = new Set(["half", "halb", "halbe", "halben", "halbes", "halber"]);

/** How many of the unit that stands here: "3 weeks", "half a year", "ein halbes Jahr", "1,5 Jahre". */
function timesAt(tokens: Token[], at: number): { count: number; from: number } {
  const before = tokens[at - 1]?.text ?? "";
  const further = tokens[at - 2]?.text ?? "";
  if (halves.has(before)) return { count: 0.5, from: Object.hasOwn(small, further) ? at - 2 : at - 1 };
  if (halves.has(further) && /^(a|an)$/.test(before)) return { count: 0.5, from: at - 2 };
  return { count: countAt(tokens[at - 1]) ?? 0, from: at - 1 };
}

function readTimes(tokens: Token[], amounts: Amounts): void {
  for (const [at, token] of tokens.entries()) {
    const interval = intervalAt(tokens, at);
    if (interval !== null) {
      amounts.wakeMinutes = interval.minutes;
      for (const index of interval.tokens) amounts.taken.add(index);
      continue;
    }
    if (!Object.hasOwn(hoursPer, token.text)) continue;
    const { count, from } = timesAt(tokens, at);
    if (count <= 0) continue;
    amounts.lifeHours = Math.min(87_600, count * (hoursPer[token.text] ?? 1));
    amounts.lifeAt = Array.from({ length: at - from + 1 }, (_, index) => from + index);
    for (const index of amounts.lifeAt) amounts.taken.add(index);
  }
}

/** Reads budget, wanted life and wake interval; the first amount of money counts, the last times do. */
export function readAmounts(tokens: Token[]): Amounts {
  const amounts: Amounts = {
    budget: null,
    currencyAssumed: false,
    lifeHours: null,
    wakeMinutes: null,
    taken: new Set(),
    moneyAt: [],
    lifeAt: [],
  };
  readBudget(tokens, amounts);
  readTimes(tokens, amounts);
  return amounts;
}
