import { parse } from "hono/utils/cookie";
import { readSessionCache, sessionCookieNames } from "../../src/adapters/d1/session-cache.ts";
import type { Actor, UserActor } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { authSecret } from "../deps.ts";
import type { Env } from "../env.ts";

/** Who asks, and the cookies that the answer has to carry because the session was renewed or made. */
export interface Identified {
  actor: Actor;
  setCookies: string[];
}

const anonymous: Identified = { actor: { kind: "anonymous" }, setCookies: [] };

/** The session cookies of a request; null when there is none, so nobody is asked who it is. */
export function sessionCookies(request: Request): { token: string; data: string } | null {
  const names = sessionCookieNames(new URL(request.url).protocol === "https:");
  const cookies = parse(request.headers.get("cookie") ?? "");
  const token = cookies[names.token];
  return token ? { token, data: cookies[names.data] ?? "" } : null;
}

/**
 * Who asks. A signed cache that is at most a minute old is believed; without it, or when `fresh`, the library asks D1. A forged or
 * ended session is anonymous.
 */
export async function identify(env: Env, request: Request, fresh: boolean): Promise<Identified> {
  const cookies = sessionCookies(request);
  if (!cookies) return anonymous;
  if (!fresh) {
    const cached = await readSessionCache(cookies, authSecret(env), Date.now());
    if (cached) return { actor: cached, setCookies: [] };
  }
  const auth = await authOf(env, request);
  const { response, headers } = await auth.api.getSession({
    headers: request.headers,
    query: { disableCookieCache: true },
    returnHeaders: true,
  });
  if (!response) return anonymous;
  const { id: userId, name, isAnonymous } = response.user;
  return {
    actor: { kind: "user", userId, name, guest: isAnonymous === true, sessionId: response.session.id },
    setCookies: headers.getSetCookie(),
  };
}

/** Makes a guest: a user without an account, and the session that stands for it. */
export async function makeGuest(env: Env, request: Request): Promise<{ actor: UserActor; setCookies: string[] }> {
  const auth = await authOf(env, request);
  // Without the caller's cookies: what they held was no session.
  const { response, headers } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  if (!response) throw new OhmError("internal", "The guest could not be made");
  const { id: userId, name } = response.user;
  return { actor: { kind: "user", userId, name, guest: true }, setCookies: headers.getSetCookie() };
}

/** The auth library for this request's site, loaded at first use. */
export async function authOf(env: Env, request: Request) {
  const { makeAuth } = await import("../../src/adapters/d1/auth.ts");
  const { origin } = new URL(request.url);
  const trustedOrigins = env.PUBLIC_URL ? [env.PUBLIC_URL] : [];
  return makeAuth({ db: env.DB, secret: authSecret(env), origin, trustedOrigins });
}
