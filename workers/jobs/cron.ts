import { D1House } from "../../src/adapters/d1/d1-house.ts";
import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import { keepHouse } from "../../src/application/jobs/keep-house.ts";
import { wakeLost } from "../../src/application/jobs/lost-jobs.ts";
import { clock } from "../deps.ts";
import type { Env } from "../env.ts";
import { jobsOf } from "../scope.ts";

/** The cron of wrangler.toml that looks after jobs; the other one is for what a day asks for. */
const minutely = "* * * * *";

/** Runs what has to be looked after. What fails now is tried with the next run. */
export async function runCron({ cron }: Pick<ScheduledController, "cron">, env: Env): Promise<void> {
  const report = (error: unknown) => console.error(error);
  if (cron === minutely) {
    const send = async (jobIds: string[]) => {
      await env.JOB_QUEUE.sendBatch(jobIds.map((jobId) => ({ body: { jobId } })));
    };
    await wakeLost({ rows: new D1Jobs(env.DB), clock }, send).catch(report);
  } else {
    await keepHouse({ rows: new D1House(env.DB), jobs: jobsOf(env), clock, report });
  }
}
