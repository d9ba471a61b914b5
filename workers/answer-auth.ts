import * as z from "zod";
import { OhmError } from "../src/domain/error/ohm-error.ts";
import { bearerToken } from "./middleware/api-key.ts";
import { knownError } from "./middleware/problem.ts";
import { countGuest, countSignIn, countSignUp } from "./middleware/rates.ts";
import { askAuth, identify } from "./middleware/session.ts";
import { readCapped } from "./request-body.ts";
import type { CallContext } from "./route.ts";

/** What one who is suspended may still ask for: to be somebody else, or nobody. */
const openToAll = new Set(["/sign-in/email", "/sign-out"]);

/** Names of our refusals in the library's shape; what is not here has its code in capitals. */
const libraryCodes: Partial<Record<OhmError["code"], string>> = {
  rate_limited: "TOO_MANY_REQUESTS",
  unauthenticated: "BANNED_USER",
  forbidden: "API_KEY_NOT_ALLOWED",
};

/** `/api/auth/*`: the library's own routes and answers, behind our rates. What is refused here has the library's shape too. */
export async function answerAuth(c: CallContext): Promise<Response> {
  const isPost = c.req.method === "POST";
  const bytes = isPost ? await readCapped(c.req.raw) : null;
  try {
    await admit(c, bytes);
  } catch (error) {
    return refusal(error);
  }
  const request = isPost ? new Request(c.req.raw, { body: bytes }) : c.req.raw;
  return askAuth(c.env, request, ({ handler }) => handler(request)).catch(refusal);
}

/** Throws `forbidden` for a key, `unauthenticated` for who is suspended, `rate_limited`. */
async function admit(c: CallContext, bytes: Uint8Array | null): Promise<void> {
  const path = c.req.path.slice("/api/auth".length);
  const request = c.req.raw;
  if (bearerToken(request) !== null) throw new OhmError("forbidden", "An API key neither begins nor ends a session");
  const who = openToAll.has(path) ? null : (await identify(c.env, request, bytes !== null)).actor;
  if (bytes === null || c.get("unlimited")) return;
  // The library's sign-in for guests is a way to make one, so it counts as one.
  if (path === "/sign-in/anonymous") await countGuest(c.env, request);
  if (path === "/sign-up/email") await countSignUp(c.env, request);
  if (path === "/sign-in/email") await countSignIn(c.env, request, emailOf(request, bytes));
  if (path === "/change-password" && who?.kind === "user") await countSignIn(c.env, request, who.userId);
}

/** The e-mail that a sign-in names, in either form that the library reads; empty where there is none. */
function emailOf(request: Request, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const isJson = /json/i.test(request.headers.get("content-type") ?? "");
  const fields = isJson ? jsonOf(text) : Object.fromEntries(new URLSearchParams(text));
  return (z.looseObject({ email: z.string() }).safeParse(fields).data?.email ?? "").toLowerCase();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusal(error: unknown): Response {
  const { code, message, status, retryAfterMs } = knownError(error);
  const headers = new Headers();
  if (retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  return Response.json({ code: libraryCodes[code] ?? code.toUpperCase(), message }, { status, headers });
}
