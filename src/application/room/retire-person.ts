import { chatRoles, closeCodes } from "../../domain/chat/lists.ts";
import type { Member } from "../../domain/chat/message.ts";
import { isClosed } from "./close-for-good.ts";
import type { Room } from "./room.ts";
import type { RoomTask } from "./room-task.ts";

/**
 * Takes a person out who has deleted their account. What they said stays, under an id and a name that are nobody's. A chat of theirs with
 * other people in it goes to whoever has the most rights there, the longest of several, and to a guest only where nobody has an account.
 * Where the person is not known, and in a chat that is about to be deleted, it changes nothing.
 * Answers false, and changes nothing, for the owner of a chat that nobody can be given: it is to be deleted.
 */
export function retirePerson(room: Room, { from, to }: Extract<RoomTask, { kind: "retire" }>): boolean {
  const { storage, sockets, clock } = room.deps;
  const { meta, members } = storage;
  const gone = members.row(from);
  if (!gone || isClosed(room)) return true;
  const owns = meta.chat()?.ownerId === from;
  const heir = owns ? heirOf(room, from) : null;
  if (owns && !heir) return false;
  for (const socket of sockets.all()) {
    if (socket.userId === from) socket.close(closeCodes.signedOut, "the account was deleted");
    else if (socket.live) socket.send(JSON.stringify({ type: "reset", why: "renamed" }));
  }
  room.log.commit((writer) => {
    storage.rename(from, to);
    members.drop(from);
    members.put({ ...gone, ...to, role: heir ? "member" : gone.role, leftAt: gone.leftAt ?? clock.nowMs() });
    if (heir) {
      const chat = meta.chat();
      if (chat) meta.putChat({ ...chat, ownerId: heir.userId });
      const row = members.row(heir.userId);
      if (row) members.put({ ...row, role: "owner" });
      writer.append("system", { kind: "participant_changed", data: { member: { ...heir, role: "owner" } } });
    }
    const { seq } = writer.append("system", { kind: "participant_left", data: { userId: to.userId } });
    meta.putRewrittenSeq(seq);
  });
  return true;
}

/** Nobody is given what is in the trash. */
function heirOf({ deps: { storage } }: Room, from: string): Member | null {
  if (typeof storage.meta.chat()?.trashedAt === "number") return null;
  const others = storage.members.all().filter(({ userId }) => userId !== from);
  const [heir = null] = others.toSorted(
    (one, two) =>
      Number(one.guest === true) - Number(two.guest === true) ||
      chatRoles.indexOf(two.role) - chatRoles.indexOf(one.role) ||
      one.joinedAt - two.joinedAt,
  );
  return heir;
}
