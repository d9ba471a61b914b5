import type {
  ArtifactType,
  ChatMode,
  ChatPhase,
  ChatRole,
  EndStatus,
  EventKind,
  Intent,
  RunStatus,
  SenderType,
} from "./lists.ts";

/** An artifact version that a message wrote. */
export interface ArtifactRef {
  slug: string;
  version: number;
}

/** Everybody who put one emoji on a message, in the order in which they did. */
export interface Reaction {
  emoji: string;
  userIds: string[];
}

/** Who removed a message, and when (ms UTC). Its text is gone everywhere. */
export interface Removal {
  by: string;
  name: string;
  at: number;
}

/** A message as everybody in the chat sees it (contract.md, `GET .../messages` items). Times are ms UTC. */
export interface ChatMessage {
  id: string;
  /** The event's place in the log. */
  seq: number;
  /** 1..n in the chat, no gap. */
  sequence: number;
  runId: string | null;
  senderType: SenderType;
  senderId: string | null;
  senderName: string | null;
  agent: string | null;
  agentIcon: string | null;
  modelId: string | null;
  intent: Intent | null;
  /** The message before it on its branch, null for the first. */
  parentId: string | null;
  replyToId: string | null;
  /** Ids of agents, models and people that it was sent to; absent where it names none. */
  to?: string[];
  /** The first wording of this message, where it was edited on a branch of its own. */
  editOfId?: string;
  /** With several people in the chat: the first answer that this one stands beside. */
  alternativeToId?: string;
  isFirstResponder: boolean;
  content: string;
  status: RunStatus;
  reason?: string;
  attachments: string[];
  artifacts: ArtifactRef[];
  revision: number | null;
  /** Offered answers that can be clicked, with the question in the text. */
  suggestions?: string[];
  /** In a group: model ids of the perspectives that have nothing to add to this answer. */
  silent?: string[];
  inputTokens: number | null;
  outputTokens: number | null;
  costMicroUsd: number | null;
  latencyMs: number | null;
  createdAt: number;
  /** When its author last changed its text. */
  editedAt?: number;
  removed?: Removal;
  /** Absent where there are none; in pages and snapshots only, a replayed event comes without them. */
  reactions?: Reaction[];
}

/** The chat's settings and counters that lists and the header show. */
export interface ChatHead {
  id: string;
  title: string | null;
  mode: ChatMode;
  phase: ChatPhase;
  projectId: string | null;
  missionStatement: string | null;
  modelId: string | null;
  lastSequence: number;
  lastMessageAt: number | null;
  isPublic: boolean;
  /** Put aside by its owner; null or absent while it is not. */
  archivedAt?: number | null;
  /** In the trash since then: read-only, deleted for good `limits.trashDays` later. Null or absent while it is not. */
  trashedAt?: number | null;
  createdAt: number;
  updatedAt: number;
}

/** A person in a chat. */
export interface Member {
  userId: string;
  name: string;
  role: ChatRole;
  joinedAt: number;
  /** Without an account; absent in what was stored before guests were told apart. */
  guest?: boolean;
}

/** What each kind of event carries. */
export interface EventData {
  chat_created: { chat: ChatHead };
  message_appended: { message: ChatMessage };
  /** `at` of the event is the message's `editedAt`. */
  message_edited: { messageId: string; content: string };
  message_completed: { message: ChatMessage };
  message_removed: { messageId: string; sequence: number; by: string; name?: string };
  turn_queued: { messageId: string; behindRunId: string };
  run_started: { runId: string; messageIds: string[]; agent: string };
  run_progress: { runId: string; step: number; of: number; label: string };
  run_ended: { runId: string; status: EndStatus; reason?: string; latencyMs: number };
  artifact_versioned: {
    slug: string;
    type: ArtifactType;
    title: string;
    version: number;
    changeSummary: string | null;
    messageId: string | null;
  };
  design_changed: { revision: number; verdict: string; totalCents: number; messageId: string | null };
  /** The end of the branch that everybody sees now. An appended message becomes it without this event. */
  leaf_changed: { messageId: string };
  reaction_changed: { messageId: string; userId: string; emoji: string; on: boolean };
  participant_joined: { member: Member };
  participant_changed: { member: Member };
  /** `removedBy` names who removed them; absent when they left. */
  participant_left: { userId: string; removedBy?: string };
  chat_updated: { chat: Partial<Omit<ChatHead, "id">> };
  attachment_updated: { attachmentId: string; status: string };
}

/** A durable event of the log. `seq` is contiguous in the chat; `by` is a user id, an agent id or `system`. */
export type ChatEvent = {
  [K in EventKind]: { seq: number; at: number; by: string; kind: K; data: EventData[K] };
}[EventKind];

/** A kind without its place in the log: what a rule decides, before the log numbers it. */
export type NewEvent = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind];
