import { namedEvent } from "../../application/room/named-event.ts";
import type { EventRow } from "./read-rows.ts";
import { eventsOf } from "./read-rows.ts";
import type { RoomSql } from "./room-sql.ts";

/**
 * Puts one person in another's place in every row of a room but those of members. In JSON an id is replaced where it is a whole string:
 * a text that people wrote holds no bare quote. Events that say a name of theirs say the present one: the old one is nowhere.
 */
export function renameRows(sql: RoomSql, from: string, to: { userId: string; name: string }): void {
  const quoted = [JSON.stringify(from), JSON.stringify(to.userId)] as const;
  for (const [table, column] of jsonColumns) {
    sql.exec(`update ${table} set ${column} = replace(${column}, ?1, ?2) where instr(${column}, ?1) > 0`, ...quoted);
  }
  sql.exec(
    `update messages set rest = json_set(rest, '$.senderName', ?2) where json_extract(rest, '$.senderId') = ?1`,
    to.userId,
    to.name,
  );
  sql.exec(
    `update messages set rest = json_set(rest, '$.removed.name', ?2) where json_extract(rest, '$.removed.by') = ?1`,
    to.userId,
    to.name,
  );
  for (const table of ["artifact_versions", "design_revisions"]) {
    sql.exec(
      `update ${table} set summary = json_set(summary, '$.author.name', ?2)
       where json_extract(summary, '$.author.userId') = ?1 and json_extract(summary, '$.author.name') is not null`,
      to.userId,
      to.name,
    );
  }
  renameInEvents(sql, to);
  for (const [table, column] of idColumns) {
    sql.exec(`update or replace ${table} set ${column} = ?2 where ${column} = ?1`, from, to.userId);
  }
  sql.exec(
    `insert into reads select ?2, sequence from reads where user_id = ?1
     on conflict (user_id) do update set sequence = max(sequence, excluded.sequence)`,
    from,
    to.userId,
  );
  sql.exec("delete from reads where user_id = ?1", from);
  sql.exec(
    `insert into ticks select ?2, connections from ticks where user_id = ?1
     on conflict (user_id) do update set connections = (
       select json_group_array(value) from (
         select value from json_each(ticks.connections) union select value from json_each(excluded.connections)))`,
    from,
    to.userId,
  );
  sql.exec("delete from ticks where user_id = ?1", from);
}

/** The rows are read first: a cursor does not outlive a write to its table. */
function renameInEvents(sql: RoomSql, to: { userId: string; name: string }): void {
  const rows = sql
    .exec<EventRow>(
      "select * from events where instr(data, ?1) > 0 or instr(before, ?1) > 0",
      JSON.stringify(to.userId),
    )
    .toArray();
  for (const row of rows) {
    const stretch = eventsOf(row).map((event) => namedEvent(event, to));
    const before = stretch.length === 1 ? null : JSON.stringify(stretch.slice(0, -1));
    const data = JSON.stringify(stretch.at(-1)?.data);
    if (data === row.data && before === row.before) continue;
    sql.exec("update events set data = ?, before = ? where seq = ?", data, before, row.seq);
  }
}

const jsonColumns = [
  ["messages", "rest"],
  ["events", "data"],
  ["events", "before"],
  ["artifact_versions", "summary"],
  ["design_revisions", "summary"],
] as const;

const idColumns = [
  ["events", "by"],
  ["client_ids", "sender"],
  ["runs", "asked_by"],
  ["reactions", "user_id"],
  ["members", "invited_by"],
  ["members", "removed_by"],
] as const;
