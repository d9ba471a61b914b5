import type { RestText } from "./en.ts";
import type { Language } from "./language.ts";
import { localeOf } from "./language.ts";
import type { StartText } from "./start-en.ts";
import { spoken } from "./text.ts";

/** Each language in chunks of its own: what the first screen says, and the rest. */
const dictionaries: Record<Language, { start: () => Promise<StartText>; rest: () => Promise<RestText> }> = {
  en: {
    start: async () => (await import("./start-en.ts")).startEn,
    rest: async () => (await import("./en.ts")).en,
  },
  de: {
    start: async () => (await import("./start-de.ts")).startDe,
    rest: async () => (await import("./de.ts")).de,
  },
};

let wanted: Language | null = null;
let wantsRest = false;

async function load(language: Language): Promise<void> {
  const { start, rest } = dictionaries[language];
  const [startWords, restWords] = await Promise.all([start(), wantsRest ? rest() : null]);
  // Chosen again while this was on its way: another call brings what is right now.
  if (wanted !== language) return;
  if (wantsRest && restWords === null) return load(language);
  spoken.value = { language, locale: localeOf(language, navigator.languages), start: startWords, rest: restWords };
  document.documentElement.lang = language;
}

/** Says everything in `language` from now on. Rejects when its words cannot be had; then what was said before stays. */
export async function speak(language: Language): Promise<void> {
  const before = wanted;
  wanted = language;
  try {
    await load(language);
  } catch (error) {
    if (wanted === language) wanted = before;
    throw error;
  }
}

/** A module that says more than the first screen, with its words: both are here before it is drawn. */
export async function withWords<T>(loading: Promise<T>): Promise<T> {
  wantsRest = true;
  const language = wanted ?? "en";
  const hasWords = spoken.peek()?.rest !== null && spoken.peek()?.language === language;
  const [loaded] = await Promise.all([loading, hasWords ? null : load(language)]);
  return loaded;
}
