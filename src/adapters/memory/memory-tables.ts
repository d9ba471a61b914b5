import type {
  ArtifactMarks,
  ChatSettings,
  ChosenLeaf,
  ClientIdRow,
  LogEntry,
  MemberRow,
  ReactionRow,
  RevisionRow,
  RunRow,
  VersionRow,
} from "../../application/room/room-storage.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";

/** All rows of one room. Rows are copied on the way in and never changed in place, so a shallow copy of the tables is a snapshot. */
export interface Tables {
  log: Map<number, LogEntry>;
  clientIds: Map<string, ClientIdRow>;
  checkpoints: Map<number, string>;
  members: Map<string, MemberRow>;
  reactions: Map<string, ReactionRow>;
  reads: Map<string, number>;
  ticks: Map<string, string[]>;
  runs: Map<number, RunRow>;
  marks: Map<string, ArtifactMarks>;
  versions: Map<string, VersionRow>;
  revisions: Map<number, RevisionRow>;
  chat: ChatSettings | null;
  queued: string[];
  flushedSeq: number;
  leaf: ChosenLeaf | null;
  readsPending: boolean;
  rewrittenSeq: number;
  namedAt: Map<string, number>;
  lastSeq: number;
  lastMessage: ChatMessage | null;
}

/** Of a room in which nothing has happened. */
export function emptyTables(): Tables {
  return {
    log: new Map(),
    clientIds: new Map(),
    checkpoints: new Map(),
    members: new Map(),
    reactions: new Map(),
    reads: new Map(),
    ticks: new Map(),
    runs: new Map(),
    marks: new Map(),
    versions: new Map(),
    revisions: new Map(),
    chat: null,
    queued: [],
    flushedSeq: 0,
    leaf: null,
    readsPending: false,
    rewrittenSeq: 0,
    namedAt: new Map(),
    lastSeq: 0,
    lastMessage: null,
  };
}

/** A snapshot: rows are never changed in place. */
export function copyOf(tables: Tables): Tables {
  return {
    log: new Map(tables.log),
    clientIds: new Map(tables.clientIds),
    checkpoints: new Map(tables.checkpoints),
    members: new Map(tables.members),
    reactions: new Map(tables.reactions),
    reads: new Map(tables.reads),
    ticks: new Map(tables.ticks),
    runs: new Map(tables.runs),
    marks: new Map(tables.marks),
    versions: new Map(tables.versions),
    revisions: new Map(tables.revisions),
    chat: tables.chat,
    queued: tables.queued,
    flushedSeq: tables.flushedSeq,
    leaf: tables.leaf,
    readsPending: tables.readsPending,
    rewrittenSeq: tables.rewrittenSeq,
    namedAt: new Map(tables.namedAt),
    lastSeq: tables.lastSeq,
    lastMessage: tables.lastMessage,
  };
}
