import { limits } from "../../domain/chat/limits.ts";
import type { ChatEvent } from "../../domain/chat/message.ts";
import type { ClientFrame, ServerFrame } from "../../protocol/frames.ts";
import type { ActiveTurn } from "./active-turn.ts";
import type { RoomLog } from "./room-log.ts";

type Hello = Extract<ClientFrame, { type: "hello" }>;

/** What a resuming socket missed: the events after `after`, or why the client must take the snapshot. */
export type Backfill = { kind: "events"; events: ChatEvent[] } | { kind: "reset"; why: "ahead" | "too_far" };

/** The events after `after`, unless that is ahead of the log, or more than `limits.backfillEvents` or `backfillBytes` behind. */
export function backfill(log: RoomLog, after: number, lastSeq: number): Backfill {
  if (after > lastSeq) return { kind: "reset", why: "ahead" };
  if (lastSeq - after > limits.backfillEvents) return { kind: "reset", why: "too_far" };
  const events = log.after(after, limits.backfillEvents);
  let units = 0;
  for (const event of events) {
    units += JSON.stringify(event).length;
    if (units > limits.backfillBytes) return { kind: "reset", why: "too_far" };
  }
  return { kind: "events", events };
}

/** What the reader lacks of every growing answer. Without an entry in `have` it gets the text from its start; overlaps are harmless. */
export function missingText(turn: ActiveTurn | null, have: Hello["have"] = []): ServerFrame[] {
  if (!turn) return [];
  return turn.growing().flatMap(({ messageId, text }) => {
    const held = have.find((entry) => entry.messageId === messageId);
    const piece = text.since(held?.offset ?? 0);
    return piece ? [{ type: "delta" as const, runId: turn.run.id, messageId, ...piece }] : [];
  });
}
