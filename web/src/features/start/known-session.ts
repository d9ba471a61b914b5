import { signal } from "@preact/signals";

/** Where this browser keeps it; a change of it tells the other tabs. */
export const knownKey = "ohm.known";

/** Who this browser was last known to be: nobody yet, a guest, or somebody with an account. */
type Known = "nobody" | "guest" | "account";

function read(): Known {
  try {
    const kept = localStorage.getItem(knownKey);
    if (kept === null) return "nobody";
    return kept === "account" ? "account" : "guest";
  } catch {
    // A browser that may keep nothing is asked each time.
    return "guest";
  }
}

/** Said before the server has answered, so that nothing of a guest flashes for those who have an account. */
export const known = signal<Known>(read());

/** Notes who this browser is now. */
export function noteKnown(now: Known): void {
  known.value = now;
  try {
    if (now === "nobody") localStorage.removeItem(knownKey);
    else localStorage.setItem(knownKey, now);
  } catch {
    // Then it is asked again next time.
  }
}

/** Another tab has noted who this browser is. */
export function rereadKnown(): void {
  known.value = read();
}

/** Notes that this browser has a session now, so that the first screen asks for its chats. */
export function noteSession(): void {
  if (known.peek() === "nobody") noteKnown("guest");
}

/** False only on a first visit, whose list is empty without asking. */
export function mayHaveSession(): boolean {
  return known.peek() !== "nobody";
}
