import * as z from "zod";
import type { UserActor } from "../../domain/chat/actor.ts";
import { isSuspended, siteRoleOf } from "../../domain/chat/actor.ts";

/** How long a verified session is believed without asking D1, s. */
export const sessionCacheSeconds = 60;

/** Cookie names: bound to the host over https; plain over http, where only loopback is served. */
export function sessionCookieNames(secure: boolean): { token: string; data: string; bring: string } {
  const prefix = secure ? "__Host-ohm" : "ohm";
  return { token: `${prefix}.token`, data: `${prefix}.data`, bring: `${prefix}.bring` };
}

// The library's `compact` form: base64url of this JSON; the signature is HMAC-SHA-256 over the JSON of the session's fields and
// `expiresAt`, in that order. A test ties it to the library's own output.
const cacheCookie = z.strictObject({
  session: z.looseObject({
    session: z.looseObject({ id: z.string().min(1), token: z.string(), expiresAt: z.string() }),
    user: z.looseObject({
      id: z.string().min(1),
      name: z.string(),
      isAnonymous: z.boolean().nullish(),
      updatedAt: z.string(),
      role: z.string().nullish(),
      banned: z.boolean().nullish(),
      banExpires: z.string().nullish(),
    }),
  }),
  expiresAt: z.number(),
  signature: z.string(),
});

/** The two session cookies of a request as they came. */
export interface SessionCookies {
  token: string;
  data: string;
}

/**
 * The person of a signed session cache, or null when it is forged, too old, of another session than the token, of a person who is
 * suspended, or no cache at all. Neither loads the auth library nor asks D1.
 */
export async function readSessionCache(
  cookies: SessionCookies,
  secret: string,
  nowMs: number,
): Promise<UserActor | null> {
  const raw = jsonOf(cookies.data);
  const parsed = cacheCookie.safeParse(raw);
  if (!parsed.success) return null;
  const { session, expiresAt, signature } = parsed.data;
  if (expiresAt <= nowMs || Date.parse(session.session.expiresAt) <= nowMs) return null;
  if (!cookies.token.startsWith(`${session.session.token}.`)) return null;
  // Signed is the text as it came: a schema may put the fields of an object into another order.
  const signed = JSON.stringify({ ...Object(Reflect.get(Object(raw), "session")), expiresAt });
  if (!(await verified(signed, bytesOf(signature), secret))) return null;
  const { id: userId, name, isAnonymous, updatedAt, role, banned, banExpires } = session.user;
  if (isSuspended({ banned, banExpires: banExpires ? Date.parse(banExpires) : null }, nowMs)) return null;
  const credential = { kind: "session" as const, id: session.session.id };
  const changedAt = Date.parse(updatedAt);
  if (Number.isNaN(changedAt)) return null;
  const guest = isAnonymous === true;
  return { kind: "user", userId, name, guest, changedAt, siteRole: siteRoleOf(role), credential };
}

/** The text of a cookie that the library signed (`text.signature`), such as the session's token; null when it did not. */
export async function readSigned(cookie: string, secret: string): Promise<string | null> {
  const at = cookie.lastIndexOf(".");
  const text = cookie.slice(0, Math.max(0, at));
  return (await verified(text, bytesOf(cookie.slice(at + 1)), secret)) ? text : null;
}

async function verified(text: string, signature: Uint8Array<ArrayBuffer> | null, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["verify"]);
  return signature !== null && crypto.subtle.verify("HMAC", key, signature, encoder.encode(text));
}

function jsonOf(base64url: string): unknown {
  const bytes = bytesOf(base64url);
  if (!bytes) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Base64 of either alphabet, with padding or without. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
