import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import type { ErrorCode } from "../../../../src/domain/error/ohm-error.ts";
import { text } from "../../text/text.ts";
import type { Answer, Problem } from "../../wire/http.ts";
import { change, getJson, send } from "../../wire/http.ts";
import type { Invitation, InvitationPage } from "../../wire/read-invitations.ts";
import { readInvitation, readInvitations } from "../../wire/read-invitations.ts";
import type { InvitedRole } from "./person-acts.ts";

/** How long a new link stands. */
export const spans = ["never", "day", "week"] as const;
export type Span = (typeof spans)[number];

const dayMs = 86_400_000;
const spanMs: Record<Span, number | null> = { never: null, day: dayMs, week: 7 * dayMs };

/** What somebody chose for a new link. */
export interface NewLink {
  role: InvitedRole;
  guests: boolean;
  isOnce: boolean;
  span: Span;
}

/** The body that makes a link of these choices. Guests never come as admins. */
export function invitationBody({ role, guests, isOnce, span }: NewLink, nowMs: number) {
  const ms = spanMs[span];
  return {
    role,
    guests: guests && role !== "admin",
    maxUses: isOnce ? 1 : null,
    expiresAt: ms === null ? null : nowMs + ms,
  };
}

/** Gives somebody another role; `owner` hands the chat over. Answers null when it is done, else why not. */
export function giveRole(chatId: string, userId: string, role: ChatRole): Promise<Problem | null> {
  return change("PATCH", `/api/chats/${chatId}/participants/${userId}`, { role });
}

/** Lets the perspectives of the engine follow its answers in this chat, or not. Answers null when it is done, else why not. */
export function setMode(chatId: string, mode: "group" | "workbench"): Promise<Problem | null> {
  return change("PATCH", `/api/chats/${chatId}`, { mode });
}

/** Takes somebody out of the chat, or oneself. */
export function takeOut(chatId: string, userId: string): Promise<Problem | null> {
  return change("DELETE", `/api/chats/${chatId}/participants/${userId}`);
}

export function loadInvitations(chatId: string, cursor: string | null): Promise<Answer<InvitationPage>> {
  const from = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return getJson(`/api/chats/${chatId}/invitations${from}`, readInvitations);
}

export function makeInvitation(chatId: string, link: NewLink): Promise<Answer<Invitation>> {
  const value = invitationBody(link, Date.now());
  return send({ method: "POST", path: `/api/chats/${chatId}/invitations`, value }, readInvitation);
}

/** Ends an invitation. One that has ended already is no problem. */
export async function revokeInvitation(chatId: string, id: string): Promise<Problem | null> {
  const problem = await change("DELETE", `/api/chats/${chatId}/invitations/${id}`);
  return problem?.code === "not_found" ? null : problem;
}

/** Why nothing was done, in words. */
export function refusalWords({ code }: Problem): string {
  if (code === null) return text.people.noLine;
  const own: Partial<Record<ErrorCode, string>> = {
    forbidden: text.people.notAllowed,
    not_found: text.people.gone,
    conflict: text.people.conflict,
  };
  return text.people.notDone(own[code] ?? text.problems[code]);
}
