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

/** Query of `GET /api/chats/{id}/messages`: message sequences, exclusive. */
export const messagesQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
});
export type MessagesQuery = z.infer<typeof messagesQuery>;
