import { closeCodes } from "../../domain/chat/lists.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { Room } from "./room.ts";
import type { RoomTask } from "./room-task.ts";

/**
 * Closes a chat before it is deleted: its run ends, everybody is out, and nothing of it is projected any more. A second time, and in a
 * room that is deleted already, it changes nothing. Throws `forbidden` for who does not own the chat, `conflict` when it has been taken
 * out of the trash.
 */
export function closeForGood(room: Room, { by, abandoned }: Extract<RoomTask, { kind: "close" }>): void {
  const { storage, clock, sockets } = room.deps;
  const { meta, members, log } = storage;
  const chat = meta.chat();
  if (!chat) return;
  if (chat.ownerId !== by) throw new OhmError("forbidden", "Only its owner deletes a chat");
  const isTrash = (chat.trashedAt ?? null) !== null;
  if (!isTrash && !abandoned) throw new OhmError("conflict", "The chat is not in the trash any more");
  storage.transaction(() => meta.putQueued([]));
  room.turns.stop();
  storage.transaction(() => {
    const leftAt = clock.nowMs();
    for (const row of members.rows()) if (row.leftAt === null) members.put({ ...row, leftAt });
    meta.putFlushedSeq(log.last().seq);
    meta.putReadsPending(false);
  });
  for (const socket of sockets.all()) socket.close(closeCodes.removed, "the chat was deleted");
}
