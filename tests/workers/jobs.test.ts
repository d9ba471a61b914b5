import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import type { NewJob } from "../../src/application/jobs/jobs.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import { jobsOf } from "../../workers/scope.ts";
import { account, idOf } from "./accounts.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();

/** A person, and who they are. */
async function person(): Promise<{ caller: Caller; userId: string; chat: string }> {
  const caller = new Caller();
  const chat = await caller.startChat({ title: "Lamp" });
  const row = await env.DB.prepare("select owner_id from chats where id = ?").bind(chat).first<{ owner_id: string }>();
  return { caller, userId: row?.owner_id ?? "", chat };
}

/** A job that nobody was woken for: the queue has lost its message. */
function store(job: NewJob) {
  const rows = new D1Jobs(env.DB);
  const deps = { rows, wake: () => Promise.reject(new Error("lost")), report: () => undefined };
  const clock = { nowMs: () => Date.now(), sleep: () => Promise.resolve() };
  return import("../../src/application/jobs/jobs.ts").then(({ Jobs }) =>
    new Jobs({ ...deps, clock, ids: { next: () => uuid() } }).add(job),
  );
}

async function jobsSeenBy(caller: Caller, query = ""): Promise<{ items: JobView[]; nextCursor: string | null }> {
  return (await caller.call(`GET /api/jobs${query}`)).json();
}

describe("a person's jobs", () => {
  it("[JOB-1] are stored before anybody is woken, and the same one on its way is that one", async () => {
    const { caller, userId, chat } = await person();
    const job = { ownerId: userId, chatId: chat, kind: "recount_chat" as const, input: {} };
    const first = await store(job);
    expect(first).toMatchObject({ state: "queued", attempts: 0, done: 0, error: null });
    expect((await store(job)).id).toBe(first.id);
    expect((await store({ ...job, kind: "delete_chat" })).id).not.toBe(first.id);
    expect((await jobsSeenBy(caller)).items).toHaveLength(2);
  });

  it("[JOB-2] are shown to nobody else, newest first, by pages, without the ids that they work with", async () => {
    const { caller, userId } = await person();
    const other = await person();
    const chats = ["019aac6e-3c00-7000-8000-0000000000a1", "019aac6e-3c00-7000-8000-0000000000a2"];
    for (const chatId of chats) {
      await jobsOf(env).add({ ownerId: userId, chatId, kind: "recount_chat", input: {} });
    }
    const one = await jobsSeenBy(caller, "?limit=1");
    const two = await jobsSeenBy(caller, `?limit=1&cursor=${one.nextCursor}`);
    expect([...one.items, ...two.items].map(({ chatId }) => chatId)).toEqual(chats.toReversed());
    expect(two.nextCursor).toBeNull();
    expect(Object.keys(one.items[0] ?? {})).not.toContain("input");
    expect((await jobsSeenBy(other.caller)).items).toEqual([]);
    expect((await other.caller.call(`POST /api/jobs/${one.items[0]?.id}/retry`)).status).toBe(404);
  });

  it("[JOB-2] are shown under the title that their chat has now, to who is in it", async () => {
    const { caller: owner } = await person();
    const chat = await owner.startChat({ title: "Lamp" });
    const admin = await account();
    const invitation = await owner.call(`POST /api/chats/${chat}/invitations`, { role: "admin", guests: false });
    const { token } = await invitation.json<{ token: string }>();
    await admin.call(`POST /api/invitations/${token}/accept`);
    const job = await admin.call(`POST /api/chats/${chat}/recount`);
    expect(await job.json()).toMatchObject({ subject: "Lamp" });
    await owner.call(`PATCH /api/chats/${chat}`, { title: "Heater" });
    expect((await jobsSeenBy(admin)).items).toMatchObject([{ subject: "Heater" }]);
    await owner.call(`DELETE /api/chats/${chat}/participants/${await idOf(admin)}`);
    expect((await jobsSeenBy(admin)).items).toMatchObject([{ subject: "" }]);
  });

  it("[JOB-3] are started again by their owner only when they have failed", async () => {
    const { caller, userId, chat } = await person();
    const job = await store({ ownerId: userId, chatId: chat, kind: "recount_chat", input: {} });
    expect((await caller.call(`POST /api/jobs/${job.id}/retry`)).status).toBe(409);
    await env.DB.prepare("update jobs set state = 'failed', error = 'why', attempts = 5 where id = ?")
      .bind(job.id)
      .run();
    const again = await caller.call(`POST /api/jobs/${job.id}/retry`);
    expect(again.status).toBe(202);
    expect(await again.json()).toMatchObject({ id: job.id, error: null, attempts: 0 });
  });
});
