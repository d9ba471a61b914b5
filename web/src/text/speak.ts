import type { TabText } from "../../../src/views/text/tab-text.ts";
import type { ActsText } from "./acts-en.ts";
import type { ChatText } from "./chat-en.ts";
import type { HouseText } from "./house-en.ts";
import type { Language } from "./language.ts";
import { localeOf } from "./language.ts";
import type { PeopleText } from "./people-en.ts";
import type { StartText } from "./start-en.ts";
import type { Words } from "./text.ts";
import { spoken } from "./text.ts";

interface Dictionary {
  start: () => Promise<StartText>;
  chat: () => Promise<ChatText>;
  acts: () => Promise<ActsText>;
  house: () => Promise<HouseText>;
  people: () => Promise<PeopleText>;
  tabs: () => Promise<TabText>;
}

/** Each part of each language is a chunk of its own. */
const dictionaries: Record<Language, Dictionary> = {
  en: {
    start: async () => (await import("./start-en.ts")).startEn,
    chat: async () => (await import("./chat-en.ts")).chatEn,
    acts: async () => (await import("./acts-en.ts")).actsEn,
    house: async () => (await import("./house-en.ts")).houseEn,
    people: async () => (await import("./people-en.ts")).peopleEn,
    tabs: async () => (await import("../../../src/views/text/tab-text.ts")).tabTextEn,
  },
  de: {
    start: async () => (await import("./start-de.ts")).startDe,
    chat: async () => (await import("./chat-de.ts")).chatDe,
    acts: async () => (await import("./acts-de.ts")).actsDe,
    house: async () => (await import("./house-de.ts")).houseDe,
    people: async () => (await import("./people-de.ts")).peopleDe,
    tabs: async () => (await import("../../../src/views/text/tab-text-de.ts")).tabTextDe,
  },
};

type Part = Exclude<keyof Words, "start">;

let wanted: Language | null = null;
const wantedParts = new Set<Part>();

async function load(language: Language): Promise<void> {
  const dictionary = dictionaries[language];
  const parts = wantedParts.size;
  const [start, chat, acts, house, people, tabs] = await Promise.all([
    dictionary.start(),
    wantedParts.has("chat") ? dictionary.chat() : null,
    wantedParts.has("acts") ? dictionary.acts() : null,
    wantedParts.has("house") ? dictionary.house() : null,
    wantedParts.has("people") ? dictionary.people() : null,
    wantedParts.has("tabs") ? dictionary.tabs() : null,
  ]);
  // Chosen again while this was on its way: another call brings what is right now.
  if (wanted !== language) return;
  if (wantedParts.size > parts) return load(language);
  const locale = localeOf(language, navigator.languages);
  spoken.value = { language, locale, start, chat, acts, house, people, tabs };
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

/** A module that says more than the first screen, with that part of the words: both are here before it is drawn. */
export async function withWords<T>(part: Part, loading: Promise<T>): Promise<T> {
  wantedParts.add(part);
  const [loaded] = await Promise.all([loading, bring(part)]);
  return loaded;
}

/** Before the first language is spoken there is nothing to wait for: nothing is drawn yet, and this part will come with it. */
async function bring(part: Part): Promise<void> {
  while (wanted !== null && !spoken.peek()?.[part]) await load(wanted);
}
