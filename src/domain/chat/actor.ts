import type { KeyScope, SiteRole } from "./lists.ts";
import { siteRoles } from "./lists.ts";

/** Who asks, made once per request from verified credentials and from nothing else. */
export type Actor = { kind: "anonymous" } | UserActor;

/** A person who came in with a session or an API key. A guest has no account. */
export interface UserActor {
  kind: "user";
  userId: string;
  name: string;
  guest: boolean;
  /** When name and account were last changed, ms UTC: of two states of a person the later one counts. */
  changedAt: number;
  /** Role on the site. It opens no chat: there a site's admin is a stranger like any other. */
  siteRole: SiteRole;
  credential: Credential;
}

/** What a person came in with. A session may do all that its person may; a key what its scopes allow. */
export type Credential = { kind: "session"; id: string } | { kind: "key"; id: string; scopes: readonly KeyScope[] };

/** A session or API key that has ended, and the chats in which it has opened sockets. */
export interface EndedCredential {
  credentialId: string;
  rooms: readonly string[];
}

/** Whether the credential may change anything. */
export function mayWrite(credential: Credential): boolean {
  return credential.kind === "session" || credential.scopes.includes("write");
}

/** The strongest role of a stored list (`moderator,admin`); `user` for none and for unknown ones. */
export function siteRoleOf(stored: string | null | undefined): SiteRole {
  const held = (stored ?? "").split(",").map((role) => role.trim());
  return siteRoles.findLast((role) => held.includes(role)) ?? "user";
}

/** A person's suspension as it is stored: times in ms UTC, without an end for good. */
export interface Suspension {
  banned: boolean | null | undefined;
  banExpires: number | null | undefined;
}

/** Whether the person is suspended at this time. */
export function isSuspended({ banned, banExpires }: Suspension, nowMs: number): boolean {
  return banned === true && (typeof banExpires !== "number" || banExpires > nowMs);
}
