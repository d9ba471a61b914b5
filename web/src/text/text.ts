import { signal } from "@preact/signals";
import type { RestText } from "./en.ts";
import type { Language } from "./language.ts";
import type { StartText } from "./start-en.ts";

/** Everything that is said on this page now. `rest` is null until something behind the first screen is opened. */
export interface Spoken {
  language: Language;
  /** BCP 47, for numbers and dates. */
  locale: string;
  start: StartText;
  rest: RestText | null;
}

/** Set before the first component is drawn, and again when the language changes. */
export const spoken = signal<Spoken | null>(null);

/** All words of the client. */
export interface AppText extends StartText, RestText {
  language: Language;
  locale: string;
}

function now(): Spoken {
  if (spoken.value === null) throw new Error("Nothing can be drawn before its words are here: call speak first");
  return spoken.value;
}

function rest(): RestText {
  const words = now().rest;
  if (words === null) throw new Error("These words are not here yet: load the component through withWords");
  return words;
}

/**
 * The words of this page. Reading them subscribes whatever is drawn to the language, so that a change of it draws everything
 * anew where it stands; hold no word in a constant of a module.
 */
export const text: AppText = {
  get language() {
    return now().language;
  },
  get locale() {
    return now().locale;
  },
  get problems() {
    return now().start.problems;
  },
  get verdicts() {
    return now().start.verdicts;
  },
  get shell() {
    return now().start.shell;
  },
  get start() {
    return now().start.start;
  },
  get composer() {
    return now().start.composer;
  },
  get views() {
    return rest().views;
  },
  get talk() {
    return rest().talk;
  },
  get chat() {
    return rest().chat;
  },
  get connection() {
    return rest().connection;
  },
  get bench() {
    return rest().bench;
  },
};
