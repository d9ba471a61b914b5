import type { Member } from "../../domain/chat/message.ts";
import type { ChatAct } from "../../domain/chat/roles.ts";
import { roleMay } from "../../domain/chat/roles.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { RoomStorage } from "./room-storage.ts";

/** A person whose session the Worker has verified. `unlimited` lifts the rates, on loopback only. */
export interface RoomActor {
  userId: string;
  unlimited: boolean;
}

/** The same person with what they are called now, as every request and every upgrade brings it. `guest`: without an account. */
export interface NamedActor extends RoomActor {
  name: string;
  guest: boolean;
}

/**
 * The actor's member row, read in the same synchronous block as the data that it opens. Throws `not_found` for who is no member
 * (the same answer as for a chat that is not there) and `forbidden` for a member whose role does not allow the act.
 */
export function requireMember(storage: RoomStorage, actor: Pick<RoomActor, "userId">, act: ChatAct): Member {
  // A room that was never initialised has no members: its first transaction writes the owner with the chat.
  const member = storage.members.get(actor.userId);
  if (!member) throw new OhmError("not_found", "There is no such chat");
  if (!roleMay(member.role, act)) throw new OhmError("forbidden", "Your role in this chat does not allow it");
  return member;
}
