import { isDescription } from "../../application/room/describe-chat.ts";
import type {
  DescriptionEvent,
  LogRows,
  MessagePage,
  RunRow,
  StoredEvent,
} from "../../application/room/room-storage.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import type { EventRow, MessageRow } from "./read-rows.ts";
import { eventsOf, mergeLog, messageOf, messageValues } from "./read-rows.ts";
import type { RoomSql } from "./room-sql.ts";

/** Places of the log in which a message is looked for first. */
const recentPlaces = 500;
/** How far the clock that made an id and the one that dated its message may lie apart, ms. */
const clockDriftMs = 30_000;

/** `messages`, `events`, `client_ids` and `checkpoints` of a room. */
export class SqliteLogRows implements LogRows {
  readonly #sql: RoomSql;

  constructor(sql: RoomSql) {
    this.#sql = sql;
  }

  last(): ReturnType<LogRows["last"]> {
    const [row] = this.#sql
      .exec<{ message: number | null; event: number | null; sequence: number | null; at: number | null }>(
        `select (select max(seq) from events) as event, newest.seq as message, newest.sequence, newest.created_at as at
         from (select 1) left join (select seq, sequence, created_at from messages order by seq desc limit 1) newest`,
      )
      .toArray();
    return {
      seq: Math.max(row?.message ?? 0, row?.event ?? 0),
      sequence: row?.sequence ?? 0,
      messageAt: row?.at ?? null,
    };
  }

  putEvents(events: readonly StoredEvent[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return;
    const { seq, at, by, kind, data } = last;
    const before = events.length === 1 ? null : JSON.stringify(events.slice(0, -1));
    const values = [seq, at, by, kind, JSON.stringify(data), before];
    this.#append("events select ?, ?, ?, ?, ?, ?", values, first.seq);
    for (const event of events.filter(isDescription)) this.#sql.exec("insert into descriptions values (?)", event.seq);
  }

  putMessage(message: ChatMessage): void {
    this.#append("messages select ?, ?, ?, ?, ?, ?, ?, ?", messageValues(message), message.seq);
  }

  replaceEvent(event: StoredEvent): void {
    const stretch = this.#stretchOf(event.seq);
    const place = stretch.findIndex(({ seq }) => seq === event.seq);
    if (place < 0) throw new Error(`No event at ${event.seq}`);
    stretch[place] = event;
    const before = stretch.length === 1 ? null : JSON.stringify(stretch.slice(0, -1));
    const last = stretch.at(-1);
    const data = JSON.stringify(last?.data);
    this.#sql.exec("update events set data = ?, before = ? where seq = ?", data, before, last?.seq ?? 0);
  }

  descriptions(after: number): DescriptionEvent[] {
    return this.#sql
      .exec<{ seq: number }>("select seq from descriptions where seq > ? order by seq", after)
      .toArray()
      .flatMap(({ seq }) => this.#stretchOf(seq).filter((event) => event.seq === seq))
      .filter(isDescription);
  }

  replaceMessage(message: ChatMessage): void {
    const [seq, sequence, id, ...changed] = messageValues(message);
    const { rowsWritten } = this.#sql.exec(
      `update messages set run_id = ?, status = ?, content = ?, rest = ?, created_at = ?
       where seq = ? and sequence = ? and id = ?`,
      ...[...changed, seq, sequence, id].map((value) => value ?? null),
    );
    if (rowsWritten === 0) throw new Error(`No message at ${message.seq}`);
  }

  message(id: string): ChatMessage | null {
    // Without an index, which would be a third row per send: nearly every look-up is for a recent message, and an id tells its time.
    const recent = "where seq > (select max(seq) from messages) - ? and id = ? order by seq desc limit 1";
    const found = this.#message(recent, recentPlaces, id);
    const madeAt = found ? null : timeOf(id);
    if (madeAt === null) return found;
    const first = this.#firstSeq("created_at", madeAt - clockDriftMs);
    const end = this.#firstSeq("created_at", madeAt + clockDriftMs);
    return this.#message("where seq >= ? and seq < ? and id = ?", first, end, id);
  }

  messageAt(seq: number): ChatMessage | null {
    return this.#message("where seq = ?", seq);
  }

  page({ before, after, limit }: MessagePage): ChatMessage[] {
    const end = before === undefined ? Number.MAX_SAFE_INTEGER : this.#firstSeq("sequence", before);
    const start = after === undefined ? 0 : this.#firstSeq("sequence", after + 1);
    const order = after === undefined ? "desc" : "asc";
    const rows = this.#sql
      .exec<MessageRow>(
        `select * from messages where seq >= ? and seq < ? order by seq ${order} limit ?`,
        start,
        end,
        limit,
      )
      .toArray()
      .map(messageOf);
    return after === undefined ? rows.reverse() : rows;
  }

  messagesBefore(seq: number, limit: number): ChatMessage[] {
    return this.#sql
      .exec<MessageRow>("select * from messages where seq < ? order by seq desc limit ?", seq, limit)
      .toArray()
      .map(messageOf);
  }

  ofRun({ id, seq }: Pick<RunRow, "id" | "seq">): ChatMessage[] {
    return this.#sql
      .exec<MessageRow>("select * from messages where seq > ? and run_id = ? order by seq", seq, id)
      .toArray()
      .map(messageOf);
  }

  after(seq: number, limit: number): ReturnType<LogRows["after"]> {
    const messages = this.#sql.exec<MessageRow>(
      "select * from messages where seq > ? order by seq limit ?",
      seq,
      limit,
    );
    const events = this.#sql.exec<EventRow>("select * from events where seq > ? order by seq limit ?", seq, limit);
    return mergeLog(
      messages.toArray().map(messageOf),
      // The first row may begin before the place that is asked for.
      events
        .toArray()
        .flatMap(eventsOf)
        .filter((event) => event.seq > seq),
    ).slice(0, limit);
  }

