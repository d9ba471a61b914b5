import { chatRoles } from "../../../src/domain/chat/lists.ts";
import type { invitationPreview, invitationView, joinedView } from "../../../src/protocol/people.ts";
import type { Checks } from "./shape.ts";
import { hasShape, isFlag, isObject, isText, isWhole, oneOf, orNull } from "./shape.ts";

/** An invitation as those see it who may invite; with a session it has its link. */
export type Invitation = Omit<(typeof invitationView)["_output"], "token" | "url"> & { token: string; url: string };

/** What the holder of a link sees before accepting. */
export type InvitationPreview = (typeof invitationPreview)["_output"];

/** A chat that an invitation let its holder into. */
export type Joined = (typeof joinedView)["_output"];

/** A page of a chat's invitations. */
export interface InvitationPage {
  items: Invitation[];
  nextCursor: string | null;
}

const invitationChecks: Checks<Invitation> = {
  id: isText,
  token: isText,
  url: isText,
  role: oneOf(chatRoles),
  guests: isFlag,
  uses: isWhole,
  maxUses: orNull(isWhole),
  expiresAt: orNull(isWhole),
  createdBy: isText,
  createdByName: isText,
  createdAt: isWhole,
};

const previewChecks: Checks<InvitationPreview> = {
  chatId: isText,
  title: orNull(isText),
  invitedBy: isText,
  role: oneOf(chatRoles),
  guests: isFlag,
  joined: isFlag,
};

const joinedChecks: Checks<Joined> = { chatId: isText, role: oneOf(chatRoles) };

/** An invitation, or null. */
export function readInvitation(value: unknown): Invitation | null {
  return hasShape<Invitation>(value, invitationChecks) ? value : null;
}

/** A page of `GET /api/chats/{id}/invitations`, or null. */
export function readInvitations(value: unknown): InvitationPage | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const { nextCursor } = value;
  return {
    items: value.items.map(readInvitation).filter((invitation) => invitation !== null),
    nextCursor: typeof nextCursor === "string" ? nextCursor : null,
  };
}

/** The answer of `GET /api/invitations/{token}`, or null. */
export function readPreview(value: unknown): InvitationPreview | null {
  return hasShape<InvitationPreview>(value, previewChecks) ? value : null;
}

/** The answer to an accepted invitation, or null. */
export function readJoined(value: unknown): Joined | null {
  return hasShape<Joined>(value, joinedChecks) ? value : null;
}
