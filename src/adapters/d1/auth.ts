import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { isAPIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { admin } from "better-auth/plugins/admin";
import type { AnonymousOptions } from "better-auth/plugins/anonymous";
import { anonymous } from "better-auth/plugins/anonymous";
import { drizzle } from "drizzle-orm/d1";
import { uuidv7 } from "uuidv7";
import type { EndedCredential } from "../../domain/chat/actor.ts";
import { limits } from "../../domain/chat/limits.ts";
import { bringClaimSeconds, bringClaimText } from "./bring-claim.ts";
import { checkPerson } from "./check-person.ts";
import { D1Credentials } from "./d1-credentials.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import type { SignUpRules } from "./guest-sign-up.ts";
import { guestSignUp } from "./guest-sign-up.ts";
import { account, session, user, verification } from "./schema.ts";
import { sessionCacheSeconds, sessionCookieNames } from "./session-cache.ts";
import { closedAddresses, siteAccess } from "./site-access.ts";

/** What the auth library is set up with; `origin` is the site's own, with scheme and port. */
export interface AuthConfig {
  db: D1Database;
  secret: string;
  origin: string;
  trustedOrigins: string[];
  signUp: SignUpRules;
  /** Hashing is dear: where it is done is not the library's to say. */
  passwords: {
    hash(password: string): Promise<string>;
    verify(given: { hash: string; password: string }): Promise<boolean>;
  };
  /** Told of what has ended, to close its sockets. */
  ended(credentials: readonly EndedCredential[]): Promise<void>;
  /** Told of what nobody expected; refusals are none of it. */
  report(error: unknown): void;
}

/** The auth library as it is set up here. */
export type Auth = ReturnType<typeof makeAuth>;

/** The auth library. Import this file lazily: it is the heaviest of the Worker, and a session is verified without it. */
export function makeAuth(config: AuthConfig) {
  const { db, secret, origin, trustedOrigins, signUp, passwords, report } = config;
  return betterAuth({
    appName: "Ohm",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: "error", log: (_, message, cause) => report(new Error(message, { cause })) },
    rateLimit: { enabled: false },
    onAPIError: { onError: (error) => refused(error, report) },
    disabledPaths: closedAddresses,
    emailAndPassword: { enabled: true, disableSignUp: signUp.policy === "closed", password: passwords },
    database: drizzleAdapter(drizzle(db), { provider: "sqlite", schema: { user, session, account, verification } }),
    databaseHooks: hooks(config),
    session: {
      // A guest has nothing but this to come back with.
      expiresIn: limits.guestDays * 86_400,
      cookieCache: { enabled: true, maxAge: sessionCacheSeconds, strategy: "compact" },
    },
    advanced: cookies(origin.startsWith("https://")),
    plugins: [
      anonymous({
        emailDomainName: "guest.invalid",
        generateName: guestName,
        disableDeleteAnonymousUser: true,
        onLinkAccount: offerChats,
      }),
      admin({ defaultRole: "user", adminRoles: ["admin"], roles: siteAccess }),
      guestSignUp(db, signUp),
      endOtherSessions(),
    ],
  });
}

/** The library answers its own refusals. Everything else is left to who asked it: the library would log it with its statement's values. */
function refused(error: unknown, report: AuthConfig["report"]): void {
  if (!isAPIError(error)) throw error;
  if (error.statusCode >= 500) report(error);
}

/** A guest has signed in to an account: the browser gets the proof of both, by which the person can bring the guest's chats along. */
async function offerChats({
  anonymousUser,
  newUser,
  ctx,
}: Parameters<NonNullable<AnonymousOptions["onLinkAccount"]>>[0]) {
  const { secret, authCookies } = ctx.context;
  const { attributes } = authCookies.sessionToken;
  const [guestId, accountId] = [anonymousUser.user.id, newUser.user.id];
  if (guestId === accountId) return;
  const text = bringClaimText({ guestId, accountId, expiresAt: Date.now() + bringClaimSeconds * 1000 });
  const { bring } = sessionCookieNames(attributes.secure === true);
  await ctx.setSignedCookie(bring, text, secret, { ...attributes, maxAge: bringClaimSeconds });
}

function cookies(secure: boolean) {
  const names = sessionCookieNames(secure);
  const attributes = { secure, httpOnly: true, sameSite: "lax" as const, path: "/" };
  return {
    // The prefixes are in the names below; the library's own would put `__Secure-` before them.
    useSecureCookies: false,
    cookiePrefix: secure ? "__Host-ohm" : "ohm",
    cookies: {
      session_token: { name: names.token, attributes },
      session_data: { name: names.data, attributes },
    },
    defaultCookieAttributes: attributes,
    database: { generateId: () => uuidv7() },
    ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
  };
}

/** However a session ends (sign-out, revoked, a new password), its row goes through here, and its sockets with it. */
function hooks({ db, ended }: AuthConfig) {
  const credentials = new D1Credentials(db);
  return {
    user: {
      create: { before: checkPerson },
      update: {
        before: checkPerson,
        after: async (changed: { id: string; banned?: unknown } | null) => {
          if (changed?.banned === true) await ended(await credentials.openOf(changed.id));
        },
      },
    },
    session: {
      delete: {
        before: async ({ id }: { id: string }, context: { path?: string } | null) => {
          // A suspension ends by itself, and a guest could never come back without the session.
          if (context?.path === "/admin/ban-user") return false;
          await ended([await credentials.endSession(id)]);
          return true;
        },
      },
    },
  };
}

/** A name that tells a guest from the others in a room. */
function guestName(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `Guest ${1000 + (number % 9000)}`;
}
