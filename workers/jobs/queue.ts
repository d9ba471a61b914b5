import { D1Jobs } from "../../src/adapters/d1/d1-jobs.ts";
import { buryJob } from "../../src/application/jobs/lost-jobs.ts";
import { jobMessage } from "../../src/protocol/jobs.ts";
import { clock } from "../deps.ts";
import type { Env } from "../env.ts";

/** Where a message goes that no worker could take; wrangler.toml names it. */
const deadQueue = "ohm-jobs-dead";

/**
 * Wakes the worker of each message's job, or gives the job up where the message is a dead letter. Each message is acknowledged or
 * tried again by itself: an error thrown here would run all of the batch again.
 */
export async function takeMessages(batch: MessageBatch, env: Env): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await takeMessage(message.body, batch.queue === deadQueue, env);
        message.ack();
      } catch (error) {
        console.error(error);
        message.retry();
      }
    }),
  );
}

async function takeMessage(body: unknown, dead: boolean, env: Env): Promise<void> {
  const parsed = jobMessage.safeParse(body);
  // Whatever wrote this, it will not become a job by waiting.
  if (!parsed.success) return console.error(parsed.error);
  const { jobId } = parsed.data;
  if (dead) return buryJob({ rows: new D1Jobs(env.DB), clock }, jobId);
  await env.JOBS.getByName(jobId).wake();
}
