import type { SpokenLanguage } from "../../../src/domain/circuit/lists.ts";
import { spokenLanguages } from "../../../src/domain/circuit/lists.ts";

/** A language that the client has words in. */
export type Language = SpokenLanguage;

/** BCP 47 locale of a language where the browser names none of its own. */
const usualLocales: Record<Language, string> = { en: "en-US", de: "de-DE" };

function languageOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}

/** The language that a person chose, else the first of the browser's that we have, else English. */
export function chooseLanguage(chosen: Language | undefined, accepted: readonly string[]): Language {
  if (chosen !== undefined) return chosen;
  const known = accepted.map((tag) => spokenLanguages.find((language) => language === languageOf(tag)));
  return known.find((language) => language !== undefined) ?? "en";
}

/** Where numbers and dates follow: the browser's own locale of that language (`de-CH`), else the usual one. */
export function localeOf(language: Language, accepted: readonly string[]): string {
  return accepted.find((tag) => tag.includes("-") && languageOf(tag) === language) ?? usualLocales[language];
}
