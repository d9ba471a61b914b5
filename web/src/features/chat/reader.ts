import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";

/** Where the menu of a message opens, and what it opens at. */
export interface OpenMenu {
  messageId: string;
  part: "emoji" | "acts";
  /** The button that opened it, in pixels of the window. */
  at: { left: number; right: number; top: number; bottom: number };
}

/** A message to bring before the reader's eyes: by id, or by its sequence as an address names it. */
export type Target = { id: string } | { sequence: number };

/** What the reader of an open chat is doing with its messages. Nothing of it is anybody else's business. */
export interface Reader {
  /** The message that the next one replies to. */
  replyTo: Signal<string | null>;
  /** First message of the thread that is open. */
  thread: Signal<string | null>;
  editing: Signal<string | null>;
  /** The message that is about to be removed, once that is confirmed. */
  removing: Signal<string | null>;
  menu: Signal<OpenMenu | null>;
  /** The message under the pointer, or with the focus. */
  near: Signal<string | null>;
  /** Why something was not done to a message. */
  notice: Signal<{ messageId: string; words: string } | null>;
  target: Signal<Target | null>;
  /** Said politely, once. */
  saying: Signal<string>;
}

/** A reader who does nothing yet. */
export function createReader(): Reader {
  return {
    replyTo: signal(null),
    thread: signal(null),
    editing: signal(null),
    removing: signal(null),
    menu: signal(null),
    near: signal(null),
    notice: signal(null),
    target: signal(null),
    saying: signal(""),
  };
}
