import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { Caller } from "./caller.ts";
import { countRows } from "./count-rows.ts";

/** What an answer may cost a room (quality.md: rows written per answer), alarms included: each is a billed row too. */
const mostRows = 25;
/** The question's own: its message and its client id. */
const questionRows = 2;
/** What time itself costs an answer that a busy machine makes slow: two alarms, a cursor and a checkpoint. */
const rowsPerSecond = 4;

/** The first answer loads the engine. */
const patienceMs = 60_000;

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

it("[ROOM-6] a send in a chat of several people writes two rows, whether or not it is weighed; an act on a message two", async () => {
  const ada = new Caller();
  const chat = await ada.startChat();
  const ben = await ada.invite(chat);
  const said: { id: string; rows: object }[] = [];
  const written = await countRows(chat);
  const rowsOf = async (act: () => Promise<Response>): Promise<Response> => {
    written.clear();
    const response = await act();
    expect(response.status).toBeLessThan(300);
    // On a busy machine a flush may come in between.
    for (const projections of ["alarm", "flushed_seq"]) written.delete(projections);
    return response;
  };
  for (const [caller, content] of [
    [ada, "/note solder"],
    [ben, "lunch at noon?"],
    [ada, "yes, lunch"],
  ] as const) {
    const body = { clientId: crypto.randomUUID(), content };
    const post = () => caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=25" });
    const { message } = await (await rowsOf(post)).json<{ message: { id: string } }>();
    said.push({ id: message.id, rows: Object.fromEntries(written) });
  }
  for (const { rows } of said) expect(rows).toEqual({ messages: 1, client_ids: 1 });
  const [, bens = { id: "" }, adas = { id: "" }] = said;
  await rowsOf(() => ada.call(`PUT /api/chats/${chat}/messages/${bens.id}/reactions`, { emoji: "👍", on: true }));
  expect(Object.fromEntries(written)).toEqual({ reactions: 1, events: 1 });
  await rowsOf(() => ada.call(`POST /api/chats/${chat}/messages/${adas.id}/edit`, { content: "/note lunch" }));
  expect(Object.fromEntries(written)).toEqual({ messages: 1, events: 1 });
  await rowsOf(() => ada.call(`DELETE /api/chats/${chat}/messages/${bens.id}`));
  expect(Object.fromEntries(written)).toEqual({ messages: 1, events: 1, reactions: 1 });
});
