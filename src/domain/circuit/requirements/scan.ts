import type { Meaning } from "./lexicon.ts";
import { longestPhrase, meaningOf } from "./lexicon.ts";
import { colours, negations, numberWords, stopWords } from "./lexicon-context.ts";
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
}

export interface Scan {
  tokens: Token[];
  mentions: Mention[];
  /** Pieces of the text that nothing in the lexicon knows, as they were written. */
  unknown: string[];
}

/** What adjectives and articles have said since the last mention or mark. */
interface Pending {
  negated: boolean;
  quantity: number | null;
  colours: string[];
}

const nothingPending = (): Pending => ({ negated: false, quantity: null, colours: [] });
/** After a figure they make it a size or a level, not a number of pieces: "5 V relay". */
const units = new Set(
  "v volt volts ma amp amps mm cm w watt watts ohm ohms hz khz inch zoll grad degrees pin channel kanal bit".split(" "),
);
const longestUnknown = 12;
const shortestCompoundHead = 5;

/** The meanings in a German compound: `balkonwetterstation` ends in one phrase and begins with another. */
function compoundMeanings(word: string): Meaning[] {
  if (word.length < 9 || word.length > 40) return [];
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

function absorb(pending: Pending, word: string): boolean {
  if (negations.has(word)) {
    pending.negated = true;
    return true;
  }
  const colour = colours[word];
  if (colour !== undefined) {
    if (!pending.colours.includes(colour)) pending.colours.push(colour);
    return true;
  }
  const count = Object.hasOwn(numberWords, word)
    ? numberWords[word]
    : /^\d{1,4}$/.test(word)
      ? Number(word)
      : undefined;
  if (count === undefined) return false;
  pending.quantity = count;
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

interface State {
  tokens: Token[];
  known: Set<number>;
  mentions: Mention[];
  pending: Pending;
  owning: boolean;
}

/** A token that begins no phrase: a mark, an adjective, a number, a filler word or something unknown. */
function passWord(state: State, at: number): void {
  const word = state.tokens[at]?.text ?? "";
  if (isMark(word)) {
    state.pending = nothingPending();
    state.owning = state.owning && word === ",";
  } else if (units.has(word)) {
    state.pending = { ...state.pending, quantity: null };
    state.known.add(at);
  } else if (!state.known.has(at) && absorb(state.pending, word)) state.known.add(at);
  else if (!stopWords.has(word)) state.pending = { ...state.pending, quantity: null };
}

/** A phrase of the lexicon, with what was pending; "no display or buzzer" refuses both. */
function takeMatch(state: State, at: number, match: { meanings: Meaning[]; length: number }): void {
  const { pending } = state;
  const to = at + match.length;
  for (const meaning of match.meanings) {
    if (meaning.kind === "own") state.owning = !pending.negated;
    else state.mentions.push({ meaning, from: at, to, owned: state.owning, ...pending, colours: [...pending.colours] });
  }
  for (let index = at; index < to; index++) state.known.add(index);
  const goesOn = /^(or|and|oder|und|nor|noch)$/.test(state.tokens[to]?.text ?? "");
  state.pending = { ...nothingPending(), negated: pending.negated && goesOn };
}

/**
 * Finds what the lexicon knows in a text, longest phrase first, with quantity, colour, negation and ownership; in time linear in the
 * text. Never throws. `taken` holds the indexes of tokens that another reader has explained (money, durations).
 */
export function scan(text: string, taken: ReadonlySet<number> = new Set()): Scan {
  const tokens = tokenize(text);
  const state: State = { tokens, known: new Set(taken), mentions: [], pending: nothingPending(), owning: false };
  for (let at = 0; at < tokens.length; ) {
    const explained = state.known.has(at) || isMark(tokens[at]?.text ?? "");
    const match = explained ? null : matchAt(tokens, at);
    if (match === null) passWord(state, at);
    else takeMatch(state, at, match);
    at += match?.length ?? 1;
  }
  return { tokens, mentions: state.mentions, unknown: unknownPieces(text, tokens, state.known) };
}
