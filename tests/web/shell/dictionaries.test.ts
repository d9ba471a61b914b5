import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { tabTextEn } from "../../../src/views/text/tab-text.ts";
import { tabTextDe } from "../../../src/views/text/tab-text-de.ts";
import { actsDe } from "../../../web/src/text/acts-de.ts";
import { actsEn } from "../../../web/src/text/acts-en.ts";
import { chatDe } from "../../../web/src/text/chat-de.ts";
import { chatEn } from "../../../web/src/text/chat-en.ts";
import { houseDe } from "../../../web/src/text/house-de.ts";
import { houseEn } from "../../../web/src/text/house-en.ts";
import { chooseLanguage, localeOf } from "../../../web/src/text/language.ts";
import { peopleDe } from "../../../web/src/text/people-de.ts";
import { peopleEn } from "../../../web/src/text/people-en.ts";
import { startDe } from "../../../web/src/text/start-de.ts";
import { startEn } from "../../../web/src/text/start-en.ts";

/** Words that are the same in both languages. */
const shared = new Set([
  ..."Ohm Chat Chats Code System orange Budget Revision Firmware Evidence Schema Syntax Pins USB Zoom Name Admin API".split(
    " ",
  ),
  ..."Max. Typ. Enter MicroPython English Deutsch".split(" "),
  "⌘ Enter",
]);

interface Word {
  path: string;
  said: string;
}

/** What a function of a dictionary says about figures, or about a list where it takes one. */
function asked(words: (...about: unknown[]) => string, amount: number): string {
  const about = Array.from({ length: words.length }, () => amount);
  try {
    return words(...about);
  } catch {
    return words(about.map(String));
  }
}

function isWords(value: unknown): value is (...about: unknown[]) => string {
  return typeof value === "function";
}

/** Every word of a dictionary with its path; a function is asked with twos, and with ones for the singular. */
function wordsOf(value: unknown, path = ""): Word[] {
  if (typeof value === "string") return [{ path, said: value }];
  if (isWords(value)) {
    return [1, 2].map((amount) => ({ path: `${path}(${amount})`, said: asked(value, amount) }));
  }
  if (value instanceof Map) return [...value].flatMap(([key, word]) => wordsOf(word, `${path}.${key}`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, word]) => wordsOf(word, path === "" ? key : `${path}.${key}`));
}

const english = wordsOf({ ...startEn, ...chatEn, acts: actsEn, ...houseEn, ...peopleEn, tabs: tabTextEn });
const german = wordsOf({ ...startDe, ...chatDe, acts: actsDe, ...houseDe, ...peopleDe, tabs: tabTextDe });

describe("[WEB-70] the German dictionary", () => {
  it("has the same words as the English one, none of them empty where that is not", () => {
    expect(german.map(({ path }) => path).sort()).toEqual(english.map(({ path }) => path).sort());
    const said = new Map(german.map(({ path, said }) => [path, said]));
    for (const { path, said: words } of english) expect(said.get(path) === "", path).toBe(words === "");
  });

  it("translates every sentence and every word that is not the same in both", () => {
    const said = new Map(german.map(({ path, said }) => [path, said]));
    const left = english.filter(({ path, said: words }) => said.get(path) === words && /[A-Za-z]{3}/.test(words));
    expect(left.filter(({ said: words }) => !shared.has(words.replace(/ ?\d+$/, "")))).toEqual([]);
  });

  it("names verdicts on the first screen as the views do", () => {
    expect(startDe.verdicts).toEqual(chatDe.views.verdict);
    expect(startEn.verdicts).toEqual(chatEn.views.verdict);
  });

  it("names roles among people as in the conversation", () => {
    expect(peopleDe.people.roles).toEqual(actsDe.role);
    expect(peopleEn.people.roles).toEqual(actsEn.role);
  });

  it("has examples that bring what the English ones bring", () => {
    for (const example of ["station", "alarm", "soil"] as const) {
      const [one, other] = [startEn, startDe].map(({ start }) => designGoal({ goal: start.goals[example] }));
      expect(other?.requirements.notUnderstood, example).toEqual([]);
      expect(other?.parts.map(({ name }) => name).sort()).toEqual(one?.parts.map(({ name }) => name).sort());
      expect(other?.cost.totalCents).toBe(one?.cost.totalCents);
    }
  });
});

describe("[WEB-71] the language of a page", () => {
  it("is the one that was chosen, else the browser's first that there is, else English", () => {
    expect(chooseLanguage("en", ["de-DE"])).toBe("en");
    expect(chooseLanguage(undefined, ["fr-FR", "de-AT", "en"])).toBe("de");
    expect(chooseLanguage(undefined, ["EN-gb"])).toBe("en");
    expect(chooseLanguage(undefined, ["den", "fr"])).toBe("en");
    expect(chooseLanguage(undefined, [])).toBe("en");
  });

  it("writes numbers and dates as the browser's own locale of that language does", () => {
    expect(localeOf("de", ["de-CH", "en-GB"])).toBe("de-CH");
    expect(localeOf("en", ["de-CH", "en-GB"])).toBe("en-GB");
    expect(localeOf("de", ["de", "en"])).toBe("de-DE");
    expect(localeOf("en", [])).toBe("en-US");
  });
});
