import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import type { JobView } from "../../src/protocol/jobs.ts";
import { Guest } from "./guest.ts";
import type { OhmProcess } from "./ohm-process.ts";
import { forget, startOhm } from "./ohm-process.ts";

/** Chats that are counted at once when the machine goes, and messages sent while the database is locked. */
const chatCount = 12;
/** Past the growing waits: from then on the room tries every 7 s. */
const lockedMs = 25_000;
/** What D1 may take to be complete after a fault. */
const completeWithinMs = 10_000;

let server: OhmProcess | undefined;
afterAll(async () => {
  await server?.stop();
  if (server) forget(server);
});

const pause = (ms: number) => new Promise((soon) => setTimeout(soon, ms));

async function jobsOf(guest: Guest): Promise<JobView[]> {
  const { json } = await guest.call("GET /api/jobs?limit=200");
  return json.items;
}

/** The database file of the local D1. */
function databaseOf(statePath: string): DatabaseSync {
  const folder = join(statePath, "state", "v3", "d1", "miniflare-D1DatabaseObject");
  const name = readdirSync(folder).find((file) => file.endsWith(".sqlite") && !file.startsWith("metadata"));
  if (name === undefined) throw new Error(`no database in ${folder}`);
  return new DatabaseSync(join(folder, name));
}

describe("background work", { timeout: 300_000 }, () => {
  it("[G7] a crash of the whole machine in mid-work loses no job: each ends done where its owner sees it", async () => {
    server = await startOhm();
    const before = new Guest(server.origin);
    const chats: string[] = [];
    for (let n = 0; n < chatCount; n += 1) chats.push(await before.chat());
    const asked = await Promise.all(chats.map((chat) => before.call(`POST /api/chats/${chat}/recount`)));
    expect(asked.map(({ status }) => status)).toEqual(chats.map(() => 202));
    // Some are done, some are at work, and of some only the row is there.
    while (!(await jobsOf(before)).some(({ state }) => state === "done")) await pause(10);
    await server.kill();

    server = await startOhm({ statePath: server.statePath });
    const after = before.movedTo(server.origin);
    let jobs = await jobsOf(after);
    while (jobs.some(({ state }) => state !== "done" && state !== "failed")) {
      await pause(1000);
      jobs = await jobsOf(after);
    }
    expect(jobs).toHaveLength(chatCount);
    expect(jobs.filter(({ state }) => state !== "done")).toEqual([]);
  });

  it("[ROOM-17] [ROOM-43] while D1 is locked sends are acknowledged, and it is complete within 10 s after", async () => {
    if (!server) throw new Error("the first test leaves a server");
    const guest = new Guest(server.origin);
    const chat = await guest.chat();
    const send = (content: string) =>
      guest.call(`POST /api/chats/${chat}/messages`, { clientId: randomUUID(), content });
    await send("/note before");
    const database = databaseOf(server.statePath);
    database.exec("begin immediate");
    let sent = 1;
    for (const endMs = Date.now() + lockedMs; Date.now() < endMs; sent += 1) {
      expect((await send(`/note ${sent}`)).status).toBe(202);
      await pause(200);
    }
    database.exec("rollback");
    const unlockedMs = Date.now();
    const count = database.prepare("select count(*) as n from messages where chat_id = ?");
    while (count.get(chat)?.n !== sent && Date.now() - unlockedMs < 3 * completeWithinMs) await pause(50);
    expect(count.get(chat)?.n).toBe(sent);
    expect(Date.now() - unlockedMs).toBeLessThanOrEqual(completeWithinMs);
    database.close();
  });
});
