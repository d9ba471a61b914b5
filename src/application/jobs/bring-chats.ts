import { OhmError } from "../../domain/error/ohm-error.ts";
import { bringChatsInput } from "../../protocol/jobs.ts";
import type { StepDeps } from "./job-steps.ts";
import type { JobStep } from "./run-job.ts";

/**
 * Brings a guest's chats into the account that they have signed in to, one chat a step: its room renames them everywhere, and its rows
 * are projected anew, which takes the chat off the guest's list. At last the guest goes. `done` counts chats.
 */
export function bringChats({ rooms, tables }: StepDeps): JobStep {
  return async (job) => {
    const { fromUserId: from } = bringChatsInput.parse(JSON.parse(job.input));
    const to = await tables.person(job.ownerId);
    if (!to || to.guest) throw new OhmError("forbidden", "Chats are brought into an account only");
    // An account never becomes part of another one: only a guest, or one whose guest row is gone already.
    const guest = await tables.person(from);
    if (guest && !guest.guest) throw new OhmError("forbidden", "Only a guest's chats are brought along");
    const { chatIds, count } = await tables.chatsOf(from, 1);
    const [chatId] = chatIds;
    if (chatId === undefined) {
      await tables.handOver(from, to.userId);
      return { done: job.done, total: job.done, more: false };
    }
    const { end } = await rooms.tend(chatId, { kind: "rename", from, to });
    for (let at = { seq: 0, end }; at.seq < at.end; ) {
      at = await rooms.tend(chatId, { kind: "reproject", after: at.seq, by: null });
    }
    // A chat whose creation stopped half-way is in D1 only; its room is finished on first open, by its owner.
    if (end === 0) await tables.renameUnborn(chatId, from, to.userId);
    else await rooms.tend(chatId, { kind: "trim" });
    return { done: job.done + 1, total: job.done + count, more: true };
  };
}
