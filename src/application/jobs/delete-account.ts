import { formerMemberName } from "../../domain/chat/former-member.ts";
import { limits } from "../../domain/chat/limits.ts";
import { deleteAccountInput } from "../../protocol/jobs.ts";
import type { StepDeps } from "./job-steps.ts";
import { removeForGood } from "./remove-for-good.ts";
import type { JobStep } from "./run-job.ts";

/**
 * Deletes an account, or a guest whom nobody has used for long, one chat a step. Chats that only the person was in go for good; in all
 * others they become a former member, whose id is the job's. At last what D1 has of them goes. `done` counts chats. A guest who has come
 * back meanwhile is let be: whether they have is asked by the statement that signs them out for ever.
 */
export function deleteAccount({ rooms, tables, clock }: StepDeps): JobStep {
  return async (job) => {
    const { userId, idle = false } = deleteAccountInput.parse(JSON.parse(job.input));
    const ended = { done: job.done, total: job.done, more: false };
    if (idle && !(await tables.dropIdleGuest(userId, clock.nowMs() - limits.guestDays * dayMs))) return ended;
    const { id, chatId: closed } = job;
    if (closed !== null) {
      const { isGone } = await removeForGood({ rooms, tables }, { id, chatId: closed });
      return { done: job.done + Number(isGone), total: job.total, more: true };
    }
    const { chatIds, count } = await tables.chatsOf(userId, 1);
    const [chatId] = chatIds;
    if (chatId === undefined) {
      await tables.forgetPerson(userId, { jobId: id, name: formerMemberName });
      return ended;
    }
    const total = job.done + count;
    const to = { userId: id, name: formerMemberName, guest: false };
    const { end } = await rooms.tend(chatId, { kind: "retire", from: userId, to });
    if (end === 0) {
      // Nobody is in it any more, or ever was. Its removal goes on from the job's own row: that of the person in it goes first.
      await tables.holdChat(id, chatId);
      return { done: job.done, total, more: true };
    }
    for (let at = { seq: 0, end }; at.seq < at.end; ) {
      at = await rooms.tend(chatId, { kind: "reproject", after: at.seq, by: null });
    }
    await rooms.tend(chatId, { kind: "trim" });
    return { done: job.done + 1, total, more: true };
  };
}

const dayMs = 86_400_000;
