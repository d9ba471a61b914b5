import { navigate } from "wouter-preact/use-browser-location";
import { forgetChats } from "../chats/chats-store.ts";
import { identity } from "../shell/identity.ts";
import { knownKey, rereadKnown } from "../start/known-session.ts";
import { loadMe, me } from "./me.ts";

/** Every page and list begins anew with whoever is here now; with nobody, on the first screen. */
export async function settle(): Promise<void> {
  me.value = undefined;
  await loadMe();
  beginAnew();
}

/** A change of it tells the other tabs that the person went, which a session that has merely ended does not. */
const leftKey = "ohm.left";

/** Nobody is here any more, in no tab of this browser. */
export async function leave(): Promise<void> {
  try {
    localStorage.setItem(leftKey, crypto.randomUUID());
  } catch {
    // Then the other tabs find out when they ask next.
  }
  await settle();
}

/** When somebody comes or goes in another tab of this browser, this one begins anew too. Answers how to stop that. */
export function followOtherTabs(): () => void {
  const gone = new AbortController();
  const meet = async () => {
    rereadKnown();
    const before = me.peek()?.id;
    await loadMe();
    // Who signs up stays the same person, and what they are doing goes on; whose session has ended is told so where they are.
    const now = me.peek()?.id;
    if (now !== undefined && now !== before) beginAnew();
  };
  const follow = () => {
    rereadKnown();
    me.value = null;
    beginAnew();
  };
  const hear = ({ key }: StorageEvent) => {
    if (key === leftKey) follow();
    if (key === knownKey) void meet();
  };
  addEventListener("storage", hear, { signal: gone.signal });
  return () => gone.abort();
}

function beginAnew(): void {
  forgetChats();
  if (me.peek() === null) navigate("/");
  identity.value += 1;
}
