import { chatModes, chatPhases, chatRoles, intents, runStatuses, senderTypes } from "../../../src/domain/chat/lists.ts";
import type {
  ArtifactRef,
  ChatHead,
  ChatMessage,
  Member,
  Reaction,
  Removal,
} from "../../../src/domain/chat/message.ts";
import type { Checks } from "./shape.ts";
import { isFlag, isNumber, isText, isWhole, listOf, oneOf, optional, orNull, shape } from "./shape.ts";

const artifactRef: Checks<ArtifactRef> = { slug: isText, version: isWhole };
const reaction: Checks<Reaction> = { emoji: isText, userIds: listOf(isText) };
const removal: Checks<Removal> = { by: isText, name: isText, at: isNumber };

/** Fields of a message. */
export const messageChecks: Checks<ChatMessage> = {
  id: isText,
  seq: isWhole,
  sequence: isWhole,
  runId: orNull(isText),
  senderType: oneOf(senderTypes),
  senderId: orNull(isText),
  senderName: orNull(isText),
  agent: orNull(isText),
  agentIcon: orNull(isText),
  modelId: orNull(isText),
  intent: orNull(oneOf(intents)),
  parentId: orNull(isText),
  replyToId: orNull(isText),
  to: optional(listOf(isText)),
  editOfId: optional(isText),
  alternativeToId: optional(isText),
  isFirstResponder: isFlag,
  content: isText,
  status: oneOf(runStatuses),
  reason: optional(isText),
  attachments: listOf(isText),
  artifacts: listOf(shape(artifactRef)),
  revision: orNull(isWhole),
  suggestions: optional(listOf(isText)),
  silent: optional(listOf(isText)),
  inputTokens: orNull(isNumber),
  outputTokens: orNull(isNumber),
  costMicroUsd: orNull(isNumber),
  latencyMs: orNull(isNumber),
  createdAt: isNumber,
  editedAt: optional(isNumber),
  removed: optional(shape(removal)),
  reactions: optional(listOf(shape(reaction))),
};

/** Fields of a chat in lists and headers. */
export const chatHeadChecks: Checks<ChatHead> = {
  id: isText,
  title: orNull(isText),
  mode: oneOf(chatModes),
  phase: oneOf(chatPhases),
  projectId: orNull(isText),
  missionStatement: orNull(isText),
  modelId: orNull(isText),
  lastSequence: isWhole,
  lastMessageAt: orNull(isNumber),
  isPublic: isFlag,
  archivedAt: optional(orNull(isNumber)),
  trashedAt: optional(orNull(isNumber)),
  createdAt: isNumber,
  updatedAt: isNumber,
};

/** Fields of a member. */
export const memberChecks: Checks<Member> = {
  userId: isText,
  name: isText,
  role: oneOf(chatRoles),
  joinedAt: isNumber,
  guest: optional(isFlag),
};
