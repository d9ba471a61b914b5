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

/** When somebody comes or goes in another tab of this browser, this one begins anew too. Answers how to stop that. */
export function followOtherTabs(): () => void {
  const gone = new AbortController();
  const meet = async () => {
    rereadKnown();
    const before = me.peek()?.id;
    await loadMe();
    // Who signs up stays the same person, and what they are doing goes on.
    if (me.peek()?.id !== before) beginAnew();
  };
  addEventListener("storage", ({ key }) => key === knownKey && void meet(), { signal: gone.signal });
  return () => gone.abort();
}

function beginAnew(): void {
  forgetChats();
  if (me.peek() === null) navigate("/");
  identity.value += 1;
}
