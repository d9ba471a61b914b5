import * as z from "zod";
import type { ChatRole } from "../domain/chat/lists.ts";
import type { ChatEvent, Member } from "../domain/chat/message.ts";
import type { ErrorCode } from "../domain/error/ohm-error.ts";
import { branchBody, editMessageBody, postMessageBody, reactBody, regenerateBody } from "./messages.ts";
import { anyUuid, ownUuid } from "./text.ts";

const seq = z.number().int().min(0);

/** Frames that a client sends. `hello` resumes: `after` is the last event seq it holds, 0 at first. */
export const clientFrame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("hello"),
    after: seq,
    have: z
      .array(z.strictObject({ messageId: z.uuid(), offset: seq }))
      .max(50)
      .optional(),
  }),
  postMessageBody.extend({ type: z.literal("post_message") }),
  editMessageBody.extend({ type: z.literal("edit_message"), messageId: ownUuid }),
  z.strictObject({ type: z.literal("remove_message"), messageId: ownUuid, clientId: anyUuid.optional() }),
  regenerateBody.extend({ type: z.literal("regenerate"), messageId: ownUuid }),
  branchBody.extend({ type: z.literal("choose_branch"), clientId: anyUuid.optional() }),
  z.strictObject({ type: z.literal("stop"), runId: ownUuid }),
  reactBody.extend({ type: z.literal("react"), messageId: ownUuid, clientId: anyUuid.optional() }),
  z.strictObject({ type: z.literal("typing") }),
  z.strictObject({ type: z.literal("read"), sequence: seq }),
  z.strictObject({ type: z.literal("ping") }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

/**
 * Who is here, at most once in `limits.presenceMs`. Above `limits.presenceNames` people only their number is told. `reads` are the
 * read marks of the people in the chat, by user id.
 */
export interface PresenceFrame {
  type: "presence";
  count: number;
  online: string[];
  typing: string[];
  reads: Record<string, number>;
}

/** Frames that the room sends; a coalesced broadcast is an array of them. */
export type ServerFrame =
  | {
      type: "welcome";
      seq: number;
      role: ChatRole;
      self: { userId: string; name: string };
      participants: Member[];
      models: { id: string; name: string }[];
    }
  | ({ type: "event" } & ChatEvent)
  | { type: "delta"; runId: string; messageId: string; offset: number; text: string }
  | { type: "ack"; clientId: string; seq: number; id: string; sequence: number }
  | {
      type: "nack";
      clientId: string | null;
      code: ErrorCode;
      detail: string;
      retryable: boolean;
      retryAfterMs?: number;
    }
  | PresenceFrame
  | { type: "reset"; why: string }
  | { type: "pong" };
