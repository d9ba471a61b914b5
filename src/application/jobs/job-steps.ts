import type { JobKind } from "../../domain/chat/lists.ts";
import type { Clock } from "../ports.ts";
import type { Person, RoomTask, TaskDone } from "../room/room-task.ts";
import { bringChats } from "./bring-chats.ts";
import { deleteAccount } from "./delete-account.ts";
import { deleteChat } from "./delete-chat.ts";
import { recountChat } from "./recount-chat.ts";
import type { JobStep } from "./run-job.ts";
import { unlinkProject } from "./unlink-project.ts";

/** The rooms, as background jobs reach them. */
export interface JobRooms {
  /** Has a room do one piece of a job. Throws the `OhmError` that it answered. */
  tend(chatId: string, task: RoomTask): Promise<TaskDone>;
  /** Deletes everything that a closed room holds. */
  erase(chatId: string): Promise<void>;
}

/** What jobs do in D1 beside the rooms' projections. */
export interface JobTables {
  /** A person as rooms know them; null for who has no account and is no guest any more. */
  person(userId: string): Promise<Person | null>;
  /** At most `limit` chats in which this person is or was, and how many there are. */
  chatsOf(userId: string, limit: number): Promise<{ chatIds: string[]; count: number }>;
  /** At most `limit` chats that name this project. */
  chatsIn(projectId: string, limit: number): Promise<string[]>;
  /** Takes a chat without a room out of its project. */
  unlinkUnborn(chatId: string): Promise<void>;
  /** Puts an account in a guest's place at a chat that has no room yet. */
  renameUnborn(chatId: string, fromUserId: string, toUserId: string): Promise<void>;
  /** Gives all else that a guest has to an account, then deletes the guest. */
  handOver(fromUserId: string, toUserId: string): Promise<void>;
  /** Deletes what is left of a person, with their jobs but this one; where others need a name or an id, they get those of the job. */
  forgetPerson(userId: string, former: { jobId: string; name: string }): Promise<void>;
  /**
   * Deletes a guest of whom nothing was heard since this time (ms UTC), with their sessions, in the statement that asks. Answers whether
   * there is nobody of this id any more.
   */
  dropIdleGuest(userId: string, sinceMs: number): Promise<boolean>;
  /**
   * Deletes at most `limit` messages of a chat; once there are none, everything else of it, but what was spent, which stays without the
   * chat. Answers how many messages went.
   */
  removeChat(chatId: string, limit: number): Promise<number>;
  /** Remembers in a job which chat it is deleting. */
  holdChat(jobId: string, chatId: string): Promise<void>;
  /** Takes the chat out of the job that has deleted it. */
  forgetChat(jobId: string): Promise<void>;
}

/** What the steps of jobs reach. */
export interface StepDeps {
  rooms: JobRooms;
  tables: JobTables;
  clock: Clock;
}

/** How to take a step of each kind: a missing one does not compile. */
export function jobSteps(deps: StepDeps): Record<JobKind, JobStep> {
  return {
    recount_chat: recountChat(deps),
    bring_chats: bringChats(deps),
    delete_chat: deleteChat(deps),
    delete_account: deleteAccount(deps),
    unlink_project: unlinkProject(deps),
  };
}
