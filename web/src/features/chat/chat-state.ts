import type { ChatRole, RunStatus } from "../../../../src/domain/chat/lists.ts";
import type { ChatHead, ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { ErrorCode } from "../../../../src/domain/error/ohm-error.ts";
import type { ServerFrame } from "../../../../src/protocol/frames.ts";

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

/** An own message that the room has not acknowledged yet. */
export interface PendingMessage {
  clientId: string;
  content: string;
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
  /** By sequence. */
  messages: readonly ChatMessage[];
  /** Text of answers that are still growing, by message id. */
  growing: Readonly<Record<string, string>>;
  removed: Readonly<Record<string, string>>;
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

/** What a snapshot over HTTP holds after a reset. */
export interface ChatSnapshot {
  seq: number;
  chat: ChatHead;
  /** The newest ones; earlier ones are asked for by sequence. */
  messages: ChatMessage[];
  run: { id: string; status: RunStatus; messageIds: string[] } | null;
  revision: number | null;
}

/** What can happen to a chat on this screen. */
export type ChatAction =
  | { type: "frame"; frame: ServerFrame }
  | { type: "posted"; clientId: string; content: string; at: number; online: boolean }
  | { type: "restored"; pending: readonly PendingMessage[] }
  | { type: "resent"; clientId: string }
  | { type: "taken_back"; clientId: string }
  | { type: "helloed" }
  | { type: "disconnected" }
  | { type: "snapshot"; snapshot: ChatSnapshot }
  | { type: "earlier_loaded"; messages: readonly ChatMessage[] };

/** A chat of which nothing is known yet. */
export const emptyChat: ChatState = {
  seq: 0,
  welcomedSeq: null,
  chat: {},
  selfId: null,
  role: null,
  messages: [],
  growing: {},
  removed: {},
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
