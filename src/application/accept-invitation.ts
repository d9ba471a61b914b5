import type { ChatRole } from "../domain/chat/lists.ts";
import { OhmError } from "../domain/error/ohm-error.ts";
import type { Clock } from "./ports.ts";

/** An invitation that stands: neither revoked, expired nor used up for who holds its link. */
export interface StandingInvitation {
  id: string;
  chatId: string;
  title: string | null;
  role: ChatRole;
  guests: boolean;
  invitedBy: string;
  invitedByName: string;
  createdAt: number;
  /** Who asks is in the chat already, as far as the lists know. */
  joined: boolean;
  /** Who asks is or was in the chat. */
  isKnown: boolean;
}

/** The holder of a link; `userId` is null for who has no session. */
export interface LinkHolder {
  tokenHash: string;
  userId: string | null;
}

/** Where invitations are kept and their places are counted. */
export interface InvitationDesk {
  /** null for an invitation that is unknown, revoked, expired, used up, or whose chat is in the trash: one answer for all. */
  standing(holder: LinkHolder, nowMs: number): Promise<StandingInvitation | null>;
  /**
   * Takes a place, in one statement with the conditions. `held`: this person had one before. `none`: it does not stand any more.
   */
  claim(holder: { tokenHash: string; userId: string }, nowMs: number): Promise<"taken" | "held" | "none">;
  /** Gives back a place that its holder had no use for. */
  release(place: { invitationId: string; userId: string }): Promise<void>;
}

/** What a room is told of the invitation by which somebody comes. */
export type ChatInvitation = Pick<StandingInvitation, "id" | "role" | "invitedBy" | "createdAt">;

/** Somebody in a chat; `isNew` is false for who was there already. `byThis`: by this very invitation, now or before. */
export interface Joined {
  role: ChatRole;
  isNew: boolean;
  byThis: boolean;
}

/** A verified person at the rooms' doors. */
export interface Invitee {
  userId: string;
  guest: boolean;
  /** Their role in this chat, null for who is not in it. */
  roleIn(chatId: string): Promise<ChatRole | null>;
  /** Whether they are in this chat, or would be let in. */
  isWelcome(chatId: string, invitation: ChatInvitation): Promise<boolean>;
  /** Lets them in, or throws why not: the room decides. */
  join(chatId: string, invitation: ChatInvitation): Promise<Joined>;
}

/** What accepting needs. `visitor` is null without a session; `newGuest` makes one. */
export interface Accepting {
  desk: InvitationDesk;
  clock: Clock;
  visitor(): Promise<Invitee | null>;
  newGuest(): Promise<Invitee>;
}

/** The one answer for a link that opens nothing, whatever the reason. */
export function deadInvitation(): OhmError {
  return new OhmError("not_found", "This invitation does not stand: it is unknown, used up, expired or revoked");
}

const accountFirst = "This invitation is for people with an account: sign up or sign in, then open it again";

/**
 * What an invitation is for. Throws `not_found` where it does not stand for this person: whether one who was in the chat before may come
 * back by it is the room's word.
 */
export async function previewInvitation(
  { desk, clock, visitor }: Pick<Accepting, "desk" | "clock" | "visitor">,
  tokenHash: string,
): Promise<StandingInvitation> {
  const known = await visitor();
  const invitation = await desk.standing({ tokenHash, userId: known?.userId ?? null }, clock.nowMs());
  if (!invitation) throw deadInvitation();
  if (known && invitation.isKnown && !(await known.isWelcome(invitation.chatId, invitation))) throw deadInvitation();
  return invitation;
}

/**
 * Brings a person into the chat of an invitation, once, however often they accept. Who has no session becomes a guest, if guests are
 * taken. A place is taken before the room is asked, so that of many who come at once no more get in than there are places; who turns out
 * to need none gives it back.
 * Throws `not_found` where the invitation does not stand for this person, `unauthenticated` without a session and `forbidden` for a
 * guest where only people with an account are taken.
 */
export async function acceptInvitation(
  { desk, clock, visitor, newGuest }: Accepting,
  tokenHash: string,
): Promise<{ chatId: string; role: ChatRole }> {
  const known = await visitor();
  const invitation = await desk.standing({ tokenHash, userId: known?.userId ?? null }, clock.nowMs());
  if (!invitation) throw deadInvitation();
  const { chatId } = invitation;
  const role = known && invitation.joined ? await known.roleIn(chatId) : null;
  if (role) return { chatId, role };
  if (!known && !invitation.guests) throw new OhmError("unauthenticated", accountFirst);
  const invitee = known ?? (await newGuest());
  if (invitee.guest && !invitation.guests) throw new OhmError("forbidden", accountFirst);
  return { chatId, role: await takePlace({ desk, clock, invitee }, { tokenHash, invitation }) };
}

async function takePlace(
  { desk, clock, invitee }: Pick<Accepting, "desk" | "clock"> & { invitee: Invitee },
  { tokenHash, invitation }: { tokenHash: string; invitation: StandingInvitation },
): Promise<ChatRole> {
  const { userId } = invitee;
  const place = await desk.claim({ tokenHash, userId }, clock.nowMs());
  if (place === "none") throw deadInvitation();
  const giveBack = async () => {
    if (place === "taken") await desk.release({ invitationId: invitation.id, userId });
  };
  try {
    const { role, byThis } = await invitee.join(invitation.chatId, invitation);
    // Who accepts twice at once is in by the other try, and the place is theirs all the same.
    if (!byThis) await giveBack();
    return role;
  } catch (error) {
    // Whom the room does not take is told no more than a stranger. A room that did not answer may have let them in: the place is kept.
    if (!(error instanceof OhmError)) throw error;
    await giveBack();
    throw error.code === "not_found" ? deadInvitation() : error;
  }
}
