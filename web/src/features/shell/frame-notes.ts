import { effect, signal } from "@preact/signals";

/** How this browser's frame was left: a width, an open list. */
type FrameNote = "rail" | "list";

export function readNote(note: FrameNote): string {
  try {
    return localStorage.getItem(`ohm.${note}`) ?? "";
  } catch {
    return "";
  }
}

export function keepNote(note: FrameNote, value: string): void {
  try {
    localStorage.setItem(`ohm.${note}`, value);
  } catch {
    // Forbidden storage costs only that the frame is as usual next time.
  }
}

/** Whether the list of chats stands beside the rail. */
export const isListOpen = signal(readNote("list") === "open");

effect(() => keepNote("list", isListOpen.value ? "open" : "closed"));
