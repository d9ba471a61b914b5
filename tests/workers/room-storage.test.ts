import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { roomMigrations } from "../../src/adapters/do-sqlite/room-migrations.ts";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import { roomStorageSuite } from "../contract/room-storage-suite.ts";
import { roomStorageV1 } from "../fixtures/room-storage-v1.ts";

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
    expect(room.log.page({ limit: 5 }).map(({ content, status }) => [content, status])).toEqual([
      ["water my plants", "complete"],
      ["Here is a checked design.", "complete"],
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

it("[ROOM-5] storage of a later version is refused, not misread", () =>
  inFreshRoom((storage) => {
    storage.sql.exec("insert or replace into meta values ('version', '999')");
    expect(() => new SqliteRoomStorage(storage)).toThrow("newer than this code");
  }));
