import { deleteChatInput } from "../../protocol/jobs.ts";
import type { StepDeps } from "./job-steps.ts";
import type { JobStep } from "./run-job.ts";

/** So many messages are deleted in one step: each is a row of D1 and its index. */
const messagesPerStep = 2000;

/**
 * Deletes a chat for good. The room lets nobody in any more and projects nothing; then its rows in D1 go, then all that it holds, and
 * at last the chat's name in the job itself. In this order: while D1 knows the chat, an empty room would be taken for a half-made one.
 */
export function deleteChat({ rooms, tables }: StepDeps): JobStep {
  return async (job) => {
    // The last thing that a try did before it was cut off.
    if (job.chatId === null) return { done: job.done, total: job.done, more: false };
    const { chatId } = job;
    const { abandoned = false } = deleteChatInput.parse(JSON.parse(job.input));
    await rooms.tend(chatId, { kind: "close", by: job.ownerId, abandoned });
    const removed = await tables.removeChat(chatId, messagesPerStep);
    const done = job.done + removed;
    if (removed === messagesPerStep) return { done, total: null, more: true };
    await rooms.erase(chatId);
    await tables.forgetChat(job.id);
    return { done, total: done, more: false };
  };
}
