import { chatRoles } from "../../../src/domain/chat/lists.ts";
import type { InvitationPreview, InvitationView, JoinedView } from "../../../src/protocol/people.ts";
import { hasShape, isFlag, isNumber, isObject, isText, isWhole, oneOf, orNull } from "./shape.ts";

/** An invitation with its link, or null. */
export function readInvitation(value: unknown): InvitationView | null {
  const known = hasShape<InvitationView>(value, {
    id: isText,
    token: isText,
    url: isText,
    role: oneOf(chatRoles),
    guests: isFlag,
    uses: isWhole,
    maxUses: orNull(isWhole),
    expiresAt: orNull(isNumber),
    createdBy: isText,
    createdByName: isText,
    createdAt: isNumber,
  });
  return known ? value : null;
}

/** The invitations of a chat that stand, or null. */
export function readInvitations(value: unknown): InvitationView[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  return value.items.map(readInvitation).filter((invitation) => invitation !== null);
}

/** What a link is for, or null. */
export function readPreview(value: unknown): InvitationPreview | null {
  const known = hasShape<InvitationPreview>(value, {
    chatId: isText,
    title: orNull(isText),
    invitedBy: isText,
    role: oneOf(chatRoles),
    guests: isFlag,
    joined: isFlag,
  });
  return known ? value : null;
}

/** The answer to an accepted invitation, or null. */
export function readJoined(value: unknown): JoinedView | null {
  return hasShape<JoinedView>(value, { chatId: isText, role: oneOf(chatRoles) }) ? value : null;
}
