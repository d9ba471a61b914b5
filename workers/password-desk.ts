import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";
import { onDemand } from "./on-demand.ts";

/** The library's own hashes. */
const passwords = onDemand(() => import("better-auth/crypto"));

/**
 * Hashes and compares passwords (scrypt, 70 ms and more each), one object per address prefix: an object has 30 s of CPU on every plan, a
 * fetch 10 ms on the free one. It stores nothing.
 */
export class PasswordDesk extends DurableObject<Env> {
  async hash(password: string): Promise<string> {
    return (await passwords()).hashPassword(password);
  }

  async verify(hash: string, password: string): Promise<boolean> {
    return (await passwords()).verifyPassword({ hash, password });
  }
}
