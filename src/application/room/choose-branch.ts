import { OhmError } from "../../domain/error/ohm-error.ts";
import { newestEnd } from "./branches.ts";
import type { Place } from "./client-ids.ts";
import { placeOf } from "./message-to-act-on.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";

/**
 * Shows everybody the branch through this message, to its newest end; what it is now, nothing is written. The design stays as it is.
 * Answers the new leaf. Throws `not_found` and `forbidden` as for every act, `conflict` where several people are in the chat,
 * `rate_limited`.
 */
export function chooseBranch({ deps, log, rates }: PostDeps, actor: RoomActor, messageId: string): Place {
  const { storage } = deps;
  requireMember(storage, actor, "post");
  rates.takeAct(actor);
  const message = storage.log.message(messageId);
  if (!message) throw new OhmError("not_found", "There is no such message in this chat");
  if (storage.members.all().length > 1) {
    throw new OhmError("conflict", "A chat of several people has one line of messages and no branches");
  }
  const end = newestEnd(storage.log, message, storage.log.last().seq);
  if (log.leaf?.id !== end.id) {
    log.commit((writer) => writer.append(actor.userId, { kind: "leaf_changed", data: { messageId: end.id } }));
  }
  return placeOf(end);
}
