import type { ChatHead, ChatMessage } from "../../domain/chat/message.ts";
import { describeByMessage, missionOf } from "../chat-description.ts";
import { describeChat, settingsOf } from "./describe-chat.ts";
import type { RoomDeps } from "./room-deps.ts";
import type { LogWriter } from "./room-log.ts";
import type { StoredEvent } from "./room-storage.ts";

/** Places of the log that are read at once. */
const pagePlaces = 500;

type Words = Pick<ChatHead, "title" | "missionStatement">;
type Description = Extract<StoredEvent, { kind: "chat_updated" }>;

/**
 * Takes what the chat was called after this text out of its settings and out of the log, where a person has not said it. `content` is
 * the text that stands there now, null for a removed one: an automatic title is then taken from it.
 */
export function forgetText(
  deps: Pick<RoomDeps, "storage" | "clock">,
  writer: LogWriter,
  { message, content }: { message: ChatMessage; content: string | null },
): void {
  const old = wordsOf(message.content);
  const now = content === null ? { title: null, missionStatement: null } : wordsOf(content);
  const { title, missionStatement } = settingsOf(deps);
  const changes = {
    ...(title === old.title ? { title: now.title } : {}),
    ...(missionStatement === old.missionStatement ? { missionStatement: now.missionStatement } : {}),
  };
  forgetInLog(deps, message.seq, old);
  describeChat(deps, writer, { by: "system", changes });
}

function wordsOf(content: string): Words {
  return { title: describeByMessage({ content }).title ?? null, missionStatement: missionOf(content) };
}

function forgetInLog({ storage: { log } }: Pick<RoomDeps, "storage">, seq: number, old: Words): void {
  for (let after = seq, page = log.after(after, pagePlaces); page.length > 0; page = log.after(after, pagePlaces)) {
    for (const entry of page) {
      after = entry.kind === "event" ? entry.event.seq : entry.message.seq;
      if (entry.kind !== "event" || entry.event.kind !== "chat_updated" || entry.event.by !== "system") continue;
      const event = without(entry.event, old);
      if (event !== entry.event) log.replaceEvent(event);
    }
  }
}

/** The event without these words; the same one where it does not hold them. */
function without(event: Description, old: Words): Description {
  const { chat } = event.data;
  const { title, missionStatement, ...rest } = chat;
  const kept = {
    ...(title === undefined || title === old.title ? {} : { title }),
    ...(missionStatement === undefined || missionStatement === old.missionStatement ? {} : { missionStatement }),
  };
  const isSame = title === kept.title && missionStatement === kept.missionStatement;
  return isSame ? event : { ...event, data: { chat: { ...rest, ...kept } } };
}
