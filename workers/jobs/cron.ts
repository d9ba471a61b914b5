import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import { wakeLost } from "../../src/application/jobs/lost-jobs.ts";
import { clock } from "../deps.ts";
import type { Env } from "../env.ts";

/** Runs each minute what has to be looked after. What fails now is tried with the next run, and keeps nothing else from running. */
export async function runCron(_controller: ScheduledController, env: Env): Promise<void> {
  const rows = new D1Jobs(env.DB);
  await wakeLost({ rows, clock }, async (jobIds) => {
    await env.JOB_QUEUE.sendBatch(jobIds.map((jobId) => ({ body: { jobId } })));
  }).catch((error: unknown) => console.error(error));
}
