import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import type { JobStep } from "../../src/application/jobs/run-job.ts";
import { runJob } from "../../src/application/jobs/run-job.ts";
import type { JobKind } from "../../src/domain/chat/lists.ts";
import { clock } from "../deps.ts";
import type { Env } from "../env.ts";

/** Takes one step of a job; answers when to take the next, null when it has ended. */
export function workOn(env: Env, jobId: string): Promise<number | null> {
  const steps = stepsOf(env);
  return runJob(
    {
      rows: new D1Jobs(env.DB),
      step: (job) => steps[job.kind](job),
      clock,
      report: (error) => console.error(error),
    },
    jobId,
  );
}

function stepsOf(_env: Env): Record<JobKind, JobStep> {
  const nothing: JobStep = async () => ({ done: 1, total: 1, more: false });
  return { recount_chat: nothing, bring_chats: nothing, delete_chat: nothing };
}
