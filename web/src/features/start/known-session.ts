const key = "ohm.known";

/** Notes that this browser has a session now, so that the first screen asks for its chats. */
export function noteSession(): void {
  try {
    localStorage.setItem(key, "1");
  } catch {
    // Then the first screen asks anyway.
  }
}

/** False only where this browser can keep notes and has none: a first visit, whose list is empty without asking. */
export function mayHaveSession(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}
