import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { D1JobTables } from "../../src/adapters/d1/d1-job-tables.ts";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import { jobsOf } from "../../workers/scope.ts";
import { idOf } from "./accounts.ts";
import { textOfD1, textOfRoom } from "./all-text.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();
const roomOf = (chat: string) => env.ROOMS.getByName(chat);

async function post(caller: Caller, chat: string, content: string): Promise<void> {
  const response = await caller.call(`POST /api/chats/${chat}/messages`, { clientId: uuid(), content });
  expect(response.status).toBe(202);
}

/** A question and its answer. */
async function ask(caller: Caller, chat: string): Promise<void> {
  const body = { clientId: uuid(), content: "hello there" };
  const response = await caller.call(`POST /api/chats/${chat}/messages`, body, { prefer: "wait=30" });
  expect(response.status).toBe(200);
}

async function flush(chat: string): Promise<void> {
  for (let round = 0; round < 20 && (await runDurableObjectAlarm(roomOf(chat))); round += 1);
}

/** The job when it has ended. */
async function ended(caller: Caller, id: string): Promise<JobView> {
  for (;;) {
    const { items } = await (await caller.call("GET /api/jobs")).json<{ items: JobView[] }>();
    const job = items.find((one) => one.id === id);
    if (job?.state === "done" || job?.state === "failed") return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A person, and who they are. */
async function person(): Promise<{ caller: Caller; userId: string; chat: string }> {
  const caller = new Caller();
  const chat = await caller.startChat({ title: "Own" });
  const row = await env.DB.prepare("select owner_id from chats where id = ?").bind(chat).first<{ owner_id: string }>();
  return { caller, userId: row?.owner_id ?? "", chat };
}

/** The same, with an account: what sign-up does to the guest's row. */
async function accountHolder(name: string) {
  const who = await person();
  await env.DB.prepare("update user set isAnonymous = 0, name = ? where id = ?").bind(name, who.userId).run();
  return who;
}

/** Puts somebody into a room, as an invitation does. */
async function join(chat: string, userId: string, role: "member" | "viewer"): Promise<void> {
  const row = { userId, name: "Guest", role, joinedAt: 5, invitedBy: null, leftAt: null, removedBy: null };
  await runInDurableObject(roomOf(chat), (_, state) => new SqliteRoomStorage(state.storage).members.put(row));
}

async function recount(caller: Caller, chat: string): Promise<JobView> {
  const response = await caller.call(`POST /api/chats/${chat}/recount`);
  expect(response.status).toBe(202);
  return response.json();
}

const projected = ["chats", "chat_participants", "messages", "usage_events"];

/** Every projected row of a chat, without the key that the database makes and the place of the log that it was read at. */
async function rowsOf(chat: string) {
  return Object.fromEntries(
    await Promise.all(
      projected.map(async (table) => {
        const column = table === "chats" ? "id" : "chat_id";
        const { results } = await env.DB.prepare(`select * from ${table} where ${column} = ?`).bind(chat).all();
        return [table, results.map(({ key: _, projected_seq: __, ...row }) => JSON.stringify(row)).sort()];
      }),
    ),
  );
}

describe("counting a chat anew", () => {
  it("[ROOM-40] D1 wiped and rebuilt from the room equals D1, and totals are sums", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ title: "Lamp" });
    await ask(caller, chat);
    await post(caller, chat, '/note µ "quoted" 🙂');
    await ask(caller, chat);
    await flush(chat);
    const before = await rowsOf(chat);
    expect(before.usage_events).toHaveLength(2);
    await env.DB.prepare("delete from chats where id = ?").bind(chat).run();
    expect((await rowsOf(chat)).messages).toEqual([]);
    expect(await ended(caller, (await recount(caller, chat)).id)).toMatchObject({ state: "done", error: null });
    expect(await rowsOf(chat)).toEqual(before);
  });

  it("[JOB-20] rewrites what is wrong, deletes what the room does not have, and sums up", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ title: "Lamp" });
    await ask(caller, chat);
    await flush(chat);
    const before = await rowsOf(chat);
    const run = (sql: string) => env.DB.prepare(sql).bind(chat).run();
    await run("update messages set content = 'wrong', projected_seq = 9999 where chat_id = ?");
    await run(`insert into messages (id, chat_id, owner_id, sequence, sender_type, content, status, created_at, projected_seq)
      values ('x', ?, 'x', 77, 'user', 'stray', 'complete', 1, 9999)`);
    await run(`insert into chat_participants (chat_id, user_id, name, role, joined_at, chat_updated_at, projected_seq)
      values (?, 'stray', 'Stray', 'owner', 1, 1, 9999)`);
    await run(`insert into usage_events (chat_id, user_id, message_id, purpose, provider, input_tokens, output_tokens, cost_micro_usd,
      created_at, projected_seq) values (?, 'x', 'stray', 'answer', 'x', 5, 5, 5, 1, 9999)`);
    await run(
      "update chats set input_tokens = 123, cost_micro_usd = 4, title = 'wrong', projected_seq = 9999 where id = ?",
    );
    expect(await ended(caller, (await recount(caller, chat)).id)).toMatchObject({ state: "done" });
    expect(await rowsOf(chat)).toEqual(before);
  });
});

