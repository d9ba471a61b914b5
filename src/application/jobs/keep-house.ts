import { limits } from "../../domain/chat/limits.ts";
import type { Clock } from "../ports.ts";
import type { Jobs } from "./jobs.ts";
import { untakenMs } from "./jobs.ts";

const dayMs = 86_400_000;
/** So many chats and guests are looked at in one run; what is left waits for the next day. */
const mostInRun = 500;

/** A chat with its owner, to be deleted. */
export interface DueChat {
  chatId: string;
  ownerId: string;
}

/** What nobody asks for, and time asks for. Times are ms UTC. */
export interface HouseRows {
  /** Deletes idempotency keys past their time, and jobs that were done before `doneBefore`. */
  dropExpired(nowMs: number, doneBefore: number): Promise<void>;
  /** Chats that were put into the trash before this time. */
  trashedBefore(atMs: number, limit: number): Promise<DueChat[]>;
  /** Ids of guests of whom nothing was heard since this time. */
  idleGuests(sinceMs: number, limit: number): Promise<string[]>;
  /**
   * Queues those jobs anew that brought a guest's chats along, or deleted an account, before one of its chats was listed; a deletion that
   * failed too, for nobody is left to ask again. Answers their ids.
   */
  requeueLate(nowMs: number, runAfter: number): Promise<string[]>;
}

interface HouseDeps {
  rows: HouseRows;
  jobs: Pick<Jobs, "add" | "wakeAll">;
  clock: Clock;
  report(error: unknown): void;
}

/**
 * Once a day: forgets what is over its time, and asks for the jobs that delete chats which were long enough in the trash, and guests who
 * have not come back. Each task by itself: one that fails waits for the next day and holds up no other.
 */
export async function keepHouse({ rows, jobs, clock, report }: HouseDeps): Promise<void> {
  const nowMs = clock.nowMs();
  const idleSinceMs = nowMs - limits.guestDays * dayMs;
  const tasks = [
    () => rows.dropExpired(nowMs, nowMs - limits.jobDays * dayMs),
    async () => {
      const due = await rows.trashedBefore(nowMs - limits.trashDays * dayMs, mostInRun);
      for (const { chatId, ownerId } of due) await jobs.add({ ownerId, chatId, kind: "delete_chat", input: {} });
    },
    async () => {
      for (const userId of await rows.idleGuests(idleSinceMs, mostInRun)) {
        const input = { userId, idle: true };
        await jobs.add({ ownerId: userId, chatId: null, kind: "delete_account", input });
      }
    },
    async () => jobs.wakeAll(await rows.requeueLate(nowMs, nowMs + untakenMs)),
  ];
  for (const task of tasks) await task().catch(report);
}
