/** How well words answer to what was typed, and which of their characters do. */
export interface Match {
  /** Higher is better; comparable between texts for one query. */
  score: number;
  /** Places of the characters that were typed, ascending. */
  places: readonly number[];
}

const startOfText = 9;
const startOfWord = 5;
const followsOn = 8;
const gapCost = 0.2;

/** Small letters without their marks, one for each character of `text`: `Ä` is `a`. */
function plain(text: string): string[] {
  return [...text].map((letter) => letter.normalize("NFD")[0]?.toLowerCase() ?? letter);
}

function isWordStart(letters: readonly string[], place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(letters[place - 1] ?? "");
}

/**
 * Whether the characters of `query` occur in `text` in their order, with the best of all ways to place them: beginnings of words
 * and characters that follow each other count more, gaps less. Case, accents and spaces of the query do not matter. Null when they
 * do not occur.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const asked = plain(query).filter((letter) => letter.trim() !== "");
  const letters = plain(text);
  if (asked.length === 0) return { score: 0, places: [] };
  // Place for place the best way in which what was asked so far can end there.
  let ends = letters.map((letter, place) => (letter === asked[0] ? ending(letters, place) : null));
  for (const wanted of asked.slice(1)) ends = goOn(ends, letters, wanted);
  const found = ends.reduce(better, null);
  // Of two texts that answer alike the shorter one is nearer to what was meant.
  return found === null ? null : { ...found, score: found.score - letters.length / 100 };
}

/** The best ways one character further. */
function goOn(ends: readonly (Match | null)[], letters: readonly string[], wanted: string): (Match | null)[] {
  // The best of the ends before the character that stands just before, less what the gap to it costs.
  let reach: Match | null = null;
  return letters.map((letter, place) => {
    const beside = ends[place - 1] ?? null;
    const from = better(changed(beside, followsOn), reach);
    reach = changed(better(beside, reach), -gapCost);
    return letter === wanted && from !== null ? ending(letters, place, from) : null;
  });
}

function ending(letters: readonly string[], place: number, from: Match = { score: 0, places: [] }): Match {
  return { score: from.score + placeScore(letters, place), places: [...from.places, place] };
}

function changed(match: Match | null, by: number): Match | null {
  return match === null ? null : { ...match, score: match.score + by };
}

function placeScore(letters: readonly string[], place: number): number {
  if (place === 0) return startOfText;
  return isWordStart(letters, place) ? startOfWord : 1;
}

function better(one: Match | null, other: Match | null): Match | null {
  if (one === null || other === null) return one ?? other;
  return other.score > one.score ? other : one;
}

/** A text cut where matched characters begin and end. */
export function marked(text: string, places: readonly number[]): { words: string; hit: boolean }[] {
  const hits = new Set(places);
  const pieces: { words: string; hit: boolean }[] = [];
  for (const [place, letter] of [...text].entries()) {
    const last = pieces.at(-1);
    const hit = hits.has(place);
    if (last?.hit === hit) last.words += letter;
    else pieces.push({ words: letter, hit });
  }
  return pieces;
}
