import type { EventKind } from "../../../src/domain/chat/lists.ts";
import { artifactTypes, runStatuses } from "../../../src/domain/chat/lists.ts";
import type { EventData } from "../../../src/domain/chat/message.ts";
import { chatHeadChecks, memberChecks, messageChecks } from "./message-shape.ts";
import type { Check, Checks } from "./shape.ts";
import { isFlag, isNumber, isObject, isText, isWhole, listOf, oneOf, optional, orNull, shape } from "./shape.ts";

const ends = runStatuses.filter((status) => status !== "running");
const message = { message: shape(messageChecks) };
const member = { member: shape(memberChecks) };

/** Fields of what each kind of event carries; a kind without a row does not compile. */
export const eventDataChecks: { [K in EventKind]: Checks<EventData[K]> } = {
  chat_created: { chat: shape(chatHeadChecks) },
  message_appended: message,
  message_edited: { messageId: isText, content: isText },
  message_completed: message,
  message_removed: { messageId: isText, sequence: isWhole, by: isText, name: optional(isText) },
  turn_queued: { messageId: isText, behindRunId: isText },
  run_started: { runId: isText, messageIds: listOf(isText), agent: isText },
  run_progress: { runId: isText, step: isWhole, of: isWhole, label: isText },
  run_ended: { runId: isText, status: oneOf(ends), reason: optional(isText), latencyMs: isNumber },
  artifact_versioned: {
    slug: isText,
    type: oneOf(artifactTypes),
    title: isText,
    version: isWhole,
    changeSummary: orNull(isText),
    messageId: orNull(isText),
  },
  design_changed: { revision: isWhole, verdict: isText, totalCents: isNumber, messageId: orNull(isText) },
  leaf_changed: { messageId: isText },
  reaction_changed: { messageId: isText, userId: isText, emoji: isText, on: isFlag },
  participant_joined: member,
  participant_changed: member,
  participant_left: { userId: isText, removedBy: optional(isText) },
  chat_updated: { chat: partialHead },
  attachment_updated: { attachmentId: isText, status: isText },
};

/** A change of the head names only the fields that changed. */
function partialHead(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries<Check>(chatHeadChecks).every(
    ([field, check]) => value[field] === undefined || check(value[field]),
  );
}
