import type { ChatMessage } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Place } from "./client-ids.ts";
import type { RoomDeps } from "./room-deps.ts";

/** A message that is there. Throws `not_found` for one that is not of this chat, `conflict` for one that was removed. */
export function messageToActOn({ storage }: Pick<RoomDeps, "storage">, messageId: string): ChatMessage {
  const message = storage.log.message(messageId);
  if (!message) throw new OhmError("not_found", "There is no such message in this chat");
  if (message.removed) throw new OhmError("conflict", "This message was removed");
  return message;
}

/** Where it stands. */
export function placeOf({ seq, id, sequence }: ChatMessage): Place {
  return { seq, id, sequence };
}
