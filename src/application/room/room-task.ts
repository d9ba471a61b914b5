import type { Member } from "../../domain/chat/message.ts";
import type { Problem } from "./room-request.ts";

/** A person as a room knows them. */
export type Person = Pick<Member, "userId" | "name" | "guest">;

/** What a background job asks of a room, one bounded piece each, harmless when it is asked twice. Only the Worker's own code asks. */
export type RoomTask =
  /** Projects the stretch of the log after `after` once more. `by`: only if this person may change the chat's settings. */
  | { kind: "reproject"; after: number; by: string | null }
  /** Deletes the rows in D1 that the room does not have, and takes the chat's totals anew. */
  | { kind: "trim" }
  /** Puts an account in the place of the guest that it was. */
  | { kind: "rename"; from: string; to: Person }
  /** Takes a person out whose account was deleted: they become `to`, who is nobody. Closes a chat of theirs that nobody else could own. */
  | { kind: "retire"; from: string; to: Person }
  /** Takes the chat out of a project that is gone. */
  | { kind: "unlink-project"; projectId: string }
  /** Lets nobody in any more, and projects nothing: the chat, which is in its owner's trash, is about to be deleted. */
  | { kind: "close"; by: string };

/** How far it came: the place of the log that is projected, and the log's end: 0 where nobody is in the chat (`isClosed`). */
export interface TaskDone {
  seq: number;
  end: number;
}

/** A room's answer to a job; an error travels as data. */
export type TaskReply = ({ ok: true } & TaskDone) | { ok: false; problem: Problem };
