import type { UserActor } from "../../src/domain/chat/actor.ts";
import { limits } from "../../src/domain/chat/limits.ts";
import { OhmError } from "../../src/domain/error/ohm-error.ts";
import { digest } from "../deps.ts";
import type { Env } from "../env.ts";

/** The window of the bindings. */
const windowMs = 60_000;

/** The caller's address as rates see it: an IPv4 address, or the /64 of an IPv6 one. */
export function addressPrefix(request: Request): string {
  const address = request.headers.get("cf-connecting-ip") ?? "local";
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(tail?.split(":") ?? [])]
    .slice(0, 4)
    .join(":");
}

/** Counts a new guest of this address. Throws `rate_limited`. */
export async function countGuest(env: Env, request: Request): Promise<void> {
  const counter = env.ADDRESS_COUNTERS.getByName(`guests ${addressPrefix(request)}`);
  const retryAfterMs = await counter.take(limits.guestsPerHour);
  if (retryAfterMs > 0) throw new OhmError("rate_limited", "Too many new guests from this address", { retryAfterMs });
}

/** Counts a sign-up of this address. Throws `rate_limited`. */
export async function countSignUp(env: Env, request: Request): Promise<void> {
  const counter = env.ADDRESS_COUNTERS.getByName(`sign-ups ${addressPrefix(request)}`);
  const retryAfterMs = await counter.take(limits.signUpsPerHour);
  if (retryAfterMs > 0) throw new OhmError("rate_limited", "Too many sign-ups from this address", { retryAfterMs });
}

/** Counts a try of a password for this account (its e-mail or id), then one of this address. Throws `rate_limited`. */
export async function countSignIn(env: Env, request: Request, account: string): Promise<void> {
  for (const key of [`account ${digest(account)}`, `address ${addressPrefix(request)}`]) {
    const { success } = await env.RATE_SIGN_INS.limit({ key });
    if (!success) throw new OhmError("rate_limited", "Too many tries; wait a moment", { retryAfterMs: windowMs });
  }
}

/** Counts an export of this person. Throws `rate_limited`. */
export async function countExport(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const retryAfterMs = await env.ADDRESS_COUNTERS.getByName(`exports ${userId}`).take(limits.exportsPerHour);
  if (retryAfterMs > 0) throw new OhmError("rate_limited", "Too many exports; wait a while", { retryAfterMs });
}

/** Counts a stateless design or check of this address. Throws `rate_limited`. */
export async function countDesign(env: Env, request: Request): Promise<void> {
  const { success } = await env.RATE_DESIGN.limit({ key: addressPrefix(request) });
  if (success) return;
  throw new OhmError("rate_limited", "Too many designs from this address", { retryAfterMs: windowMs });
}

/** Counts a new chat of this person, with or without a message. Throws `rate_limited`. */
export async function countChat(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const { success } = await env.RATE_CHATS.limit({ key: userId });
  if (!success) throw new OhmError("rate_limited", "Too many new chats; wait a moment", { retryAfterMs: windowMs });
}

/** Counts an upgrade of this person, to whichever chat. Throws `rate_limited`. */
export async function countUpgrade(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const { success } = await env.RATE_UPGRADES.limit({ key: userId });
  if (!success) throw new OhmError("rate_limited", "Too many sockets; wait a moment", { retryAfterMs: windowMs });
}

/** Counts a new invitation of this person, to whichever chat. Throws `rate_limited`. */
export async function countInvitation(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const { success } = await env.RATE_INVITATIONS.limit({ key: userId });
  if (success) return;
  throw new OhmError("rate_limited", "Too many new invitations; wait a moment", { retryAfterMs: windowMs });
}

/** Counts a recount of any chat that this person asks for. Throws `rate_limited`. */
export async function countRecount(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const { success } = await env.RATE_RECOUNTS.limit({ key: userId });
  if (!success) throw new OhmError("rate_limited", "Too many recounts; wait a moment", { retryAfterMs: windowMs });
}

/** Counts a change of this person's name, picture or preferences. Throws `rate_limited`. */
export async function countProfileChange(env: Env, { userId }: Pick<UserActor, "userId">): Promise<void> {
  const { success } = await env.RATE_PROFILES.limit({ key: userId });
  if (success) return;
  throw new OhmError("rate_limited", "Too many changes of the profile; wait a moment", { retryAfterMs: windowMs });
}

/** Counts a token of this address that opened nothing. Throws `rate_limited`. */
export async function countFailedToken(env: Env, request: Request): Promise<void> {
  const { success } = await env.RATE_TOKENS.limit({ key: addressPrefix(request) });
  if (success) return;
  throw new OhmError("rate_limited", "Too many links from this address that open nothing", { retryAfterMs: windowMs });
}
