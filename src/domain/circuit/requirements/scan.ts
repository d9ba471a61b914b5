import type { Meaning } from "./lexicon.ts";
import { longestPhrase, meaningOf, meantWord } from "./lexicon.ts";
import { colours, negations, numberWords, stopWords } from "./lexicon-context.ts";
import { sceneWords } from "./lexicon-scene.ts";
import type { Token } from "./tokens.ts";
import { isMark, tokenize } from "./tokens.ts";

/** A phrase of the lexicon where it stands in the text, with what stands before it. */
export interface Mention {
  meaning: Meaning;
  /** Index of its first token and of the one after its last. */
  from: number;
  to: number;
  negated: boolean;
  owned: boolean;
  quantity: number | null;
  colours: string[];
  /** Pieces of each colour, where the text counts them apart: "2 red and 3 blue LEDs". */
  counts: number[];
}

export interface Scan {
  tokens: Token[];
  mentions: Mention[];
  /** Pieces of the text that nothing in the lexicon knows, as they were written. */
  unknown: string[];
  /** Words that were taken for another one, a letter away. */
  slips: { written: string; meant: string }[];
}

/** What adjectives and articles have said since the last mention or mark. */
interface Pending {
  negated: boolean;
  quantity: number | null;
  colours: string[];
  counts: number[];
}

const nothingPending = (): Pending => ({ negated: false, quantity: null, colours: [], counts: [] });
/** After a figure they make it a size or a level, not a number of pieces: "5 V relay". */
const units = new Set(
  "v volt volts ma amp amps mm cm w watt watts ohm ohms hz khz inch zoll grad degrees pin channel kanal bit".split(" "),
);
/** After a figure they make it a time or a distance: "open for 10 minutes: buzzer". */
const measures = new Set(
  "s sec secs second seconds sekunde sekunden min mins minute minutes minuten h hour hours stunde stunden day days tag tage tagen m meter meters metre metres metern km percent prozent uhr".split(
    " ",
  ),
);
/** Between a number and its thing: "5 Stück DS18B20", "2 pieces of LED". */
const pieceWords = new Set(["stück", "stk", "pieces", "piece", "pcs", "mal", "times", "of"]);
/** A figure after one of them is a name, not a number of pieces. */
const pinWords = new Set(["pin", "pins", "gpio", "io", "port", "address", "adresse"]);
const multiplier = new Set(["hundred", "thousand", "million", "millions", "hundert", "tausend", "millionen"]);
const longestUnknown = 12;
const shortestCompoundHead = 5;

/** What a German compound ends in without naming a thing: "Lüftersteuerung" is about the fan, "Kühlschrankwächter" only near a fridge. */
const acting = /^(.{4,})(steuerung|regelung|regler|automatik)$/;
const watching = /^(.{4,})(wächter|melder|überwachung|messung|kontrolle|logger|warner|anzeige)$/;

function headlessMeanings(word: string): Meaning[] | null {
  const [, front = ""] = acting.exec(word) ?? watching.exec(word) ?? [];
  if (front === "") return null;
  const meaning = meaningOf(front) ?? meaningOf(front.replace(/s$|n$/, ""));
  if (meaning === undefined) return sceneWords.has(front) ? [{ kind: "scene" }] : null;
  const isWatched = watching.test(word) && !(meaning.kind === "function" && meaning.id.startsWith("sense-"));
  return isWatched ? [{ kind: "scene" }] : [meaning];
}

/** The meanings in a German compound: `balkonwetterstation` ends in one phrase and begins with another. */
function compoundMeanings(word: string): Meaning[] {
  if (word.length < 9 || word.length > 40) return [];
  const headless = headlessMeanings(word);
  if (headless !== null) return headless;
  for (let cut = 3; cut <= word.length - shortestCompoundHead; cut++) {
    const head = meaningOf(word.slice(cut));
    if (head === undefined) continue;
    const before = meaningOf(word.slice(0, cut)) ?? meaningOf(word.slice(0, cut).replace(/s$/, ""));
    return before === undefined ? [head] : [head, before];
  }
  return [];
}

