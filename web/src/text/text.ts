import { signal } from "@preact/signals";
import type { TabText } from "../../../src/views/text/tab-text.ts";
import type { ViewText } from "../../../src/views/text/view-text.ts";
import type { ActsText } from "./acts-en.ts";
import type { ChatText } from "./chat-en.ts";
import type { HouseText } from "./house-en.ts";
import type { Language } from "./language.ts";
import type { PeopleText } from "./people-en.ts";
import type { StartText } from "./start-en.ts";

/** The words of one language in parts: those of the first screen, and others that come with the code that says them. */
export interface Words {
  start: StartText;
  chat: ChatText | null;
  acts: ActsText | null;
  house: HouseText | null;
  people: PeopleText | null;
  tabs: TabText | null;
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
export interface AppText extends StartText, Omit<ChatText, "views">, HouseText, PeopleText {
  views: ViewText;
  acts: ActsText;
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

function acts(): ActsText {
  return here(now().acts);
}

function house(): HouseText {
  return here(now().house);
}

function people(): PeopleText {
  return here(now().people);
}

/** Those of the tabs are asked for one by one: before the tabs are here nothing says them. */
function views(): ViewText {
  const { tabs } = now();
  return {
    ...chat().views,
    get wire() {
      return here(tabs).wire;
    },
    get parts() {
      return here(tabs).parts;
    },
    get wiring() {
      return here(tabs).wiring;
    },
    get checks() {
      return here(tabs).checks;
    },
    get diagram() {
      return here(tabs).diagram;
    },
    get history() {
      return here(tabs).history;
    },
    get code() {
      return here(tabs).code;
    },
    get power() {
      return here(tabs).power;
    },
    get deeds() {
      return here(tabs).deeds;
    },
  };
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
    return views();
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
  get acts() {
    return acts();
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
  get projects() {
    return house().projects;
  },
  get jobs() {
    return house().jobs;
  },
  get data() {
    return house().data;
  },
  get keys() {
    return house().keys;
  },
  get people() {
    return people().people;
  },
  get invite() {
    return people().invite;
  },
};