describe("bringing a guest's chats into an account", () => {
  it("[JOB-21] makes the guest's chats the account's, in rooms and in D1, and the guest goes", async () => {
    const guest = await person();
    const account = await accountHolder("Ada");
    const second = await guest.caller.startChat({ title: "Second" });
    const friend = await person();
    await join(friend.chat, guest.userId, "member");
    await ask(guest.caller, guest.chat);
    await post(guest.caller, friend.chat, "/note from the guest");
    for (const chat of [guest.chat, second, friend.chat]) await flush(chat);
    const listening = await friend.caller.open(friend.chat);
    listening.send({ type: "hello", after: 0 });
    await listening.until(({ type }) => type === "welcome");
    const own = await guest.caller.open(guest.chat);
    const input = { fromUserId: guest.userId };
    const job = await jobsOf(env).add({
      ownerId: account.userId,
      chatId: null,
      kind: "bring_chats",
      subject: "Guest",
      input,
    });
    expect(await ended(account.caller, job.id)).toMatchObject({ state: "done", done: 3, total: 3, error: null });

    const { items } = await (await account.caller.call("GET /api/chats")).json<{
      items: { id: string; role: string }[];
    }>();
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([account.chat, guest.chat, second, friend.chat]));
    expect(items.find(({ id }) => id === second)?.role).toBe("owner");
    const page = await (await account.caller.call(`GET /api/chats/${guest.chat}/messages`)).json<{
      items: { senderId: string | null; senderName: string | null }[];
    }>();
    expect(page.items[0]).toMatchObject({ senderId: account.userId, senderName: "Ada" });
    expect(await textOfRoom(guest.chat)).not.toContain(`"sender":"${guest.userId}"`);
    // The rooms' own word that the guest is gone is the only place that still names them.
    const left = (await textOfD1()).split(guest.userId).length - 1;
    expect(left).toBe(1);
    expect((await guest.caller.call(`GET /api/chats/${guest.chat}`)).status).toBe(404);
    await listening.until(({ type }) => type === "reset");
    await expect.poll(() => own.closed).toBe(1012);
    const usage = await env.DB.prepare("select user_id from usage_events where chat_id = ?").bind(guest.chat).all();
    expect(usage.results).toEqual([{ user_id: account.userId }]);
    const again = await friend.caller.open(friend.chat);
    again.send({ type: "hello", after: 2 });
    expect(await again.until(({ type }) => type === "reset")).toMatchObject({ why: "renamed" });
  });

  it("[JOB-22] makes one member of two, with the higher role", async () => {
    const guest = await person();
    const account = await accountHolder("Ada");
    await join(guest.chat, account.userId, "viewer");
    await post(account.caller, guest.chat, "/note x").catch(() => undefined);
    await flush(guest.chat);
    const input = { fromUserId: guest.userId };
    const job = await jobsOf(env).add({
      ownerId: account.userId,
      chatId: null,
      kind: "bring_chats",
      subject: "Guest",
      input,
    });
    expect(await ended(account.caller, job.id)).toMatchObject({ state: "done" });
    const members = await runInDurableObject(roomOf(guest.chat), (_, s) =>
      new SqliteRoomStorage(s.storage).members.all(),
    );
    expect(members.map(({ userId, role, name }) => ({ userId, role, name }))).toEqual([
      { userId: account.userId, role: "owner", name: "Ada" },
    ]);
  });

  it("[JOB-23] never makes one account part of another, nor brings anything to a guest", async () => {
    const account = await accountHolder("Ada");
    const other = await accountHolder("Eve");
    const guest = await person();
    const bring = (ownerId: string, fromUserId: string) =>
      jobsOf(env).add({ ownerId, chatId: null, kind: "bring_chats", subject: "x", input: { fromUserId } });
    for (const [owner, from] of [
      [account, other],
      [guest, account],
    ] as const) {
      const job = await bring(owner.userId, from.userId);
      expect(await ended(owner.caller, job.id)).toMatchObject({ state: "failed", attempts: 1 });
      expect((await from.caller.call(`GET /api/chats/${from.chat}`)).status).toBe(200);
    }
  });
});