function matchAt(tokens: Token[], at: number): { meanings: Meaning[]; length: number } | null {
  for (let length = Math.min(longestPhrase, tokens.length - at); length >= 1; length--) {
    const phrase = tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(" ");
    const meaning = meaningOf(phrase);
    if (meaning !== undefined) return { meanings: [meaning], length };
  }
  const compound = compoundMeanings(tokens[at]?.text ?? "");
  return compound.length > 0 ? { meanings: compound, length: 1 } : null;
}

/** A number of pieces, in figures (`1e9`, `1.000`) or in a word; undefined for everything else. */
function countOf(word: string): number | undefined {
  if (Object.hasOwn(numberWords, word)) return numberWords[word];
  const isFigure = /^\d+(e\d{1,3})?$/.test(word);
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(word);
  if (!isFigure && !isGrouped) return undefined;
  return Math.min(Number(isGrouped ? word.replace(/[.,]/g, "") : word), Number.MAX_SAFE_INTEGER);
}

function absorb(pending: Pending, word: string): boolean {
  if (negations.has(word)) {
    pending.negated = true;
    return true;
  }
  const colour = colours[word];
  if (colour !== undefined) {
    if (!pending.colours.includes(colour)) {
      pending.colours.push(colour);
      pending.counts.push(pending.colours.length > 1 && pending.quantity !== null ? pending.quantity : 1);
      if (pending.colours.length === 1 && pending.quantity !== null) pending.counts[0] = pending.quantity;
    }
    return true;
  }
  const count = countOf(word);
  if (count === undefined) return false;
  pending.quantity = multiplier.has(word) && pending.quantity !== null ? pending.quantity * count : count;
  return true;
}

/** Pieces of the text between what was understood, shortened to at most twelve of 60 characters each. */
function unknownPieces(text: string, tokens: Token[], known: Set<number>): string[] {
  const pieces: string[] = [];
  let first = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    const foreign =
      token !== undefined &&
      !known.has(at) &&
      !isMark(token.text) &&
      !stopWords.has(token.text) &&
      !sceneWords.has(token.text) &&
      !/^\d/.test(token.text);
    if (foreign && first < 0) first = at;
    if (foreign || first < 0) continue;
    const piece = text.slice(tokens[first]?.start, tokens[at - 1]?.end);
    first = -1;
    const short = piece.length > 60 ? `${Array.from(piece).slice(0, 57).join("")}...` : piece;
    if (short.length > 1 && !pieces.includes(short)) pieces.push(short);
    if (pieces.length === longestUnknown) break;
  }
  return pieces;
}

/** A word with one wrong letter, where the right one is known: "temprature". */
function matchSlip({ tokens, slips }: State, text: string, at: number): ReturnType<typeof matchAt> {
  const token = tokens[at];
  if (
    token === undefined ||
    stopWords.has(token.text) ||
    sceneWords.has(token.text) ||
    colours[token.text] !== undefined
  )
    return null;
  const meant = meantWord(token.text);
  if (meant === undefined) return null;
  const match = matchAt([{ ...token, text: meant }, ...tokens.slice(at + 1, at + longestPhrase)], 0);
  if (match !== null) slips.push({ written: text.slice(token.start, token.end), meant });
  return match;
}

interface State {
  tokens: Token[];
  known: Set<number>;
  mentions: Mention[];
  pending: Pending;
  owning: boolean;
  slips: Scan["slips"];
  /** The last number of pieces above one. */
  counted: number;
  /** In an edit one colour after a thing is its new colour, and none that it has. */
  isEdit: boolean;
}

const isMeasure = (tokens: readonly Token[], at: number): boolean =>
  measures.has(tokens[at]?.text ?? "") && countOf(tokens[at - 1]?.text ?? "") !== undefined;

const ifWords = /^(if|when|while|until|once|whenever|wenn|falls|sobald|solange)$/;

