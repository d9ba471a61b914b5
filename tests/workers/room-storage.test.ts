import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { migrateRoom, roomMigrations } from "../../src/adapters/do-sqlite/room-migrations.ts";
import { RoomSql } from "../../src/adapters/do-sqlite/room-sql.ts";
import { SqliteLogRows } from "../../src/adapters/do-sqlite/sqlite-log-rows.ts";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { revision as made } from "../contract/room-artifact-suite.ts";
import { roomStorageSuite } from "../contract/room-storage-suite.ts";
import { roomStorageV1 } from "../fixtures/room-storage-v1.ts";
import { roomStorageV2 } from "../fixtures/room-storage-v2.ts";

let rooms = 0;

/** A room that no other test has opened, and its object's storage. */
function inFreshRoom(work: (storage: DurableObjectStorage) => void): Promise<void> {
  rooms += 1;
  return runInDurableObject(env.ROOMS.getByName(`storage-${rooms}`), (_, state) => work(state.storage));
}

roomStorageSuite("SqliteRoomStorage", (work) => inFreshRoom((storage) => work(new SqliteRoomStorage(storage))));

function empty({ sql }: DurableObjectStorage): void {
  const tables = sql.exec<{ name: string }>("select name from sqlite_master where type = 'table'").toArray();
  for (const { name } of tables) {
    if (!name.startsWith("_cf") && !name.startsWith("sqlite_")) sql.exec(`drop table "${name}"`);
  }
}

it("[ROOM-5] storage of version 1 opens with everything in it", () =>
  inFreshRoom((storage) => {
    empty(storage);
    for (const statement of roomStorageV1) storage.sql.exec(statement);
    const room = new SqliteRoomStorage(storage);
    expect(room.meta.chat()).toMatchObject({ id: "019aac6e-3c00-7000-8000-000000000001", title: "Plant waterer" });
    expect(room.log.last()).toEqual({ seq: 6, sequence: 2, messageAt: 1_795_383_601_000 });
    expect(room.log.page({ limit: 5 }).map(({ content, status, parentId }) => [content, status, parentId])).toEqual([
      ["water my plants", "complete", null],
      ["Here is a checked design.", "complete", "m1"],
    ]);
    expect(room.members.all().map(({ role }) => role)).toEqual(["owner"]);
    expect(room.runs.latest()).toMatchObject({ status: "complete", messageIds: ["m1"] });
    expect(room.artifacts.version("bom", 1)).toMatchObject({ content: "U1 Uno R3", data: { parts: [] } });
    const unmarked = { currentVersion: 1, totalVersions: 1, pinned: false, stale: false, contentHash: "h1" };
    expect(room.artifacts.heads()).toEqual([{ slug: "bom", type: "bom", title: "Parts", ...unmarked }]);
    expect(room.log.after(0, 9).map((entry) => entry.kind)).toEqual([
      "event",
      "message",
      "event",
      "message",
      "event",
      "event",
    ]);
    expect(room.artifacts.revision(1)?.revision).toMatchObject({ number: 1, verdict: "PASS" });
    const [row] = storage.sql.exec<{ value: string }>("select value from meta where key = 'version'").toArray();
    expect(row?.value).toBe(String(roomMigrations.length));
  }));

it("[ROOM-5] storage of version 2 opens with everything in it, its messages one branch", () =>
  inFreshRoom((storage) => {
    empty(storage);
    for (const statement of roomStorageV2) storage.sql.exec(statement);
    const room = new SqliteRoomStorage(storage);
    expect(room.log.last()).toEqual({ seq: 7, sequence: 3, messageAt: 1_795_383_603_000 });
    expect(room.log.page({ limit: 5 }).map(({ id, parentId, replyToId }) => [id, parentId, replyToId])).toEqual([
      ["m1", null, null],
      ["m2", "m1", null],
      ["m3", "m2", "m2"],
    ]);
    expect(room.log.message("m3")?.content).toBe('thank you 🙂 "really"');
    expect(room.log.message("m2")?.artifacts).toEqual([{ slug: "bom", version: 1 }]);
    expect(room.log.after(0, 9).map((entry) => entry.kind)).toHaveLength(7);
    const owner = { userId: "u1", name: "Guest", role: "owner", joinedAt: 1_795_383_600_000 };
    expect(room.members.all()).toEqual([owner]);
    expect(room.members.rows()).toEqual([{ ...owner, invitedBy: null, leftAt: null, removedBy: null }]);
    expect(room.runs.latest()).toMatchObject({ status: "complete", rerun: null });
    expect(room.artifacts.head("bom")).toMatchObject({ pinned: true, contentHash: "h1" });
    expect([room.meta.queued(), room.meta.flushedSeq(), room.meta.leaf()]).toEqual([["m3"], 0, null]);
    expect([room.reads.all(), room.reactions.between(0, 99)]).toEqual([{}, []]);
  }));

