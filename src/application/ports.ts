import type { Author } from "../domain/chat/artifact.ts";
import type { AgentId, ArtifactType, ChatMode, ChatPhase, EndStatus, Intent } from "../domain/chat/lists.ts";
import type { ArtifactRef, ChatMessage } from "../domain/chat/message.ts";
import type { Design } from "../domain/circuit/design.ts";
import type { Verdict } from "../domain/circuit/lists.ts";

/** Time, passed in so that pace is exact in tests. Milliseconds UTC. */
export interface Clock {
  nowMs(): number;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Fresh UUIDv7 texts. */
export interface Ids {
  next(): string;
}

/** A tool that a model may call; `parameters` is a JSON schema. */
export interface ToolDefinition {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

export interface ModelMessage {
  role: "system" | "user" | "assistant" | "tool";
  content: string;
  /** With role `tool`: the call that this answers. */
  toolCallId?: string;
  /** With role `assistant`: the calls it made. */
  toolCalls?: { id: string; name: string; argumentsJson: string }[];
}

/** One call of a model on behalf of one agent. */
export interface ModelRequest {
  agent: AgentId;
  messages: ModelMessage[];
  /** How many of the last `user` messages are to be answered now; those before are history, answered or not. */
  unanswered: number;
  tools: ToolDefinition[];
  maxOutputTokens?: number;
  temperature?: number;
}

/** What a model yields, in order: text and tool calls, one `usage`, one `end`. */
export type ModelChunk =
  | { type: "text"; text: string }
  | { type: "tool_call"; id: string; name: string; argumentsJson: string }
  | { type: "usage"; inputTokens: number; outputTokens: number; costMicroUsd: number }
  | { type: "end"; reason: "stop" | "length" | "tool_calls" };

/**
 * Whatever does the talking: the embedded brain or a language model behind an OpenAI-compatible endpoint.
 * `stream` ends early and silently when the signal aborts; it throws `OhmError` `upstream_failed` when the service fails.
 */
export interface ChatModel {
  readonly id: string;
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelChunk>;
}

/** An artifact version before the room numbers it. */
export interface ArtifactDraft {
  slug: string;
  type: ArtifactType;
  title: string;
  content: string;
  data: unknown;
  changeSummary: string | null;
  verdict: Verdict | null;
}

/** A design revision before the room numbers it. Unchanged artifacts (same content hash) keep their version. */
export interface RevisionDraft {
  /** The revision that this was made from, 0 before the first. */
  expectedHead: number;
  design: Design;
  artifacts: ArtifactDraft[];
  messageId: string | null;
  author: Author;
  changeSummary: string;
  /** Makes a re-run harmless: the second commit of one run answers with the first one's revision. */
  runId: string | null;
  /** What the chat becomes with it, in the same transaction. */
  chat?: ChatDescription;
  /** Only these artifacts change: the others of the head stay in the revision. Without it, `artifacts` are all that the design has. */
  isPart?: boolean;
}

/** A call of a tool that makes or changes a design, as the model made it. */
export interface ProposedCall {
  agent: AgentId;
  name: string;
  argumentsJson: string;
}

/** What a turn understood of its chat. A title counts only while it is automatic. */
export interface ChatDescription {
  title?: string;
  missionStatement?: string;
  phase?: ChatPhase;
}

export type CommitOutcome =
  | { kind: "committed"; revision: number; written: ArtifactRef[] }
  | { kind: "head_moved"; head: number };

/** What a turn starts from, read in one piece when it starts. */
export interface TurnInput {
  runId: string;
  chatId: string;
  /** In a `group` the perspectives of the engine follow the answer. */
  mode: ChatMode;
  /** The messages that this turn answers, oldest first; at least one. */
  asked: ChatMessage[];
  /** Earlier complete messages, oldest first, without `asked`. */
  history: ChatMessage[];
  /**
   * Head design, null before the first. A re-run after a crash gets the head that the first try started from; when that try had
   * committed already, the head that it committed on (`expectedHead` of its draft), so that the same words come out again.
   */
  design: Design | null;
  head: number;
  /**
   * The design at `head`, whose reference designators, pins and colours are kept for the same functions. It is `design` but where
   * something is answered again: then `design` is what the first answer started from.
   */
  headDesign: Design | null;
  /** Catalogue ids that the chat's owner has at home: a first design counts them as owned. */
  ownedParts: readonly string[];
  /**
   * Answer message of an earlier, killed try of this run; it is taken up again instead of appending another. Its text is written again
   * from offset 0 (clients trim the overlap), so the room lets the growing text start empty.
   */
  resumeMessageId: string | null;
}

/** Figures of one finished answer. */
export interface AnswerEnd {
  status: EndStatus;
  reason?: string;
  artifacts: ArtifactRef[];
  revision: number | null;
  suggestions?: string[];
  /** Model ids of the perspectives that have nothing to add. */
  silent?: string[];
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
}

/** What a running turn may do in its room. Every call is durable and broadcast when it returns, but `progress` and `appendText`. */
export interface TurnRoom {
  /** Tells of a step: with the next thing that the turn writes, and within 50 ms. A re-run has to take the same steps again. */
  progress(step: number, of: number, label: string): void;
  /** Notes what the message wants, in the order in which it is served: kept with the run when it ends. */
  noteRouting(intents: readonly Intent[]): void;
  /** Appends the answer with status `running` and empty text; answers its message id. In a re-run: the id of the killed try's answer. */
  beginAnswer(answer: { agent: AgentId; intent: Intent; modelId: string; isFirstResponder: boolean }): string;
  /** Adds text to a running answer: an ephemeral delta, checkpointed now and then. */
  appendText(messageId: string, text: string): void;
  commitRevision(draft: RevisionDraft): CommitOutcome;
  /** Keeps the calls of a turn that the head has overtaken, for the person to apply them to the design as it is then. */
  keepProposal(calls: readonly ProposedCall[]): void;
  /** The design at the head as it is now; a turn replays its intent on it after `head_moved`. */
  headDesign(): { design: Design | null; head: number };
  endAnswer(messageId: string, end: AnswerEnd): void;
  /** Sets title (while it is automatic), mission statement or phase after what was understood. */
  describeChat(changes: ChatDescription): void;
}
