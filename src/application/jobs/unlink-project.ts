import { unlinkProjectInput } from "../../protocol/jobs.ts";
import type { StepDeps } from "./job-steps.ts";
import type { JobStep } from "./run-job.ts";

/** Takes the chats of a project that is gone out of it, one a step: they stay. `done` counts chats. */
export function unlinkProject({ rooms, tables }: Pick<StepDeps, "rooms" | "tables">): JobStep {
  return async (job) => {
    const { projectId } = unlinkProjectInput.parse(JSON.parse(job.input));
    const [chatId] = await tables.chatsIn(projectId, 1);
    if (chatId === undefined) return { done: job.done, total: job.done, more: false };
    const { end } = await rooms.tend(chatId, { kind: "unlink-project", projectId });
    // The chat's row follows its room; one that has no room, or nobody in it, has its row alone.
    if (end === 0) await tables.unlinkUnborn(chatId);
    else await rooms.tend(chatId, { kind: "reproject", after: Math.max(0, end - 1), by: null });
    return { done: job.done + 1, total: null, more: true };
  };
}
