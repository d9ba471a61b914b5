import type { Ack } from "../../../src/application/room/post-message.ts";
import { postMessage } from "../../../src/application/room/post-message.ts";
import type { NamedActor, RoomActor } from "../../../src/application/room/require-member.ts";
import type { ChatRole } from "../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../src/domain/chat/message.ts";
import type { PostMessageBody } from "../../../src/protocol/messages.ts";
import type { TestRoom } from "./test-room.ts";
import { ada, countedId } from "./test-room.ts";

/** Puts somebody into the chat. */
export function join({ room }: TestRoom, userId: string, role: ChatRole = "member"): NamedActor {
  const member = { userId, name: userId[0]?.toUpperCase() + userId.slice(1), role, joinedAt: 2 };
  room.log.commit((writer) => {
    room.deps.storage.members.put({ ...member, invitedBy: "ada", leftAt: null, removedBy: null });
    writer.append("ada", { kind: "participant_joined", data: { member } });
  });
  return { userId, name: member.name, guest: false, changedAt: 1, unlimited: true };
}

/** Says something, as Ada unless said. */
export function say(
  { room }: TestRoom,
  content: string,
  { by = ada, ...more }: Partial<PostMessageBody> & { by?: RoomActor } = {},
): Ack {
  return postMessage(room, { actor: by, body: { clientId: countedId(), content, ...more } });
}

/** Says something and lets its turn end. */
export async function ask(
  test: TestRoom,
  content: string,
  by: RoomActor = ada,
): Promise<{ asked: Ack; answer: ChatMessage }> {
  const asked = say(test, content, { by });
  await test.clock.advance(20_000);
  const [answer] = test.storage.log.messagesBefore(Number.MAX_SAFE_INTEGER, 1);
  if (answer?.senderType !== "ai") throw new Error(`"${content}" was not answered`);
  return { asked, answer };
}

/** What everybody sees: the texts of the branch to the leaf. */
export function shown({ room, storage }: TestRoom): string[] {
  const messages = new Map(storage.log.page({ limit: 1000 }).map((message) => [message.id, message]));
  const texts: string[] = [];
  for (let at = messages.get(room.log.leaf?.id ?? ""); at; at = messages.get(at.parentId ?? ""))
    texts.unshift(at.content);
  return texts;
}

/** Kinds of the events after this place of the log. */
export function kindsAfter({ room }: TestRoom, seq: number): string[] {
  return room.log.after(seq, 1000).map(({ kind }) => kind);
}
