import type { DueChat, HouseRows } from "../../application/jobs/keep-house.ts";

/** A guest who has neither a session nor a key that was used since `?1`. */
const isIdleGuest = `user.isAnonymous = 1 and user.createdAt < ?1
  and not exists (select 1 from session where session.userId = user.id and session.updatedAt >= ?1)
  and not exists (select 1 from api_keys where api_keys.user_id = user.id and api_keys.last_used_at >= ?1)`;

const dueColumns = "chats.id as chatId, chats.owner_id as ownerId";

/** What a day's housekeeping finds in D1. */
export class D1House implements HouseRows {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async dropExpired(nowMs: number, doneBefore: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("delete from idempotency_keys where expires_at <= ?1").bind(nowMs),
      this.#db.prepare("delete from jobs where state = 'done' and updated_at < ?1").bind(doneBefore),
    ]);
  }

  trashedBefore(atMs: number, limit: number): Promise<DueChat[]> {
    return this.#chats(
      `select ${dueColumns} from chats where trashed_at < ?1 order by trashed_at limit ?2`,
      atMs,
      limit,
    );
  }

  chatsOfIdleGuests(sinceMs: number, limit: number): Promise<DueChat[]> {
    return this.#chats(
      `select ${dueColumns} from chats join user on user.id = chats.owner_id where ${isIdleGuest} limit ?2`,
      sinceMs,
      limit,
    );
  }

  async dropIdleGuests(sinceMs: number, limit: number): Promise<void> {
    const idle = `select user.id from user
      where ${isIdleGuest} and not exists (select 1 from chats where chats.owner_id = user.id) limit ?2`;
    await this.#db.batch([
      this.#db
        .prepare(`delete from jobs where state in ('done', 'failed') and owner_id in (${idle})`)
        .bind(sinceMs, limit),
      this.#db.prepare(`delete from user where id in (${idle})`).bind(sinceMs, limit),
    ]);
  }

  async requeueLate(nowMs: number, runAfter: number): Promise<string[]> {
    const { results } = await this.#db
      .prepare(
        `update jobs set state = 'queued', attempts = 0, run_after = ?2, updated_at = ?1
         where (kind = 'bring_chats' and state = 'done' and exists (
             select 1 from chat_participants where user_id = json_extract(jobs.input, '$.fromUserId')))
           or (kind = 'delete_account' and state in ('done', 'failed') and exists (
             select 1 from chat_participants where user_id = json_extract(jobs.input, '$.userId')))
         returning id`,
      )
      .bind(nowMs, runAfter)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }

  async #chats(statement: string, ...values: number[]): Promise<DueChat[]> {
    const { results } = await this.#db
      .prepare(statement)
      .bind(...values)
      .all<DueChat & Record<string, unknown>>();
    return results;
  }
}
