import type { UserActor } from "../../domain/chat/actor.ts";
import { limits } from "../../domain/chat/limits.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";

const keptMs = limits.idempotencyHours * 3_600_000;
/** How many expired rows of anybody go with one use of a key. */
const sweptRows = 50;

/**
 * One use of a key: the digest of its request, the id that this try would give to what it makes, this try's own name, and the chat whose
 * texts the answer may hold: null where that is what it makes, or none.
 */
export interface KeyUse {
  key: string;
  requestHash: string;
  subject: string;
  holder: string;
  chatId: string | null;
}

/**
 * What a key stands for. `mine`: this try has the lease; `running`: another one has it, until `leaseUntil` (ms UTC); `answered`: the
 * first answer was given, and `answer` holds it unless it was not kept; `chatId` names the chat whose texts it may hold. `subject` is the
 * id to make things under, `unsaidSeq` the place at which D1 last knew a text of the chat to be changed or removed.
 */
export type Claim =
  | { state: "mine"; subject: string; unsaidSeq: number }
  | { state: "running"; subject: string; leaseUntil: number; unsaidSeq: number }
  | { state: "answered"; subject: string; answer: string | null; chatId: string | null };

/** An answer to be kept; `chatId` names the chat whose texts it may hold, as they were when its claim said `unsaidSeq` or later. */
export interface KeptAnswer {
  status: number;
  answer: string | null;
  chatId: string | null;
  unsaidSeq: number;
}

interface Row {
  request_hash: string;
  subject: string;
  holder: string;
  lease_until: number;
  status: number | null;
  answer: string | null;
  chat_id: string | null;
  unsaid_seq: number;
}

/** `?3` is the chat of the answer, or null: then it is the one that is made, if it is one. */
const findClaim = `select keys.*, coalesce((select unsaid_seq from chats where id = coalesce(?3, keys.subject)), 0) as unsaid_seq
  from idempotency_keys keys where actor = ?1 and key = ?2`;

const takeLease = `insert into idempotency_keys
    (actor, key, request_hash, subject, holder, lease_until, created_at, expires_at)
  select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
  where (select count(*) from idempotency_keys where actor = ?1) < ${limits.idempotencyKeysPerPerson}
    or exists (select 1 from idempotency_keys where actor = ?1 and key = ?2)
  on conflict (actor, key) do update set holder = excluded.holder, lease_until = excluded.lease_until
  where status is null and lease_until <= ?7 and request_hash = excluded.request_hash`;

/** A person's idempotency keys, each kept for `limits.idempotencyHours` from its first use. */
export class D1IdempotencyKeys {
  readonly #db: D1Database;
  readonly #actor: string;

  constructor(db: D1Database, actor: UserActor) {
    this.#db = db;
    this.#actor = actor.userId;
  }

  /**
   * Takes the key for this try, in one transaction. Throws `conflict` when it was used for another request, `rate_limited` when the
   * person holds too many.
   */
  async claim(use: KeyUse, nowMs: number): Promise<Claim> {
    const sweep = "select rowid from idempotency_keys where expires_at <= ?1 order by expires_at limit ?2";
    const untilMs = nowMs + limits.idempotencyLeaseMs;
    const [, , , found] = await this.#db.batch<Row>([
      this.#db.prepare(`delete from idempotency_keys where rowid in (${sweep})`).bind(nowMs, sweptRows),
      this.#db.prepare("delete from idempotency_keys where actor = ?1 and expires_at <= ?2").bind(this.#actor, nowMs),
      this.#db
        .prepare(takeLease)
        .bind(this.#actor, use.key, use.requestHash, use.subject, use.holder, untilMs, nowMs, nowMs + keptMs),
      this.#db.prepare(findClaim).bind(this.#actor, use.key, use.chatId),
    ]);
    const row = found?.results[0];
    if (!row) throw new OhmError("rate_limited", "Too many idempotency keys in a day", { retryAfterMs: 3_600_000 });
    if (row.request_hash !== use.requestHash) {
      throw new OhmError("conflict", "This Idempotency-Key was used for another request");
    }
    const { subject, status, answer, lease_until: leaseUntil, chat_id: chatId, unsaid_seq: unsaidSeq } = row;
    if (status !== null) return { state: "answered", subject, answer, chatId };
    if (row.holder === use.holder) return { state: "mine", subject, unsaidSeq };
    return { state: "running", subject, leaseUntil, unsaidSeq };
  }

  /**
   * Keeps the answer, unless one is kept already; without its words where a text of its chat has gone meanwhile. Answers what is kept:
   * null where this answer is the one.
   */
  async keep(key: string, { status, answer, chatId, unsaidSeq }: KeptAnswer): Promise<string | null> {
    const [kept, held] = await this.#db.batch<Row>([
      this.#db
        .prepare(
          `update idempotency_keys set status = ?3, chat_id = ?5,
             answer = iif(exists (select 1 from chats where id = ?5 and unsaid_seq > ?6), null, ?4)
           where actor = ?1 and key = ?2 and status is null returning *`,
        )
        .bind(this.#actor, key, status, answer, chatId, unsaidSeq),
      this.#db.prepare("select * from idempotency_keys where actor = ?1 and key = ?2").bind(this.#actor, key),
    ]);
    return kept?.results[0] ? null : (held?.results[0]?.answer ?? null);
  }

  /** Gives the key back after a try that came to no answer: the next one need not wait. */
  async release({ key, holder }: Pick<KeyUse, "key" | "holder">): Promise<void> {
    await this.#db
      .prepare("update idempotency_keys set lease_until = 0 where actor = ?1 and key = ?2 and holder = ?3")
      .bind(this.#actor, key, holder)
      .run();
  }
}
