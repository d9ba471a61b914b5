/** Reads the draft of a chat (or of the first screen, `new`); empty when there is none or nothing may be kept. */
export function loadDraft(place: string): string {
  try {
    return localStorage.getItem(`ohm.draft.${place}`) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a draft until it is sent; a storage that refuses costs only the draft of a reload. */
export function saveDraft(place: string, content: string): void {
  try {
    if (content === "") localStorage.removeItem(`ohm.draft.${place}`);
    else localStorage.setItem(`ohm.draft.${place}`, content);
  } catch {
    // Private windows may forbid storage.
  }
}
