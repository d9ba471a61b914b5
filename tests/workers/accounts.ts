import { env } from "cloudflare:workers";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { makeAuth } from "../../src/adapters/d1/auth.ts";
import type { UserActor } from "../../src/domain/chat/actor.ts";
import type { SiteRole } from "../../src/domain/chat/lists.ts";
import { Caller } from "./caller.ts";

/** What `POST /api/keys` answers. */
export interface MadeKey {
  id: string;
  key: string;
  start: string;
}

/** A person of this id as the Worker sees them after it has verified their session. */
export function signedIn(userId: string): UserActor {
  const credential = { kind: "session" as const, id: userId };
  return { kind: "user", userId, name: "Ada", guest: false, changedAt: 1, siteRole: "user", credential };
}

/** The auth library by itself, without a Worker around it. */
export function library(origin: string, secret = env.BETTER_AUTH_SECRET ?? "") {
  const signUp = { policy: "open" as const, isInvited: async () => true };
  const report = (error: unknown) => console.error(error);
  const passwords = { hash: hashPassword, verify: verifyPassword };
  const ended = async () => undefined;
  return makeAuth({ db: env.DB, secret, origin, trustedOrigins: [], signUp, passwords, ended, report });
}

let people = 0;

/** Body of a sign-up that nobody else makes in this file. */
export function signUpBody(more: object = {}) {
  people += 1;
  return { name: "Ada", email: `ada${people}.${crypto.randomUUID()}@example.org`, password: "correct horse", ...more };
}

/** Somebody with an account, by the library's own sign-up. */
export async function account(origin?: string): Promise<Caller> {
  const caller = new Caller(origin);
  const response = await caller.call("POST /api/auth/sign-up/email", signUpBody());
  if (response.status !== 200) throw new Error(`No account: ${response.status} ${await response.text()}`);
  return caller;
}

/** The same account in another browser. */
export async function signIn(body: { email: string; password: string }, origin?: string): Promise<Caller> {
  const caller = new Caller(origin);
  const { email, password } = body;
  const response = await caller.call("POST /api/auth/sign-in/email", { email, password });
  if (response.status !== 200) throw new Error(`Not signed in: ${response.status} ${await response.text()}`);
  return caller;
}

/** Somebody with this role on the site, made as docs/deploy.md says. */
export async function withRole(role: SiteRole): Promise<Caller> {
  const body = signUpBody();
  const caller = new Caller();
  await caller.call("POST /api/auth/sign-up/email", body);
  await env.DB.prepare("update user set role = ? where email = ?").bind(role, body.email).run();
  return caller;
}

/** The id of the person who asks. */
export async function idOf(caller: Caller): Promise<string> {
  const { id } = await (await caller.call("GET /api/me")).json<{ id: string }>();
  return id;
}

/** A key of this person. */
export async function makeKey(caller: Caller, body: object = {}): Promise<MadeKey> {
  const response = await caller.call("POST /api/keys", { name: "Script", ...body });
  if (response.status !== 201) throw new Error(`No key: ${response.status} ${await response.text()}`);
  return response.json<MadeKey>();
}

/** Headers by which a key comes in. */
export function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}

/** Suspends a person as an admin's statement would, or frees them again. */
export async function suspend(userId: string, until: number | null = null, banned = true): Promise<void> {
  await env.DB.prepare("update user set banned = ?, banExpires = ? where id = ?")
    .bind(banned ? 1 : 0, until, userId)
    .run();
}

/** A script that comes with a key, without cookies. */
export class Script extends Caller {
  readonly #key: string;

  constructor(key: string) {
    super();
    this.#key = key;
  }

  override call(route: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return super.call(route, body, { ...bearer(this.#key), ...headers });
  }
}
