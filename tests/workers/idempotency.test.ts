import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { Caller } from "./caller.ts";

interface Answer {
  status: number;
  id: string;
  code?: string;
  lastSequence?: number;
}

async function start(caller: Caller, key: string, body: object): Promise<Answer> {
  const response = await caller.call("POST /api/chats", body, { "idempotency-key": key });
  return { status: response.status, ...(await response.json<Omit<Answer, "status">>()) };
}

/** A person with a session: who has none is somebody new each time. */
async function person(): Promise<Caller> {
  const caller = new Caller();
  await caller.startChat();
  return caller;
}

async function chatsOf(id: string): Promise<number> {
  const row = await env.DB.prepare(
    "select count(*) as n from chats where owner_id = (select owner_id from chats where id = ?)",
  )
    .bind(id)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

const body = () => ({ title: "Lamp", message: { clientId: crypto.randomUUID(), content: "/note first" } });

it("[CHAT-17] the same key and body make one chat and get the first answer, also at once", async () => {
  const caller = await person();
  const asked = body();
  const racing = await Promise.all(Array.from({ length: 4 }, () => start(caller, "k1", asked)));
  const [first] = racing;
  expect(racing.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(racing.map(({ id }) => id)).size).toBe(1);
  await caller.call(`PATCH /api/chats/${first?.id}`, { title: "Renamed since" });
  expect(await start(caller, "k1", asked)).toEqual(racing[0]);
  expect(first?.lastSequence).toBe(1);
  // The one that made the session, and this one.
  expect(await chatsOf(first?.id ?? "")).toBe(2);
});

it("[CHAT-17] another body is a conflict, another key or person another chat", async () => {
  const caller = await person();
  const asked = body();
  const first = await start(caller, "k2", asked);
  expect(await start(caller, "k2", { ...asked, title: "Other" })).toMatchObject({ status: 409, code: "conflict" });
  expect((await start(caller, "k3", body())).id).not.toBe(first.id);
  expect((await start(await person(), "k2", asked)).id).not.toBe(first.id);
});

it("[CHAT-17] a start that was cut off goes on under the same id", async () => {
  const caller = await person();
  const asked = body();
  const { id } = await start(caller, "k4", asked);
  await env.DB.prepare("update idempotency_keys set answer = null where key = 'k4'").run();
  expect(await start(caller, "k4", asked)).toMatchObject({ status: 201, id, lastSequence: 1 });
});

it("[CHAT-17] a key is forgotten after 24 h", async () => {
  const caller = await person();
  const { id } = await start(caller, "k5", body());
  await env.DB.prepare("update idempotency_keys set expires_at = ? where key = 'k5'").bind(Date.now()).run();
  const again = await start(caller, "k5", body());
  expect([again.status, again.id === id]).toEqual([201, false]);
});

it.each(["", " ", "a b", "µ", "x".repeat(256)])("[CHAT-17] the key %j is refused by its name", async (key) => {
  const response = await (await person()).call("POST /api/chats", {}, { "idempotency-key": encodeHeader(key) });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ path: "idempotency-key" }] });
});

/** Header values are bytes: a letter outside ASCII travels as Latin-1. */
function encodeHeader(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
