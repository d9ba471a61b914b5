import { parse } from "hono/utils/cookie";
import type { Found } from "../../src/adapters/d1/d1-credentials.ts";
import { D1Credentials } from "../../src/adapters/d1/d1-credentials.ts";
import type { SessionCookies } from "../../src/adapters/d1/session-cache.ts";
import { readSessionCache, readSessionToken, sessionCookieNames } from "../../src/adapters/d1/session-cache.ts";
import type { Actor, UserActor } from "../../src/domain/chat/actor.ts";
import { isSuspended, siteRoleOf } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { authSecret, clock } from "../deps.ts";
import type { Env } from "../env.ts";
import { bearerToken, keyHolder } from "./api-key.ts";

/** Who asks, and the cookies that the answer has to carry because the session was renewed or made. */
export interface Identified {
  actor: Actor;
  setCookies: string[];
}

const anonymous: Identified = { actor: { kind: "anonymous" }, setCookies: [] };

/** The session cookies of a request; null when there is none, so nobody is asked who it is. */
export function sessionCookies(request: Request): SessionCookies | null {
  const cookies = parse(request.headers.get("cookie") ?? "");
  return cookiesOf(cookies, request);
}

/**
 * Who asks. An API key counts before a session, and is asked of D1 each time. Of a session a signed cache that is at most a minute old
 * is believed; without it, or when `fresh`, D1 is asked. A forged or ended session is anonymous. Throws `unauthenticated` for a key that
 * is none, and for a person who is suspended.
 */
export async function identify(env: Env, request: Request, fresh: boolean): Promise<Identified> {
  const key = bearerToken(request);
  if (key !== null) {
    const { actor } = admitted(await keyHolder(env, key));
    if (actor.kind === "anonymous")
      throw new OhmError("unauthenticated", "The API key is none, was deleted or is over");
    return { actor, setCookies: [] };
  }
  const cookies = sessionCookies(request);
  if (!cookies) return anonymous;
  if (fresh) return admitted(await sessionHolder(env, cookies));
  const cached = await readSessionCache(cookies, authSecret(env), clock.nowMs());
  return cached ? { actor: cached, setCookies: [] } : renewed(env, request);
}

/** Makes a guest: a user without an account, and the session that stands for it. */
export async function makeGuest(env: Env, request: Request): Promise<{ actor: UserActor; setCookies: string[] }> {
  const auth = await authOf(env, request);
  // Without the caller's cookies: what they held was no session.
  const { headers } = await auth.api.signInAnonymous({ headers: new Headers(), returnHeaders: true });
  const setCookies = headers.getSetCookie();
  const made = cookiesOf(Object.assign({}, ...setCookies.map((cookie) => parse(cookie.split(";")[0] ?? ""))), request);
  const actor = made && (await readSessionCache(made, authSecret(env), clock.nowMs()));
  if (!actor) throw new OhmError("internal", "The guest could not be made");
  return { actor, setCookies };
}

/** The cookie that ends the session cache of this browser, so that the next request asks D1 who it is. */
export function forgetSessionCache(request: Request): string {
  const secure = isSecure(request);
  return `${sessionCookieNames(secure).data}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The auth library for this request's site, loaded at first use. */
export async function authOf(env: Env, request: Request) {
  const { makeAuth } = await import("../../src/adapters/d1/auth.ts");
  const { origin } = new URL(request.url);
  const trustedOrigins = env.PUBLIC_URL ? [env.PUBLIC_URL] : [];
  return makeAuth({ db: env.DB, secret: authSecret(env), origin, trustedOrigins });
}

/** Whom the session's token stands for in D1, without the library: its cookie is signed, its row is one look-up. */
async function sessionHolder(env: Env, cookies: SessionCookies): Promise<Found> {
  const token = await readSessionToken(cookies.token, authSecret(env));
  return token === null ? { kind: "nobody" } : new D1Credentials(env.DB).ofSession(token, clock.nowMs());
}

/** The session as the library finds it in D1, with the cookies of a new cache. */
async function renewed(env: Env, request: Request): Promise<Identified> {
  const auth = await authOf(env, request);
  const { response, headers } = await auth.api.getSession({
    headers: request.headers,
    query: { disableCookieCache: true },
    returnHeaders: true,
  });
  if (!response) return anonymous;
  const { id: userId, name, isAnonymous, role, banned, banExpires } = response.user;
  const untilMs = banExpires?.getTime() ?? null;
  if (isSuspended({ banned, banExpires: untilMs }, clock.nowMs())) return admitted({ kind: "suspended", untilMs });
  const credential = { kind: "session" as const, id: response.session.id };
  const actor = {
    kind: "user" as const,
    userId,
    name,
    guest: isAnonymous === true,
    siteRole: siteRoleOf(role),
    credential,
  };
  return { actor, setCookies: headers.getSetCookie() };
}

function admitted(found: Found): Identified {
  if (found.kind === "suspended") {
    const until = found.untilMs === null ? "" : ` until ${new Date(found.untilMs).toISOString()}`;
    throw new OhmError("unauthenticated", `This account is suspended${until}`);
  }
  return found.kind === "person" ? { actor: found.actor, setCookies: [] } : anonymous;
}

function cookiesOf(cookies: Record<string, string>, request: Request): SessionCookies | null {
  const names = sessionCookieNames(isSecure(request));
  const token = cookies[names.token];
  return token ? { token, data: cookies[names.data] ?? "" } : null;
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === "https:";
}
