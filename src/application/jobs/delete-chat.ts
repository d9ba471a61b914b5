import type { StepDeps } from "./job-steps.ts";
import { removeForGood } from "./remove-for-good.ts";
import type { JobStep } from "./run-job.ts";

/** Deletes a chat for good. The room lets nobody in any more and projects nothing; then all of it goes. `done` counts messages. */
export function deleteChat({ rooms, tables }: Pick<StepDeps, "rooms" | "tables">): JobStep {
  return async (job) => {
    // The last thing that a try did before it was cut off.
    if (job.chatId === null) return { done: job.done, total: job.done, more: false };
    const { id, chatId } = job;
    await rooms.tend(chatId, { kind: "close", by: job.ownerId });
    const { messages, isGone } = await removeForGood({ rooms, tables }, { id, chatId });
    const done = job.done + messages;
    return isGone ? { done, total: done, more: false } : { done, total: null, more: true };
  };
}
