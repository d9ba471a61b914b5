import type { BetterAuthPlugin, GenericEndpointContext } from "@better-auth/core";
import { createAuthMiddleware } from "@better-auth/core/api";
import type { DBFieldAttribute } from "@better-auth/core/db";
import { getAuthTables } from "@better-auth/core/db";
import { APIError, BASE_ERROR_CODES } from "@better-auth/core/error";
import { filterOutputFields } from "@better-auth/core/utils/db";
import { generateId } from "@better-auth/core/utils/id";
import { getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import type { SignUpPolicy } from "../../domain/chat/lists.ts";
import { checkPerson } from "./check-person.ts";
import { isTaken } from "./is-taken.ts";
import { readSessionCache } from "./session-cache.ts";

/** `isInvited` is asked with the policy `invite`: of the guest who signs up, and of the token of an invitation in the body. */
export interface SignUpRules {
  policy: SignUpPolicy;
  isInvited(claim: { userId: string | null; token: string | null }): Promise<boolean>;
}

/** How long a sign-up may take, ms. */
const signUpMs = 30_000;

// What the library asks of a sign-up, no more and no less: what does not fit is refused by the library itself.
const signUpBody = z.looseObject({
  name: z.string(),
  email: z.email(),
  password: z.string().nonempty(),
  image: z.string().optional(),
  callbackURL: z.string().optional(),
  rememberMe: z.boolean().optional(),
});
type SignUpBody = z.infer<typeof signUpBody>;

type GuestSession = NonNullable<Awaited<ReturnType<typeof getSessionFromCtx>>>;

/** A sign-up from a guest's session gives that guest an account in place; every other one is the library's. */
export function guestSignUp(db: D1Database, rules: SignUpRules): BetterAuthPlugin {
  return {
    id: "guest-sign-up",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === "/sign-up/email",
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx, { disableCookieCache: true, disableRefresh: true });
            const { success, data } = signUpBody.safeParse(ctx.body);
            if (rules.policy === "invite") await checkInvited(rules, session?.user.id ?? null, ctx.body);
            const isGuest = session !== null && Reflect.get(session.user, "isAnonymous") === true;
            if (rules.policy === "closed" || !success) return undefined;
            await dropHalfMade(db, data.email);
            if (isGuest) return upgrade({ ctx, db, session }, data);
            if (!session && (await hasSignedUp(ctx))) throw taken(undefined);
            return undefined;
          }),
        },
      ],
    },
  };
}

/**
 * The library writes a person first and how they sign in second. Where D1 failed between, the address would be taken for ever by somebody
 * who never can. A sign-up that is under way is younger.
 */
async function dropHalfMade(db: D1Database, email: string): Promise<void> {
  await db
    .prepare(
      `delete from user where email = ?1 and createdAt < ?2
       and not exists (select 1 from account where userId = user.id)
       and not exists (select 1 from session where userId = user.id)`,
    )
    .bind(email.toLowerCase(), Date.now() - signUpMs)
    .run();
}

/**
 * Whether the caller was a guest a moment ago and is none any more: another tab was first. Its sign-up would make a second person, and
 * the browser would lose the first one with all chats.
 */
async function hasSignedUp(ctx: GenericEndpointContext): Promise<boolean> {
  const { authCookies, internalAdapter, secret } = ctx.context;
  const cookie = (name: string) => ctx.getCookie(name) ?? "";
  const held = { token: cookie(authCookies.sessionToken.name), data: cookie(authCookies.sessionData.name) };
  const was = await readSessionCache(held, secret, Date.now());
  if (!was?.guest) return false;
  const is = await internalAdapter.findUserById(was.userId);
  return is !== null && Reflect.get(is, "isAnonymous") !== true;
}

async function checkInvited(rules: SignUpRules, userId: string | null, body: unknown): Promise<void> {
  const token = z.looseObject({ invitation: z.string().max(200) }).safeParse(body).data?.invitation ?? null;
  if (await rules.isInvited({ userId, token })) return;
  throw new APIError("FORBIDDEN", { code: "INVITATION_NEEDED", message: "Accounts are made by invitation here" });
}

interface Upgrade {
  ctx: GenericEndpointContext;
  db: D1Database;
  session: GuestSession;
}

