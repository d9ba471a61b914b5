import { signal } from "@preact/signals";
import type { ChatText } from "./chat-en.ts";
import type { HouseText } from "./house-en.ts";
import type { Language } from "./language.ts";
import type { StartText } from "./start-en.ts";

/** The words of one language in parts: those of the first screen, and two that come with the code that says them. */
export interface Words {
  start: StartText;
  chat: ChatText | null;
  house: HouseText | null;
}

/** Everything that is said on this page now. */
export interface Spoken extends Words {
  language: Language;
  /** BCP 47, for numbers and dates. */
  locale: string;
}

/** Set before the first component is drawn, and again when the language changes or words come. */
export const spoken = signal<Spoken | null>(null);

/** All words of the client. */
export interface AppText extends StartText, ChatText, HouseText {
  language: Language;
  locale: string;
}

function now(): Spoken {
  if (spoken.value === null) throw new Error("Nothing can be drawn before its words are here: call speak first");
  return spoken.value;
}

function chat(): ChatText {
  return here(now().chat);
}

function house(): HouseText {
  return here(now().house);
}

function here<T>(words: T | null): T {
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
  get chats() {
    return now().start.chats;
  },
  get composer() {
    return now().start.composer;
  },
  get views() {
    return chat().views;
  },
  get talk() {
    return chat().talk;
  },
  get chat() {
    return chat().chat;
  },
  get connection() {
    return chat().connection;
  },
  get bench() {
    return chat().bench;
  },
  get settings() {
    return house().settings;
  },
  get palette() {
    return house().palette;
  },
  get account() {
    return house().account;
  },
  get profile() {
    return house().profile;
  },
  get apiKeys() {
    return house().apiKeys;
  },
  get jobs() {
    return house().jobs;
  },
  get data() {
    return house().data;
  },
  get people() {
    return house().people;
  },
  get invitations() {
    return house().invitations;
  },
  get invite() {
    return house().invite;
  },
  get keys() {
    return house().keys;
  },
};
