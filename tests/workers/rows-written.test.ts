import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { Caller } from "./caller.ts";

/** What an answer may cost a room (quality.md: rows written per answer), alarms included: each is a billed row too. */
const mostRows = 25;
/** The question's own: its message and its client id. */
const questionRows = 2;

/** Counts the rows that a room writes from now on, by statement. */
async function countRows(chat: string): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const count = (what: string, rows: number) => {
    if (rows > 0) written.set(what, (written.get(what) ?? 0) + rows);
  };
  await runInDurableObject(env.ROOMS.getByName(chat), (_, { storage }) => {
    const { sql } = storage;
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    Object.defineProperty(sql, "exec", {
      value: (query: string, ...values: SqlStorageValue[]) => {
        const cursor = exec(query, ...values);
        count(query.split(/\s+/, 3).join(" "), cursor.rowsWritten);
        return cursor;
      },
    });
    Object.defineProperty(storage, "setAlarm", {
      value: (at: number) => {
        count("alarm", 1);
        return setAlarm(at);
      },
    });
  });
  return written;
}

/** The first answer loads the engine. */
const patienceMs = 30_000;

it(
  "[ROOM-22] a design answer writes at most 25 rows, from its run's start to its flush",
  async () => {
    const caller = new Caller();
    const chat = await caller.startChat();
    const written = await countRows(chat);
    const content = "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45";
    const body = { clientId: crypto.randomUUID(), content };
    const response = await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=25" });
    expect(response.status).toBe(200);
    for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chat))); round += 1);
    const rows = Object.fromEntries(written);
    // What a design cannot do without; the count would not see an answer that wrote nothing.
    expect(rows).toMatchObject({ "insert into design_revisions": 1, "insert into client_ids": 1 });
    expect(rows["insert into artifact_versions"]).toBeGreaterThanOrEqual(6);
    const all = [...written.values()].reduce((sum, count) => sum + count, 0);
    expect(all - questionRows, JSON.stringify(rows)).toBeLessThanOrEqual(mostRows);
  },
  patienceMs,
);
