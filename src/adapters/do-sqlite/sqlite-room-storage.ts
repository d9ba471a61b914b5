import type {
  ChatSettings,
  ChosenLeaf,
  MemberRows,
  MetaRows,
  ReactionRows,
  ReadRows,
  RoomStorage,
  RunRow,
  RunRows,
  TickRows,
} from "../../application/room/room-storage.ts";
import type { StoredMember, StoredReaction, StoredRun, StoredTicks } from "./read-rows.ts";
import { memberOf, memberRowOf, metaValue, reactionOf, runOf, ticksOf } from "./read-rows.ts";
import { renameRows } from "./rename-rows.ts";
import { RoomSql } from "./room-sql.ts";
import { SqliteArtifactRows } from "./sqlite-artifact-rows.ts";
import { SqliteLogRows } from "./sqlite-log-rows.ts";

/** The room's tables in the SQLite of its Durable Object. Opening brings them to the newest version; the first write makes them. */
export class SqliteRoomStorage implements RoomStorage {
  readonly log: SqliteLogRows;
  readonly members: MemberRows;
  readonly reactions: ReactionRows;
  readonly reads: ReadRows;
  readonly ticks: TickRows;
  readonly runs: RunRows;
  readonly artifacts: SqliteArtifactRows;
  readonly meta: MetaRows;
  readonly #sql: RoomSql;
  #open = false;

  constructor(storage: DurableObjectStorage) {
    const sql = new RoomSql(storage);
    this.#sql = sql;
    this.log = new SqliteLogRows(sql);
    this.members = memberRows(sql);
    this.reactions = reactionRows(sql);
    this.reads = readRows(sql);
    this.ticks = tickRows(sql);
    this.runs = runRows(sql);
    this.artifacts = new SqliteArtifactRows(sql);
    this.meta = metaRows(sql);
  }

