import { limits } from "../../domain/chat/limits.ts";
import type { ChatMessage, Reaction } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { ReactBody } from "../../protocol/messages.ts";
import type { Place } from "./client-ids.ts";
import { messageToActOn, placeOf } from "./message-to-act-on.ts";
import type { PostDeps } from "./post-message.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { ReactionRow, RoomStorage } from "./room-storage.ts";

interface Reacting {
  actor: RoomActor;
  messageId: string;
  body: ReactBody;
}

/**
 * Puts an own emoji on a message, or takes it away; what is so already writes nothing. Throws `not_found` and `forbidden` as for every
 * act, `conflict` for a removed message and for one emoji too many, `rate_limited`.
 */
export function react({ deps, log, rates }: PostDeps, { actor, messageId, body: { emoji, on } }: Reacting): Place {
  const { reactions } = deps.storage;
  requireMember(deps.storage, actor, "post");
  rates.takeAct(actor);
  const message = messageToActOn(deps, messageId);
  const { userId } = actor;
  const there = reactions.between(message.seq, message.seq);
  if (there.some((row) => row.userId === userId && row.emoji === emoji) === on) return placeOf(message);
  const kinds = new Set(there.map((row) => row.emoji)).add(emoji);
  if (on && kinds.size > limits.reactionsPerMessage) {
    throw new OhmError("conflict", `A message takes at most ${limits.reactionsPerMessage} different emoji`);
  }
  log.commit((writer) => {
    const { seq } = writer.append(userId, {
      kind: "reaction_changed",
      data: { messageId: message.id, userId, emoji, on },
    });
    const row = { messageSeq: message.seq, userId, emoji };
    if (on) reactions.put({ ...row, seq });
    else reactions.drop(row);
  });
  return placeOf(message);
}

/** These messages, in order of the log, with what people put on them. */
export function withReactions({ reactions }: RoomStorage, messages: readonly ChatMessage[]): ChatMessage[] {
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) return [];
  const bySeq = Map.groupBy(reactions.between(first.seq, last.seq), ({ messageSeq }) => messageSeq);
  return messages.map((message) => {
    const rows = bySeq.get(message.seq);
    return rows ? { ...message, reactions: grouped(rows) } : message;
  });
}

function grouped(rows: readonly ReactionRow[]): Reaction[] {
  const byEmoji = Map.groupBy(rows, ({ emoji }) => emoji);
  return [...byEmoji].map(([emoji, own]) => ({ emoji, userIds: own.map(({ userId }) => userId) }));
}
