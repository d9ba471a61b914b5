import { chatRoles } from "../../domain/chat/lists.ts";
import type { Member } from "../../domain/chat/message.ts";
import { isClosed } from "./close-for-good.ts";
import type { Room } from "./room.ts";
import type { MemberRow } from "./room-storage.ts";
import type { Person, RoomTask } from "./room-task.ts";

/** "Service restart" (RFC 6455): whoever is closed out with it comes back, as who they are now. */
const comeBack = 1012;

/**
 * Puts an account in the place of the guest that it was: at every message, event, run, reaction and read mark, in one transaction. Where
 * both were in the chat they become one member, with the higher role. Everybody else starts anew from the snapshot, and the sockets of
 * both come back. Where the guest is not known, and in a chat that is about to be deleted, it changes nothing.
 */
export function renamePerson(room: Room, { from, to }: Extract<RoomTask, { kind: "rename" }>): void {
  const { storage, sockets } = room.deps;
  const guest = storage.members.row(from);
  if (!guest || from === to.userId || isClosed(room)) return;
  const known = storage.members.row(to.userId);
  const row = known ? merged(guest, known, to) : { ...guest, ...to };
  for (const socket of sockets.all()) {
    if (socket.userId === from || socket.userId === to.userId) socket.close(comeBack, "signed in");
    else if (socket.live) socket.send(JSON.stringify({ type: "reset", why: "renamed" }));
  }
  room.log.commit((writer) => {
    storage.rename(from, to);
    storage.members.drop(from);
    storage.members.put(row);
    const chat = storage.meta.chat();
    if (chat?.ownerId === from) storage.meta.putChat({ ...chat, ownerId: to.userId });
    const left = writer.append("system", { kind: "participant_left", data: { userId: from } });
    const joined =
      row.leftAt === null
        ? writer.append("system", { kind: "participant_joined", data: { member: memberOf(row) } })
        : left;
    storage.meta.putRewrittenSeq(joined.seq);
  });
}

function memberOf({ userId, name, role, joinedAt, guest }: MemberRow): Member {
  return { userId, name, role, joinedAt, ...(guest === undefined ? {} : { guest }) };
}

/** One member of two. Who was removed has no say in it. */
function merged(guest: MemberRow, known: MemberRow, to: Person): MemberRow {
  const present = [guest, known].filter(({ leftAt }) => leftAt === null);
  const [first = known, second = first] = present;
  const role = chatRoles.indexOf(second.role) > chatRoles.indexOf(first.role) ? second.role : first.role;
  return { ...first, ...to, role, joinedAt: Math.min(guest.joinedAt, known.joinedAt) };
}
