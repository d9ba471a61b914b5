import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { jobKinds, jobStates } from "../domain/chat/lists.ts";
import { ownUuid } from "./text.ts";

const ms = z.int().min(0);

/** A background job as its owner sees it. `done` and `total` count steps; `error` says why it failed. */
export const jobView = z.lazy(() =>
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(jobKinds),
    chatId: z.uuid().nullable(),
    subject: z.string(),
    state: z.enum(jobStates),
    attempts: z.int().min(0),
    done: z.int().min(0),
    total: z.int().min(0).nullable(),
    error: z.string().nullable(),
    createdAt: ms,
    updatedAt: ms,
  }),
);
export type JobView = z.infer<typeof jobView>;

/** Query of `GET /api/jobs`, newest first: the cursor is the last job's id. */
export const jobsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: ownUuid.optional(),
});

/** A message of the queue: which job to wake. The row in D1 says all else. */
export const jobMessage = z.strictObject({ jobId: z.uuid() });

/** What `bring_chats` needs beside its owner: the guest whose chats come along. */
export const bringChatsInput = z.strictObject({ fromUserId: z.string().min(1) });
export type BringChatsInput = z.infer<typeof bringChatsInput>;

/** What `unlink_project` needs: the project that is gone. */
export const unlinkProjectInput = z.strictObject({ projectId: z.uuid() });
export type UnlinkProjectInput = z.infer<typeof unlinkProjectInput>;

/**
 * What `delete_account` needs: whose it was, also when nobody of this id is left. `idle`: only a guest of whom nothing was heard for
 * `limits.guestDays`.
 */
export const deleteAccountInput = z.strictObject({ userId: z.string().min(1), idle: z.boolean().optional() });
export type DeleteAccountInput = z.infer<typeof deleteAccountInput>;
