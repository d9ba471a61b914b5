import type { Clock } from "../ports.ts";
import { lifeSignMs } from "./jobs.ts";

/** At most so many jobs are woken at once: what a queue takes in one batch. */
const mostAtOnce = 100;

/** The rows of jobs that no worker is at. */
export interface LostJobs {
  /** Ids of jobs without a sign of life, longest silent first; each gets a new time, so that the next call passes to others. */
  takeLost(nowMs: number, next: { runAfter: number; limit: number }): Promise<string[]>;
  /** Ends a job `failed`, unless a worker is at it. */
  giveUp(id: string, error: string, nowMs: number): Promise<void>;
}

interface LostDeps {
  rows: LostJobs;
  clock: Clock;
}

/** Wakes workers once more for the jobs that none has taken, or whose worker has gone silent; answers how many. */
export async function wakeLost({ rows, clock }: LostDeps, wake: (jobIds: string[]) => Promise<void>): Promise<number> {
  const nowMs = clock.nowMs();
  const lost = await rows.takeLost(nowMs, { runAfter: nowMs + lifeSignMs, limit: mostAtOnce });
  if (lost.length > 0) await wake(lost);
  return lost.length;
}

/** A wake-up that no worker could take, after all of its tries: the job's owner sees it failed, and may start it again. */
export async function buryJob({ rows, clock }: LostDeps, jobId: string): Promise<void> {
  await rows.giveUp(jobId, "No worker could take it up", clock.nowMs());
}
