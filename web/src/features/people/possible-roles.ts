import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import { chatRoles } from "../../../../src/domain/chat/lists.ts";
import type { Member } from "../../../../src/domain/chat/message.ts";
import { actOver, guestMayBe, roleMay } from "../../../../src/domain/chat/roles.ts";

/**
 * The roles that somebody of the role `own` may give `member`, with the one that they have; empty where there is nothing to choose.
 * The owner's own role is not changed: it goes when it is given to somebody else.
 */
export function possibleRoles(own: ChatRole, { role, guest }: Pick<Member, "role" | "guest">): ChatRole[] {
  if (role === "owner" || !roleMay(own, actOver(role))) return [];
  const roles = chatRoles.filter((to) => roleMay(own, actOver(to)) && (guest !== true || guestMayBe(to)));
  return roles.some((to) => to !== role) ? roles : [];
}

/** Whether somebody of the role `own` may take `member`, who is not themselves, out of the chat. */
export function mayRemove(own: ChatRole, { role }: Pick<Member, "role">): boolean {
  return role !== "owner" && roleMay(own, actOver(role));
}

/** The roles that somebody may invite to. */
export function invitableRoles(own: ChatRole): Exclude<ChatRole, "owner">[] {
  return (["viewer", "member", "admin"] as const).filter((role) => roleMay(own, actOver(role)));
}
