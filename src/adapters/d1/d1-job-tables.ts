import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { JobTables } from "../../application/jobs/job-steps.ts";
import type { Person } from "../../application/room/room-task.ts";
import { isIdleGuest } from "./idle-guest.ts";
import * as schema from "./schema.ts";

/** Every table with rows of a chat, but those that go apart or stay: one that is added to the schema is not forgotten. */
const chatTables = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .filter((table) => Object.values(getTableColumns(table)).some((column) => column.name === "chat_id"))
  .map((table) => getTableName(table))
  .filter((name) => !["messages", "jobs", "usage_events"].includes(name));

/** What background jobs do in D1 beside the rooms' projections. Doing it twice is doing it once. */
export class D1JobTables implements JobTables {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  async person(userId: string): Promise<Person | null> {
    const row = await this.#db
      .prepare("select name, isAnonymous from user where id = ?1")
      .bind(userId)
      .first<{ name: string; isAnonymous: number | null }>();
    return row && { userId, name: row.name, guest: row.isAnonymous === 1 };
  }

  async chatsOf(userId: string, limit: number): Promise<{ chatIds: string[]; count: number }> {
    const { results } = await this.#db
      .prepare("select chat_id, count(*) over () as count from chat_participants where user_id = ?1 limit ?2")
      .bind(userId, limit)
      .all<{ chat_id: string; count: number }>();
    return { chatIds: results.map(({ chat_id }) => chat_id), count: results[0]?.count ?? 0 };
  }

  async chatsIn(projectId: string, limit: number): Promise<string[]> {
    const { results } = await this.#db
      .prepare("select id from chats where project_id = ?1 limit ?2")
      .bind(projectId, limit)
      .all<{ id: string }>();
    return results.map(({ id }) => id);
  }

  async unlinkUnborn(chatId: string): Promise<void> {
    await this.#db.prepare("update chats set project_id = null where id = ?1").bind(chatId).run();
  }

  async renameUnborn(chatId: string, fromUserId: string, toUserId: string): Promise<void> {
    const values = [chatId, fromUserId, toUserId];
    await this.#db.batch([
      this.#db.prepare("update chats set owner_id = ?3 where id = ?1 and owner_id = ?2").bind(...values),
      this.#db
        .prepare(
          `update or replace chat_participants set user_id = ?3, name = coalesce((select name from user where id = ?3), name)
           where chat_id = ?1 and user_id = ?2`,
        )
        .bind(...values),
    ]);
  }

  async handOver(fromUserId: string, toUserId: string): Promise<void> {
    const both = (statement: string) => this.#db.prepare(statement).bind(fromUserId, toUserId);
    await this.#db.batch([
      both("update jobs set owner_id = ?2 where owner_id = ?1"),
      both("update usage_events set user_id = ?2 where user_id = ?1"),
      both("update projects set owner_id = ?2 where owner_id = ?1"),
      both("insert or ignore into owned_parts select ?2, catalog_id, created_at from owned_parts where user_id = ?1"),
      both(
        `update chat_invitations set created_by = ?2,
           created_by_name = coalesce((select name from user where id = ?2), created_by_name) where created_by = ?1`,
      ),
      both("update or replace invitation_uses set user_id = ?2 where user_id = ?1"),
      this.#db.prepare("delete from user where id = ?1 and isAnonymous = 1").bind(fromUserId),
    ]);
  }

  async forgetPerson(userId: string, { jobId, name }: { jobId: string; name: string }): Promise<void> {
    const both = (statement: string) => this.#db.prepare(statement).bind(userId, jobId);
    await this.#db.batch([
      both("delete from jobs where owner_id = ?1 and id <> ?2"),
      both("update jobs set owner_id = ?2 where owner_id = ?1"),
      both("update usage_events set user_id = ?2 where user_id = ?1"),
      this.#db
        .prepare("update chat_invitations set created_by = ?2, created_by_name = ?3 where created_by = ?1")
        .bind(userId, jobId, name),
      both("update or replace invitation_uses set user_id = ?2 where user_id = ?1"),
      this.#db.prepare("delete from projects where owner_id = ?1").bind(userId),
      this.#db.prepare("delete from idempotency_keys where actor = ?1").bind(userId),
      // Other people's kept answers may say the name: those of chats where the person is a former member now.
      this.#db
        .prepare(
          `update idempotency_keys set answer = null
           where answer is not null and chat_id in (select chat_id from chat_participants where user_id = ?1)`,
        )
        .bind(jobId),
      this.#db.prepare("delete from user where id = ?1").bind(userId),
    ]);
  }

  async dropIdleGuest(userId: string, sinceMs: number): Promise<boolean> {
    const [, left] = await this.#db.batch([
      this.#db.prepare(`delete from user where id = ?2 and ${isIdleGuest}`).bind(sinceMs, userId),
      this.#db.prepare("select id from user where id = ?1").bind(userId),
    ]);
    return left?.results.length === 0;
  }

  async removeChat(chatId: string, limit: number): Promise<number> {
    const { meta } = await this.#db
      .prepare("delete from messages where key in (select key from messages where chat_id = ?1 limit ?2)")
      .bind(chatId, limit)
      .run();
    if (meta.changes >= limit) return meta.changes;
    const statements = [
      "update usage_events set chat_id = null, message_id = null where chat_id = ?1",
      // A project that nobody has said anything of goes with the last chat in it.
      `delete from projects where design_chat_id = ?1 and coalesce(name, goal, status, category, location, budget_cents, currency) is null
         and steps = '{}' and success_metrics = '[]' and not exists (
         select 1 from chats where project_id = projects.id and id <> ?1)`,
      "update projects set design_chat_id = null where design_chat_id = ?1",
      ...chatTables.map((name) => `delete from ${name} where chat_id = ?1`),
      "delete from chats where id = ?1",
    ];
    await this.#db.batch(statements.map((statement) => this.#db.prepare(statement).bind(chatId)));
    return meta.changes;
  }

  async holdChat(jobId: string, chatId: string): Promise<void> {
    await this.#db.prepare("update jobs set chat_id = ?2 where id = ?1").bind(jobId, chatId).run();
  }

  async forgetChat(jobId: string): Promise<void> {
    await this.#db.batch([
      this.#db
        .prepare("delete from jobs where id <> ?1 and chat_id = (select chat_id from jobs where id = ?1)")
        .bind(jobId),
      this.#db.prepare("update jobs set chat_id = null, subject = '' where id = ?1").bind(jobId),
    ]);
  }
}
