import type { ChatRole, RunStatus } from "../../../../src/domain/chat/lists.ts";
import type { ChatHead, ChatMessage, Member } from "../../../../src/domain/chat/message.ts";
import type { ErrorCode } from "../../../../src/domain/error/ohm-error.ts";
import type { PresenceFrame, ServerFrame } from "../../../../src/protocol/frames.ts";
import type { Person } from "./people.ts";
import type { Reading } from "./reading.ts";
import { nothingRead } from "./reading.ts";

/** One run as the log tells of it. */
export interface RunView {
  id: string;
  status: RunStatus;
  reason?: string;
  agent: string;
  /** Ids of the messages that it answers. */
  messageIds: string[];
  steps: { step: number; of: number; label: string }[];
  latencyMs: number | null;
}

/** What somebody writes before it is sent. */
export interface Draft {
  content: string;
  /** Id of the message that it replies to. */
  replyToId?: string;
}

/** An own message that the room has not acknowledged yet. */
export interface PendingMessage extends Draft {
  clientId: string;
  at: number;
  state: "sending" | "waiting" | "resending" | "refused";
  /** With `resending`. */
  retryAfterMs?: number;
  /** With `refused`. */
  code?: ErrorCode;
  /** Id of the message once its event was seen before its ack; it is not drawn twice. */
  seenAs?: string;
}

/** What an artifact's version says about itself on its card. */
export interface ArtifactNote {
  title: string;
  changeSummary: string | null;
}

/** Everything that one chat shows, folded from frames. */
export interface ChatState {
  /** Last event held; the next one applied is `seq + 1`. */
  seq: number;
  /** The room's last event when it welcomed us, null before. */
  welcomedSeq: number | null;
  chat: Partial<ChatHead>;
  selfId: string | null;
  role: ChatRole | null;
  /** Everybody who was ever seen in the chat, by user id. */
  people: Readonly<Record<string, Person>>;
  presence: Presence;
  models: readonly ModelName[];
  reading: Reading;
  /** By sequence; those of every branch. */
  messages: readonly ChatMessage[];
  /** End of the branch that everybody sees; null in an empty chat. */
  leafId: string | null;
  /** Events after this one were all seen here: of a message behind it is known whether a run answers it. */
  toldFrom: number;
  /** Text of answers that are still growing, by message id. */
  growing: Readonly<Record<string, string>>;
  runs: Readonly<Record<string, RunView>>;
  /** Messages that wait for the run before them, by id. */
  queued: Readonly<Record<string, true>>;
  pending: readonly PendingMessage[];
  /** By `slug@version`. */
  artifacts: Readonly<Record<string, ArtifactNote>>;
  /** Head revision of the design, 0 before the first. */
  revision: number;
  /** Something was missed; a hello is due. */
  hasHole: boolean;
  /** Why the room refused what was no message, a stop above all; null once something else has happened. */
  refusal: ErrorCode | null;
}

/** Who is here, and how far everybody has read. */
export type Presence = Omit<PresenceFrame, "type">;

/** A model that can be named in a message. */
export interface ModelName {
  id: string;
  name: string;
}

/** What a snapshot over HTTP holds after a reset. */
export interface ChatSnapshot {
  seq: number;
  chat: ChatHead;
  participants: Member[];
  leafId: string | null;
  lastReadSequence: number;
  /** Ids of the messages that wait for the run before them. */
  queued: string[];
  /** The newest ones; earlier ones are asked for by sequence. */
  messages: ChatMessage[];
  run: { id: string; status: RunStatus; messageIds: string[] } | null;
  revision: number | null;
}

/** What can happen to a chat on this screen. */
export type ChatAction =
  | { type: "frame"; frame: ServerFrame }
  | { type: "posted"; clientId: string; draft: Draft; at: number; online: boolean }
  | { type: "restored"; pending: readonly PendingMessage[] }
  | { type: "resent"; clientId: string }
  | { type: "taken_back"; clientId: string }
  | { type: "helloed" }
  | { type: "disconnected" }
  | { type: "snapshot"; snapshot: ChatSnapshot }
  | { type: "earlier_loaded"; messages: readonly ChatMessage[] }
  | { type: "watched"; isWatching: boolean };

/** A chat of which nothing is known yet. */
export const emptyChat: ChatState = {
  seq: 0,
  welcomedSeq: null,
  chat: {},
  selfId: null,
  role: null,
  people: {},
  presence: { count: 0, online: [], typing: [], reads: {} },
  models: [],
  reading: nothingRead,
  messages: [],
  leafId: null,
  toldFrom: 0,
  growing: {},
  runs: {},
  queued: {},
  pending: [],
  artifacts: {},
  revision: 0,
  hasHole: false,
  refusal: null,
};

/** The run that answers now, if one does. */
export function runningRun(state: Pick<ChatState, "runs">): RunView | null {
  return Object.values(state.runs).find((run) => run.status === "running") ?? null;
}

/** What `hello` says that we hold: the last event, and how much of each growing answer. */
export function holdings(state: ChatState): { after: number; have: { messageId: string; offset: number }[] } {
  const have = state.messages
    .filter((message) => message.status === "running")
    .map((message) => ({ messageId: message.id, offset: textOf(state, message).length }));
  return { after: state.seq, have };
}

/** Text of a message as far as it has arrived. */
export function textOf(state: Pick<ChatState, "growing">, message: ChatMessage): string {
  return state.growing[message.id] ?? message.content;
}

/** The sequence before which messages are missing, or null when the first is held. */
export function earliestMissing(state: Pick<ChatState, "messages">): number | null {
  const first = state.messages[0]?.sequence ?? 1;
  return first > 1 ? first : null;
}

/** Key of an artifact's version. */
export function artifactKey(slug: string, version: number): string {
  return `${slug}@${version}`;
}
