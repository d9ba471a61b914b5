import * as z from "zod";
import type { EventKind, ServerFrameType } from "../domain/chat/lists.ts";
import { artifactTypes, chatRoles, eventKinds, runStatuses } from "../domain/chat/lists.ts";
import { verdicts } from "../domain/circuit/lists.ts";
import { errorCodes } from "../domain/error/ohm-error.ts";
import { chatView, memberView, messageView } from "./answers.ts";

const count = z.int().min(0);
const ms = z.int().min(0);
const id = z.string();
const chatHead = chatView.omit({ role: true });
const endStatuses = runStatuses.filter((status) => status !== "running");

/** What each kind of event carries, as a client may rely on it. */
export const eventData: Record<EventKind, z.ZodObject> = {
  chat_created: z.strictObject({ chat: chatHead }),
  message_appended: z.strictObject({ message: messageView }),
  message_edited: z.strictObject({ messageId: id, content: z.string() }),
  message_completed: z.strictObject({ message: messageView }),
  message_removed: z.strictObject({ messageId: id, sequence: count, by: z.string(), name: z.string().optional() }),
  turn_queued: z.strictObject({ messageId: id, behindRunId: id }),
  run_started: z.strictObject({ runId: id, messageIds: z.array(id), agent: z.string() }),
  run_progress: z.strictObject({ runId: id, step: count, of: count, label: z.string() }),
  run_ended: z.strictObject({
    runId: id,
    status: z.enum(endStatuses),
    reason: z.string().optional(),
    latencyMs: count,
  }),
  artifact_versioned: z.strictObject({
    slug: z.string(),
    type: z.enum(artifactTypes),
    title: z.string(),
    version: count,
    changeSummary: z.string().nullable(),
    messageId: id.nullable(),
  }),
  design_changed: z.strictObject({
    revision: count,
    verdict: z.enum(verdicts),
    totalCents: count,
    messageId: id.nullable(),
  }),
  leaf_changed: z.strictObject({ messageId: id }),
  reaction_changed: z.strictObject({ messageId: id, userId: id, emoji: z.string(), on: z.boolean() }),
  participant_joined: z.strictObject({ member: memberView }),
  participant_changed: z.strictObject({ member: memberView }),
  participant_left: z.strictObject({ userId: id, removedBy: z.string().optional() }),
  chat_updated: z.strictObject({ chat: chatHead.omit({ id: true }).partial() }),
  attachment_updated: z.strictObject({ attachmentId: id, status: z.string() }),
};

/** Each frame that the room sends. `data` of an event is that of its kind (`eventData`). */
export const serverFrames: Record<ServerFrameType, z.ZodObject> = {
  welcome: z.strictObject({
    type: z.literal("welcome"),
    seq: count,
    role: z.enum(chatRoles),
    self: z.strictObject({ userId: id, name: z.string() }),
    participants: z.array(memberView),
    models: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
  event: z.strictObject({
    type: z.literal("event"),
    seq: count,
    at: ms,
    by: z.string(),
    kind: z.enum(eventKinds),
    data: z.looseObject({}),
  }),
  delta: z.strictObject({ type: z.literal("delta"), runId: id, messageId: id, offset: count, text: z.string() }),
  ack: z.strictObject({ type: z.literal("ack"), clientId: z.string(), seq: count, id, sequence: count }),
  nack: z.strictObject({
    type: z.literal("nack"),
    clientId: z.string().nullable(),
    code: z.enum(errorCodes),
    detail: z.string(),
    retryable: z.boolean(),
    retryAfterMs: count.optional(),
  }),
  presence: z.strictObject({
    type: z.literal("presence"),
    count,
    online: z.array(id),
    typing: z.array(id),
    reads: z.record(z.string(), count),
  }),
  reset: z.strictObject({ type: z.literal("reset"), why: z.string() }),
  pong: z.strictObject({ type: z.literal("pong") }),
};
