import type { Presence } from "./presence.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomStorage } from "./room-storage.ts";

/** What a read mark touches; `grew` asks for a flush. */
export interface ReadingRoom {
  deps: { storage: RoomStorage };
  presence: Presence;
  grew(events: number): void;
}

/** Moves the actor's own read mark forward, to the last message at most. No event: others see it in `presence`, lists by the next flush. */
export function markRead({ deps: { storage }, presence, grew }: ReadingRoom, actor: RoomActor, sequence: number): void {
  requireMember(storage, actor, "read");
  const mark = Math.min(sequence, storage.log.last().sequence);
  if (mark <= storage.reads.get(actor.userId)) return;
  storage.transaction(() => {
    storage.reads.put(actor.userId, mark);
    if (!storage.meta.readsPending()) storage.meta.putReadsPending(true);
  });
  presence.changed();
  grew(0);
}
