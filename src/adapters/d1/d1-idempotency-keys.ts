import { and, eq, lte, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import type { UserActor } from "../../domain/chat/actor.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { idempotencyKeys } from "./schema.ts";

const keptMs = 24 * 3_600_000;

/** One use of a key: the digest of its body, and the id that its request would give to what it makes. */
export interface KeyUse {
  key: string;
  bodyHash: string;
  subject: string;
}

/** What a key stands for: the id to make it under, and the answer if one was given. */
export interface Claim {
  subject: string;
  answer: string | null;
}

/** A person's idempotency keys, each kept for 24 h from its first use. */
export class D1IdempotencyKeys {
  readonly #db: DrizzleD1Database;
  readonly #actor: UserActor;

  constructor(db: D1Database, actor: UserActor) {
    this.#db = drizzle(db);
    this.#actor = actor;
  }

  /** The first use of the key counts, at once or later. Throws `conflict` when that was with another body. */
  async claim({ key, bodyHash, subject }: KeyUse, nowMs: number): Promise<Claim> {
    const actor = this.#actor.userId;
    const times = { createdAt: nowMs, expiresAt: nowMs + keptMs };
    const [, , [held]] = await this.#db.batch([
      this.#db
        .delete(idempotencyKeys)
        .where(and(eq(idempotencyKeys.actor, actor), lte(idempotencyKeys.expiresAt, nowMs))),
      this.#db
        .insert(idempotencyKeys)
        .values({ actor, key, bodyHash, subject, ...times })
        .onConflictDoNothing(),
      this.#db.select().from(idempotencyKeys).where(this.#is(key)),
    ]);
    if (!held) throw new OhmError("internal", "The key was not kept");
    if (held.bodyHash !== bodyHash) throw new OhmError("conflict", "This Idempotency-Key was used for another request");
    return held;
  }

  /** Keeps the answer, unless one is kept; answers the one that counts. */
  async answered(key: string, answer: string): Promise<string> {
    const [row] = await this.#db
      .update(idempotencyKeys)
      .set({ answer: sql`coalesce(${idempotencyKeys.answer}, ${answer})` })
      .where(this.#is(key))
      .returning({ answer: idempotencyKeys.answer });
    return row?.answer ?? answer;
  }

  #is(key: string) {
    return and(eq(idempotencyKeys.actor, this.#actor.userId), eq(idempotencyKeys.key, key));
  }
}
