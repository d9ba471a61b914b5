import { namedEvent } from "../../application/room/named-event.ts";
import type { LogEntry } from "../../application/room/room-storage.ts";
import type { Author } from "../../domain/chat/artifact.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";

/** A copy of a value in which one id stands wherever another did. */
export function renamed<T>(value: T, from: string, to: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(from), JSON.stringify(to)));
}

/** The same for every row of a table. */
export function renamedRows<K, T>(table: Map<K, T>, from: string, to: string): Map<K, T> {
  return new Map([...table].map(([key, row]) => [key, renamed(row, from, to)]));
}

/** The place of the log with this person's present name where it says one of theirs. */
export function named(entry: LogEntry, to: { userId: string; name: string }): LogEntry {
  if (entry.kind === "event") return { kind: "event", event: namedEvent(entry.event, to) };
  return { kind: "message", message: namedMessage(entry.message, to) };
}

/** What somebody wrote, with this person's present name where it is theirs. */
export function authored<T extends { author: Author }>(
  written: T,
  { userId, name }: { userId: string; name: string },
): T {
  const { author } = written;
  return author.kind === "user" && author.userId === userId ? { ...written, author: { ...author, name } } : written;
}

function namedMessage(message: ChatMessage, { userId, name }: { userId: string; name: string }): ChatMessage {
  const senderName = message.senderId === userId ? name : message.senderName;
  if (message.removed?.by !== userId) return { ...message, senderName };
  return { ...message, senderName, removed: { ...message.removed, name } };
}
