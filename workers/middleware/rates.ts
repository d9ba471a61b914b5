import { OhmError } from "../../src/domain/error/ohm-error.ts";
import type { Env } from "../env.ts";

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

async function count(limiter: RateLimit, key: string, what: string): Promise<void> {
  const { success } = await limiter.limit({ key });
  if (!success) throw new OhmError("rate_limited", `Too many ${what}; wait a moment`, { retryAfterMs: windowMs });
}

/** Counts a new guest of this address. Throws `rate_limited`. */
export function countGuest(env: Env, request: Request): Promise<void> {
  return count(env.RATE_GUEST, addressPrefix(request), "new guests from this address");
}

/** Counts a stateless design or check of this address. Throws `rate_limited`. */
export function countDesign(env: Env, request: Request): Promise<void> {
  return count(env.RATE_DESIGN, addressPrefix(request), "designs from this address");
}
