import type { AuthRefusal } from "../../wire/auth.ts";
import { askAuth } from "../../wire/auth.ts";
import { change, getJson, send } from "../../wire/http.ts";
import { readJob, readJobs } from "../../wire/read-jobs.ts";
import { readBringable } from "../../wire/read-me.ts";
import { known, noteKnown } from "../start/known-session.ts";
import { loadMe } from "./me.ts";
import { leave, settle } from "./settle.ts";

/** What an account is made of. */
export interface SignUp {
  name: string;
  email: string;
  password: string;
  /** Token of the invitation that is being answered: with it accounts are made where others cannot make any. */
  invitation?: string;
}

/** Makes an account of the guest who is here, who stays the same person and where they are; without a guest a new one. */
export async function signUp(wanted: SignUp): Promise<AuthRefusal | null> {
  const wasGuest = known.peek() === "guest";
  const refusal = await askAuth("/sign-up/email", { ...wanted });
  if (refusal !== null) return refusal;
  noteKnown("account");
  if (wasGuest) await loadMe();
  else await settle();
  return null;
}

/** Signs in to an account. Pages begin anew only by `settle`, so that whoever asked can ask one more thing first. */
export async function signIn(email: string, password: string): Promise<AuthRefusal | null> {
  const refusal = await askAuth("/sign-in/email", { email, password });
  if (refusal === null) noteKnown("account");
  return refusal;
}

/** A guest's chats that can be brought along. */
export interface Bringing {
  /** The guest's name. */
  from: string;
  chats: number;
}

/** What a guest left in this browser who has just signed in; null when there is nothing. */
export async function bringable(): Promise<Bringing | null> {
  const answer = await getJson("/api/me/bring-chats", readBringable);
  if (!answer.ok || answer.value.from === null || answer.value.chats === 0) return null;
  return { from: answer.value.from, chats: answer.value.chats };
}

/** How long the page waits for the chats to come along before it says that they are on their way, ms. */
const bringWaitMs = 20_000;

/** Brings the guest's chats along and waits a while for them: whether they are here, still coming, or did not come. */
export async function bringChats(): Promise<"here" | "coming" | "failed"> {
  const begun = await send({ method: "POST", path: "/api/me/bring-chats" }, readJob);
  if (!begun.ok) return "failed";
  const until = Date.now() + bringWaitMs;
  while (Date.now() < until) {
    await new Promise((soon) => setTimeout(soon, 500));
    const jobs = await getJson("/api/jobs?limit=20", readJobs);
    const job = jobs.ok ? jobs.value.find(({ id }) => id === begun.value.id) : undefined;
    if (job?.state === "done") return "here";
    if (job?.state === "failed") return "failed";
  }
  return "coming";
}

/** Leaves the guest's chats where they are. */
export async function leaveChats(): Promise<void> {
  await change("DELETE", "/api/me/bring-chats");
}

/** Ends the session of this browser. Drafts go with it; what waits to be sent stays for its author. */
export async function signOut(): Promise<AuthRefusal | null> {
  const refusal = await askAuth("/sign-out", {});
  if (refusal === null) await forgetPerson();
  return refusal;
}

/** Nobody is here any more: drafts go, and the first screen begins anew. */
export async function forgetPerson(): Promise<void> {
  noteKnown("nobody");
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("ohm.draft.")) localStorage.removeItem(key);
  } catch {
    // Storage that is forbidden holds none.
  }
  await leave();
}
