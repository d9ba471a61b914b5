import type { ChatHead } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import { settingsOf } from "./describe-chat.ts";
import type { RoomActor } from "./require-member.ts";
import { requireMember } from "./require-member.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { RoomLog } from "./room-log.ts";
import type { TurnScheduler } from "./turn-scheduler.ts";

/** What shelving touches. */
interface ShelfRoom {
  deps: Pick<RoomDeps, "storage" | "clock">;
  log: RoomLog;
  turns: Pick<TurnScheduler, "active" | "stop">;
}

/** Hides a chat from its people's lists, or shows it again. Throws like `requireMember`; its place in the list stays. */
export function archiveChat(room: ShelfRoom, actor: RoomActor, archived: boolean): void {
  requireMember(room.deps.storage, actor, "archive");
  shelve(room, actor, { archivedAt: archived ? room.deps.clock.nowMs() : null });
}

/**
 * Puts a chat into the trash, or brings it back. In the trash nothing changes: what runs is stopped, and so is what waits behind it.
 * Throws like `requireMember`.
 */
export function trashChat(room: ShelfRoom, actor: RoomActor, trashed: boolean): void {
  requireMember(room.deps.storage, actor, "delete");
  shelve(room, actor, { trashedAt: trashed ? room.deps.clock.nowMs() : null });
  while (trashed && room.turns.active) room.turns.stop();
}

/** Throws like `requireMember`, and `conflict` for a chat that is not in the trash: from there it can still be brought back. */
export function requireTrashed({ deps }: Pick<ShelfRoom, "deps">, actor: RoomActor): void {
  requireMember(deps.storage, actor, "delete");
  if (typeof settingsOf(deps).trashedAt === "number") return;
  throw new OhmError("conflict", "Only what is in the trash is deleted for good: put the chat there first");
}

/** Once is enough: the time of the first call stays. */
function shelve(
  { deps, log }: ShelfRoom,
  actor: RoomActor,
  place: Pick<ChatHead, "archivedAt"> | Pick<ChatHead, "trashedAt">,
): void {
  const chat = settingsOf(deps);
  const isThere = (at: unknown) => typeof at === "number";
  if (Object.entries(place).every(([field, at]) => isThere(Reflect.get(chat, field)) === isThere(at))) return;
  log.commit((writer) => {
    deps.storage.meta.putChat({ ...chat, ...place });
    writer.append(actor.userId, { kind: "chat_updated", data: { chat: place } });
  });
}