/** "if no motion", "when there is no water": what is not measured, and nothing that is refused. */
function isAbsence(tokens: readonly Token[], at: number): boolean {
  if (!negations.has(tokens[at]?.text ?? "")) return false;
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text);
  const last = before.findLastIndex((word) => !/^(there|it|is|are|s|es|gibt|ist)$/.test(word));
  return ifWords.test(before[last] ?? "");
}

/** "um 7 Uhr" is a time of day, and no clock. */
const isTimeOfDay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "uhr" && /^([01]?\d|2[0-4])$/.test(tokens[at - 1]?.text ?? "");

/** A token that begins no phrase: a mark, an adjective, a number, a filler word or something unknown. */
function passWord(state: State, at: number): void {
  const word = state.tokens[at]?.text ?? "";
  if (isMark(word)) {
    state.pending = nothingPending();
    state.owning = state.owning && word === ",";
  } else if (units.has(word)) {
    state.pending = { ...state.pending, quantity: null };
    state.known.add(at);
  } else if (isMeasure(state.tokens, at)) state.pending = { ...state.pending, quantity: null };
  else if (pieceWords.has(word) && state.pending.quantity !== null) state.known.add(at);
  else if (/^\d+$/.test(word) && pinWords.has(state.tokens[at - 1]?.text ?? "")) state.known.add(at);
  else if (isAbsence(state.tokens, at)) state.known.add(at);
  else if (!state.known.has(at) && absorb(state.pending, word)) state.known.add(at);
  else if (!stopWords.has(word)) state.pending = { ...state.pending, quantity: null };
}

const isColoured = (meaning: Meaning): boolean =>
  (meaning.kind === "part" && meaning.catalogId === "led-5mm") ||
  (meaning.kind === "function" && (meaning.id === "show-light" || meaning.id === "input-button"));
const listWords = new Set([":", ",", "and", "und", "in", "one", "each", "je", "eine", "einer", "a"]);

/** "three LEDs: red, yellow and green": the colours after a mention, unless the last one stands before the next thing. */
function coloursAfter(state: State, from: number, meanings: Meaning[]): Pick<Pending, "colours" | "counts"> | null {
  if (!meanings.some(isColoured)) return null;
  const listed: { at: number; colour: string; count: number }[] = [];
  let count = 1;
  let at = from;
  for (; at < state.tokens.length; at++) {
    const word = state.tokens[at]?.text ?? "";
    const colour = colours[word];
    if (colour !== undefined) {
      listed.push({ at, colour, count });
      count = 1;
    } else if (/^\d{1,4}$/.test(word)) count = Number(word);
    else if (!listWords.has(word)) break;
  }
  if (listed.at(-1)?.at === at - 1 && matchAt(state.tokens, at) !== null) listed.pop();
  if (listed.length < (state.isEdit ? 2 : 1)) return null;
  for (const one of listed) state.known.add(one.at);
  return { colours: listed.map((one) => one.colour), counts: listed.map((one) => one.count) };
}

/** LEDs of the strip that is sold by the metre. */
const pixelsPerStrip = 30;
const metres = /^(m|meter|metre|metres|meters|metern)$/;
const stripWords = /strip|streifen|band$/;

/** "60 LEDs/m": how close the LEDs of a strip sit, no number of LEDs. */
const isDensity = (tokens: readonly Token[], at: number): boolean =>
  /^leds?$/.test(tokens[at]?.text ?? "") &&
  /^\d+$/.test(tokens[at - 1]?.text ?? "") &&
  metres.test(tokens[at + 1]?.text ?? "");

