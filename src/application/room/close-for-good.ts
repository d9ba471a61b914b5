import { closeCodes } from "../../domain/chat/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Room } from "./room.ts";

/** Whether nobody is in the chat: it was never begun, or it is about to be deleted. A chat that lives has its owner in it. */
export function isClosed({ deps: { storage } }: Pick<Room, "deps">): boolean {
  return storage.members.all().length === 0;
}

/** Throws `forbidden` for who does not own the chat, `conflict` when it has been taken out of the trash. */
export function requireDue({ deps: { storage } }: Pick<Room, "deps">, by: string): void {
  const chat = storage.meta.chat();
  if (chat?.ownerId !== by) throw new OhmError("forbidden", "Only its owner deletes a chat");
  if (typeof chat.trashedAt !== "number") throw new OhmError("conflict", "The chat is not in the trash any more");
}

/** Ends what runs, and what waits behind it. */
export function endTurns({ deps: { storage }, turns }: Room): void {
  storage.transaction(() => storage.meta.putQueued([]));
  turns.stop();
}

/**
 * Closes a chat before it is deleted: its run ends, everybody is out, and nothing of it is projected or changed any more. A second time,
 * and in a room that is deleted already, it changes nothing.
 */
export function closeForGood(room: Room): void {
  const { storage, clock, sockets } = room.deps;
  const { meta, members, log } = storage;
  if (isClosed(room)) return;
  endTurns(room);
  storage.transaction(() => {
    const leftAt = clock.nowMs();
    for (const row of members.rows()) if (row.leftAt === null) members.put({ ...row, leftAt });
    meta.putFlushedSeq(log.last().seq);
    meta.putReadsPending(false);
  });
  for (const socket of sockets.all()) socket.close(closeCodes.removed, "the chat was deleted");
}
