import type {
  ArtifactMarks,
  ArtifactRow,
  LogEntry,
  MemberRow,
  ReactionRow,
  RevisionRow,
  RevisionWording,
  RunRow,
  StoredEvent,
} from "../../application/room/room-storage.ts";
import type { ArtifactVersion, DesignRevision } from "../../domain/chat/artifact.ts";
import type { ChatMessage, Member } from "../../domain/chat/message.ts";

// The parsers of the room's rows: what this file casts was written by its own other half, inside the same schema version.

/** Row of `messages`; `rest` is JSON of the fields without a column. */
export type MessageRow = {
  seq: number;
  sequence: number;
  id: string;
  run_id: string | null;
  status: string;
  content: string;
  rest: string;
  created_at: number;
};

export function messageOf(row: MessageRow): ChatMessage {
  return {
    ...JSON.parse(row.rest),
    seq: row.seq,
    sequence: row.sequence,
    id: row.id,
    runId: row.run_id,
    status: row.status,
    content: row.content,
    createdAt: row.created_at,
  } as ChatMessage;
}

/** Values of `messages` in the order of its columns. */
export function messageValues(message: ChatMessage): SqlStorageValue[] {
  const { seq, sequence, id, runId, status, content, createdAt, ...rest } = message;
  return [seq, sequence, id, runId, status, content, JSON.stringify(rest), createdAt];
}

/** Row of `events`: the last event of a stretch that was written together, and in `before` JSON of those before it. */
export type EventRow = { seq: number; at: number; by: string; kind: string; data: string; before: string | null };

export function eventsOf(row: EventRow): StoredEvent[] {
  const before = row.before === null ? [] : (JSON.parse(row.before) as StoredEvent[]);
  const { seq, at, by, kind } = row;
  return [...before, { seq, at, by, kind, data: JSON.parse(row.data) } as StoredEvent];
}

/** Both kinds of places in order of seq. */
export function mergeLog(messages: ChatMessage[], events: StoredEvent[]): LogEntry[] {
  const entries: LogEntry[] = [
    ...messages.map((message): LogEntry => ({ kind: "message", message })),
    ...events.map((event): LogEntry => ({ kind: "event", event })),
  ];
  return entries.sort((a, b) => seqOf(a) - seqOf(b));
}

function seqOf(entry: LogEntry): number {
  return entry.kind === "message" ? entry.message.seq : entry.event.seq;
}

export type StoredMember = {
  user_id: string;
  name: string;
  role: string;
  joined_at: number;
  guest: number | null;
  invited_by: string | null;
  left_at: number | null;
  removed_by: string | null;
  invitation_id: string | null;
};

export function memberOf(row: StoredMember): Member {
  const guest = row.guest === null ? {} : { guest: row.guest === 1 };
  return { userId: row.user_id, name: row.name, role: row.role, joinedAt: row.joined_at, ...guest } as Member;
}

export function memberRowOf(row: StoredMember): MemberRow {
  const invitation = row.invitation_id === null ? {} : { invitationId: row.invitation_id };
  const came = { invitedBy: row.invited_by, ...invitation };
  return { ...memberOf(row), ...came, leftAt: row.left_at, removedBy: row.removed_by };
}

export type StoredReaction = { message_seq: number; user_id: string; emoji: string; seq: number };

export function reactionOf(row: StoredReaction): ReactionRow {
  return { messageSeq: row.message_seq, userId: row.user_id, emoji: row.emoji, seq: row.seq };
}

export type StoredRun = {
  seq: number;
  id: string;
  status: string;
  reason: string | null;
  message_ids: string;
  asked_by: string;
  start_head: number;
  tries: number;
  started_at: number;
  ended_at: number | null;
  rerun: string | null;
  proposal: string | null;
  routing: string | null;
};

export function runOf(row: StoredRun): RunRow {
  return {
    seq: row.seq,
    id: row.id,
    status: row.status,
    reason: row.reason,
    messageIds: JSON.parse(row.message_ids),
    askedBy: row.asked_by,
    startHead: row.start_head,
    tries: row.tries,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    rerun: row.rerun === null ? null : JSON.parse(row.rerun),
    ...(row.proposal === null ? {} : { proposal: JSON.parse(row.proposal) }),
    ...(row.routing === null ? {} : { routing: JSON.parse(row.routing) }),
  } as RunRow;
}

/** The newest version of an artifact, and its marks where it has any. */
export type StoredHead = { summary: string; content_hash: string; marks: string | null };

export function headOf(row: StoredHead): ArtifactRow {
  const { slug, type, title, number } = JSON.parse(row.summary) as ArtifactVersion;
  const marks = row.marks === null ? noMarks : (JSON.parse(row.marks) as ArtifactMarks);
  // Versions are numbered 1..n and a restore writes a new one: the newest number is the current version and the count of them.
  return { slug, type, title, currentVersion: number, totalVersions: number, ...marks, contentHash: row.content_hash };
}

const noMarks: ArtifactMarks = { pinned: false, stale: false };

export type StoredVersion = { summary: string; content: string; data: string };

export function versionOf(row: StoredVersion): ArtifactVersion {
  return { ...JSON.parse(row.summary), content: row.content, data: JSON.parse(row.data) } as ArtifactVersion;
}

export type StoredRevision = { run_id: string | null; summary: string; design: string };

export function revisionOf(row: StoredRevision): RevisionRow {
  return { runId: row.run_id, revision: revisionSummary(row), design: JSON.parse(row.design) } as RevisionRow;
}

export function revisionSummary(row: Pick<StoredRevision, "summary">): DesignRevision {
  const { wording: _, ...revision } = JSON.parse(row.summary) as DesignRevision & { wording: unknown };
  return revision;
}

/** The summary as it is stored: with people's words of the design, which are looked through without it. */
export function summaryValue({ revision, design }: RevisionRow): string {
  const { goal, notUnderstood, language } = design.requirements;
  return JSON.stringify({ ...revision, wording: { goal, notUnderstood, language } });
}

export type StoredWording = { number: number; wording: string };

export function wordingOf({ number, wording }: StoredWording): RevisionWording {
  return { ...JSON.parse(wording), number } as RevisionWording;
}

export type StoredTicks = { connections: string };

export function ticksOf(row: StoredTicks): string[] {
  return JSON.parse(row.connections) as string[];
}

/** The JSON of a `meta` value, null when there is none. */
export function metaValue<T>(row: { value: string } | undefined): T | null {
  return row ? (JSON.parse(row.value) as T) : null;
}
