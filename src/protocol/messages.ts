import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { agentIds } from "../domain/chat/lists.ts";
import { anyUuid, ownUuid, personText } from "./text.ts";

/** Body of `POST /api/chats/{id}/messages` and of the frame `post_message`. Attachments arrive with their issue. */
export const postMessageBody = z.strictObject({
  clientId: anyUuid,
  content: personText(limits.messageBytes),
  replyToId: ownUuid.optional(),
  to: z
    .array(z.union([z.enum(agentIds), z.string().min(1).max(80)]))
    .max(8)
    .optional(),
});
export type PostMessageBody = z.infer<typeof postMessageBody>;

/**
 * Body of `POST .../messages/{mid}/edit`. With `rerun` the changed message asks again: with one human in the chat on a branch of its own,
 * with several beside the first answer. A `clientId` makes the rerun happen once; without one every call is a new one.
 */
export const editMessageBody = z.strictObject({
  content: personText(limits.messageBytes),
  rerun: z.boolean().default(false),
  clientId: anyUuid.optional(),
});
export type EditMessageBody = z.infer<typeof editMessageBody>;

/** Body of `POST .../messages/{mid}/regenerate`, where `mid` is the answer to be given again. */
export const regenerateBody = z.strictObject({
  modelId: z.string().min(1).max(80).optional(),
  clientId: anyUuid.optional(),
});
export type RegenerateBody = z.infer<typeof regenerateBody>;

/** One emoji, as people see it: one grapheme of at most `limits.emojiBytes`. */
export const emojiText = personText(limits.emojiBytes).refine(
  (text) =>
    [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length === 1 &&
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text),
  "is not one emoji",
);

/** Body of `PUT .../messages/{mid}/reactions`. */
export const reactBody = z.strictObject({ emoji: emojiText, on: z.boolean() });
export type ReactBody = z.infer<typeof reactBody>;

/** Body of `PUT .../branch`: a message of the branch that everybody is to see; its newest end is shown. Only with one human in the chat. */
export const branchBody = z.strictObject({ messageId: ownUuid });

/** Query of `GET /api/chats/{id}/messages`: message sequences, exclusive. */
export const messagesQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
});
export type MessagesQuery = z.infer<typeof messagesQuery>;