it("[ROOM-5] storage of version 4 opens with what was made of people's words", () =>
  inFreshRoom((storage) => {
    empty(storage);
    storage.sql.exec("create table meta (key text primary key, value text not null) strict, without rowid");
    for (const statement of roomMigrations.slice(0, 4).flat()) storage.sql.exec(statement);
    storage.sql.exec("insert into meta values ('version', '4')");
    const event = (seq: number, by: string, chat: object) => ({ seq, at: 1, by, kind: "chat_updated", data: { chat } });
    const before = [event(1, "system", { title: "one" }), event(2, "system", { phase: "bom" })];
    const put = "insert into events values (?, 1, ?, 'chat_updated', ?, ?)";
    const data = (chat: object) => JSON.stringify({ chat });
    storage.sql.exec(put, 3, "ada", data({ title: "hers" }), JSON.stringify(before));
    storage.sql.exec(put, 4, "system", data({ missionStatement: "two" }), null);
    const requirements = { goal: 'a "goal"', notUnderstood: ["µ"], language: "de" };
    const { revision, design } = made(1, null);
    const row = [JSON.stringify(revision), JSON.stringify({ ...design, requirements })];
    storage.sql.exec("insert into design_revisions values (1, null, ?, ?, 1)", ...row);
    const room = new SqliteRoomStorage(storage);
    expect(room.log.descriptions(0).map(({ seq }) => seq)).toEqual([1, 4]);
    expect(room.artifacts.wordings()).toEqual([{ number: 1, ...requirements }]);
    expect(room.artifacts.revisions({ limit: 9 })).toEqual([revision]);
  }));

it("[ROOM-28] a message that is not there, or a text that goes, costs few rows in a long chat", () =>
  inFreshRoom((storage) => {
    migrateRoom(storage);
    let read = 0;
    const exec = storage.sql.exec.bind(storage.sql);
    Object.defineProperty(storage.sql, "exec", {
      value: (query: string, ...values: SqlStorageValue[]) => {
        const cursor = exec(query, ...values);
        const rows = cursor.toArray();
        read += cursor.rowsRead;
        return { toArray: () => rows, rowsWritten: cursor.rowsWritten };
      },
    });
    const log = new SqliteLogRows(new RoomSql(storage));
    const rest = JSON.stringify({ senderType: "user" });
    storage.sql.exec(
      `with recursive n(seq) as (select 1 union all select seq + 1 from n where seq < 20000)
       insert into messages select seq, seq, 'm' || seq, null, 'complete', 'words', ?, 1795383600000 + 1000 * seq from n`,
      rest,
    );
    const uuidAt = (atMs: number) => {
      const time = atMs.toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000001`;
    };
    for (const id of [uuidAt(1795383600000 + 9_000_000), uuidAt(0), "9b2e7a2c-6a1f-4d0e-9c55-3f0f5a7d1e11"]) {
      read = 0;
      expect(log.message(id)).toBeNull();
      expect(read).toBeLessThan(1000);
    }
    read = 0;
    expect(log.descriptions(1)).toEqual([]);
    expect(read).toBeLessThan(10);
  }));

it("[ROOM-5] storage of a later version is refused, not misread", () =>
  inFreshRoom((storage) => {
    migrateRoom(storage);
    storage.sql.exec("insert or replace into meta values ('version', '999')");
    expect(() => new SqliteRoomStorage(storage)).toThrow("newer than this code");
  }));

it("[ROOM-51] a room that nobody has created reads as empty, and its first write makes its tables", () =>
  inFreshRoom((storage) => {
    const tables = () =>
      storage.sql.exec("select name from sqlite_master where name not like '\\_cf%' escape '\\'").toArray();
    const room = new SqliteRoomStorage(storage);
    expect([room.log.last(), room.log.after(0, 10), room.log.page({ before: 5, limit: 10 })]).toEqual([
      { seq: 0, sequence: 0, messageAt: null },
      [],
      [],
    ]);
    expect([room.meta.chat(), room.meta.queued(), room.meta.flushedSeq()]).toEqual([null, [], 0]);
    expect([room.members.all(), room.members.get("ada"), room.reads.all()]).toEqual([[], null, {}]);
    expect([room.runs.latest(), room.runs.answering("x")]).toEqual([null, null]);
    expect([room.artifacts.heads(), room.artifacts.headRevision()]).toEqual([[], 0]);
    // The page is the file's own, before anything is in it.
    expect([tables(), storage.sql.databaseSize]).toEqual([[], 4096]);

    expect(() =>
      room.transaction(() => {
        room.meta.putQueued(["a"]);
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(room.meta.queued()).toEqual([]);
    room.meta.putQueued(["b"]);
    expect(new SqliteRoomStorage(storage).meta.queued()).toEqual(["b"]);
  }));
