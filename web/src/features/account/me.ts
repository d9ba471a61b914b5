import { signal } from "@preact/signals";
import type { Me, PatchMeBody, Preferences } from "../../../../src/protocol/accounts.ts";
import type { Problem } from "../../wire/http.ts";
import { getJson, send } from "../../wire/http.ts";
import { readMe } from "../../wire/read-me.ts";
import { prefer, preferences } from "../preferences/preferences.ts";
import { mayHaveSession, noteKnown } from "../start/known-session.ts";

/** The person in front of this browser; null for nobody, undefined while it is not known. */
export const me = signal<Me | null | undefined>(undefined);

/** Counts what was changed here: an answer that was asked for before a change takes it not back. */
let changes = 0;

/** Asks the server who this is; answers the problem, after which it is as unknown as before. */
export async function loadMe(): Promise<Problem | null> {
  if (!mayHaveSession()) {
    me.value = null;
    return null;
  }
  const before = changes;
  const answer = await getJson("/api/me", readMe);
  if (answer.ok) {
    me.value = answer.value;
    noteKnown(answer.value.guest ? "guest" : "account");
    if (!answer.value.guest && before === changes) sharePreferences(answer.value.preferences);
    return null;
  }
  if (answer.problem.code !== "unauthenticated") return answer.problem;
  noteKnown("nobody");
  me.value = null;
  return null;
}

/** What an account prefers holds in this browser too; what it has not set yet it takes from here. */
function sharePreferences(ofAccount: Preferences): void {
  const here = preferences.peek();
  const both = { ...here, ...ofAccount };
  if (JSON.stringify(both) !== JSON.stringify(here)) prefer(both);
  if (Object.keys(both).some((name) => !Object.hasOwn(ofAccount, name))) void changeMe({ preferences: both });
}

/** Changes one's profile or preferences; answers the problem. */
export async function changeMe(value: PatchMeBody): Promise<Problem | null> {
  changes += 1;
  const answer = await send({ method: "PATCH", path: "/api/me", value }, readMe);
  if (!answer.ok) return answer.problem;
  me.value = answer.value;
  return null;
}
