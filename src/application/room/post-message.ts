import { agentIds } from "../../domain/chat/lists.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { PostMessageBody } from "../../protocol/messages.ts";
import { emptyMessage } from "./active-turn.ts";
import type { Place } from "./client-ids.ts";
import { keepPlace, placeBefore } from "./client-ids.ts";
import type { DesignIntents } from "./design-intents.ts";
import { addressed } from "./design-intents.ts";
import type { MessageRates } from "./message-rates.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomLog } from "./room-log.ts";
import type { TurnScheduler } from "./turn-scheduler.ts";

/** The answer to a send: where the message stands, for ever. */
export interface Ack extends Place {
  clientId: string;
}

interface Post {
  actor: RoomActor;
  body: PostMessageBody;
}

/** What a send touches. */
export interface PostDeps {
  deps: RoomDeps;
  log: RoomLog;
  turns: TurnScheduler;
  rates: MessageRates;
  intents: DesignIntents;
}

/**
 * Stores a message once per (sender, client id) and, where the agents are asked, starts or queues its turn in the same transaction. The
 * same id and body again answer with the first ack, also when the rate is used up. Whether a message that names nobody wants a design is
 * found out after it was stored and told.
 * Throws `not_found` for who is no member, `forbidden` for a role that only reads, `conflict` for a used id with another body,
 * `invalid` for a reply to nothing or a message to nobody, `rate_limited`.
 */
export function postMessage(room: PostDeps, { actor, body }: Post): Ack {
  const { deps, log, turns, intents } = room;
  const { storage } = deps;
  const member = requireMember(storage, actor, "post");
  const { clientId, content, replyToId = null, to } = body;
  const act = { userId: actor.userId, clientId, body: [content, replyToId, to ?? null] };
  const before = placeBefore(deps, act);
  if (before !== null) {
    const first = storage.log.messageAt(before);
    if (!first) throw new OhmError("internal", "A stored message is not there");
    return { clientId, seq: first.seq, id: first.id, sequence: first.sequence };
  }
  if (replyToId !== null) room.rates.takeAct(actor);
  if (replyToId !== null && !storage.log.message(replyToId)) {
    const errors = [{ path: "replyToId", message: "names no message of this chat" }];
    throw new OhmError("invalid", "The message replies to nothing", { errors });
  }
  refuseStrangers(deps, to ?? []);
  room.rates.take(actor);
  const { message, asked } = log.commit((writer) => {
    const appended: ChatMessage = {
      ...emptyMessage,
      id: deps.ids.next(),
      ...writer.next(),
      senderType: "user",
      senderId: member.userId,
      senderName: member.name,
      content,
      replyToId,
      ...(to && to.length > 0 ? { to } : {}),
      status: "complete",
      createdAt: deps.clock.nowMs(),
    };
    writer.append(actor.userId, { kind: "message_appended", data: { message: appended } });
    keepPlace(deps, act, appended.seq);
    const whom = addressed(deps, appended);
    if (whom === "agents") turns.ask(writer, appended);
    return { message: appended, asked: whom };
  });
  turns.launch();
  if (asked === "weigh") intents.weigh(message.id);
  return { clientId, seq: message.seq, id: message.id, sequence: message.sequence };
}

/** A name that is nobody's would be forgotten without a word. */
function refuseStrangers({ storage, models }: RoomDeps, to: readonly string[]): void {
  const known: readonly string[] = [...agentIds, ...models.map(({ id }) => id)];
  const errors = to.flatMap((id, place) =>
    known.includes(id) || storage.members.get(id)
      ? []
      : [{ path: `to.${place}`, message: "names no agent, no model and nobody in this chat" }],
  );
  if (errors.length > 0) throw new OhmError("invalid", "The message is addressed to nobody", { errors });
}
