import type { StepDeps } from "./job-steps.ts";

/** So many messages are deleted in one step: each is a row of D1 and its index. */
const messagesPerStep = 2000;

/** How many messages a step has deleted, and whether nothing is left. */
interface Removed {
  messages: number;
  isGone: boolean;
}

/**
 * Deletes a stretch of a closed chat: its rows in D1 go, then all that its room holds, and at last its id in the job, which has it until
 * then, so that a try which was cut off goes on. In this order: while D1 knows the chat, an empty room would be taken for a half-made one.
 */
export async function removeForGood(
  { rooms, tables }: Pick<StepDeps, "rooms" | "tables">,
  job: { id: string; chatId: string },
): Promise<Removed> {
  const messages = await tables.removeChat(job.chatId, messagesPerStep);
  if (messages === messagesPerStep) return { messages, isGone: false };
  await rooms.erase(job.chatId);
  await tables.forgetChat(job.id);
  return { messages, isGone: true };
}
