import { getTableColumns, getTableName } from "drizzle-orm";
import type { ProjectionStore, RoomExtent, RoomSlice } from "../../application/room/projection.ts";
import type { Projection } from "./projected-rows.ts";
import { chatTotals, projections } from "./projected-rows.ts";
import { chatParticipants, chats } from "./schema.ts";

/** What a table's rows show is the newest place of the log, or whatever is written now. */
type Conflict = "newest" | "this";

/** So many rows travel as one parameter: those of people stay under 1 MB, of which D1 takes 2. Messages are fewer. */
const rowsAtOnce = 1000;

/** One statement for a slice of rows, as one JSON parameter. */
function upsert({ table, key, made = [] }: Projection, totals: boolean, conflict: Conflict): string {
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
  // Every slice brings everybody of the chat. A row that says the same already is not written, so its place is the chat's, whose row each
  // slice writes last.
  const isEverybody = table === chatParticipants;
  const place = isEverybody
    ? "coalesce((select projected_seq from chats where id = excluded.chat_id), 0)"
    : `${name}.projected_seq`;
  const isDue = conflict === "newest" ? `excluded.projected_seq >= ${place}` : "true";
  const differs = changed
    .filter((column) => column !== "projected_seq")
    .map((column) => `${name}.${column} is not excluded.${column}`);
  return `insert into ${name} (${[...columns, ...summed].join(", ")})
    select ${values.join(", ")} from json_each(?1) where true
    on conflict (${key.join(", ")}) do update set ${changed.map((column) => `${column} = excluded.${column}`).join(", ")}
    where ${isDue}${isEverybody ? ` and (${differs.join(" or ")})` : ""}`;
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
    const statements = projections
      .map((projection) => ({ projection, rows: projection.rows(slice) }))
      .flatMap(({ projection, rows }) => {
        const statement = upsert(projection, slice.usage.length > 0, conflict);
        return slicesOf(rows).map((some) => this.#db.prepare(statement).bind(JSON.stringify(some)));
      });
    const { chat, asOf, unsaidSeq } = slice;
    const forget = forgetAnswers.map((statement) => this.#db.prepare(statement).bind(chat.id, unsaidSeq));
    const upTo = conflict === "newest" ? asOf : Number.MAX_SAFE_INTEGER;
    // The chat's row is the last one: where D1 has lost it, what belongs to it comes first.
    await this.#db.batch([
      this.#db.prepare("pragma defer_foreign_keys = on"),
      this.#db.prepare(followOwner).bind(chat.id, chat.ownerId, upTo),
      ...statements,
      ...(unsaidSeq > 0 ? forget : []),
    ]);
  }
}

function slicesOf<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, n) => rows.slice(n * rowsAtOnce, (n + 1) * rowsAtOnce));
}
