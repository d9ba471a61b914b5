import { spokenLanguages } from "../../../src/domain/circuit/lists.ts";
import type { Preferences } from "../../../src/protocol/accounts.ts";
import { isObject } from "./shape.ts";

/** Themes; `system` follows the machine's. */
export const themes = ["system", "light", "dark"] as const satisfies readonly Preferences["theme"][];

/** What is known and well-formed of a person's preferences; the rest is left out. */
export function readPreferences(value: unknown): Preferences {
  if (!isObject(value)) return {};
  const theme = themes.find((known) => known === value.theme);
  const language = spokenLanguages.find((known) => known === value.language);
  const { enterSends } = value;
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(language === undefined ? {} : { language }),
    ...(typeof enterSends === "boolean" ? { enterSends } : {}),
  };
}
