import type { CatalogPart } from "../catalogue-part.ts";
import type { FunctionId } from "../lists.ts";
import { functionLabels, functionWords } from "../requirements/lexicon-functions.ts";
import { allParts } from "./catalogue.ts";

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== "");

/** Spelling without spaces and hyphens: `hc-sr04`, `hc sr04` and `hcsr04` are one name. */
const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** What a part is called, once per part. */
interface Names {
  exact: ReadonlySet<string>;
  all: readonly string[];
  name: readonly string[];
  functions: readonly string[];
  description: readonly string[];
}

const wordsOf = (id: FunctionId): string[] =>
  [id, functionLabels[id].en, functionLabels[id].de, ...functionWords[id].en, ...functionWords[id].de].flatMap(words);

function namesOf(part: CatalogPart): Names {
  const all = [part.id, part.partNumber, ...part.aliases.en, ...part.aliases.de].map(squeezed);
  return {
    exact: new Set(all),
    all,
    name: words(part.name),
    functions: part.functions.flatMap(wordsOf),
    description: words(part.description),
  };
}

const names = new Map(allParts.map((part) => [part, namesOf(part)]));

/** Weights: a whole alias beats a name, a name beats function and interface, these beat the description. A plural counts as its singular. */
function score(part: CatalogPart, term: string): number {
  const known = names.get(part);
  const key = squeezed(term);
  if (known === undefined || key === "") return 0;
  if (known.exact.has(key)) return 16;
  if (known.all.some((alias) => alias.startsWith(key))) return 9;
  if (known.name.some((word) => word.startsWith(term))) return 8;
  if (known.all.some((alias) => alias.includes(key))) return 6;
  if (known.functions.includes(term)) return 5;
  if (part.interface === term || part.family === term) return 4;
  if (known.functions.some((word) => word.startsWith(term))) return 4;
  if (known.description.some((word) => word.startsWith(term))) return 2;
  return term.length > 3 && term.endsWith("s") ? score(part, term.slice(0, -1)) : 0;
}

const priceLimit =
  /(?:^|\s)(?:under|below|max|maximum|cheaper than|at most|unter|höchstens|bis|billiger als|<=?)\s*[$€]?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:[$€]|usd|eur|euros?|dollars?|bucks)?(?=\s|$)/iu;

/** "under $3", "unter 3 €": the greatest typical price in cents, and the query without these words. Currencies are taken alike. */
function priceOf(query: string): { maxCents: number; rest: string } {
  const match = priceLimit.exec(query);
  const figure = match?.[1];
  if (match === null || figure === undefined) return { maxCents: Number.POSITIVE_INFINITY, rest: query };
  const maxCents = Math.round(Number(figure.replace(",", ".")) * 100);
  return { maxCents, rest: `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`.trim() };
}

/**
 * Parts that match every word of the query by name, alias, part number, function (in English or German), interface or description, best
 * first; equal ones with the usual part before special ones, then in catalogue order. "under $3" leaves out what is dearer. An empty query
 * answers all parts.
 */
export function searchCatalogue(query: string): CatalogPart[] {
  const { maxCents, rest } = priceOf(query.slice(0, 400));
  const whole = rest.trim().toLowerCase();
  const terms = words(whole).slice(0, 12);
  const affordable = allParts.filter((part) => part.price.typicalCents <= maxCents);
  if (terms.length === 0) return affordable;
  const ranked = affordable.map((part, order) => {
    const scores = terms.map((term) => score(part, term));
    const sum = scores.some((one) => one === 0) ? 0 : scores.reduce((total, one) => total + one, 0);
    return { part, order, total: Math.max(sum, score(part, whole)), special: part.special === true ? 1 : 0 };
  });
  return ranked
    .filter((row) => row.total > 0)
    .sort((a, b) => b.total - a.total || a.special - b.special || a.order - b.order)
    .map((row) => row.part);
}