  transaction<T>(work: () => T): T {
    // The platform nests them as savepoints; a commit inside a commit would number the log twice from one place.
    if (this.#open) throw new Error("A transaction is open already");
    this.#open = true;
    try {
      return this.#sql.transaction(work);
    } finally {
      this.#open = false;
    }
  }

  rename(from: string, to: { userId: string; name: string }): void {
    renameRows(this.#sql, from, to);
  }
}

function memberRows(sql: RoomSql): MemberRows {
  const one = (userId: string) =>
    sql.exec<StoredMember>("select * from members where user_id = ?", userId).toArray()[0];
  return {
    all: () =>
      sql
        .exec<StoredMember>("select * from members where left_at is null order by joined_at, user_id")
        .toArray()
        .map(memberOf),
    get: (userId) => {
      const row = one(userId);
      return row?.left_at === null ? memberOf(row) : null;
    },
    rows: () => sql.exec<StoredMember>("select * from members order by joined_at, user_id").toArray().map(memberRowOf),
    row: (userId) => {
      const row = one(userId);
      return row ? memberRowOf(row) : null;
    },
    put: ({ userId, name, role, joinedAt, guest, invitedBy, invitationId, leftAt, removedBy }) => {
      sql.exec(
        "insert or replace into members values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        userId,
        name,
        role,
        joinedAt,
        guest === undefined ? null : Number(guest),
        invitedBy,
        leftAt,
        removedBy,
        invitationId ?? null,
      );
    },
    drop: (userId) => {
      sql.exec("delete from members where user_id = ?", userId);
    },
  };
}

function reactionRows(sql: RoomSql): ReactionRows {
  return {
    between: (first, last) =>
      sql
        .exec<StoredReaction>("select * from reactions where message_seq between ? and ? order by seq", first, last)
        .toArray()
        .map(reactionOf),
    put: ({ messageSeq, userId, emoji, seq }) => {
      sql.exec("insert or ignore into reactions values (?, ?, ?, ?)", messageSeq, userId, emoji, seq);
    },
    drop: ({ messageSeq, userId, emoji }) => {
      const key = [messageSeq, userId, emoji];
      sql.exec("delete from reactions where message_seq = ? and user_id = ? and emoji = ?", ...key);
    },
    dropAll: (messageSeq) => {
      sql.exec("delete from reactions where message_seq = ?", messageSeq);
    },
  };
}

function readRows(sql: RoomSql): ReadRows {
  type StoredRead = { user_id: string; sequence: number };
  return {
    all: () => {
      const rows = sql.exec<StoredRead>("select * from reads order by user_id").toArray();
      return Object.fromEntries(rows.map(({ user_id, sequence }) => [user_id, sequence]));
    },
    get: (userId) => {
      const [row] = sql.exec<StoredRead>("select * from reads where user_id = ?", userId).toArray();
      return row?.sequence ?? 0;
    },
    put: (userId, sequence) => {
      sql.exec("insert or replace into reads values (?, ?)", userId, sequence);
    },
  };
}

function tickRows(sql: RoomSql): TickRows {
  return {
    get: (userId) => {
      const [row] = sql.exec<StoredTicks>("select connections from ticks where user_id = ?", userId).toArray();
      return row ? ticksOf(row) : [];
    },
    put: (userId, connectionIds) => {
      sql.exec("insert or replace into ticks values (?, ?)", userId, JSON.stringify(connectionIds));
    },
  };
}

function runRows(sql: RoomSql): RunRows {
  const all = (clause: string, ...values: string[]): RunRow[] =>
    sql
      .exec<StoredRun>(`select * from runs ${clause} order by seq desc`, ...values)
      .toArray()
      .map(runOf);
  const one = (clause: string, ...values: (string | number)[]): RunRow | null => {
    const [row] = sql.exec<StoredRun>(`select * from runs ${clause} order by seq desc limit 1`, ...values).toArray();
    return row ? runOf(row) : null;
  };
  return {
    latest: () => one(""),
    get: (id) => one("where id = ?", id),
    at: (seq) => one("where seq = ?", seq),
    answering: (messageId) => one("where instr(message_ids, ?) > 0", JSON.stringify(messageId)),
    begunBefore: (seq) => one("where seq < ?", seq),
    allAnswering: (messageId) => all("where instr(message_ids, ?) > 0", JSON.stringify(messageId)),
    withProposal: () => all("where proposal is not null"),
    put: (run) => {
      sql.exec(
        "insert or replace into runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run.seq,
        run.id,
        run.status,
        run.reason,
        JSON.stringify(run.messageIds),
        run.askedBy,
        run.startHead,
        run.tries,
        run.startedAt,
        run.endedAt,
        run.rerun && JSON.stringify(run.rerun),
        run.proposal === undefined ? null : JSON.stringify(run.proposal),
        run.routing === undefined ? null : JSON.stringify(run.routing),
      );
    },
  };
}

function metaRows(sql: RoomSql): MetaRows {
  const read = <T>(key: string): T | null =>
    metaValue<T>(sql.exec<{ value: string }>("select value from meta where key = ?", key).toArray()[0]);
  const write = (key: string, value: unknown): void => {
    sql.exec("insert or replace into meta values (?, ?)", key, JSON.stringify(value));
  };
  return {
    chat: () => read<ChatSettings>("chat"),
    putChat: (chat) => write("chat", chat),
    queued: () => read<string[]>("queued") ?? [],
    putQueued: (messageIds) => write("queued", messageIds),
    flushedSeq: () => read<number>("flushed_seq") ?? 0,
    putFlushedSeq: (seq) => write("flushed_seq", seq),
    leaf: () => read<ChosenLeaf>("leaf"),
    putLeaf: (leaf) => write("leaf", leaf),
    readsPending: () => read<boolean>("reads_pending") ?? false,
    putReadsPending: (pending) => write("reads_pending", pending),
    rewrittenSeq: () => read<number>("rewritten_seq") ?? 0,
    putRewrittenSeq: (seq) => write("rewritten_seq", seq),
    namedAt: (userId) => read<number>(`named_at ${userId}`) ?? 0,
    putNamedAt: (userId, at) => write(`named_at ${userId}`, at),
  };
}
