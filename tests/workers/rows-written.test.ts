import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { Caller } from "./caller.ts";

/** What an answer may cost a room (quality.md: rows written per answer), alarms included: each is a billed row too. */
const mostRows = 25;
/** The question's own: its message and its client id. */
const questionRows = 2;
/** What time itself costs an answer that a busy machine makes slow: two alarms, a cursor and a checkpoint. */
const rowsPerSecond = 4;

/** Counts the rows that a room writes from now on, by table. */
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
        const [, table = query] = /(?:into|update|from) (\w+)/.exec(query) ?? [];
        count(table === "meta" ? `${values[0] === "chat" ? "settings" : values[0]}` : table, cursor.rowsWritten);
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
    const { replies } = await response.json<{ replies: { latencyMs: number }[] }>();
    for (let round = 0; round < 20 && (await runDurableObjectAlarm(env.ROOMS.getByName(chat))); round += 1);
    const rows = Object.fromEntries(written);
    const told = JSON.stringify(rows);
    // What a design cannot do without; the count would not see an answer that wrote nothing.
    expect(rows, told).toMatchObject({ design_revisions: 1, client_ids: 1, messages: 3, runs: 2, settings: 1 });
    expect(rows.artifact_versions, told).toBeGreaterThanOrEqual(6);
    // Its run, its revision with title and phase, its end, and the question's own message.
    expect(rows.events, told).toBeLessThanOrEqual(4);
    const all = [...written.values()].reduce((sum, count) => sum + count, 0) - questionRows;
    const moreSeconds = Math.max(0, Math.floor((replies[0]?.latencyMs ?? 0) / 1000) - 1);
    expect(all, told).toBeLessThanOrEqual(mostRows + rowsPerSecond * moreSeconds);
  },
  patienceMs,
);
