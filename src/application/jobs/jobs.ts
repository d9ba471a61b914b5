import type { JobKind, JobState } from "../../domain/chat/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { BringChatsInput, DeleteAccountInput, UnlinkProjectInput } from "../../protocol/jobs.ts";
import type { Clock, Ids } from "../ports.ts";

/** How long a job may wait for a worker before the cron wakes one again, ms. */
export const untakenMs = 15_000;
/** How long a worker may be silent before the cron wakes it again, ms. */
export const lifeSignMs = 60_000;

/** What a job is asked for with. `subject` names it in words that its owner knows; one about a chat is shown under the chat's title. */
export type NewJob = { ownerId: string } & (
  | { kind: "recount_chat" | "delete_chat"; chatId: string; subject?: undefined; input: Record<string, never> }
  | { kind: "unlink_project"; chatId: null; subject: string; input: UnlinkProjectInput }
  | { kind: "bring_chats"; chatId: null; subject: string; input: BringChatsInput }
  | { kind: "delete_account"; chatId: null; subject?: undefined; input: DeleteAccountInput }
);

/** A background job as it is stored. */
export interface Job {
  id: string;
  ownerId: string;
  chatId: string | null;
  kind: JobKind;
  /** Of a job about a chat: the title that the chat has now, empty where its owner is not in it any more. */
  subject: string;
  /** JSON of what the kind needs; ids, never content. */
  input: string;
  state: JobState;
  /** Tries since it last got on. */
  attempts: number;
  done: number;
  total: number | null;
  /** Why it failed, for its owner. */
  error: string | null;
  /** When the cron wakes it again, unless a worker has moved this on by then. */
  runAfter: number;
  createdAt: number;
  updatedAt: number;
}

/** A page of jobs, newest first: those made before the job of this id. */
export interface JobPage {
  before: string | undefined;
  limit: number;
}

/** The rows of all jobs: the authority on every one of them. */
export interface JobRows {
  /** Stores the job, unless the same (owner, kind, chat, input) is queued or running; answers the one that counts. */
  insert(job: Job): Promise<Job>;
  ofOwner(ownerId: string, page: JobPage): Promise<Job[]>;
  /** One job of this owner, null when there is none. */
  owned(ownerId: string, id: string): Promise<Job | null>;
  /** Queues a failed job of this owner anew; null when it is not one. */
  requeue(job: Pick<Job, "id" | "ownerId" | "runAfter">, nowMs: number): Promise<Job | null>;
}

/** Wakes a worker for a job; may lose it, for the cron looks after what nobody took. */
export type WakeJob = (jobId: string) => Promise<void>;

interface JobsDeps {
  rows: JobRows;
  wake: WakeJob;
  clock: Clock;
  ids: Ids;
  report(error: unknown): void;
}

/** Asks for background work, and shows it to who asked. */
export class Jobs {
  readonly #deps: JobsDeps;

  constructor(deps: JobsDeps) {
    this.#deps = deps;
  }

  /** Stores a job, then wakes a worker. While the same one is on its way, that one is answered. */
  async add({ ownerId, chatId, kind, subject = "", input }: NewJob): Promise<Job> {
    const { rows, clock, ids } = this.#deps;
    const nowMs = clock.nowMs();
    const job = await rows.insert({
      id: ids.next(),
      ownerId,
      chatId,
      kind,
      subject,
      input: JSON.stringify(input),
      state: "queued",
      attempts: 0,
      done: 0,
      total: null,
      error: null,
      runAfter: nowMs + untakenMs,
      createdAt: nowMs,
      updatedAt: nowMs,
    });
    await this.#wake(job.id);
    return job;
  }

  /** This person's jobs, newest first. */
  list(ownerId: string, page: JobPage): Promise<Job[]> {
    return this.#deps.rows.ofOwner(ownerId, page);
  }

  /** Starts a failed job again. Throws `not_found` for a job of somebody else, `conflict` for one that has not failed. */
  async retry(ownerId: string, id: string): Promise<Job> {
    const { rows, clock } = this.#deps;
    const nowMs = clock.nowMs();
    const job = await rows.requeue({ id, ownerId, runAfter: nowMs + untakenMs }, nowMs);
    if (!job) {
      if (await rows.owned(ownerId, id)) throw new OhmError("conflict", "Only a job that has failed is started again");
      throw new OhmError("not_found", "There is no such job");
    }
    await this.#wake(job.id);
    return job;
  }

  /** Wakes workers for jobs that are stored. */
  async wakeAll(jobIds: readonly string[]): Promise<void> {
    for (const jobId of jobIds) await this.#wake(jobId);
  }

  /** The row is stored: a wake-up that fails now is made up for by the cron. */
  async #wake(jobId: string): Promise<void> {
    await this.#deps.wake(jobId).catch(this.#deps.report);
  }
}
