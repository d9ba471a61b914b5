import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it, vi } from "vitest";
import { D1House } from "../../src/adapters/d1/d1-house.ts";
import { problem } from "../../src/protocol/answers.ts";
import { bearer, idOf, makeKey, signIn, signUpBody } from "./accounts.ts";
import { Caller } from "./caller.ts";

const note = (content: string) => ({ clientId: crypto.randomUUID(), content: `/note ${content}` });

async function person() {
  const body = signUpBody();
  const caller = new Caller();
  await caller.call("POST /api/auth/sign-up/email", body);
  return { caller, body, id: await idOf(caller) };
}

/** Takes somebody into a chat of the owner's. */
async function invite(owner: Caller, chat: string, { caller, role = "member" }: { caller: Caller; role?: string }) {
  const made = await owner.call(`POST /api/chats/${chat}/invitations`, { role, guests: false });
  const { token } = await made.json<{ token: string }>();
  expect((await caller.call(`POST /api/invitations/${token}/accept`)).status).toBe(200);
}

async function jobOf(userId: string) {
  const { results } = await env.DB.prepare(
    "select * from jobs where kind = 'delete_account' and json_extract(input, '$.userId') = ?",
  )
    .bind(userId)
    .all<{ id: string; state: string; done: number }>();
  return results[0];
}

const ended = (userId: string) =>
  vi.waitFor(async () => expect(await jobOf(userId)).toMatchObject({ state: "done" }), {
    timeout: 40_000,
    interval: 200,
  });

