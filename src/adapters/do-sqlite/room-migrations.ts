/**
 * The room's schema, one entry per storage version; a released entry is never changed. Row counts are money and time here: no index
 * beside the primary keys, so a send writes two rows (its message, which is its event too, and its client id).
 */
export const roomMigrations: readonly (readonly string[])[] = [
  [
    `create table messages (
       seq integer primary key, sequence integer not null, id text not null, run_id text, status text not null,
       content text not null, rest text not null, created_at integer not null) strict`,
    "create table events (seq integer primary key, at integer not null, by text not null, kind text not null, data text not null) strict",
    `create table client_ids (
       sender text not null, client_id text not null, seq integer not null, body_hash text not null,
       primary key (sender, client_id)) strict, without rowid`,
    "create table checkpoints (message_seq integer primary key, content text not null) strict",
    `create table members (
       user_id text primary key, name text not null, role text not null, joined_at integer not null) strict, without rowid`,
    `create table runs (
       seq integer primary key, id text not null, status text not null, reason text, message_ids text not null,
       asked_by text not null, start_head integer not null, tries integer not null, started_at integer not null,
       ended_at integer) strict`,
    "create table artifacts (slug text primary key, head text not null) strict, without rowid",
    `create table artifact_versions (
       slug text not null, number integer not null, summary text not null, content text not null, data text not null,
       created_at integer not null, primary key (slug, number)) strict, without rowid`,
    `create table design_revisions (
       number integer primary key, run_id text, summary text not null, design text not null, created_at integer not null) strict`,
  ],
  // An answer's events that are written together are one row, and an artifact's head is its newest version: a row of `artifacts` is
  // left only for what no version says. That more than halves the rows of a design answer.
  [
    "alter table events add column before text",
    "alter table artifact_versions add column content_hash text not null default ''",
    `update artifact_versions set content_hash = coalesce((
       select json_extract(head, '$.contentHash') from artifacts
       where slug = artifact_versions.slug and json_extract(head, '$.currentVersion') = artifact_versions.number), '')`,
    "alter table artifacts rename column head to marks",
    "delete from artifacts where not json_extract(marks, '$.pinned') and not json_extract(marks, '$.stale')",
    `update artifacts set marks = json_object(
       'pinned', json(iif(json_extract(marks, '$.pinned'), 'true', 'false')),
       'stale', json(iif(json_extract(marks, '$.stale'), 'true', 'false')))`,
  ],
  // People come and go, react and read; messages form a tree. What was said before there were branches is one chain, each message's
  // parent the one before it.
  [
    "alter table members add column guest integer",
    "alter table members add column invited_by text",
    "alter table members add column left_at integer",
    "alter table members add column removed_by text",
    `create table reactions (
       message_seq integer not null, user_id text not null, emoji text not null, seq integer not null,
       primary key (message_seq, user_id, emoji)) strict, without rowid`,
    "create table reads (user_id text primary key, sequence integer not null) strict, without rowid",
    "alter table runs add column rerun text",
    `update messages set rest = json_set(rest, '$.parentId', (
       select before.id from messages before where before.seq < messages.seq order by before.seq desc limit 1))`,
    // Lists and search do not know of it yet: the whole log is projected again.
    "delete from meta where key = 'flushed_seq'",
  ],
  // Of two who accept one invitation as the same person, the room can tell that both came by it.
  ["alter table members add column invitation_id text"],
  // A text that has to go is found by what was called after it, not by reading all that came later: the events that called the chat
  // after a text have their places in a table, and a revision's words of people stand beside its design.
  [
    "create table descriptions (seq integer primary key) strict",
    "insert into descriptions select seq from events where kind = 'chat_updated' and by = 'system'",
    `insert or ignore into descriptions
       select json_extract(value, '$.seq') from events, json_each(events.before)
       where json_extract(value, '$.kind') = 'chat_updated' and json_extract(value, '$.by') = 'system'`,
    `update design_revisions set summary = json_set(summary, '$.wording', json_object(
       'goal', coalesce(json_extract(design, '$.requirements.goal'), ''),
       'notUnderstood', json(coalesce(json_extract(design, '$.requirements.notUnderstood'), '[]')),
       'language', coalesce(json_extract(design, '$.requirements.language'), 'en')))`,
  ],
  // What people do to a design by hand: wires that they have ticked off, and what a run wanted whose head had moved; and what each run was
  // found to want.
  [
    "create table ticks (user_id text primary key, connections text not null) strict, without rowid",
    "alter table runs add column proposal text",
    "alter table runs add column routing text",
  ],
];

/** Whether a room was ever written here. Asking writes nothing. */
export function hasRoom(sql: SqlStorage): boolean {
  return sql.exec("select 1 from sqlite_master where type = 'table' and name = 'meta'").toArray().length > 0;
}

/** Brings the storage to the newest version in one transaction. Throws for a version that this code does not know. */
export function migrateRoom(storage: DurableObjectStorage): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec("create table if not exists meta (key text primary key, value text not null) strict, without rowid");
    const [row] = sql.exec<{ value: string }>("select value from meta where key = 'version'").toArray();
    const version = Number(row?.value ?? 0);
    if (version > roomMigrations.length)
      throw new Error(`The room's storage version ${version} is newer than this code`);
    if (version === roomMigrations.length) return;
    for (const statement of roomMigrations.slice(version).flat()) sql.exec(statement);
    sql.exec("insert or replace into meta values ('version', ?)", String(roomMigrations.length));
  });
}
