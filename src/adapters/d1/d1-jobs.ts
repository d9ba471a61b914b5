import { and, desc, eq, getTableColumns, inArray, lt, lte, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/d1";
import type { Job, JobPage, JobRows } from "../../application/jobs/jobs.ts";
import type { LostJobs } from "../../application/jobs/lost-jobs.ts";
import type { JobChange, JobMoves } from "../../application/jobs/run-job.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { jobs } from "./schema.ts";

/** What has not ended. Written out, so that the partial index serves it. */
const going = sql`${jobs.state} in ('queued', 'running')`;

/**
 * A job's columns as its owner is shown them. Written out: in a subquery the builder's column names would be those of the inner tables.
 */
const shown = {
  ...getTableColumns(jobs),
  subject: sql<string>`coalesce((
    select chats.title from chats join chat_participants on chat_participants.chat_id = chats.id
    where chats.id = jobs.chat_id and chat_participants.user_id = jobs.owner_id and chat_participants.active), jobs.subject)`,
};

/** The `jobs` table. Each change is one conditional statement, so that of two at once one wins. */
export class D1Jobs implements JobRows, JobMoves, LostJobs {
  readonly #db: DrizzleD1Database;

  constructor(db: D1Database) {
    this.#db = drizzle(db);
  }

  async insert(job: Job): Promise<Job> {
    const same = and(
      eq(jobs.ownerId, job.ownerId),
      eq(jobs.kind, job.kind),
      sql`${jobs.chatId} is ${job.chatId}`,
      eq(jobs.input, job.input),
      going,
    );
    const [, [row]] = await this.#db.batch([
      this.#db.insert(jobs).select(sql`
        select ${job.id}, ${job.ownerId}, ${job.chatId}, ${job.kind}, ${job.subject}, ${job.input}, ${job.state}, ${job.attempts},
          ${job.done}, ${job.total}, ${job.error}, ${job.runAfter}, ${job.createdAt}, ${job.updatedAt}
        where not exists (select 1 from ${jobs} where ${same})`),
      this.#db.select(shown).from(jobs).where(same).limit(1),
    ]);
    if (!row) throw new OhmError("internal", "The job was not stored");
    return row;
  }

  ofOwner(ownerId: string, { before, limit }: JobPage): Promise<Job[]> {
    return this.#db
      .select(shown)
      .from(jobs)
      .where(and(eq(jobs.ownerId, ownerId), before === undefined ? undefined : lt(jobs.id, before)))
      .orderBy(desc(jobs.id))
      .limit(limit);
  }

  async owned(ownerId: string, id: string): Promise<Job | null> {
    const [row] = await this.#db.select(shown).from(jobs).where(this.#is(ownerId, id));
    return row ?? null;
  }

  async requeue(
    { id, ownerId, runAfter }: Pick<Job, "id" | "ownerId" | "runAfter">,
    nowMs: number,
  ): Promise<Job | null> {
    const [queued, [row]] = await this.#db.batch([
      this.#db
        .update(jobs)
        .set({ state: "queued", attempts: 0, error: null, runAfter, updatedAt: nowMs })
        .where(and(this.#is(ownerId, id), eq(jobs.state, "failed")))
        .returning({ id: jobs.id }),
      this.#db.select(shown).from(jobs).where(this.#is(ownerId, id)),
    ]);
    return queued.length > 0 ? (row ?? null) : null;
  }

  async begin(id: string, { nowMs, runAfter }: { nowMs: number; runAfter: number }): Promise<Job | null> {
    const [row] = await this.#db
      .update(jobs)
      .set({ state: "running", attempts: sql`${jobs.attempts} + 1`, runAfter, updatedAt: nowMs })
      .where(and(eq(jobs.id, id), going))
      .returning();
    return row ?? null;
  }

  async move(id: string, change: JobChange): Promise<void> {
    await this.#db
      .update(jobs)
      .set(change)
      .where(and(eq(jobs.id, id), going));
  }

  async takeLost(nowMs: number, { runAfter, limit }: { runAfter: number; limit: number }): Promise<string[]> {
    const lost = this.#db
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(lte(jobs.runAfter, nowMs), going))
      .orderBy(jobs.runAfter)
      .limit(limit);
    const rows = await this.#db.update(jobs).set({ runAfter }).where(inArray(jobs.id, lost)).returning({ id: jobs.id });
    return rows.map(({ id }) => id);
  }

  async giveUp(id: string, error: string, nowMs: number): Promise<void> {
    const untaken = or(eq(jobs.attempts, 0), lte(jobs.runAfter, nowMs));
    await this.#db
      .update(jobs)
      .set({ state: "failed", error, updatedAt: nowMs })
      .where(and(eq(jobs.id, id), going, untaken));
  }

  #is(ownerId: string, id: string) {
    return and(eq(jobs.id, id), eq(jobs.ownerId, ownerId));
  }
}
