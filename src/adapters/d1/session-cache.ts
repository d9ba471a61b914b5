import * as z from "zod";
import type { UserActor } from "../../domain/chat/actor.ts";

/** How long a verified session is believed without asking D1, s. */
export const sessionCacheSeconds = 60;

/** Cookie names: bound to the host over https; plain over http, where only loopback is served. */
export function sessionCookieNames(secure: boolean): { token: string; data: string } {
  const prefix = secure ? "__Host-ohm" : "ohm";
  return { token: `${prefix}.token`, data: `${prefix}.data` };
}

// The library's `compact` form: base64url of this JSON; the signature is HMAC-SHA-256 over the JSON of the session's fields and
// `expiresAt`, in that order. A test ties it to the library's own output.
const cacheCookie = z.strictObject({
  session: z.looseObject({
    session: z.looseObject({ token: z.string(), expiresAt: z.string() }),
    user: z.looseObject({ id: z.string().min(1), name: z.string(), isAnonymous: z.boolean().nullish() }),
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
 * The person of a signed session cache, or null when it is forged, too old, of another session than the token, or no cache at all.
 * Neither loads the auth library nor asks D1.
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
  if (!(await verified(signed, signature, secret))) return null;
  const { id, name, isAnonymous } = session.user;
  return { kind: "user", userId: id, name, guest: isAnonymous === true };
}

async function verified(text: string, signature: string, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["verify"]);
  const bytes = bytesOf(signature);
  return bytes !== null && crypto.subtle.verify("HMAC", key, bytes, encoder.encode(text));
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

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
