import * as z from "zod";
import { keyView, meView } from "./accounts.ts";
import { listedChat, messageView, versionView } from "./answers.ts";

const count = z.int().min(0);

/** One call of a model that was billed to the person. */
export const usageView = z.strictObject({
  messageId: z.string().nullable(),
  purpose: z.string(),
  provider: z.string(),
  model: z.string().nullable(),
  agent: z.string().nullable(),
  inputTokens: count,
  outputTokens: count,
  costMicroUsd: count,
  createdAt: count,
});
export type UsageView = z.infer<typeof usageView>;

/**
 * One line of `GET /api/me/export`. A chat is followed by what is in it: of one's own chats everything, of other people's one's own
 * messages. Usage of chats that are deleted names none. The last line says whether all of it is there; a chat that could not be read has a line that says so.
 */
export const exportLine = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("profile"), profile: meView }),
    z.strictObject({ kind: z.literal("key"), key: keyView }),
    z.strictObject({ kind: z.literal("chat"), chat: listedChat }),
    z.strictObject({ kind: z.literal("message"), chatId: z.uuid(), message: messageView }),
    z.strictObject({ kind: z.literal("artifact"), chatId: z.uuid(), artifact: versionView }),
    z.strictObject({ kind: z.literal("usage"), chatId: z.uuid().nullable(), usage: usageView }),
    z.strictObject({ kind: z.literal("incomplete"), chatId: z.uuid() }),
    z.strictObject({ kind: z.literal("end"), complete: z.boolean() }),
  ]),
);
export type ExportLine = z.infer<typeof exportLine>;
