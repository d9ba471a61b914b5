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
  /** When that was last changed, ms UTC. */
  changedAt: number;
}

/** What may be done with a chat in the trash: look at it, keep one's own read mark, bring it back, delete it for good. */
const trashActs: readonly ChatAct[] = ["read", "delete"];

/**
 * The actor's member row, read in the same synchronous block as the data that it opens. Throws `not_found` for who is no member
 * (the same answer as for a chat that is not there), `forbidden` for a member whose role does not allow the act, and `conflict` for an
 * act that changes something in a chat that is in the trash: every write passes here.
 */
export function requireMember(storage: RoomStorage, actor: Pick<RoomActor, "userId">, act: ChatAct): Member {
  // A room that was never initialised has no members: its first transaction writes the owner with the chat.
  const member = storage.members.get(actor.userId);
  if (!member) throw new OhmError("not_found", "There is no such chat");
  requireRole(member, act);
  if (!trashActs.includes(act) && typeof storage.meta.chat()?.trashedAt === "number") {
    throw new OhmError("conflict", "The chat is in the trash, where nothing changes: its owner can bring it back");
  }
  return member;
}

/** Throws `forbidden` for a member whose role does not allow the act. */
export function requireRole({ role }: Member, act: ChatAct): void {
  if (!roleMay(role, act)) throw new OhmError("forbidden", "Your role in this chat does not allow it");
}
