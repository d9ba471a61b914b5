import type { ArtifactHead, ArtifactVersion, DesignRevision } from "../../domain/chat/artifact.ts";
import type { Intent, RunStatus } from "../../domain/chat/lists.ts";
import type { ChatEvent, ChatHead, ChatMessage, Member } from "../../domain/chat/message.ts";
import type { Design } from "../../domain/circuit/design.ts";
import type { Requirements } from "../../domain/circuit/requirements.ts";
import type { ProposedCall } from "../ports.ts";

/** The chat's settings as the room stores them; the counters of `ChatHead` come from the log. */
export type ChatSettings = Omit<ChatHead, "lastSequence" | "lastMessageAt"> & {
  ownerId: string;
  /** A person's rename ends it. */
  titleAutomatic: boolean;
  /** Catalogue ids that its owner had at home when it was started. */
  ownedParts?: string[];
};

/** An event as stored: those that tell of a message's text name its row (`messageSeq`) instead of repeating the text. */
export type StoredEvent =
  | Exclude<ChatEvent, { kind: "message_appended" | "message_completed" | "message_edited" }>
  | { seq: number; at: number; by: string; kind: "message_completed"; data: { messageSeq: number } }
  | { seq: number; at: number; by: string; kind: "message_edited"; data: { messageSeq: number } };

/** An event that tells what the system has called the chat. */
export type DescriptionEvent = Extract<StoredEvent, { kind: "chat_updated" }>;

/** One place of the log: a message's own row or an event's. */
export type LogEntry = { kind: "message"; message: ChatMessage } | { kind: "event"; event: StoredEvent };

/** A member's row. Who left or was removed keeps it, so that their name stands at their messages and they can be told from strangers. */
export interface MemberRow extends Member {
  /** null for who started the chat. */
  invitedBy: string | null;
  /** The invitation that they came by last; unknown for who came before it was kept. */
  invitationId?: string;
  /** null while they are in the chat. */
  leftAt: number | null;
  /** null for who left by themselves. */
  removedBy: string | null;
}

/** One person's emoji on one message; `seq` is the place of its event. */
export interface ReactionRow {
  messageSeq: number;
  userId: string;
  emoji: string;
  seq: number;
}

/** The end of the branch that everybody sees, chosen at this place of the log; a message appended later is the leaf instead. */
export interface ChosenLeaf {
  messageId: string;
  seq: number;
}

/** What makes a run another answer to what was answered before. */
export interface Rerun {
  /** Revision of the design that it starts from, 0 for none; what it makes is written on `startHead` all the same. */
  baseHead: number;
  /** It sees the chat as it was at this place of the log. */
  asOfSeq: number;
  /** What its answer follows, null where that is the chat's end. */
  parentId: string | null;
  /** The answer that it stands beside, with several people in the chat. */
  alternativeToId: string | null;
}

/** A run. `seq` is that of its `run_started`; runs never overlap, so the one that is running is always the latest. */
export interface RunRow {
  seq: number;
  id: string;
  status: RunStatus;
  reason: string | null;
  /** Messages that it answers, oldest first. */
  messageIds: string[];
  askedBy: string;
  /** Head of the design when it first started; a re-run after a crash starts from it again. */
  startHead: number;
  /** Times that it was started, 1 at first. */
  tries: number;
  startedAt: number;
  endedAt: number | null;
  /** null for the first answer. */
  rerun: Rerun | null;
  /** What it was found to want, in the order in which it was served; absent where it ended before that, and in older runs. */
  routing?: Intent[];
  /** What it wanted of the design when the head had moved under it; absent where it did not come to that. */
  proposal?: ProposedCall[];
}

/** What a client id was used for. */
export interface ClientIdRow {
  seq: number;
  bodyHash: string;
}

/** A head with the hash of its current version's content, by which an unchanged artifact keeps its version. */
export type ArtifactRow = ArtifactHead & { contentHash: string } & Pick<ArtifactMarks, "alignTo">;

/** A version with the hash of its content. */
export type VersionRow = ArtifactVersion & { contentHash: string };

export interface RevisionRow {
  revision: DesignRevision;
  design: Design;
  runId: string | null;
}

/** The words of people in the design of a revision. */
export interface RevisionWording extends Pick<Requirements, "goal" | "notUnderstood" | "language"> {
  number: number;
}

/** What an artifact's head says beside its newest version. */
export interface ArtifactMarks extends Pick<ArtifactHead, "pinned" | "stale"> {
  /** While it is stale: the revision whose version of it agrees with what was restored. */
  alignTo?: number;
}

/** Exclusive bounds on the message sequence; always ascending, without `after` the last `limit`. */
export interface MessagePage {
  before?: number | undefined;
  after?: number | undefined;
  limit: number;
}

export interface LogRows {
  /** The newest seq (0 in an empty log), message sequence (0) and time of a message (null). */
  last(): { seq: number; sequence: number; messageAt: number | null };
  /** Stores a stretch of events, in order and without a gap, as one row. Throws unless all of it is past the log's end. */
  putEvents(events: readonly StoredEvent[]): void;
  /** Throws unless its place is past the log's end. */
  putMessage(message: ChatMessage): void;
  /** Overwrites the event of the same seq; its place and kind stay. */
  replaceEvent(event: StoredEvent): void;
  /** Overwrites the message of the same seq. */
  replaceMessage(message: ChatMessage): void;
  /** Events after this place by which the system called the chat after a text, its title or mission, in order. Finds them without the log between. */
  descriptions(after: number): DescriptionEvent[];
  /** Looks through no more of a long log than the newest messages and those of the time that the id, a UUIDv7, tells. */
  message(id: string): ChatMessage | null;
  messageAt(seq: number): ChatMessage | null;
  page(page: MessagePage): ChatMessage[];
  /** At most `limit` messages with a place below `seq`, newest first. */
  messagesBefore(seq: number, limit: number): ChatMessage[];
  /** Answers that a run wrote, in order; `run.seq` bounds the search. */
  ofRun(run: Pick<RunRow, "id" | "seq">): ChatMessage[];
  /** At most `limit` places after `seq`, in order. */
  after(seq: number, limit: number): LogEntry[];
  clientId(sender: string, clientId: string): ClientIdRow | null;
  putClientId(sender: string, clientId: string, row: ClientIdRow): void;
  /** Text of a growing answer; there is at most one row per message. */
  checkpoint(messageSeq: number): string | null;
  putCheckpoint(messageSeq: number, text: string): void;
  dropCheckpoint(messageSeq: number): void;
}

