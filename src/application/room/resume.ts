import { limits } from "../../domain/chat/limits.ts";
import type { ChatEvent } from "../../domain/chat/message.ts";
import type { ClientFrame, ServerFrame } from "../../protocol/frames.ts";
import type { ActiveTurn } from "./active-turn.ts";
import type { RoomLog } from "./room-log.ts";

/** So many events are read at once: a message may be `limits.answerBytes` long, and what is too much is not read. */
const pageEvents = 20;

const encoder = new TextEncoder();

type Hello = Extract<ClientFrame, { type: "hello" }>;

/** What a resuming socket missed: the events after `after`, or why the client must take the snapshot. */
export type Backfill =
  | { kind: "events"; events: ChatEvent[] }
  | { kind: "reset"; why: "ahead" | "too_far" | "renamed" };

/** The events after `after`, unless that is ahead of the log, from before rows were changed beyond what events tell, or more than `limits.backfillEvents` or `backfillBytes` behind. */
export function backfill(log: RoomLog, after: number, lastSeq: number): Backfill {
  if (after > lastSeq) return { kind: "reset", why: "ahead" };
  if (after > 0 && after < log.rewrittenSeq) return { kind: "reset", why: "renamed" };
  if (lastSeq - after > limits.backfillEvents) return { kind: "reset", why: "too_far" };
  const events: ChatEvent[] = [];
  let bytes = 0;
  for (let seq = after; seq < lastSeq; seq = events.at(-1)?.seq ?? lastSeq) {
    const page = log.after(seq, pageEvents);
    if (page.length === 0) break;
    for (const event of page) {
      bytes += encoder.encode(JSON.stringify(event)).length;
      if (bytes > limits.backfillBytes) return { kind: "reset", why: "too_far" };
      events.push(event);
    }
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