/** Tables and columns of D1 in which a text stands. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
  ).all<{ name: string }>();
  const places: string[] = [];
  for (const { name } of tables.results) {
    const { results } = await env.DB.prepare(`select * from "${name}"`).all<Record<string, unknown>>();
    for (const row of results) {
      for (const [column, value] of Object.entries(row)) {
        if (String(value).includes(text)) places.push(`${name}.${column}`);
      }
    }
  }
  return [...new Set(places)];
}

it("[AUTH-33] a deleted account is signed out everywhere at once, and its own chats and rows go for good", async () => {
  const ada = await person();
  const chat = await ada.caller.startChat({ title: "canary of Ada" });
  await ada.caller.call(`POST /api/chats/${chat}/messages`, note("canary of Ada"));
  await runDurableObjectAlarm(env.ROOMS.getByName(chat));
  const trashed = await ada.caller.startChat({ title: "canary of Ada" });
  await ada.caller.call(`DELETE /api/chats/${trashed}`);
  const { key } = await makeKey(ada.caller);
  const other = await signIn(ada.body);
  const sockets = [await ada.caller.open(chat), await other.open(chat), await new Caller().open(chat, bearer(key))];
  expect(await placesOf(ada.id)).not.toEqual([]);
  expect((await ada.caller.call("DELETE /api/me")).status).toBe(204);
  expect(ada.caller.cookies.get("ohm.token")).toBe("");
  for (const socket of sockets) await expect(socket.until(() => false)).rejects.toThrow("4001");
  expect((await new Caller().call("GET /api/me", undefined, bearer(key))).status).toBe(401);
  expect((await other.call("PATCH /api/me", { name: "x" })).status).toBe(401);
  await expect(signIn(ada.body)).rejects.toThrow("401");
  await ended(ada.id);
  expect(await placesOf(ada.id)).toEqual(["jobs.input"]);
  expect(await placesOf("canary of Ada")).toEqual([]);
  expect(await placesOf(ada.body.email)).toEqual([]);
  for (const room of [chat, trashed]) {
    const tables = await runInDurableObject(env.ROOMS.getByName(room), (_, { storage }) =>
      storage.sql.exec("select name from sqlite_master where name = 'messages'").toArray(),
    );
    expect(tables).toEqual([]);
  }
  // The address is free again, and whoever takes it is somebody else.
  const again = new Caller();
  expect((await again.call("POST /api/auth/sign-up/email", ada.body)).status).toBe(200);
  expect(await idOf(again)).not.toBe(ada.id);
});

it("[AUTH-33] in other people's chats what was said stays, by a former member", async () => {
  const [eve, ada] = [await person(), await person()];
  const chat = await eve.caller.startChat({ title: "Eve's" });
  await ada.caller.call("PATCH /api/me", { name: "Adelheid Canary" });
  await invite(eve.caller, chat, { ...ada, role: "admin" });
  await ada.caller.call(`POST /api/chats/${chat}/invitations`, { role: "member" });
  const slip = await ada.caller.call(`POST /api/chats/${chat}/messages`, note("a slip"));
  const { id: slipId } = await slip.json<{ id: string }>();
  await ada.caller.call(`DELETE /api/chats/${chat}/messages/${slipId}`);
  const ranked = { role: "member" };
  const kept = { "idempotency-key": "kept answer" };
  await eve.caller.call(`PATCH /api/chats/${chat}/participants/${ada.id}`, ranked, kept);
  await ada.caller.call(`POST /api/chats/${chat}/messages`, note("a word of Ada"));
  const socket = await eve.caller.open(chat);
  socket.send({ type: "hello", after: 0 });
  await socket.until(({ type }) => type === "welcome");
  expect((await ada.caller.call("DELETE /api/me")).status).toBe(204);
  await socket.until(({ type }) => type === "reset");
  await ended(ada.id);
  const { items } = await (await eve.caller.call(`GET /api/chats/${chat}/messages`)).json<{
    items: { senderId: string }[];
  }>();
  expect(items.at(-1)).toMatchObject({ senderName: "Former member", content: "/note a word of Ada" });
  expect(items.at(-1)?.senderId).not.toBe(ada.id);
  const snapshot = await (await eve.caller.call(`GET /api/chats/${chat}/snapshot`)).text();
  expect(snapshot).not.toContain(ada.id);
  expect(JSON.parse(snapshot)).toMatchObject({ participants: [{ userId: eve.id, role: "owner" }] });
  expect(await placesOf(ada.id)).toEqual(["jobs.input"]);
  const row = await env.DB.prepare("select sender_name from messages where chat_id = ?").bind(chat).first();
  expect(row).toEqual({ sender_name: "Former member" });
  const room = await runInDurableObject(env.ROOMS.getByName(chat), (_, { storage }) =>
    storage.sql
      .exec<{ name: string }>(
        "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
      )
      .toArray()
      .map(({ name }) => storage.sql.exec(`select * from ${name}`).toArray()),
  );
  const replayed = await eve.caller.open(chat);
  replayed.send({ type: "hello", after: 0 });
  await replayed.until(({ type }) => type === "welcome");
  for (const text of [room, replayed.frames]) {
    expect(JSON.stringify(text)).not.toContain("Adelheid");
    expect(JSON.stringify(text)).not.toContain(ada.id);
  }
  expect(await placesOf("Adelheid")).toEqual([]);
  // A kept answer is sealed, and would be given again with the name that it said.
  const again = await eve.caller.call(`PATCH /api/chats/${chat}/participants/${ada.id}`, ranked, kept);
  expect(await again.text()).not.toContain("Adelheid");
  socket.close();
  replayed.close();
});

it("[AUTH-33] an account that owns chats with others in them is not deleted until they are handed over", async () => {
  const [ada, eve] = [await person(), await person()];
  const chat = await ada.caller.startChat({ title: "Shared" });
  await invite(ada.caller, chat, eve);
  await runDurableObjectAlarm(env.ROOMS.getByName(chat));
  const refused = problem.parse(await (await ada.caller.call("DELETE /api/me")).json());
  expect(refused).toMatchObject({
    code: "conflict",
    errors: [{ path: chat, message: "has others in it" }],
  });
  expect((await ada.caller.call("GET /api/me")).status).toBe(200);
  await ada.caller.call(`PATCH /api/chats/${chat}/participants/${eve.id}`, { role: "owner" });
  expect((await ada.caller.call("DELETE /api/me")).status).toBe(204);
  await ended(ada.id);
  expect(await (await eve.caller.call(`GET /api/chats/${chat}`)).json()).toMatchObject({
    role: "owner",
    title: "Shared",
  });
});

it("[AUTH-33] a guest deletes themselves too, and a key deletes nobody", async () => {
  const ada = await person();
  const { key } = await makeKey(ada.caller);
  const byKey = await new Caller().call("DELETE /api/me", undefined, bearer(key));
  expect(problem.parse(await byKey.json())).toMatchObject({ status: 403, code: "forbidden" });
  const guest = new Caller();
  const chat = await guest.startChat();
  const id = await idOf(guest);
  expect((await guest.call("DELETE /api/me")).status).toBe(204);
  await ended(id);
  expect(await placesOf(chat)).toEqual([]);
});

it("[AUTH-33] a chat that was begun with the last minute of a session's cache follows on the next day", async () => {
  const ada = await person();
  const chat = await ada.caller.startChat({ title: "too late" });
  const { results } = await env.DB.prepare("select * from chat_participants where chat_id = ?")
    .bind(chat)
    .all<Record<string, string | number | null>>();
  await env.DB.prepare("delete from chat_participants where chat_id = ?").bind(chat).run();
  expect((await ada.caller.call("DELETE /api/me")).status).toBe(204);
  await ended(ada.id);
  // It was listed only then.
  for (const row of results) {
    const columns = Object.keys(row);
    const places = columns.map(() => "?").join(", ");
    await env.DB.prepare(`insert or replace into chat_participants (${columns.join(", ")}) values (${places})`)
      .bind(...Object.values(row))
      .run();
  }
  const nowMs = Date.now();
  await env.DB.prepare("update jobs set state = 'failed' where id = ?")
    .bind((await jobOf(ada.id))?.id)
    .run();
  const [late] = await new D1House(env.DB).requeueLate(nowMs, nowMs);
  expect(late).toBe((await jobOf(ada.id))?.id);
  await env.JOB_QUEUE.send({ jobId: late ?? "" });
  await ended(ada.id);
  expect(await placesOf(ada.id)).toEqual(["jobs.input"]);
});

it("[AUTH-33] another browser of theirs starts nothing as them, whatever its session's cache says", async () => {
  const ada = await person();
  const other = ada.caller.copy();
  const eve = await person();
  const made = await eve.caller.call(`POST /api/chats/${await eve.caller.startChat()}/invitations`, { role: "member" });
  const { token } = await made.json<{ token: string }>();
  expect((await ada.caller.call("DELETE /api/me")).status).toBe(204);
  const accepting = other.copy();
  await accepting.call(`POST /api/invitations/${token}/accept`);
  await other.startChat({ title: "after" });
  for (const browser of [accepting, other]) expect(await idOf(browser)).not.toBe(ada.id);
  await ended(ada.id);
  expect(await placesOf(ada.id)).toEqual(["jobs.input"]);
});
