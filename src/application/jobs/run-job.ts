import { limits } from "../../domain/chat/limits.ts";
import { errorKinds, OhmError } from "../../domain/error/ohm-error.ts";
import type { Clock } from "../ports.ts";
import type { Job } from "./jobs.ts";
import { lifeSignMs } from "./jobs.ts";

/** How far a job has come, in steps of its kind; `more` asks for another one. */
export interface JobProgress {
  done: number;
  total: number | null;
  more: boolean;
}

/**
 * One step of a job: bounded, and harmless when it is taken twice, for a kill may come after its effect and before its row. Throws an
 * `OhmError` that is not retryable where trying again cannot help; its detail is told to the job's owner.
 */
export type JobStep = (job: Job) => Promise<JobProgress>;

/** The rows of jobs as a worker moves them on. */
export interface JobMoves {
  /** Takes a queued or running job for one more try; null when there is nothing to do. */
  begin(id: string, at: { nowMs: number; runAfter: number }): Promise<Job | null>;
  /** Stores what has changed of a job that is still running. */
  move(id: string, change: JobChange): Promise<void>;
}

/** What a worker changes of a job's row. */
export type JobChange = { updatedAt: number } & Partial<
  Pick<Job, "state" | "attempts" | "done" | "total" | "error" | "runAfter">
>;

/** What a worker needs. */
export interface WorkerDeps {
  rows: JobMoves;
  step: JobStep;
  clock: Clock;
  report(error: unknown): void;
}

/** The waits before another try, ms; the last one is for all later ones. */
const waitsMs = [1000, 4000, 15_000, 30_000] as const;

/** How long a worker waits when even the job's row cannot be read or written, ms. */
const rowsAwayMs = 10_000;

const cutOff = "The work was cut off again and again";

/**
 * Takes one step of a job. Answers when to take the next one (ms UTC), null when the job has ended. A failing step is tried again after
 * growing waits; `limits.jobAttempts` tries without getting on end the job `failed`, with a reason for its owner. Never rejects.
 */
export async function runJob({ rows, step, clock, report }: WorkerDeps, id: string): Promise<number | null> {
  try {
    const nowMs = clock.nowMs();
    const job = await rows.begin(id, { nowMs, runAfter: nowMs + lifeSignMs });
    if (!job) return null;
    if (job.attempts > limits.jobAttempts) return await fail(rows, job, { error: cutOff, updatedAt: nowMs });
    const outcome = await step(job).catch((error: unknown) => asError(error));
    if (outcome instanceof Error) {
      if (!(outcome instanceof OhmError)) report(outcome);
      return await tryAgain({ rows, clock }, job, outcome);
    }
    const updatedAt = clock.nowMs();
    const { more, done, total } = outcome;
    const next = more ? { runAfter: updatedAt + lifeSignMs } : ({ state: "done" } as const);
    await rows.move(id, { ...next, done, total, attempts: more ? 0 : job.attempts, error: null, updatedAt });
    return more ? updatedAt : null;
  } catch (error) {
    report(error);
    return clock.nowMs() + rowsAwayMs;
  }
}

async function tryAgain({ rows, clock }: Pick<WorkerDeps, "rows" | "clock">, job: Job, error: Error) {
  const updatedAt = clock.nowMs();
  const { message, retryable } = told(error);
  if (!retryable || job.attempts >= limits.jobAttempts) return fail(rows, job, { error: message, updatedAt });
  const atMs = updatedAt + (waitsMs[Math.min(job.attempts, waitsMs.length) - 1] ?? waitsMs[0]);
  await rows.move(job.id, { state: "queued", error: message, runAfter: atMs + lifeSignMs, updatedAt });
  return atMs;
}

async function fail(rows: JobMoves, { id }: Job, change: JobChange): Promise<null> {
  await rows.move(id, { ...change, state: "failed" });
  return null;
}

function told(error: Error): { message: string; retryable: boolean } {
  if (!(error instanceof OhmError)) return { message: errorKinds.internal.title, retryable: true };
  return { message: error.message, retryable: errorKinds[error.code].retryable };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
