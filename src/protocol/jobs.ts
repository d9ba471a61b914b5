import * as z from "zod";
import { jobKinds, jobStates } from "../domain/chat/lists.ts";

const ms = z.int().min(0);

/** A background job as its owner sees it. `done` and `total` count steps; `error` says why it failed. */
export const jobView = z.strictObject({
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
});
export type JobView = z.infer<typeof jobView>;