/** Answers as the library's sign-up does, for the same refusals too. */
async function upgrade({ ctx, db, session }: Upgrade, body: SignUpBody) {
  const { context } = ctx;
  const { name, email, password, image, callbackURL: _, rememberMe, ...rest } = body;
  const { minPasswordLength, maxPasswordLength } = context.password.config;
  if (password.length < minPasswordLength) throw APIError.from("BAD_REQUEST", BASE_ERROR_CODES.PASSWORD_TOO_SHORT);
  if (password.length > maxPasswordLength) throw APIError.from("BAD_REQUEST", BASE_ERROR_CODES.PASSWORD_TOO_LONG);
  // `better-auth/db` has functions for this and for the answer, and would bring every language of zod into each start.
  const fields = getAuthTables(context.options).user?.fields ?? {};
  checkFields(fields, rest);
  await checkPerson({ name, image });
  if (await context.internalAdapter.findUserByEmail(email)) throw taken(undefined);
  const forgets = rememberMe === false;
  const renewed = {
    ...session.session,
    // Whoever held the guest's cookie does not hold the account's. The session stays, and its sockets with it.
    token: generateId(32),
    updatedAt: new Date(),
    expiresAt: new Date(Date.now() + 1000 * (forgets ? 86_400 : context.sessionConfig.expiresIn)),
  };
  const person = { name, email: email.toLowerCase(), image: image ?? session.user.image ?? null };
  const isFirst = await store(db, { ...person, session: renewed, hash: await context.password.hash(password) });
  if (!isFirst) throw taken(undefined);
  const user = await context.internalAdapter.findUserById(session.user.id);
  if (!user) throw APIError.from("UNPROCESSABLE_ENTITY", BASE_ERROR_CODES.FAILED_TO_CREATE_USER);
  await setSessionCookie(ctx, { session: renewed, user }, forgets);
  return { token: renewed.token, user: filterOutputFields(user, fields) };
}

/** Throws the library's 400 for a field that only the site may set, where the library does not pass over it. */
function checkFields(fields: Record<string, DBFieldAttribute>, given: Record<string, unknown>): void {
  for (const [name, { input, defaultValue }] of Object.entries(fields)) {
    if (input !== false || defaultValue !== undefined || !given[name]) continue;
    const message = `${name} is not allowed to be set`;
    throw APIError.from("BAD_REQUEST", { ...BASE_ERROR_CODES.FIELD_NOT_ALLOWED, message });
  }
}

interface NewAccount {
  name: string;
  email: string;
  image: string | null;
  hash: string;
  session: { id: string; userId: string; token: string; updatedAt: Date; expiresAt: Date };
}

/** All of it or nothing, in one transaction. false when another sign-up of this guest was first. */
async function store(db: D1Database, { name, email, image, hash, session }: NewAccount): Promise<boolean> {
  const accountId = uuidv7();
  const { id, userId, token } = session;
  const now = session.updatedAt.getTime();
  const won = "exists (select 1 from account where id = ?1)";
  try {
    const [, added] = await db.batch([
      db
        .prepare(
          `update user set name = ?2, email = ?3, image = ?4, isAnonymous = 0, emailVerified = 0, updatedAt = ?5
          where id = ?1 and isAnonymous = 1`,
        )
        .bind(userId, name, email, image, now),
      db
        .prepare(
          `insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt)
          select ?1, id, 'credential', id, ?3, ?4, ?4 from user where id = ?2 and email = ?5
          and not exists (select 1 from account where userId = ?2 and providerId = 'credential')`,
        )
        .bind(accountId, userId, hash, now, email),
      db
        .prepare(`update session set token = ?3, expiresAt = ?4, updatedAt = ?5 where id = ?2 and ${won}`)
        .bind(accountId, id, token, session.expiresAt.getTime(), now),
    ]);
    return (added?.meta.changes ?? 0) > 0;
  } catch (error) {
    throw isTaken(error, "user.email") ? taken(error) : error;
  }
}

function taken(cause: unknown): APIError {
  const error = APIError.from("UNPROCESSABLE_ENTITY", BASE_ERROR_CODES.USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL);
  if (cause !== undefined) error.cause = cause;
  return error;
}
