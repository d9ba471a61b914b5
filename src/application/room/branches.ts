import type { ChatMessage } from "../../domain/chat/message.ts";
import type { Leaf } from "./room-log.ts";
import type { LogRows } from "./room-storage.ts";

// A message is always younger than the one it follows, so every walk goes one way through the log and reads each row once.

/** Rows that a walk reads at once. */
const pageRows = 50;

/** All messages from this place of the log back, newest first. */
export function* messagesBack(log: LogRows, seq: number): Generator<ChatMessage> {
  for (let before = seq + 1; ; ) {
    const page = log.messagesBefore(before, pageRows);
    yield* page;
    before = page.at(-1)?.seq ?? 0;
    if (page.length < pageRows) return;
  }
}

/** The branch that ends with this message: the message itself first, then what it follows, back to the beginning. */
export function* branchBack(log: LogRows, tip: Leaf): Generator<ChatMessage> {
  let wanted: string | null = tip.id;
  for (const message of messagesBack(log, tip.seq)) {
    if (message.id !== wanted) continue;
    yield message;
    wanted = message.parentId;
    if (wanted === null) return;
  }
}

/** Whether `tip` is this message or comes after it on its branch. */
export function follows(log: LogRows, tip: Leaf, message: Leaf): boolean {
  if (tip.id === message.id) return true;
  for (const { id, seq } of branchBack(log, tip)) {
    if (id === message.id) return true;
    if (seq < message.seq) return false;
  }
  return false;
}

/** The newest message that is this one or comes after it, among those with a place up to `asOfSeq`. */
export function newestEnd(log: LogRows, message: ChatMessage, asOfSeq: number): ChatMessage {
  /** By the id of a message: the newest that comes after it, of those read so far. */
  const ends = new Map<string | null, ChatMessage>();
  for (const one of messagesBack(log, asOfSeq)) {
    const end = ends.get(one.id) ?? one;
    if (one.id === message.id) return end;
    const known = ends.get(one.parentId);
    if (!known || known.seq < end.seq) ends.set(one.parentId, end);
  }
  return message;
}
