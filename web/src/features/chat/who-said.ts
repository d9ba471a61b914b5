import { agentIds } from "../../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import type { ChatState } from "./chat-state.ts";

/** Id of the model that is built in. */
const engineModel = "ohm/engine";

/** The name under which everybody sees the author of a message now. */
export function authorName(message: ChatMessage, people: ChatState["people"]): string {
  if (message.senderType === "ai") return text.chat.ohm;
  if (message.senderType === "system") return text.chat.system;
  return nameOf(message.senderId, people) ?? message.senderName ?? text.talk.someone;
}

/** A person's present name, where the person is known. */
export function nameOf(userId: string | null, people: ChatState["people"]): string | null {
  return (userId === null ? undefined : people[userId]?.name) ?? null;
}

/** The names of several people as one phrase; oneself is "You". */
export function namesOf(userIds: readonly string[], people: ChatState["people"], selfId: string | null): string {
  const names = userIds.map((id) => (id === selfId ? text.chat.you : (nameOf(id, people) ?? text.talk.someone)));
  return text.talk.list(names);
}

/** Agent and model that spoke, as a quiet line. */
export function speaker(message: ChatMessage | undefined): string {
  const agent = agentIds.find((id) => id === message?.agent);
  const model = message?.modelId ?? "";
  const perspective = text.chat.perspectives.get(model);
  if (perspective !== undefined) return perspective;
  const names = [agent === undefined ? "" : text.chat.agents[agent], model === engineModel ? text.chat.engine : model];
  return names.filter((name) => name !== "").join(" · ");
}

/** Perspectives that had nothing to add, as one quiet line; empty where all spoke or none was asked. */
export function quietWords(silent: readonly string[] | undefined): string {
  if (silent === undefined || silent.length === 0) return "";
  return text.chat.nothingToAdd(silent.map((model) => text.chat.perspectives.get(model) ?? model).join(", "));
}

const notePattern = /^\/note(?:\s+|$)/;

/** Whether a text is a note to people. */
export function isNote(content: string): boolean {
  return notePattern.test(content);
}

/** A person's text as it is shown: a note without its command. */
export function shownText(content: string): string {
  return content.replace(notePattern, "");
}

/** The first words of a message on one line, without the marks of its markdown. */
export function gist(content: string): string {
  const line = shownText(content)
    .split("\n")
    .find((candidate) => /[\p{L}\p{N}\p{Emoji}]/u.test(candidate));
  return (line ?? "")
    .replace(/[*_`#>|]+/g, "")
    .trim()
    .slice(0, 160);
}
