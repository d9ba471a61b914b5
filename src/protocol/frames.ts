import * as z from "zod";
import type { ChatRole } from "../domain/chat/lists.ts";
import type { ChatEvent, Member } from "../domain/chat/message.ts";
import type { ErrorCode } from "../domain/error/ohm-error.ts";
import { postMessageBody } from "./messages.ts";
import { ownUuid } from "./text.ts";

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
  z.strictObject({ type: z.literal("stop"), runId: ownUuid }),
  z.strictObject({ type: z.literal("ping") }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

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
  | { type: "presence"; online: string[] }
  | { type: "reset"; why: string }
  | { type: "pong" };
