import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";

const windowMs = 3_600_000;

/** Counts what is limited per hour, one object per address prefix and thing: the rate limit bindings know a minute at most. */
export class AddressCounter extends DurableObject<Env> {
  /** Takes one of `limit` an hour: 0 when there was one, else the ms until there is one again. The count survives a restart. */
  async take(limit: number): Promise<number> {
    const nowMs = Date.now();
    const taken = (this.ctx.storage.kv.get<number[]>("taken") ?? []).filter((atMs) => atMs > nowMs - windowMs);
    const [oldest] = taken;
    if (oldest !== undefined && taken.length >= limit) return oldest + windowMs - nowMs;
    this.ctx.storage.kv.put("taken", [...taken, nowMs]);
    await this.ctx.storage.setAlarm(nowMs + windowMs);
    return 0;
  }

  /** An hour after the last one nothing is left to remember. */
  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }
}