/** "2 m of LED strip", "LED strip 2 m": strips are sold by the metre. */
function metresOf({ tokens, known }: State, at: number, to: number): Partial<Mention> {
  const figure = (index: number) => {
    const text = tokens[index]?.text ?? "";
    return /^\d{1,3}([.,]\d+)?$/.test(text) && metres.test(tokens[index + 1]?.text ?? "") ? text : null;
  };
  const before = tokens[at - 1]?.text === "of" ? at - 3 : at - 2;
  const from = figure(before) === null ? at : before;
  const text = figure(before) ?? figure(to);
  if (text === null) return {};
  if (from === at) known.add(to).add(to + 1);
  return { from, to: from === at ? to + 2 : to, quantity: Math.ceil(Number(text.replace(",", "."))) };
}

/** "30 neopixels", "60 WS2812B": a number of LEDs, that comes in strips. */
function strips(state: State, meaning: Meaning, { at, to }: { at: number; to: number }): Partial<Mention> {
  const { quantity } = state.pending;
  const isStrip = meaning.kind === "part" && meaning.catalogId === "neopixel-strip-30";
  const isPixels = meaning.kind === "function" && meaning.id === "show-pixels";
  const written = state.tokens.slice(at, to).map(({ text }) => text);
  if ((isStrip || isPixels) && written.some((text) => stripWords.test(text))) {
    const long = metresOf(state, at, to);
    if (long.quantity !== undefined) return long;
  }
  if (quantity === null || quantity < 2 || !isStrip || to - at !== 1) return {};
  return { quantity: Math.ceil(quantity / pixelsPerStrip) };
}

/** "one pump each": as many as were counted before; null where nothing says so. */
function eachOf(state: State, to: number): number | null {
  return /^(each|apiece)$/.test(state.tokens[to]?.text ?? "") && state.counted > 1 ? state.counted : null;
}

/** A phrase of the lexicon, with what was pending; "no display or buzzer" refuses both. */
function takeMatch(state: State, at: number, match: { meanings: Meaning[]; length: number }): void {
  const to = at + match.length;
  const after = state.pending.colours.length > 0 ? null : coloursAfter(state, to, match.meanings);
  const pending = after === null ? state.pending : { ...state.pending, ...after };
  for (const meaning of match.meanings) {
    if (meaning.kind === "own") state.owning = !pending.negated;
    else if (meaning.kind !== "scene")
      state.mentions.push({
        meaning,
        from: at,
        to,
        owned: state.owning,
        ...pending,
        ...strips(state, meaning, { at, to }),
      });
  }
  const each = eachOf(state, to);
  const last = state.mentions.at(-1);
  if (each !== null && last !== undefined && last.to === to && last.quantity !== null) last.quantity *= each;
  for (let index = at; index < to; index++) state.known.add(index);
  if (pending.quantity !== null && pending.quantity > 1) state.counted = pending.quantity;
  const goesOn = /^(or|and|oder|und|nor|noch)$/.test(state.tokens[to]?.text ?? "");
  state.pending = { ...nothingPending(), negated: pending.negated && goesOn };
}

/**
 * Finds what the lexicon knows in a text, longest phrase first, with quantity, colour, negation and ownership; in time linear in the
 * text. Never throws. `taken` holds the indexes of tokens that another reader has explained (money, durations).
 */
export function scan(text: string, taken: ReadonlySet<number> = new Set(), isEdit = false): Scan {
  const tokens = tokenize(text);
  const state: State = {
    tokens,
    known: new Set(taken),
    mentions: [],
    pending: nothingPending(),
    owning: false,
    slips: [],
    counted: 0,
    isEdit,
  };
  for (let at = 0; at < tokens.length; ) {
    const density = isDensity(tokens, at);
    if (density) state.known.add(at).add(at + 1);
    if (isTimeOfDay(tokens, at)) state.known.add(at);
    const explained = density || state.known.has(at) || isMark(tokens[at]?.text ?? "");
    const match = explained ? null : (matchAt(tokens, at) ?? matchSlip(state, text, at));
    if (match === null) passWord(state, at);
    else takeMatch(state, at, match);
    at += match?.length ?? 1;
  }
  return { tokens, mentions: state.mentions, unknown: unknownPieces(text, tokens, state.known), slips: state.slips };
}
