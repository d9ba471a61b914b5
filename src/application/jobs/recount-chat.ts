import type { StepDeps } from "./job-steps.ts";
import type { JobStep } from "./run-job.ts";

/** So many stretches of a log are projected in one step: each is one transaction of D1. */
const stretchesPerStep = 10;

/**
 * Counts a chat anew: projects its whole log once more, deletes what the room does not have, and sums up. `done` is the place of the
 * log that it has come to. Its owner needs a role that may change the chat's settings.
 */
export function recountChat({ rooms }: Pick<StepDeps, "rooms">): JobStep {
  return async (job) => {
    const { chatId } = job;
    if (chatId === null) throw new RangeError(`The job ${job.id} names no chat`);
    let at = { seq: job.done, end: Number.POSITIVE_INFINITY };
    for (let n = 0; n < stretchesPerStep && at.seq < at.end; n += 1) {
      at = await rooms.tend(chatId, { kind: "reproject", after: at.seq, by: job.ownerId });
    }
    const more = at.seq < at.end;
    if (!more) await rooms.tend(chatId, { kind: "trim" });
    return { done: at.seq, total: at.end, more };
  };
}
