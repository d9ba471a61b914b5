import { formerMemberName } from "../../domain/chat/former-member.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { deleteAccountInput } from "../../protocol/jobs.ts";
import type { JobRooms, StepDeps } from "./job-steps.ts";
import type { JobStep } from "./run-job.ts";

/** So many messages are deleted in one step: each is a row of D1 and its index. */
const messagesPerStep = 2000;

/**
 * Deletes an account, one chat a step. Chats that only the person was in go for good; in all others they become a former member, whose id
 * is the job's. At last what D1 has of them goes. `done` counts chats.
 */
export function deleteAccount({ rooms, tables }: StepDeps): JobStep {
  return async (job) => {
    const { userId } = deleteAccountInput.parse(JSON.parse(job.input));
    const { chatIds, count } = await tables.chatsOf(userId, 1);
    const [chatId] = chatIds;
    if (chatId === undefined) {
      await tables.forgetPerson(userId, { jobId: job.id, name: formerMemberName });
      return { done: job.done, total: job.done, more: false };
    }
    const end = await leave(rooms, { chatId, userId, formerId: job.id });
    const progress = { total: job.done + count, more: true };
    if (end > 0) {
      for (let at = { seq: 0, end }; at.seq < at.end; ) {
        at = await rooms.tend(chatId, { kind: "reproject", after: at.seq, by: null });
      }
      await rooms.tend(chatId, { kind: "trim" });
      return { ...progress, done: job.done + 1 };
    }
    // The room is empty, or never was: nobody who could open it is left, so its rows may go last.
    const removed = await tables.removeChat(chatId, messagesPerStep);
    return { ...progress, done: removed === messagesPerStep ? job.done : job.done + 1 };
  };
}

/** Takes the person out of a chat, or the chat with them. Answers the end of its log, 0 where nothing is left of it. */
async function leave(
  rooms: JobRooms,
  { chatId, userId, formerId }: { chatId: string; userId: string; formerId: string },
): Promise<number> {
  const to = { userId: formerId, name: formerMemberName, guest: false };
  try {
    return (await rooms.tend(chatId, { kind: "retire", from: userId, to })).end;
  } catch (error) {
    if (!(error instanceof OhmError) || error.code !== "conflict") throw error;
    await rooms.tend(chatId, { kind: "close", by: userId, abandoned: true });
    await rooms.erase(chatId);
    return 0;
  }
}
