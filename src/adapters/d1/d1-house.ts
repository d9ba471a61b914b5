import type { DueChat, HouseRows } from "../../application/jobs/keep-house.ts";
import { isIdleGuest } from "./idle-guest.ts";

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

  async trashedBefore(atMs: number, limit: number): Promise<DueChat[]> {
    const { results } = await this.#db
      .prepare("select id as chatId, owner_id as ownerId from chats where trashed_at < ?1 order by trashed_at limit ?2")
      .bind(atMs, limit)
      .all<DueChat & Record<string, unknown>>();
    return results;
  }

  async idleGuests(sinceMs: number, limit: number): Promise<string[]> {
    const { results } = await this.#db
      .prepare(`select id from user where ${isIdleGuest} limit ?2`)
      .bind(sinceMs, limit)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }

  async requeueLate(nowMs: number, runAfter: number): Promise<string[]> {
    const { results } = await this.#db
      .prepare(
        `update jobs set state = 'queued', attempts = 0, run_after = ?2, updated_at = ?1
         where (kind = 'bring_chats' and state = 'done' and exists (
             select 1 from chat_participants where user_id = json_extract(jobs.input, '$.fromUserId')))
           or (kind = 'delete_account' and state in ('done', 'failed') and (chat_id is not null or exists (
             select 1 from chat_participants where user_id = json_extract(jobs.input, '$.userId'))
             and (json_extract(jobs.input, '$.idle') is null or not exists (
               select 1 from user where user.id = json_extract(jobs.input, '$.userId')))))
         returning id`,
      )
      .bind(nowMs, runAfter)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }
}
