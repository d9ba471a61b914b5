/** A word, a number, a currency sign or a mark that ends a clause, with its place in the text. */
export interface Token {
  /** Lower case. */
  text: string;
  start: number;
  end: number;
}

const word = /c\+\+|[\p{L}\p{N}]+(?:[.,]\p{N}+)*|[$€£.,;:!?]/giu;
/** A figure that is written together with its unit, but not a level such as 3V3 or a value such as 10k. */
const figureWithUnit =
  /^(\d+(?:[.,]\d+)?)(x|eur|euros?|usd|dollars?|gbp|chf|min|minutes?|minuten|h|hours?|days?|tage?)$/;

/**
 * Splits a text into tokens; hyphens and all other marks only separate, so `HC-SR04` and `hc sr04` read alike. Linear in the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(word)) {
    const start = match.index;
    const lower = match[0].toLowerCase();
    const [, figure, unit] = lower.length <= 24 ? (figureWithUnit.exec(lower) ?? []) : [];
    if (figure === undefined || unit === undefined) {
      tokens.push({ text: lower, start, end: start + match[0].length });
      continue;
    }
    const middle = start + figure.length;
    tokens.push({ text: figure, start, end: middle }, { text: unit, start: middle, end: start + match[0].length });
  }
  return tokens;
}

/** The phrase as the lexicon keys it: its tokens joined by single spaces. */
export function phraseKey(phrase: string): string {
  return tokenize(phrase)
    .map((token) => token.text)
    .join(" ");
}

/** Marks that end a clause. */
export const isMark = (text: string): boolean => /^[.,;:!?]$/.test(text);
