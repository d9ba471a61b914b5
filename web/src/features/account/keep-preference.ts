import type { Preferences } from "../../../../src/protocol/accounts.ts";
import { prefer } from "../preferences/preferences.ts";

/** Keeps a setting in this browser. */
export function keepPreference(change: Preferences): void {
  prefer(change);
}