describe("deleting a chat for good", () => {
  const canary = "canary-8b1f";
  const spent = (userId: string) =>
    env.DB.prepare("select count(*) as answers, sum(output_tokens) as tokens from usage_events where user_id = ?")
      .bind(userId)
      .first<{ answers: number; tokens: number }>();

  it("[JOB-24] nothing of it but what was spent is left in the room, in D1 or in the job, and its sockets are closed", async () => {
    const caller = new Caller();
    const chat = await caller.startChat({ title: canary });
    await ask(caller, chat);
    await post(caller, chat, `/note ${canary}`);
    await flush(chat);
    const socket = await caller.open(chat);
    await recount(caller, chat);
    const userId = await idOf(caller);
    const before = await spent(userId);
    expect(before).toMatchObject({ answers: 1 });
    expect(await textOfD1()).toContain(canary);
    await caller.call(`DELETE /api/chats/${chat}`);
    const job = await (await caller.call(`DELETE /api/chats/${chat}?permanently=true`)).json<JobView>();
    expect(await ended(caller, job.id)).toMatchObject({ state: "done", subject: "", chatId: null });
    expect(await textOfD1()).not.toContain(canary);
    expect(await textOfD1()).not.toContain(chat);
    expect(await textOfRoom(chat)).not.toContain(canary);
    await expect.poll(() => socket.closed).toBe(4003);
    expect(await spent(userId)).toEqual(before);
    const exported = (await (await caller.call("GET /api/me/export")).text()).trim().split("\n");
    const usage = exported.map((line) => JSON.parse(line)).filter(({ kind }) => kind === "usage");
    expect(usage).toMatchObject([{ chatId: null, usage: { messageId: null, outputTokens: before?.tokens } }]);
    expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(404);
    await flush(chat);
    expect(await textOfD1()).not.toContain(chat);
  });

  it("[JOB-25] only its owner deletes it, and only from the trash", async () => {
    const { caller, userId, chat } = await person();
    const other = await person();
    const remove = (ownerId: string) => jobsOf(env).add({ ownerId, chatId: chat, kind: "delete_chat", input: {} });
    const kept = await remove(userId);
    expect(await ended(caller, kept.id)).toMatchObject({
      state: "failed",
      error: "The chat is not in the trash any more",
    });
    await caller.call(`DELETE /api/chats/${chat}`);
    const foreign = await remove(other.userId);
    expect(await ended(other.caller, foreign.id)).toMatchObject({ state: "failed" });
    expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(200);
  });

  it("[JOB-24] no job that brings it along meanwhile writes it again, and no one who opens it later begins it anew", async () => {
    const guest = await person();
    const account = await accountHolder("Ada");
    const { chat } = guest;
    await post(guest.caller, chat, `/note ${canary} late`);
    await guest.caller.call(`DELETE /api/chats/${chat}`);
    await flush(chat);
    const tables = new D1JobTables(env.DB);
    const room = roomOf(chat);
    // `bring_chats` has just read that the guest is in this chat; then `delete_chat` takes its step.
    expect(await room.tend({ kind: "close", by: guest.userId })).toMatchObject({ ok: true, end: 0 });
    await tables.removeChat(chat, 2000);
    const to = { userId: account.userId, name: "Ada", guest: false };
    expect(await room.tend({ kind: "rename", from: guest.userId, to })).toMatchObject({ ok: true, end: 0 });
    await tables.renameUnborn(chat, guest.userId, account.userId);
    await room.tend({ kind: "reproject", after: 0, by: null });
    await room.tend({ kind: "trim" });
    await room.erase();
    expect(await textOfD1()).not.toContain(chat);
    for (const { caller } of [guest, account]) expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(404);
    expect(await textOfD1()).not.toContain(canary);
  });

  it("[CHAT-3] a room that was there once is not begun anew from what D1 still has of it", async () => {
    const { caller, chat } = await person();
    await post(caller, chat, "/note once");
    await flush(chat);
    await runInDurableObject(roomOf(chat), (_, { storage }) => {
      const rows = new SqliteRoomStorage(storage);
      for (const row of rows.members.rows()) rows.members.put({ ...row, leftAt: 1 });
    });
    await roomOf(chat).erase();
    expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(404);
  });
});
