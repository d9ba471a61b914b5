import type { ChatMessage } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Place } from "./client-ids.ts";
import { forgetText } from "./forget-text.ts";
import { placeOf } from "./message-to-act-on.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";

/**
 * Takes a message's text, and what people put on it, out of the room for good; its place stays and says who removed it. One that waits
 * for its turn waits no more. A second time changes nothing.
 * Throws `not_found` and `forbidden` as for every act, `forbidden` for another one's message without the role to remove any, `conflict`
 * for an answer that is being written and for what it has read: stop it first; `rate_limited`.
 */
export function removeMessage({ deps, log, turns, rates }: PostDeps, actor: RoomActor, messageId: string): Place {
  const { storage } = deps;
  requireMember(storage, actor, "read");
  rates.takeAct(actor);
  const message = storage.log.message(messageId);
  if (!message) throw new OhmError("not_found", "There is no such message in this chat");
  const { userId, name } = requireMember(
    storage,
    actor,
    message.senderId === actor.userId ? "remove-own" : "remove-any",
  );
  if (message.removed) return placeOf(message);
  if (message.status === "running" || turns.hasRead(message.id)) {
    throw new OhmError("conflict", "An answer is being written that has read this; stop it first");
  }
  log.commit((writer) => {
    const { id, sequence } = message;
    const { at } = writer.append(userId, {
      kind: "message_removed",
      data: { messageId: id, sequence, by: userId, name },
    });
    storage.log.replaceMessage(emptied(message, { by: userId, name, at }));
    storage.reactions.dropAll(message.seq);
    turns.dequeue(id);
    if (message.senderType === "user") forgetText(deps, writer, { message, content: null });
  });
  turns.launch();
  return placeOf(message);
}

/** What is left of a removed message. */
function emptied(message: ChatMessage, removed: NonNullable<ChatMessage["removed"]>): ChatMessage {
  const { suggestions: _, editedAt: __, silent: ___, ...rest } = message;
  return { ...rest, content: "", attachments: [], artifacts: [], revision: null, removed };
}
