import { parse } from "hono/utils/cookie";
import type { Auth, AuthConfig } from "../../src/adapters/d1/auth.ts";
import { claimedGuest } from "../../src/adapters/d1/bring-claim.ts";
import type { Found } from "../../src/adapters/d1/d1-credentials.ts";
import { isAway } from "../../src/adapters/d1/is-away.ts";
import type { SessionCookies } from "../../src/adapters/d1/session-cache.ts";
import { readSessionCache, readSigned, sessionCookieNames } from "../../src/adapters/d1/session-cache.ts";
import { watchedD1 } from "../../src/adapters/d1/watched-d1.ts";
import type { Actor, UserActor } from "../../src/domain/chat/actor.ts";
import { isSuspended, siteRoleOf } from "../../src/domain/chat/actor.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { authSecret, clock } from "../deps.ts";
import { endSockets } from "../end-sockets.ts";
import type { Env } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import { bearerToken, keyHolder } from "./api-key.ts";
import { databaseAway, report } from "./problem.ts";
import { addressPrefix } from "./rates.ts";

/** Who asks, and the cookies that the answer has to carry because the session was renewed or made. */
export interface Identified {
  actor: Actor;
  setCookies: string[];
}

const authModule = onDemand(() => import("../../src/adapters/d1/auth.ts"));
const scopeModule = onDemand(() => import("../scope.ts"));
const credentialsModule = onDemand(() => import("../../src/adapters/d1/d1-credentials.ts"));
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
  // Without the caller's cookies: what they held was no session.
  const { headers } = await askAuth(env, request, ({ api }) =>
    api.signInAnonymous({ headers: new Headers(), returnHeaders: true }),
  );
  const setCookies = headers.getSetCookie();
  const made = cookiesOf(Object.assign({}, ...setCookies.map((cookie) => parse(cookie.split(";")[0] ?? ""))), request);
  const actor = made && (await readSessionCache(made, authSecret(env), clock.nowMs()));
  if (!actor) throw new OhmError("internal", "The guest could not be made");
  return { actor, setCookies };
}

/** A `Set-Cookie` that takes a cookie of ours out of the browser. Without its session cache the next request asks D1 who it is. */
export function forgetCookie(request: Request, which: keyof ReturnType<typeof sessionCookieNames>): string {
  const secure = isSecure(request);
  return `${sessionCookieNames(secure)[which]}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The guest that the person who asks was before this browser signed in to their account, null when there is no proof of one. */
export async function bringableGuest(env: Env, request: Request, accountId: string): Promise<string | null> {
  const cookie = parse(request.headers.get("cookie") ?? "")[sessionCookieNames(isSecure(request)).bring] ?? "";
  return claimedGuest(cookie, authSecret(env), { accountId, nowMs: clock.nowMs() });
}

/**
 * Asks the auth library as this request's site. Throws `unavailable` when D1 failed meanwhile: the library makes
 * answers of its own of some faults, a sign-out that has ended nothing among them.
 */
export async function askAuth<T>(env: Env, request: Request, ask: (auth: Auth) => Promise<T>): Promise<T> {
  const [{ makeAuth }, { signUpRules }] = await Promise.all([authModule(), scopeModule()]);
  const { origin } = new URL(request.url);
  let away = false;
  const db = watchedD1(env.DB, (error) => {
    away ||= isAway(error);
  });
  const auth = makeAuth({
    db,
    secret: authSecret(env),
    origin,
    trustedOrigins: env.PUBLIC_URL ? [env.PUBLIC_URL] : [],
    signUp: signUpRules({ ...env, DB: db }),
    passwords: passwordsOf(env, request),
    ended: (credentials) => endSockets(env, credentials),
    report,
  });
  const [asked] = await Promise.allSettled([ask(auth)]);
  if (away) throw databaseAway();
  if (asked.status === "rejected") throw asked.reason;
  return asked.value;
}

/** The password desk of the caller's address. */
function passwordsOf({ PASSWORD_DESK }: Env, request: Request): AuthConfig["passwords"] {
  const desk = () => PASSWORD_DESK.getByName(addressPrefix(request));
  return { hash: (password) => desk().hash(password), verify: ({ hash, password }) => desk().verify(hash, password) };
}

/** Whom the session's token stands for in D1, without the library: its cookie is signed, its row is one look-up. */
async function sessionHolder(env: Env, cookies: SessionCookies): Promise<Found> {
  const token = await readSigned(cookies.token, authSecret(env));
  if (token === null) return { kind: "nobody" };
  const { D1Credentials } = await credentialsModule();
  return new D1Credentials(env.DB).ofSession(token, clock.nowMs());
}

/** The session as the library finds it in D1, with the cookies of a new cache. */
async function renewed(env: Env, request: Request): Promise<Identified> {
  const { response, headers } = await askAuth(env, request, ({ api }) =>
    api.getSession({ headers: request.headers, query: { disableCookieCache: true }, returnHeaders: true }),
  );
  if (!response) return anonymous;
  const { id: userId, name, isAnonymous, updatedAt, role, banned, banExpires } = response.user;
  const untilMs = banExpires?.getTime() ?? null;
  if (isSuspended({ banned, banExpires: untilMs }, clock.nowMs())) return admitted({ kind: "suspended", untilMs });
  const credential = { kind: "session" as const, id: response.session.id };
  const actor = {
    kind: "user" as const,
    userId,
    name,
    guest: isAnonymous === true,
    changedAt: updatedAt.getTime(),
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
