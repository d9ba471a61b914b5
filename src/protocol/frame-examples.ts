import type { EventKind, ServerFrameType } from "../domain/chat/lists.ts";
import type { ChatEvent, ChatHead, ChatMessage, EventData, Member } from "../domain/chat/message.ts";
import type { ServerFrame } from "./frames.ts";

const at = 1_795_383_600_000;
const chatId = "019aac6e-3c00-7000-8000-000000000001";
const messageId = "019aac6e-3c00-7000-8000-000000000002";
const runId = "019aac6e-3c00-7000-8000-000000000004";
const userId = "019aac6e-3c00-7000-8000-000000000005";
const clientId = "5f0c6a52-4a6c-4b7e-9a53-0d0f6b6f4a10";
const member: Member = { userId, name: "Guest", role: "owner", joinedAt: at };

const chat: ChatHead = {
  id: chatId,
  title: null,
  mode: "workbench",
  phase: "discovery",
  projectId: null,
  missionStatement: null,
  modelId: null,
  lastSequence: 0,
  lastMessageAt: null,
  isPublic: false,
  createdAt: at,
  updatedAt: at,
};

const message: ChatMessage = {
  id: messageId,
  seq: 3,
  sequence: 1,
  runId: null,
  senderType: "user",
  senderId: userId,
  senderName: "Guest",
  agent: null,
  agentIcon: null,
  modelId: null,
  intent: null,
  parentId: null,
  replyToId: null,
  isFirstResponder: false,
  content: "use a DHT22 instead",
  status: "complete",
  attachments: [],
  artifacts: [],
  revision: null,
  inputTokens: null,
  outputTokens: null,
  costMicroUsd: null,
  latencyMs: null,
  createdAt: at,
};

/** What each kind of event carries; a kind without an example does not compile. */
export const eventExamples: { [K in EventKind]: EventData[K] } = {
  chat_created: { chat },
  message_appended: { message },
  message_edited: { messageId, content: "use a DHT22 instead, please" },
  message_completed: { message: { ...message, status: "complete", senderType: "ai", agent: "bom" } },
  message_removed: { messageId, sequence: 1, by: userId },
  turn_queued: { messageId, behindRunId: runId },
  run_started: { runId, messageIds: [messageId], agent: "orchestrator" },
  run_progress: { runId, step: 2, of: 5, label: "choosing parts" },
  run_ended: { runId, status: "complete", latencyMs: 900 },
  artifact_versioned: {
    slug: "bom",
    type: "bom",
    title: "Parts",
    version: 2,
    changeSummary: "+DHT22 −BME280",
    messageId,
  },
  design_changed: { revision: 2, verdict: "PASS", totalCents: 3720, messageId },
  leaf_changed: { messageId },
  reaction_changed: { messageId, userId, emoji: "👍", on: true },
  participant_joined: { member },
  participant_changed: { member },
  participant_left: { userId },
  chat_updated: { chat: { title: "Balcony weather station", updatedAt: at } },
  attachment_updated: { attachmentId: messageId, status: "completed" },
};

const joined: ChatEvent = { seq: 2, at, by: userId, kind: "participant_joined", data: { member } };

/** One frame of each type that the room sends. */
export const serverFrameExamples: Record<ServerFrameType, ServerFrame> = {
  welcome: {
    type: "welcome",
    seq: 2,
    role: "owner",
    self: { userId, name: "Guest" },
    participants: [member],
    models: [{ id: "ohm/engine", name: "Ohm engine" }],
  },
  event: { type: "event", ...joined },
  delta: { type: "delta", runId, messageId, offset: 120, text: " and a level shifter" },
  ack: { type: "ack", clientId, seq: 3, id: messageId, sequence: 1 },
  nack: {
    type: "nack",
    clientId,
    code: "rate_limited",
    detail: "Too many messages; wait a moment",
    retryable: true,
    retryAfterMs: 900,
  },
  presence: { type: "presence", count: 1, online: [userId], typing: [], reads: { [userId]: 1 } },
  reset: { type: "reset", why: "too_far" },
  pong: { type: "pong" },
};
