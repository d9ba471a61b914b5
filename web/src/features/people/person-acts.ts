import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import { chatRoles } from "../../../../src/domain/chat/lists.ts";
import type { Member } from "../../../../src/domain/chat/message.ts";
import { actOver, guestMayBe, roleMay } from "../../../../src/domain/chat/roles.ts";
import type { Onlooker } from "../chat/possible-acts.ts";

/** What can be done about somebody in a chat. */
export interface PersonActs {
  /** Roles to choose from, with the one that they have; empty where it is not to be changed. */
  roles: ChatRole[];
  handOver: boolean;
  remove: boolean;
  leave: boolean;
}

/** Who looks at the people of a chat. */
export interface PeopleOnlooker extends Onlooker {
  /** They have no account. */
  isGuest: boolean;
}

/** What this onlooker may do about the person. The room decides; this only offers nothing that it would refuse. */
export function personActs(person: Member, { selfId, role, isReadOnly }: Onlooker): PersonActs {
  const may = (act: Parameters<typeof roleMay>[1]) => role !== null && !isReadOnly && roleMay(role, act);
  const isSelf = person.userId === selfId;
  const isOwner = person.role === "owner";
  const reaches = may("people") && may(actOver(person.role)) && !isOwner;
  const fits = (given: ChatRole) => person.guest !== true || guestMayBe(given);
  const roles = chatRoles.filter((given) => given !== "owner" && may(actOver(given)) && fits(given));
  return {
    roles: reaches && !isSelf && roles.length > 1 ? roles : [],
    handOver: reaches && !isSelf && may("transfer") && fits("owner"),
    remove: reaches && !isSelf,
    leave: isSelf && !isOwner && may("leave"),
  };
}

/** Whether this onlooker cannot leave as things stand, but could once they have handed the chat over to somebody who is in it. */
export function mustHandOver(people: readonly Member[], onlooker: Onlooker): boolean {
  return onlooker.role === "owner" && people.some((person) => personActs(person, onlooker).handOver);
}

/** The roles to which this onlooker may invite; empty for who may invite nobody. */
export function invitedRoles({ role, isReadOnly }: Omit<Onlooker, "selfId">): InvitedRole[] {
  if (role === null || isReadOnly) return [];
  return (["viewer", "member", "admin"] as const).filter((given) => roleMay(role, actOver(given)));
}

/** A role that an invitation can bring. */
export type InvitedRole = Exclude<ChatRole, "owner">;
