import { getTableColumns, getTableName } from "drizzle-orm";
import type { ProjectionStore, RoomExtent, RoomSlice } from "../../application/room/projection.ts";
import { chatTotals, projections } from "./projected-rows.ts";
import type { Projection } from "./projection-table.ts";
import { chats } from "./schema.ts";

/** What a table's rows show is the newest place of the log, or whatever is written now. */
type Conflict = "newest" | "this";

/** So many rows travel as one parameter: those of people stay under 1 MB, of which D1 takes 2. Messages are fewer. */
const rowsAtOnce = 1000;

/** One statement for a slice of rows, as one JSON parameter. */
function upsert({ table, key, made = [], whole = false }: Projection, totals: boolean, conflict: Conflict): string {
  const name = getTableName(table);
  const columns = Object.values(getTableColumns(table))
    .map((column) => column.name)
    .filter((column) => !made.includes(column));
  const summed = totals && table === chats ? chatTotals : [];
  const changed = [...columns.filter((column) => !key.includes(column)), ...summed];
  const values = [
    ...columns.map((column) => `json_extract(value, '$.${column}')`),
    ...summed.map((column) => total(column, "json_extract(value, '$.id')")),
  ];
  // Where a slice brings all rows of the chat, one that says the same already is not written: its place is the chat's, whose row each
  // slice writes last.
  const place = whole
    ? "coalesce((select projected_seq from chats where id = excluded.chat_id), 0)"
    : `${name}.projected_seq`;
  const isDue = conflict === "newest" ? `excluded.projected_seq >= ${place}` : "true";
  const differs = changed
    .filter((column) => column !== "projected_seq")
    .map((column) => `${name}.${column} is not excluded.${column}`);
  return `insert into ${name} (${[...columns, ...summed].join(", ")})
    select ${values.join(", ")} from json_each(?1) where true
    on conflict (${key.join(", ")}) do update set ${changed.map((column) => `${column} = excluded.${column}`).join(", ")}
    where ${isDue}${whole ? ` and (${differs.join(" or ")})` : ""}`;
}

/** Deletes a chat's rows that a slice does not bring, unless a later one was written. */
function prune({ table }: Projection): string {
  return `delete from ${getTableName(table)} where chat_id = ?1 and id not in (select value from json_each(?2))
    and ?3 >= coalesce((select projected_seq from chats where id = ?1), 0)`;
}

function total(column: string, chatId: string): string {
  return `(select coalesce(sum(${column}), 0) from usage_events where chat_id = ${chatId})`;
}

/**
 * Messages carry their chat's owner as shard key: when the chat was handed over, those that were written before follow. While the owner
 * is the same, this reads the chat's row and no other.
 */
const followOwner = `update messages set owner_id = ?2 where chat_id = (
  select id from chats where id = ?1 and owner_id <> ?2 and projected_seq <= ?3)`;

/** The first design of a chat makes its project where the room gave it one (?5), and is the project's where that has none. */
const firstDesign = [
  `insert into projects (id, owner_id, design_chat_id, created_at, updated_at) select ?1, ?2, ?3, ?4, ?4 where ?5
   on conflict (id) do nothing`,
  "update projects set design_chat_id = ?3, updated_at = ?4 where id = ?1 and owner_id = ?2 and design_chat_id is null and ?5 is not null",
] as const;

/** What was answered before a text went is not kept any more, and not kept later by whoever is about to. */
const forgetAnswers = [
  "update idempotency_keys set answer = null where chat_id = ?1 and answer is not null and ?2 > 0",
  "update chats set unsaid_seq = ?2 where id = ?1 and unsaid_seq < ?2",
] as const;

/** The rooms' projections in D1: one statement per table, one batch (a transaction) per slice. */
export class D1Projections implements ProjectionStore {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** A row that shows a later place of the log stays. */
  write(slice: RoomSlice): Promise<void> {
    return this.#put(slice, "newest");
  }

  overwrite(slice: RoomSlice): Promise<void> {
    return this.#put(slice, "this");
  }

  async trim({ chatId, lastSequence, memberIds }: RoomExtent): Promise<void> {
    const sums = chatTotals.map((column) => `${column} = ${total(column, "?1")}`);
    await this.#db.batch([
      this.#db
        .prepare("delete from messages where chat_id = ?1 and not sequence between 1 and ?2")
        .bind(chatId, lastSequence),
      this.#db
        .prepare(
          "delete from chat_participants where chat_id = ?1 and user_id not in (select value from json_each(?2))",
        )
        .bind(chatId, JSON.stringify(memberIds)),
      this.#db
        .prepare(
          `delete from usage_events where chat_id = ?1 and purpose = 'answer' and message_id not in (
             select id from messages
             where chat_id = ?1 and sender_type = 'ai' and status <> 'running' and input_tokens is not null)`,
        )
        .bind(chatId),
      this.#db.prepare(`update chats set ${sums.join(", ")} where id = ?1`).bind(chatId),
    ]);
  }

  async #put(slice: RoomSlice, conflict: Conflict): Promise<void> {
    const { chat, asOf, unsaidSeq } = slice;
    const upTo = conflict === "newest" ? asOf : Number.MAX_SAFE_INTEGER;
    const statements = projections.flatMap((projection) => {
      const rows = projection.rows(slice);
      if (rows === null) return [];
      const statement = upsert(projection, slice.usage.length > 0, conflict);
      const ids = JSON.stringify(rows.map(({ id }) => id ?? null));
      return [
        ...(projection.goes ? [this.#db.prepare(prune(projection)).bind(chat.id, ids, upTo)] : []),
        ...slicesOf(rows).map((some) => this.#db.prepare(statement).bind(JSON.stringify(some))),
      ];
    });
    const found = conflict === "newest" && slice.isFirstDesign && chat.projectId !== null;
    const forget = forgetAnswers.map((statement) => this.#db.prepare(statement).bind(chat.id, unsaidSeq));
    // The chat's row is the last one: where D1 has lost it, what belongs to it comes first.
    await this.#db.batch([
      this.#db.prepare("pragma defer_foreign_keys = on"),
      this.#db.prepare(followOwner).bind(chat.id, chat.ownerId, upTo),
      ...statements,
      ...(found
        ? firstDesign.map((statement) =>
            this.#db
              .prepare(statement)
              .bind(chat.projectId, chat.ownerId, chat.id, chat.updatedAt, Number(slice.makesProject)),
          )
        : []),
      ...(unsaidSeq > 0 ? forget : []),
    ]);
  }
}

function slicesOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, n) => rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce));
}
