import * as z from "zod";
import { limits } from "../domain/chat/limits.ts";
import { chatModes, chatPhases } from "../domain/chat/lists.ts";
import { anyUuid, personText } from "./text.ts";

const title = personText(4 * limits.titleCharacters).refine((text) => [...text].length <= limits.titleCharacters, {
  error: `is over ${limits.titleCharacters} characters`,
});

/** Body of `POST /api/chats`. With `message` the first message is posted in the same request. */
export const createChatBody = z.strictObject({
  title: title.optional(),
  mode: z.enum(chatModes).optional(),
  projectId: z.uuid().optional(),
  modelId: z.string().min(1).max(80).optional(),
  message: z.strictObject({ clientId: anyUuid, content: personText(limits.messageBytes) }).optional(),
});
export type CreateChatBody = z.infer<typeof createChatBody>;

/** Body of `PATCH /api/chats/{id}`. In the trash nothing changes, so a chat goes there and comes back by itself. */
export const patchChatBody = z
  .strictObject({
    title: title.optional(),
    mode: z.enum(chatModes).optional(),
    phase: z.enum(chatPhases).optional(),
    missionStatement: personText(2000).optional(),
    projectId: z.uuid().nullable().optional(),
    archived: z.boolean().optional(),
    trashed: z.boolean().optional(),
  })
  .refine((body) => body.trashed === undefined || Object.keys(body).length === 1, {
    path: ["trashed"],
    error: "is changed alone",
  });
export type PatchChatBody = z.infer<typeof patchChatBody>;

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Query of `GET /api/chats`: without either flag what is neither archived nor in the trash. */
export const chatsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: z.string().max(200).optional(),
  archived: flag.optional(),
  trashed: flag.optional(),
});

/** Query of `DELETE /api/chats/{id}`. */
export const deleteChatQuery = z.strictObject({ permanently: flag.optional() });

/** Query of a numbered list that is read newest first: the cursor is the last number read. */
export const numberCursorQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(limits.pageItemsMax).default(limits.pageItems),
  cursor: z.coerce.number().int().min(1).optional(),
});
