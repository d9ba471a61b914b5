import { APIError } from "@better-auth/core/error";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { admin } from "better-auth/plugins/admin";
import { anonymous } from "better-auth/plugins/anonymous";
import { drizzle } from "drizzle-orm/d1";
import { uuidv7 } from "uuidv7";
import { personImage, personName } from "../../protocol/people.ts";
import { account, session, user, verification } from "./schema.ts";
import { sessionCacheSeconds, sessionCookieNames } from "./session-cache.ts";
import { closedAddresses, siteAccess } from "./site-access.ts";

/** What the auth library is set up with; `origin` is the site's own, with scheme and port. */
export interface AuthConfig {
  db: D1Database;
  secret: string;
  origin: string;
  trustedOrigins: string[];
}

/** The auth library. Import this file lazily: it is the heaviest of the Worker, and a session is verified without it. */
export function makeAuth({ db, secret, origin, trustedOrigins }: AuthConfig) {
  const secure = origin.startsWith("https://");
  const names = sessionCookieNames(secure);
  const attributes = { secure, httpOnly: true, sameSite: "lax" as const, path: "/" };
  return betterAuth({
    appName: "Ohm",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    logger: { level: "error" },
    rateLimit: { enabled: false },
    database: drizzleAdapter(drizzle(db), { provider: "sqlite", schema: { user, session, account, verification } }),
    disabledPaths: closedAddresses,
    emailAndPassword: { enabled: true },
    databaseHooks: { user: { create: { before: checkPerson }, update: { before: checkPerson } } },
    session: { cookieCache: { enabled: true, maxAge: sessionCacheSeconds, strategy: "compact" } },
    advanced: {
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
    },
    plugins: [
      anonymous({ emailDomainName: "guest.invalid", generateName: guestName, disableDeleteAnonymousUser: true }),
      admin({ defaultRole: "user", adminRoles: ["admin"], roles: siteAccess }),
    ],
  });
}

/** A name that tells a guest from the others in a room. */
function guestName(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `Guest ${1000 + (number % 9000)}`;
}

/** The library takes any name and picture; they go into cookies, sockets and other people's pages. Throws the library's own 400. */
async function checkPerson({ name, image }: { name?: unknown; image?: unknown }): Promise<void> {
  for (const [field, schema, value] of [
    ["name", personName.optional(), name],
    ["image", personImage.nullish(), image],
  ] as const) {
    const [issue] = schema.safeParse(value).error?.issues ?? [];
    if (issue) throw new APIError("BAD_REQUEST", { code: "INVALID_USER", message: `The ${field} ${issue.message}` });
  }
}
