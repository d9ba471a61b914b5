import type { Member } from "../../domain/chat/message.ts";
import type { NamedActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomLog } from "./room-log.ts";
import type { RoomStorage } from "./room-storage.ts";

/**
 * The row of a member who asks, called what they are called now: a new name, or an account where there was a guest, is stored and told.
 * Where nothing differs it writes nothing. Throws `not_found` for who is no member.
 */
export function presentMember(room: { deps: { storage: RoomStorage }; log: RoomLog }, actor: NamedActor): Member {
  const { storage } = room.deps;
  const known = requireMember(storage, actor, "read");
  const { name, guest } = actor;
  if (known.name === name && (known.guest ?? false) === guest) return known;
  // An account is no guest again: who says so has a session from before the sign-up, and a name from before it.
  if (known.guest === false && guest) return known;
  const member: Member = { ...known, name, guest };
  const row = storage.members.row(actor.userId);
  if (!row) return known;
  room.log.commit((writer) => {
    storage.members.put({ ...row, name, guest });
    writer.append(actor.userId, { kind: "participant_changed", data: { member } });
  });
  return member;
}
