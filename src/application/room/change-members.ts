import { limits } from "../../domain/chat/limits.ts";
import type { ChatRole } from "../../domain/chat/lists.ts";
import { closeCodes } from "../../domain/chat/lists.ts";
import type { Member } from "../../domain/chat/message.ts";
import { actOver, guestMayBe, roleMay } from "../../domain/chat/roles.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { ChatInvitation, Joined } from "../accept-invitation.ts";
import { describeChat, settingsOf } from "./describe-chat.ts";
import type { MessageRates } from "./message-rates.ts";
import type { NamedActor, RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter, RoomLog } from "./room-log.ts";
import type { MemberRow } from "./room-storage.ts";
import type { TurnScheduler } from "./turn-scheduler.ts";

/** What a change of members touches. */
interface MembersRoom {
  deps: Pick<RoomDeps, "storage" | "clock" | "sockets">;
  log: RoomLog;
}

const handOverFirst = "Hand the chat over to somebody first: it always has one owner";

/**
 * Gives a member another role. `owner` hands the chat over: who had it becomes an admin, a guest a member. The same role again changes
 * nothing.
 * Throws `not_found` for who is not in the chat, `forbidden` where one's own role does not reach the one that they have or get, and
 * `conflict` for the owner's own role and for a guest who would be more than a member.
 */
export function changeRole(room: MembersRoom, actor: RoomActor, wanted: { userId: string; role: ChatRole }): Member {
  const { storage } = room.deps;
  const own = requireMember(storage, actor, "people");
  const row = rowOf(room, wanted.userId);
  const { role } = wanted;
  if (row.role === "owner" && own.role === "owner" && role !== "owner") throw new OhmError("conflict", handOverFirst);
  if (row.role === role) return memberOf(row);
  requireMember(storage, actor, actOver(row.role));
  requireMember(storage, actor, actOver(role));
  if (row.guest && !guestMayBe(role)) {
    throw new OhmError("conflict", "A guest is a member at most: they sign up first");
  }
  room.log.commit((writer) => {
    if (role === "owner") {
      storage.meta.putChat({ ...settingsOf(room.deps), ownerId: row.userId });
      // A project is its owner's alone: the chat leaves that of who had it.
      describeChat(room.deps, writer, { by: actor.userId, changes: { projectId: null } });
      const before = rowOf(room, actor.userId);
      put(room, writer, { by: actor.userId, row: { ...before, role: before.guest ? "member" : "admin" } });
    }
    put(room, writer, { by: actor.userId, row: { ...row, role } });
  });
  return memberOf({ ...row, role });
}

/**
 * Takes somebody out of the chat, or lets the actor leave it. Their messages stay, those that wait for a run wait no more, and their
 * sockets are closed with 4003.
 * Throws `not_found` for who is not in the chat, `forbidden` where one's own role does not reach theirs, `conflict` for the owner.
 */
export function removeMember(room: MembersRoom & { turns: TurnScheduler }, actor: RoomActor, userId: string): void {
  const { storage, clock, sockets } = room.deps;
  const leaves = userId === actor.userId;
  const own = requireMember(storage, actor, leaves ? "leave" : "people");
  if (leaves && own.role === "owner") throw new OhmError("conflict", handOverFirst);
  const row = rowOf(room, userId);
  if (!leaves) requireMember(storage, actor, actOver(row.role));
  const removedBy = leaves ? null : actor.userId;
  room.log.commit((writer) => {
    storage.members.put({ ...row, leftAt: clock.nowMs(), removedBy });
    room.turns.dequeueOf(userId);
    const data = leaves ? { userId } : { userId, removedBy: actor.userId };
    writer.append(actor.userId, { kind: "participant_left", data });
  });
  for (const socket of sockets.all().filter((open) => open.userId === userId)) {
    socket.close(closeCodes.removed, leaves ? "left" : "removed");
  }
  room.turns.launch();
}

/** Throws `forbidden` unless the actor may bring somebody in as this role. */
export function requireInviter(room: Pick<MembersRoom, "deps">, actor: RoomActor, role: ChatRole): void {
  requireMember(room.deps.storage, actor, actOver(role));
}

/**
 * Lets a person in by an invitation, once. Who is in the chat keeps the role that they have. Who comes back takes the invitation's.
 * Throws `not_found` where the room does not stand by the invitation: its maker may not invite to this role any more, or the person was
 * removed after it was made; `conflict` while the chat is in the trash, or has `limits.membersPerChat` people in it; `rate_limited`.
 */
export function joinChat(
  room: MembersRoom & { rates: MessageRates },
  actor: NamedActor,
  invitation: ChatInvitation,
): Joined {
  const { members } = room.deps.storage;
  const { userId, name, guest } = actor;
  const present = members.row(userId);
  if (present?.leftAt === null) {
    return { role: present.role, isNew: false, byThis: present.invitationId === invitation.id };
  }
  room.rates.takeAct(actor);
  requireStanding(room, userId, invitation);
  if (members.all().length >= limits.membersPerChat) {
    throw new OhmError("conflict", `The chat is full: at most ${limits.membersPerChat} people are in one`);
  }
  const role: ChatRole = guest && !guestMayBe(invitation.role) ? "member" : invitation.role;
  const member: Member = { userId, name, role, joinedAt: room.deps.clock.nowMs(), guest };
  room.log.commit((writer) => {
    const { id: invitationId, invitedBy } = invitation;
    members.put({ ...member, invitedBy, invitationId, leftAt: null, removedBy: null });
    writer.append(userId, { kind: "participant_joined", data: { member } });
  });
  return { role, isNew: true, byThis: true };
}

/** Whether this person is in the chat, or would be let in by the invitation now. */
export function isWelcome(room: Pick<MembersRoom, "deps">, userId: string, invitation: ChatInvitation): boolean {
  if (room.deps.storage.members.get(userId)) return true;
  try {
    requireStanding(room, userId, invitation);
    return true;
  } catch (error) {
    if (error instanceof OhmError) return false;
    throw error;
  }
}

function requireStanding(
  { deps: { storage } }: Pick<MembersRoom, "deps">,
  userId: string,
  invitation: ChatInvitation,
): void {
  const maker = storage.members.get(invitation.invitedBy);
  const earlier = storage.members.row(userId);
  const wasRemoved = typeof earlier?.removedBy === "string" && (earlier.leftAt ?? 0) >= invitation.createdAt;
  if (!maker || !roleMay(maker.role, actOver(invitation.role)) || wasRemoved) {
    throw new OhmError("not_found", "There is no such chat");
  }
  requireMember(storage, maker, actOver(invitation.role));
}

/** The row of somebody who is in the chat. */
function rowOf({ deps: { storage } }: Pick<MembersRoom, "deps">, userId: string): MemberRow {
  const row = storage.members.row(userId);
  if (!row || row.leftAt !== null) throw new OhmError("not_found", "There is no such person in this chat");
  return row;
}

function put(room: MembersRoom, writer: LogWriter, { by, row }: { by: string; row: MemberRow }): void {
  room.deps.storage.members.put(row);
  writer.append(by, { kind: "participant_changed", data: { member: memberOf(row) } });
}

function memberOf({ invitedBy: _, invitationId: __, leftAt: ___, removedBy: ____, ...member }: MemberRow): Member {
  return member;
}
