import { D1JobTables } from "../../src/adapters/d1/d1-job-tables.ts";
import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import type { JobRooms } from "../../src/application/jobs/job-steps.ts";
import { jobSteps } from "../../src/application/jobs/job-steps.ts";
import { runJob } from "../../src/application/jobs/run-job.ts";
import { clock } from "../deps.ts";
import type { Env } from "../env.ts";
import { errorOf } from "../middleware/problem.ts";

/** Takes one step of a job; answers when to take the next (ms UTC), null when it has ended. */
export function workOn(env: Env, jobId: string): Promise<number | null> {
  const steps = jobSteps({ rooms: roomsOf(env), tables: new D1JobTables(env.DB), clock });
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

function roomsOf({ ROOMS }: Pick<Env, "ROOMS">): JobRooms {
  return {
    tend: async (chatId, task) => {
      const reply = await ROOMS.getByName(chatId).tend(task);
      if (!reply.ok) throw errorOf(reply.problem);
      return { seq: reply.seq, end: reply.end };
    },
    erase: (chatId) => ROOMS.getByName(chatId).erase(),
  };
}
