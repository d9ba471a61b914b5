import type {
  ChatSettings,
  MemberRows,
  MetaRows,
  RoomStorage,
  RunRow,
  RunRows,
} from "../../application/room/room-storage.ts";
import type { Member } from "../../domain/chat/message.ts";
import type { MemberRow, StoredRun } from "./read-rows.ts";
import { memberOf, metaValue, runOf } from "./read-rows.ts";
import { migrateRoom } from "./room-migrations.ts";
import { SqliteArtifactRows } from "./sqlite-artifact-rows.ts";
import { SqliteLogRows } from "./sqlite-log-rows.ts";

/** The room's tables in the SQLite of its Durable Object. Opening brings them to the newest version. */
export class SqliteRoomStorage implements RoomStorage {
  readonly log: SqliteLogRows;
  readonly members: MemberRows;
  readonly runs: RunRows;
  readonly artifacts: SqliteArtifactRows;
  readonly meta: MetaRows;
  readonly #storage: DurableObjectStorage;
  #open = false;

  constructor(storage: DurableObjectStorage) {
    migrateRoom(storage);
    this.#storage = storage;
    this.log = new SqliteLogRows(storage.sql);
    this.members = memberRows(storage.sql);
    this.runs = runRows(storage.sql);
    this.artifacts = new SqliteArtifactRows(storage.sql);
    this.meta = metaRows(storage.sql);
  }

  transaction<T>(work: () => T): T {
    // The platform nests them as savepoints; a commit inside a commit would number the log twice from one place.
    if (this.#open) throw new Error("A transaction is open already");
    this.#open = true;
    try {
      return this.#storage.transactionSync(work);
    } finally {
      this.#open = false;
    }
  }
}

function memberRows(sql: SqlStorage): MemberRows {
  return {
    all: () => sql.exec<MemberRow>("select * from members order by joined_at").toArray().map(memberOf),
    get: (userId) => {
      const [row] = sql.exec<MemberRow>("select * from members where user_id = ?", userId).toArray();
      return row ? memberOf(row) : null;
    },
    put: ({ userId, name, role, joinedAt }: Member) => {
      sql.exec("insert or replace into members values (?, ?, ?, ?)", userId, name, role, joinedAt);
    },
  };
}

function runRows(sql: SqlStorage): RunRows {
  const one = (clause: string, ...values: string[]): RunRow | null => {
    const [row] = sql.exec<StoredRun>(`select * from runs ${clause} order by seq desc limit 1`, ...values).toArray();
    return row ? runOf(row) : null;
  };
  return {
    latest: () => one(""),
    get: (id) => one("where id = ?", id),
    answering: (messageId) => one("where exists (select 1 from json_each(message_ids) where value = ?)", messageId),
    put: (run) => {
      sql.exec(
        "insert or replace into runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
      );
    },
  };
}

function metaRows(sql: SqlStorage): MetaRows {
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
  };
}
