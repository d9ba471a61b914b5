import type { ChatHead } from "../../domain/chat/message.ts";
import { OhmError } from "../../domain/error/ohm-error.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter } from "./room-log.ts";
import type { ChatSettings, DescriptionEvent, StoredEvent } from "./room-storage.ts";

/** What can change about a chat, and who changes it. */
export interface ChatChanges {
  by: string;
  changes: Partial<Pick<ChatHead, "title" | "mode" | "phase" | "missionStatement" | "projectId">>;
  /** A person renamed it: the automatic title ends. */
  byPerson?: boolean;
}

/** Whether the system has called the chat after a text with it. */
export function isDescription(event: StoredEvent): event is DescriptionEvent {
  if (event.kind !== "chat_updated" || event.by !== "system") return false;
  return event.data.chat.title !== undefined || event.data.chat.missionStatement !== undefined;
}

/** The room's settings; throws `not_found` in a room that was never initialised. */
export function settingsOf(deps: Pick<RoomDeps, "storage">): ChatSettings {
  const chat = deps.storage.meta.chat();
  if (!chat) throw new OhmError("not_found", "There is no such chat");
  return chat;
}

/** Stores what really changes and tells it in one `chat_updated`; nothing changes, nothing is told. An automatic title gives way to a person's. */
export function describeChat(deps: Pick<RoomDeps, "storage" | "clock">, writer: LogWriter, wanted: ChatChanges): void {
  const chat = settingsOf(deps);
  const { title, ...rest } = wanted.changes;
  const retitled = title !== undefined && (wanted.byPerson || chat.titleAutomatic) ? { title } : {};
  const changes = { ...rest, ...retitled };
  const changed = Object.entries(changes).filter(([field, value]) => Reflect.get(chat, field) !== value);
  const titleAutomatic = chat.titleAutomatic && !(wanted.byPerson && title !== undefined);
  if (changed.length === 0 && titleAutomatic === chat.titleAutomatic) return;
  const updatedAt = deps.clock.nowMs();
  deps.storage.meta.putChat({ ...chat, ...changes, titleAutomatic, updatedAt });
  if (changed.length > 0) {
    writer.append(wanted.by, { kind: "chat_updated", data: { chat: { ...Object.fromEntries(changed), updatedAt } } });
  }
}
