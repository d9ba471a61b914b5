import {
  createExecutionContext,
  createMessageBatch,
  evictDurableObject,
  getQueueResult,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { D1House } from "../../src/adapters/d1/d1-house.ts";
import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import { SqliteRoomStorage } from "../../src/adapters/do-sqlite/sqlite-room-storage.ts";
import type { NewJob } from "../../src/application/jobs/jobs.ts";
import { Jobs } from "../../src/application/jobs/jobs.ts";
import { keepHouse } from "../../src/application/jobs/keep-house.ts";
import type { JobProgress } from "../../src/application/jobs/run-job.ts";
import { runJob } from "../../src/application/jobs/run-job.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import type { JobView } from "../../src/protocol/jobs.ts";
import worker from "../../workers/index.ts";
import { runCron } from "../../workers/jobs/cron.ts";
import { workOn } from "../../workers/jobs/work.ts";
import { jobsOf } from "../../workers/scope.ts";
import { Caller } from "./caller.ts";

const uuid = () => crypto.randomUUID();
const runnerOf = (id: string) => env.JOBS.getByName(id);
const dayMs = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function person(): Promise<{ caller: Caller; userId: string; chat: string }> {
  const caller = new Caller();
  const chat = await caller.startChat({ title: "Lamp" });
  const row = await env.DB.prepare("select owner_id from chats where id = ?").bind(chat).first<{ owner_id: string }>();
  return { caller, userId: row?.owner_id ?? "", chat };
}

/** A job whose message the queue has lost. */
function lost(job: NewJob) {
  const clock = { nowMs: () => Date.now(), sleep: () => Promise.resolve() };
  const wake = () => Promise.reject(new Error("lost"));
  return new Jobs({ rows: new D1Jobs(env.DB), wake, clock, ids: { next: uuid }, report: () => undefined }).add(job);
}

const recountOf = ({ userId, chat }: { userId: string; chat: string }): NewJob => ({
  ownerId: userId,
  chatId: chat,
  kind: "recount_chat",
  input: {},
});

async function seen(caller: Caller, id: string): Promise<JobView | undefined> {
  const { items } = await (await caller.call("GET /api/jobs")).json<{ items: JobView[] }>();
  return items.find((job) => job.id === id);
}

/** The job as its owner sees it, as soon as it is so. */
async function until(caller: Caller, id: string, fits: (job: JobView) => boolean): Promise<JobView> {
  for (;;) {
    const job = await seen(caller, id);
    if (job && fits(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isDone = ({ state }: JobView) => state === "done";

/** Runs `work` while D1 has no messages table. */
async function withoutMessages(work: () => Promise<void>): Promise<void> {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  await env.DB.exec("alter table messages rename to messages_away");
  try {
    await work();
  } finally {
    await env.DB.exec("alter table messages_away rename to messages");
  }
}

/** So much time passes that nobody can still be at the job. */
async function silent(id: string): Promise<void> {
  await env.DB.prepare("update jobs set run_after = ?1 where id = ?2")
    .bind(Date.now() - 1, id)
    .run();
}

/** Time passes for the Worker, and the runner's alarm rings. */
async function pass(id: string, ms: number): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  await runDurableObjectAlarm(runnerOf(id));
}

describe("a worker", () => {
  it("[JOB-4] leaves nothing in its object when the job has ended", async () => {
    const who = await person();
    const { id } = await jobsOf(env).add(recountOf(who));
    await until(who.caller, id, isDone);
    const left = await runInDurableObject(runnerOf(id), async (_, { storage }) => [
      storage.sql.exec("select name from sqlite_master").toArray(),
      await storage.getAlarm(),
    ]);
    expect(left).toEqual([[], null]);
  });

  it("[JOB-5] that is evicted in mid-job goes on by its alarm", async () => {
    const who = await person();
    let id = "";
    await withoutMessages(async () => {
      ({ id } = await jobsOf(env).add(recountOf(who)));
      await until(who.caller, id, ({ state, attempts }) => state === "queued" && attempts > 0);
      await evictDurableObject(runnerOf(id));
    });
    expect(await until(who.caller, id, isDone)).toMatchObject({ error: null });
  });

  it("[JOB-5] that was killed between two steps is followed by one that goes on from there, woken by the cron", async () => {
    const who = await person();
    await runInDurableObject(env.ROOMS.getByName(who.chat), (_, { storage }) => {
      const { log } = new SqliteRoomStorage(storage);
      const data = { runId: "r", step: 1, of: 2, label: "x" };
      for (let first = 3; first < 7000; first += 100) {
        const stretch = Array.from({ length: 100 }, (_, n) => first + n);
        log.putEvents(stretch.map((seq) => ({ seq, at: 1, by: "system", kind: "run_progress" as const, data })));
      }
    });
    const job = await lost(recountOf(who));
    // One step, and the process that took it is gone: no object, no alarm, no message.
    expect(await workOn(env, job.id)).not.toBeNull();
    const cut = await seen(who.caller, job.id);
    expect(cut).toMatchObject({ state: "running" });
    expect([cut?.done, cut?.total]).toEqual([5000, 7002]);
    await silent(job.id);
    await runCron({ cron: "* * * * *" }, env);
    expect(await until(who.caller, job.id, isDone)).toMatchObject({ done: 7002, total: 7002 });
  });

  it("[JOB-6] tries again after growing waits, fails with a reason that its owner sees, and goes on when they ask", async () => {
    const who = await person();
    let id = "";
    await withoutMessages(async () => {
      ({ id } = await jobsOf(env).add(recountOf(who)));
      await until(who.caller, id, ({ state, attempts }) => state === "queued" && attempts === 1);
      for (const ms of [1500, 4500, 15_500]) await pass(id, ms);
      expect(await seen(who.caller, id)).toMatchObject({ state: "queued", attempts: 4 });
      await pass(id, 30_500);
    });
    const error = "Something went wrong on our side";
    expect(await seen(who.caller, id)).toMatchObject({ state: "failed", attempts: 5, error });
    vi.useRealTimers();
    expect((await who.caller.call(`POST /api/jobs/${id}/retry`)).status).toBe(202);
    expect(await until(who.caller, id, isDone)).toMatchObject({ error: null });
  });
});

/** Steps of a scripted job over the real rows, at a time that the test moves. */
async function scripted(steps: (JobProgress | Error)[]) {
  const who = await person();
  const { id } = await lost(recountOf(who));
  let nowMs = Date.now();
  const deps = {
    rows: new D1Jobs(env.DB),
    clock: { nowMs: () => nowMs, sleep: () => Promise.resolve() },
    report: () => undefined,
    step: async () => {
      const next = steps.shift();
      if (next === undefined) throw new RangeError("No step is left");
      if (next instanceof Error) throw next;
      return next;
    },
  };
  const run = async () => {
    const atMs = await runJob(deps, id);
    const waitMs = atMs === null ? null : atMs - nowMs;
    nowMs = atMs ?? nowMs;
    return waitMs;
  };
  return { who, id, deps, run, seen: () => seen(who.caller, id) };
}

const on = (done: number): JobProgress => ({ done, total: 9, more: true });
const end: JobProgress = { done: 9, total: 9, more: false };

describe("the steps of a job", () => {
  it("[JOB-7] count tries from the last one that got on", async () => {
    const fault = new Error("x");
    const { run, seen } = await scripted([fault, fault, fault, on(1), fault, fault, fault, fault, end]);
    const waits: (number | null)[] = [];
    for (let n = 0; n < 9; n += 1) waits.push(await run());
    expect(waits).toEqual([1000, 4000, 15_000, 0, 1000, 4000, 15_000, 30_000, null]);
    expect(await seen()).toMatchObject({ state: "done", done: 9, total: 9, error: null });
  });

  it("[JOB-7] are not tried again where that cannot help", async () => {
    const { run, seen } = await scripted([new OhmError("conflict", "The chat is not in the trash any more")]);
    expect(await run()).toBeNull();
    expect(await seen()).toMatchObject({
      state: "failed",
      attempts: 1,
      error: "The chat is not in the trash any more",
    });
  });

  it("[JOB-7] that kill their process end the job after as many tries", async () => {
    const { run, deps, id, seen } = await scripted([]);
    for (let n = 0; n < limits.jobAttempts; n += 1) await deps.rows.begin(id, { nowMs: Date.now(), runAfter: 0 });
    expect(await run()).toBeNull();
    expect(await seen()).toMatchObject({ state: "failed", error: "The work was cut off again and again" });
  });

  it("[JOB-7] wait while even the job's row cannot be read", async () => {
    const { deps, id } = await scripted([]);
    const rows = { begin: () => Promise.reject(new Error("D1 is away")), move: () => Promise.resolve() };
    expect(await runJob({ ...deps, rows }, id)).toBe(deps.clock.nowMs() + 10_000);
  });

  it("[JOB-7] are none where the job has ended, or is not there", async () => {
    const { run, deps } = await scripted([end]);
    expect([await run(), await run(), await runJob(deps, uuid())]).toEqual([null, null, null]);
  });
});

async function take(queue: string, bodies: unknown[]) {
  const messages = bodies.map((body, n) => ({ id: String(n), timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch(queue, messages);
  const ctx = createExecutionContext();
  await worker.queue(batch, env);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, ctx);
  return { acked: explicitAcks, again: retryMessages.map(({ msgId }) => msgId) };
}

describe("the queue", () => {
  it("[JOB-8] takes each message by itself: a bad one is put aside, a failing one is tried again, the others are done", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const who = await person();
    const { id } = await lost(recountOf(who));
    const broken = uuid();
    const getByName = env.JOBS.getByName.bind(env.JOBS);
    const failing = { wake: () => Promise.reject(new Error("no worker")) };
    const JOBS = { ...env.JOBS, getByName: (name: string) => (name === broken ? failing : getByName(name)) };
    const batch = createMessageBatch(
      "ohm-jobs",
      [7, { jobId: broken }, { jobId: "x" }, { jobId: id }].map((body, n) => ({
        id: String(n),
        timestamp: new Date(),
        attempts: 1,
        body,
      })),
    );
    const ctx = createExecutionContext();
    await worker.queue(batch, { ...env, JOBS: JOBS as never });
    const { explicitAcks, retryMessages } = await getQueueResult(batch, ctx);
    expect([explicitAcks.sort(), retryMessages.map(({ msgId }) => msgId)]).toEqual([["0", "2", "3"], ["1"]]);
    await until(who.caller, id, isDone);
  });

  it("[JOB-9] a dead letter fails the job where its owner sees it, and they start it again", async () => {
    const who = await person();
    const { id } = await lost(recountOf(who));
    expect(await take("ohm-jobs-dead", [{ jobId: id }])).toEqual({ acked: ["0"], again: [] });
    expect(await seen(who.caller, id)).toMatchObject({ state: "failed", error: "No worker could take it up" });
    expect((await who.caller.call(`POST /api/jobs/${id}/retry`)).status).toBe(202);
    await until(who.caller, id, isDone);
  });

  it("[JOB-9] a dead letter of a job that a worker is at, or that has ended, changes nothing", async () => {
    const who = await person();
    const { id } = await lost(recountOf(who));
    const rows = new D1Jobs(env.DB);
    await rows.begin(id, { nowMs: Date.now(), runAfter: Date.now() + 60_000 });
    await take("ohm-jobs-dead", [{ jobId: id }]);
    expect(await seen(who.caller, id)).toMatchObject({ state: "running" });
    await rows.move(id, { state: "done", updatedAt: Date.now() });
    await take("ohm-jobs-dead", [{ jobId: id }]);
    expect(await seen(who.caller, id)).toMatchObject({ state: "done" });
  });
});

describe("the cron", () => {
  it("[JOB-10] wakes a worker for what none took, and leaves alone what one may be taking", async () => {
    const who = await person();
    const { id } = await lost(recountOf(who));
    await runCron({ cron: "* * * * *" }, env);
    expect(await seen(who.caller, id)).toMatchObject({ state: "queued" });
    await silent(id);
    await runCron({ cron: "* * * * *" }, env);
    await until(who.caller, id, isDone);
  });

  it("[JOB-11] deletes what has been in the trash for its days, and nothing that has not", async () => {
    const who = await person();
    const young = await who.caller.startChat({ title: "Young" });
    for (const chat of [who.chat, young]) await who.caller.call(`DELETE /api/chats/${chat}`);
    const longAgo = Date.now() - limits.trashDays * dayMs - 1;
    await env.DB.prepare("update chats set trashed_at = ? where id = ?").bind(longAgo, who.chat).run();
    await env.DB.prepare("update chats set trashed_at = ? where id = ?")
      .bind(longAgo + dayMs, young)
      .run();
    await runCron({ cron: "17 3 * * *" }, env);
    const listed = async () =>
      (await env.DB.prepare("select id from chats where owner_id = ?").bind(who.userId).all()).results;
    await expect.poll(listed).toEqual([{ id: young }]);
  });

  it("[JOB-13] brings along a chat that was listed after its guest's job had ended", async () => {
    const guest = await person();
    const account = await person();
    await env.DB.prepare("update user set isAnonymous = 0 where id = ?").bind(account.userId).run();
    const input = { fromUserId: guest.userId };
    const { id } = await jobsOf(env).add({
      ownerId: account.userId,
      chatId: null,
      kind: "bring_chats",
      subject: "x",
      input,
    });
    await until(account.caller, id, isDone);
    const late = await person();
    const row = {
      userId: guest.userId,
      name: "Guest",
      role: "member" as const,
      joinedAt: 5,
      invitedBy: null,
      leftAt: null,
      removedBy: null,
    };
    await runInDurableObject(env.ROOMS.getByName(late.chat), (_, s) =>
      new SqliteRoomStorage(s.storage).members.put(row),
    );
    await late.caller.call(`POST /api/chats/${late.chat}/messages`, { clientId: uuid(), content: "/note x" });
    await runDurableObjectAlarm(env.ROOMS.getByName(late.chat));
    await runCron({ cron: "17 3 * * *" }, env);
    await expect
      .poll(async () => (await account.caller.call(`GET /api/chats/${late.chat}`)).status, { timeout: 20_000 })
      .toBe(200);
  });

  it("[JOB-14] a task that fails holds up no other", async () => {
    const done: string[] = [];
    const errors: unknown[] = [];
    const house = new D1House(env.DB);
    const rows = Object.assign(Object.create(house), {
      dropExpired: () => Promise.reject(new Error("x")),
      requeueLate: async () => {
        done.push("late");
        return [];
      },
    });
    const clock = { nowMs: () => 0, sleep: () => Promise.resolve() };
    await keepHouse({ rows, jobs: jobsOf(env), clock, report: (error) => errors.push(error) });
    expect([done, errors.length >= 1]).toEqual([["late"], true]);
  });
});
