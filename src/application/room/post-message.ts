import { agentIds } from "../../domain/chat/lists.ts";
import type { ChatMessage } from "../../domain/chat/message.ts";
import { startsTurn } from "../../domain/chat/starts-turn.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { PostMessageBody } from "../../protocol/messages.ts";
import { emptyMessage } from "./active-turn.ts";
import type { MessageRates } from "./message-rates.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomLog } from "./room-log.ts";
import type { TurnScheduler } from "./turn-scheduler.ts";

/** The answer to a send: where the message stands, for ever. */
export interface Ack {
  clientId: string;
  seq: number;
  id: string;
  sequence: number;
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
}

/**
 * Stores a message once per (sender, client id) and starts or queues its turn in the same transaction. The same id and body again
 * answer with the first ack, also when the rate is used up.
 * Throws `not_found` for who is no member, `forbidden` for a role that only reads, `conflict` for a used id with another body,
 * `invalid` for a reply to nothing or a message to nobody, `rate_limited`.
 */
export function postMessage(room: PostDeps, { actor, body }: Post): Ack {
  const { storage, digest, ids, clock } = room.deps;
  const member = requireMember(storage, actor, "post");
  const clientId = body.clientId.toLowerCase();
  const bodyHash = digest(JSON.stringify([body.content, body.replyToId ?? null, body.to ?? null]));
  const known = storage.log.clientId(actor.userId, clientId);
  if (known) {
    const first = storage.log.messageAt(known.seq);
    if (!first || known.bodyHash !== bodyHash) {
      throw new OhmError("conflict", "This client id was used for another message");
    }
    return { clientId: body.clientId, seq: first.seq, id: first.id, sequence: first.sequence };
  }
  if (body.replyToId !== undefined && !storage.log.message(body.replyToId)) {
    const errors = [{ path: "replyToId", message: "names no message of this chat" }];
    throw new OhmError("invalid", "The message replies to nothing", { errors });
  }
  refuseStrangers(room.deps, body.to ?? []);
  room.rates.take(actor);
  const message = room.log.commit((writer) => {
    const appended: ChatMessage = {
      ...emptyMessage,
      id: ids.next(),
      ...writer.next(),
      senderType: "user",
      senderId: member.userId,
      senderName: member.name,
      content: body.content,
      replyToId: body.replyToId ?? null,
      status: "complete",
      createdAt: clock.nowMs(),
    };
    writer.append(actor.userId, { kind: "message_appended", data: { message: appended } });
    storage.log.putClientId(actor.userId, clientId, { seq: appended.seq, bodyHash });
    if (startsTurn(body.content)) room.turns.ask(writer, appended);
    return appended;
  });
  room.turns.launch();
  return { clientId: body.clientId, seq: message.seq, id: message.id, sequence: message.sequence };
}

/** A name that is nobody's would be forgotten without a word. */
function refuseStrangers({ storage }: RoomDeps, to: readonly string[]): void {
  const agents: readonly string[] = agentIds;
  const errors = to.flatMap((id, place) =>
    agents.includes(id) || storage.members.get(id)
      ? []
      : [{ path: `to.${place}`, message: "names no agent and nobody in this chat" }],
  );
  if (errors.length > 0) throw new OhmError("invalid", "The message is addressed to nobody", { errors });
}
