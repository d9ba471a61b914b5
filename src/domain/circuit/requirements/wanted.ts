import { partById } from "../catalogue/catalogue.ts";
import type { FunctionId, SpokenLanguage } from "../lists.ts";
import type { FunctionWanted } from "../requirements.ts";
import { labelOf } from "./assumptions.ts";
import type { Mention } from "./scan.ts";

/** Greatest number of pieces of one kind that a goal may ask for; beyond it the count is a slip or another project. */
export const mostPieces = 12;

function oneWanted(id: FunctionId, language: SpokenLanguage, quantity: number): FunctionWanted {
  return { id, label: labelOf(id, language), quantity, source: "asked" };
}

/** The functions that a part is bought for: all of them, but graphics only where somebody asks for it. */
export function mainFunctions(catalogId: string): FunctionId[] {
  const functions = partById(catalogId)?.functions ?? [];
  return functions.filter((id) => id !== "show-graphics");
}

/** The part or board that a mention names. */
export function namedId({ meaning }: Mention): string | null {
  if (meaning.kind === "part" || meaning.kind === "board") return meaning.catalogId;
  if (meaning.kind === "arduino") return "uno-r3";
  return meaning.kind === "power" ? (meaning.catalogId ?? null) : null;
}

/** The functions that a mention asks for; several colours make several LEDs. */
export function functionsOf(mention: Mention, language: SpokenLanguage): FunctionWanted[] {
  const { meaning } = mention;
  const quantity = mention.quantity ?? 1;
  if (meaning.kind === "function") return coloured([oneWanted(meaning.id, language, quantity)], mention);
  if (meaning.kind === "part") {
    const wanted = mainFunctions(meaning.catalogId).map((id) => ({
      ...oneWanted(id, language, quantity),
      catalogId: meaning.catalogId,
    }));
    return coloured(wanted, mention);
  }
  if (meaning.kind !== "project") return [];
  const asked = meaning.project.asked.map((one) => ({
    ...oneWanted(one.id, language, one.quantity ?? 1),
    ...(one.colour === undefined ? {} : { colour: one.colour }),
  }));
  const assumed = (meaning.project.assumed ?? []).map((id) => ({
    ...oneWanted(id, language, 1),
    source: "assumed" as const,
  }));
  return [...asked, ...assumed];
}

function coloured(wanted: FunctionWanted[], mention: Mention): FunctionWanted[] {
  const [first, ...more] = mention.colours;
  if (first === undefined) return wanted;
  return wanted.flatMap((one) => {
    if (one.id !== "show-light" && one.id !== "input-button") return [one];
    if (more.length === 0) return [{ ...one, colour: first }];
    return mention.colours.map((colour, at) => ({ ...one, quantity: mention.counts[at] ?? 1, colour }));
  });
}

/**
 * Joins what several phrases ask for: "temperature ... DHT22" is one wish with its part named, "display ... OLED" too. The greater
 * quantity counts; colours stay apart.
 */
export function mergeWanted(before: readonly FunctionWanted[], more: readonly FunctionWanted[]): FunctionWanted[] {
  const merged = [...before];
  for (const next of more) {
    const at = merged.findIndex((one) => sameWish(one, next));
    const old = merged[at];
    if (old === undefined) {
      merged.push(next);
      continue;
    }
    merged[at] = {
      ...old,
      ...next,
      quantity: Math.max(old.quantity, next.quantity),
      source: old.source === "asked" || next.source === "asked" ? "asked" : "assumed",
    };
    if (old.catalogId !== undefined && next.catalogId === undefined) merged[at].catalogId = old.catalogId;
  }
  return merged;
}

const sameWish = (a: FunctionWanted, b: FunctionWanted): boolean =>
  a.id === b.id &&
  (a.catalogId === b.catalogId || a.catalogId === undefined || b.catalogId === undefined) &&
  (a.colour === b.colour || a.colour === undefined || b.colour === undefined);
