import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { D1House } from "../../src/adapters/d1/d1-house.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import { runCron } from "../../workers/jobs/cron.ts";
import { jobsOf } from "../../workers/scope.ts";
import { idOf } from "./accounts.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();
const dayMs = 86_400_000;

async function person(): Promise<{ caller: Caller; userId: string; chat: string }> {
  const caller = new Caller();
  const chat = await caller.startChat({ title: "Lamp" });
  return { caller, userId: await idOf(caller), chat };
}

/** Waits until the job is done. */
function done(caller: Caller, id: string): Promise<void> {
  const state = async () => {
    const { items } = await (await caller.call("GET /api/jobs")).json<{ items: JobView[] }>();
    return items.find((job) => job.id === id)?.state;
  };
  return expect.poll(state, { timeout: 20_000 }).toBe("done");
}

/** Makes it long ago that anything was heard of these people. */
async function forgotten(...userIds: string[]): Promise<void> {
  const longAgo = Date.now() - (limits.guestDays + 1) * dayMs;
  for (const userId of userIds) {
    await env.DB.batch([
      env.DB.prepare("update user set createdAt = ?1 where id = ?2").bind(longAgo, userId),
      env.DB.prepare("update session set updatedAt = ?1 where userId = ?2").bind(longAgo, userId),
    ]);
  }
}

const idsOf = async (table: string, column: string, userIds: string[]) => {
  const { results } = await env.DB.prepare(
    `select ${column} as id from ${table} where ${column} in (select value from json_each(?))`,
  )
    .bind(JSON.stringify(userIds))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
};

it("[JOB-12] deletes a guest who never came back, with the chats that only they were in", async () => {
  const idle = await person();
  const back = await person();
  const account = await person();
  await env.DB.prepare("update user set isAnonymous = 0 where id = ?").bind(account.userId).run();
  const people = [idle.userId, back.userId, account.userId];
  await forgotten(...people);
  await env.DB.prepare("update session set updatedAt = ?1 where userId = ?2").bind(Date.now(), back.userId).run();
  const kept = new Set([back.userId, account.userId]);
  await runCron({ cron: "17 3 * * *" }, env);
  await expect.poll(() => idsOf("chats", "owner_id", people)).toEqual(kept);
  await expect.poll(() => idsOf("user", "id", people)).toEqual(kept);
  await expect.poll(() => idsOf("jobs", "owner_id", people)).toEqual(new Set());
  expect((await account.caller.call(`GET /api/chats/${account.chat}`)).status).toBe(200);
});

it("[JOB-12] what others said in a chat of such a guest stays theirs: it goes to one of them", async () => {
  const idle = await person();
  const ben = await idle.caller.invite(idle.chat);
  const benId = await idOf(ben);
  await ben.call(`POST /api/chats/${idle.chat}/messages`, { clientId: uuid(), content: "/note mine" });
  await forgotten(idle.userId);
  await runCron({ cron: "17 3 * * *" }, env);
  await expect.poll(() => idsOf("user", "id", [idle.userId]), { timeout: 20_000 }).toEqual(new Set());
  await expect.poll(() => idsOf("chats", "owner_id", [idle.userId, benId])).toEqual(new Set([benId]));
  const page = await ben.call(`GET /api/chats/${idle.chat}/messages`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("/note mine")]);
  expect(await (await ben.call(`GET /api/chats/${idle.chat}`)).json()).toMatchObject({ role: "owner" });
});

it("[JOB-12] is a former member where they were a guest of others", async () => {
  const owner = await person();
  const guest = await owner.caller.invite(owner.chat);
  const id = await idOf(guest);
  await guest.call(`POST /api/chats/${owner.chat}/messages`, { clientId: uuid(), content: "/note mine" });
  await forgotten(id);
  await runCron({ cron: "17 3 * * *" }, env);
  const members = async () =>
    (await owner.caller.call(`GET /api/chats/${owner.chat}/participants`)).json<{ items: { userId: string }[] }>();
  await expect.poll(async () => (await members()).items.map(({ userId }) => userId)).toEqual([owner.userId]);
  await expect.poll(() => idsOf("user", "id", [id])).toEqual(new Set());
  await expect.poll(() => idsOf("chat_participants", "user_id", [id])).toEqual(new Set());
  const { items } = await (await owner.caller.call(`GET /api/chats/${owner.chat}/messages`)).json<{
    items: { senderName: string }[];
  }>();
  expect(items).toMatchObject([{ senderName: "Former member", content: "/note mine" }]);
});

it("[JOB-12] lets be who has come back, or signed up, before the job takes its step, and with a later try too", async () => {
  const back = await person();
  const account = await person();
  await forgotten(back.userId, account.userId);
  await env.DB.prepare("update session set updatedAt = ?1 where userId = ?2").bind(Date.now(), back.userId).run();
  await env.DB.prepare("update user set isAnonymous = 0 where id = ?").bind(account.userId).run();
  for (const { caller, chat, userId } of [back, account]) {
    const input = { userId, idle: true };
    const job = await jobsOf(env).add({ ownerId: userId, chatId: null, kind: "delete_account", input });
    await done(caller, job.id);
    await env.DB.prepare("update jobs set state = 'failed' where id = ?").bind(job.id).run();
    expect((await caller.call(`POST /api/jobs/${job.id}/retry`)).status).toBe(202);
    await done(caller, job.id);
    expect((await caller.call(`GET /api/chats/${chat}`)).status).toBe(200);
    const nowMs = Date.now();
    expect(await new D1House(env.DB).requeueLate(nowMs, nowMs)).not.toContain(job.id);
  }
});
