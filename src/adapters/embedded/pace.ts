/** Time between two chunks in ms, and the most chunks of one answer: together at most about a second. */
const chunkMs = 17;
const mostChunks = 56;

/** How an answer is spoken: pieces of whole words, in order, and the pause before each but the first. */
export interface Pace {
  pieces: string[];
  pauseMs: number;
}

/** Cuts a text between words into at most 56 pieces of about the same number of words; joined they are the text again. */
export function pace(text: string): Pace {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  const count = Math.min(mostChunks, words.length);
  const pieces = Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * words.length) / count);
    const to = Math.floor(((index + 1) * words.length) / count);
    return words.slice(from, to).join("");
  });
  return { pieces, pauseMs: chunkMs };
}

/** Characters of a person's text that are quoted back. */
const mostQuoted = 80;

/** A person's text short enough to quote, cut between characters. */
export function shortened(text: string): string {
  const all = [...text];
  return all.length <= mostQuoted ? text : `${all.slice(0, mostQuoted - 1).join("")}…`;
}

/**
 * Tokens by the embedded brain's own rule: a run of letters and digits is one, every other visible character is one. Counted, not
 * estimated; language models count by other rules.
 */
export function countTokens(text: string): number {
  return text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;
}
