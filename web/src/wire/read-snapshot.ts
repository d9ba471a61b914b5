import { runStatuses } from "../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../src/domain/chat/message.ts";
import type { ChatSnapshot } from "../features/chat/chat-state.ts";
import { chatHeadChecks, memberChecks, messageChecks } from "./message-shape.ts";
import { hasShape, isObject, isText, isWhole, listOf, oneOf, orNull, shape } from "./shape.ts";

type SnapshotRun = NonNullable<ChatSnapshot["run"]>;

/** The state of a chat at one event, as `GET .../snapshot` answers it, or null. */
export function readSnapshot(value: unknown): ChatSnapshot | null {
  const known = hasShape<ChatSnapshot>(value, {
    seq: isWhole,
    chat: shape(chatHeadChecks),
    participants: listOf(shape(memberChecks)),
    messages: listOf(shape(messageChecks)),
    leafId: orNull(isText),
    lastReadSequence: isWhole,
    queued: listOf(isText),
    run: orNull(shape<SnapshotRun>({ id: isText, status: oneOf(runStatuses), messageIds: listOf(isText) })),
    revision: orNull(isWhole),
  });
  return known ? value : null;
}

/** A page of `GET .../messages`, or null. */
export function readMessages(value: unknown): ChatMessage[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const items: unknown[] = value.items;
  return items.filter((item): item is ChatMessage => hasShape<ChatMessage>(item, messageChecks));
}
