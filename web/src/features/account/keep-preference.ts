import type { Preferences } from "../../../../src/protocol/accounts.ts";
import { prefer } from "../preferences/preferences.ts";
import { known } from "../start/known-session.ts";
import { changeMe } from "./me.ts";

/** Keeps a setting in this browser, and with the account where there is one. */
export function keepPreference(change: Preferences): void {
  prefer(change);
  // One that cannot be kept there now still holds here.
  if (known.peek() === "account") void changeMe({ preferences: change });
}