/** `all` and `get` answer who is in the chat; `rows` and `row` those who are not any more, too. Both lists by time of joining. */
export interface MemberRows {
  all(): Member[];
  get(userId: string): Member | null;
  rows(): MemberRow[];
  row(userId: string): MemberRow | null;
  put(row: MemberRow): void;
  drop(userId: string): void;
}

export interface ReactionRows {
  /** Those of the messages whose place is `first` to `last`, in the order in which they were put. */
  between(first: number, last: number): ReactionRow[];
  /** One that is there already stays as it is. */
  put(row: ReactionRow): void;
  drop(row: Omit<ReactionRow, "seq">): void;
  /** All of one message. */
  dropAll(messageSeq: number): void;
}

/** How far people have read: a message sequence by user id, 0 without a row. */
export interface ReadRows {
  all(): Record<string, number>;
  get(userId: string): number;
  put(userId: string, sequence: number): void;
}

/** Which wires a person has ticked off: ids of connections by user id. */
export interface TickRows {
  get(userId: string): string[];
  put(userId: string, connectionIds: readonly string[]): void;
}

export interface RunRows {
  latest(): RunRow | null;
  get(id: string): RunRow | null;
  /** The run that started at this place of the log. */
  at(seq: number): RunRow | null;
  /** The newest run that answers this message, null while it waits or when none does. */
  answering(messageId: string): RunRow | null;
  /** Every run that answered this message, the newest first. */
  allAnswering(messageId: string): RunRow[];
  /** The latest run that began before this place of the log: that of an answer which stands there. */
  begunBefore(seq: number): RunRow | null;
  /** Those that have left a proposal. */
  withProposal(): RunRow[];
  /** Inserts, or overwrites the run of the same seq. */
  put(run: RunRow): void;
}

export interface ArtifactRows {
  /** One per artifact, by slug: its newest version with the marks that were put. */
  heads(): ArtifactRow[];
  head(slug: string): ArtifactRow | null;
  /** An artifact has no marks until some are put. */
  putMarks(slug: string, marks: ArtifactMarks): void;
  putVersion(version: VersionRow): void;
  version(slug: string, number: number): ArtifactVersion | null;
  /** Newest first, with numbers below `before`. */
  versions(slug: string, page: { before?: number | undefined; limit: number }): ArtifactVersion[];
  putRevision(row: RevisionRow): void;
  /** What each revision quotes of people's words, oldest first. Reads no design. */
  wordings(): RevisionWording[];
  /** Overwrites a version, or a revision, of the same number: only to take words out of it that had to go. */
  replaceVersion(version: VersionRow): void;
  replaceRevision(row: RevisionRow): void;
  /** The newest number, 0 before the first. */
  headRevision(): number;
  revision(number: number): RevisionRow | null;
  revisionOfRun(runId: string): RevisionRow | null;
  /** Newest first, with numbers below `before`. */
  revisions(page: { before?: number | undefined; limit: number }): DesignRevision[];
}

export interface MetaRows {
  /** null in a room that was never initialised. */
  chat(): ChatSettings | null;
  putChat(chat: ChatSettings): void;
  /** Ids of messages that wait for the next turn, oldest first. */
  queued(): string[];
  putQueued(messageIds: string[]): void;
  /** The last seq that reached D1. */
  flushedSeq(): number;
  putFlushedSeq(seq: number): void;
  /** null while no branch was ever chosen. */
  leaf(): ChosenLeaf | null;
  putLeaf(leaf: ChosenLeaf): void;
  /** Whether read marks have changed that no flush has taken yet. */
  readsPending(): boolean;
  putReadsPending(pending: boolean): void;
  /** The last place at which rows before it were changed beyond what events tell, 0 when that never happened. */
  rewrittenSeq(): number;
  putRewrittenSeq(seq: number): void;
  /** When the person was changed whose state their member's row tells, in ms; 0 where that never differed from an earlier one. */
  namedAt(userId: string): number;
  putNamedAt(userId: string, at: number): void;
}

/**
 * Where a room keeps what it knows. Synchronous, so that a check and the write that rests on it are one piece. One contract
 * suite runs on every adapter.
 */
export interface RoomStorage {
  /** Runs `work` in one transaction: all of its writes or, when it throws, none. Transactions do not nest. */
  transaction<T>(work: () => T): T;
  /** Puts one person in another's place in every row but those of members: at messages, events, runs, reactions, marks, versions. */
  rename(from: string, to: { userId: string; name: string }): void;
  readonly log: LogRows;
  readonly members: MemberRows;
  readonly reactions: ReactionRows;
  readonly reads: ReadRows;
  readonly ticks: TickRows;
  readonly runs: RunRows;
  readonly artifacts: ArtifactRows;
  readonly meta: MetaRows;
}
