import { signal } from "@preact/signals";
import type { Me, Preferences } from "../../../../src/protocol/accounts.ts";
import type { Answer, Problem } from "../../wire/http.ts";
import { getJson, send } from "../../wire/http.ts";
import { readMe } from "../../wire/read-me.ts";
import { prefer, preferences } from "../preferences/preferences.ts";
import { mayHaveSession, noteKnown } from "../start/known-session.ts";

/** The person in front of this browser; null for nobody, undefined while it is not known. */
export const me = signal<Me | null | undefined>(undefined);

/** Asks the server who this is. What an account prefers holds in this browser too; what it has not set yet it takes from here. */
export async function loadMe(): Promise<void> {
  if (!mayHaveSession()) {
    me.value = null;
    return;
  }
  const answer = await getJson("/api/me", readMe);
  if (answer.ok) become(answer.value);
  else if (answer.problem.code === "unauthenticated") {
    noteKnown("nobody");
    me.value = null;
  }
}

function become(person: Me): void {
  me.value = person;
  noteKnown(person.guest ? "guest" : "account");
  if (person.guest) return;
  const here = preferences.peek();
  prefer({ ...here, ...person.preferences });
  if (Object.keys(here).some((key) => !Object.hasOwn(person.preferences, key)))
    void changeMe({ preferences: preferences.peek() });
}

/** Changes one's profile or preferences; answers the problem. */
export async function changeMe(value: {
  name?: string;
  username?: string | null;
  preferences?: Preferences;
}): Promise<Problem | null> {
  const answer: Answer<Me> = await send({ method: "PATCH", path: "/api/me", value }, readMe);
  if (!answer.ok) return answer.problem;
  me.value = answer.value;
  return null;
}

/** Nothing is known of who is here: somebody came or went. */
export function forgetMe(): void {
  me.value = undefined;
}
