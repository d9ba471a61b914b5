import { effect, signal } from "@preact/signals";
import type { Preferences } from "../../../../src/protocol/accounts.ts";
import { chooseLanguage } from "../../text/language.ts";
import { speak } from "../../text/speak.ts";
import { readJson } from "../../wire/read-json.ts";
import { readPreferences } from "../../wire/read-preferences.ts";

/** Where this browser keeps them; `early.js`, which runs before the first paint, reads the same. */
export const preferencesKey = "ohm.preferences";

/** What the person in front of this browser set. */
export const preferences = signal<Preferences>(load());

function load(): Preferences {
  try {
    return readPreferences(readJson(localStorage.getItem(preferencesKey) ?? "{}"));
  } catch {
    return {};
  }
}

/** Changes some of them, here and for the next visit. */
export function prefer(change: Preferences): void {
  preferences.value = { ...preferences.peek(), ...change };
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(preferences.peek()));
  } catch {
    // A private window may forbid storage: then it lasts as long as the page.
  }
}

/** Theme and language of the page follow the preferences from now on, those of other tabs too. Resolves when the first words are here. */
export function followPreferences(): Promise<void> {
  effect(() => {
    document.documentElement.dataset.theme = preferences.value.theme ?? "system";
  });
  addEventListener("storage", ({ key }) => {
    if (key === preferencesKey) preferences.value = load();
  });
  let first: Promise<void> = Promise.resolve();
  effect(() => {
    first = speak(chooseLanguage(preferences.value.language, navigator.languages));
    // Later ones: where the words of another language cannot be had, the page goes on in this one.
    first.catch(() => undefined);
  });
  return first;
}

/** Whether Enter sends. Unless somebody says otherwise it does where there is a keyboard; on touch it breaks the line. */
export function enterSends(): boolean {
  return preferences.value.enterSends ?? matchMedia("(pointer: fine)").matches;
}