  clientId(sender: string, clientId: string): ReturnType<LogRows["clientId"]> {
    const [row] = this.#sql
      .exec<{ seq: number; body_hash: string }>(
        "select seq, body_hash from client_ids where sender = ? and client_id = ?",
        sender,
        clientId,
      )
      .toArray();
    return row ? { seq: row.seq, bodyHash: row.body_hash } : null;
  }

  putClientId(sender: string, clientId: string, row: Parameters<LogRows["putClientId"]>[2]): void {
    this.#sql.exec("insert into client_ids values (?, ?, ?, ?)", sender, clientId, row.seq, row.bodyHash);
  }

  checkpoint(messageSeq: number): string | null {
    const [row] = this.#sql
      .exec<{ content: string }>("select content from checkpoints where message_seq = ?", messageSeq)
      .toArray();
    return row?.content ?? null;
  }

  putCheckpoint(messageSeq: number, text: string): void {
    this.#sql.exec("insert or replace into checkpoints values (?, ?)", messageSeq, text);
  }

  dropCheckpoint(messageSeq: number): void {
    this.#sql.exec("delete from checkpoints where message_seq = ?", messageSeq);
  }

  #message(clause: string, ...values: (string | number)[]): ChatMessage | null {
    const [row] = this.#sql.exec<MessageRow>(`select * from messages ${clause}`, ...values).toArray();
    return row ? messageOf(row) : null;
  }

  /** The events that are one row with the one at this place, which stands at its last. */
  #stretchOf(seq: number): StoredEvent[] {
    const [row] = this.#sql.exec<EventRow>("select * from events where seq >= ? order by seq limit 1", seq).toArray();
    return row ? eventsOf(row) : [];
  }

  /** Inserts a row whose first place is `seq`, in the statement that sees that the log ends before it. */
  #append(row: string, values: SqlStorageValue[], seq: number): void {
    const { rowsWritten } = this.#sql.exec(
      `insert into ${row} where ? > (select coalesce(max(seq), 0) from messages)
       and ? > (select coalesce(max(seq), 0) from events)`,
      ...values,
      seq,
      seq,
    );
    if (rowsWritten === 0) throw new Error(`The log has a place ${seq} already`);
  }

  /**
   * The least seq whose message has at least this sequence, or time, past the end when there is none. Both grow with seq, so halving finds
   * it in about twenty looks and needs no index.
   */
  #firstSeq(column: "sequence" | "created_at", least: number): number {
    let low = 0;
    let high = this.last().seq + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = this.#sql
        .exec<{ seq: number; value: number }>(
          `select seq, ${column} as value from messages where seq >= ? order by seq limit 1`,
          middle,
        )
        .toArray();
      if (row && row.value < least) low = row.seq + 1;
      else high = middle;
    }
    return low;
  }
}

/** When a UUIDv7 was made, null for another id. */
function timeOf(id: string): number | null {
  const [, high = "", low = ""] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id) ?? [];
  return high === "" ? null : Number.parseInt(high + low, 16);
}
