import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import type { OpenChat } from "./chat-context.ts";
import { focusField } from "./focus-field.ts";
import { messageActs } from "./message-acts.ts";
import type { MessageAct } from "./possible-acts.ts";
import { possibleActs } from "./possible-acts.ts";
import type { OpenMenu } from "./reader.ts";
import { shownText } from "./who-said.ts";

/** What this person may do with a message of the open chat. */
export function actsOn({ session }: OpenChat, message: ChatMessage): MessageAct[] {
  return possibleActs(message, {
    selfId: session.selfId.value,
    role: session.role.value,
    isReadOnly: session.trashedAt.value !== null,
    isAnswering: session.running.value !== null,
  });
}

/** Begins an act. `at` is where the button stands that began it. */
export function beginAct(
  chat: OpenChat,
  act: MessageAct,
  { message, at }: { message: ChatMessage; at: OpenMenu["at"] },
) {
  const { reader, session } = chat;
  reader.notice.value = null;
  switch (act) {
    case "react":
      reader.menu.value = { messageId: message.id, part: "emoji", at };
      return;
    case "reply":
      reader.replyTo.value = message.id;
      return focusField();
    case "edit":
      reader.editing.value = message.id;
      return;
    case "regenerate":
      return void perform(chat, message.id, () => messageActs(session.id).regenerate(message.id));
    case "remove":
      reader.removing.value = message.id;
      return;
    case "copy":
      return void copy(chat, message.id, shownText(message.content));
    case "link":
      return void copy(chat, message.id, `${location.origin}/chat/${session.id}#m${message.sequence}`);
  }
}

/** Puts an emoji on a message, or takes the own one away. */
export function react(chat: OpenChat, message: ChatMessage, emoji: string): Promise<boolean> {
  const selfId = chat.session.selfId.peek() ?? "";
  const isOn = message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(selfId));
  return perform(chat, message.id, () => messageActs(chat.session.id).react(message.id, { emoji, on: isOn !== true }));
}

/** Shows everybody the branch through `branchId`, another version of the message. */
export function chooseBranch(chat: OpenChat, messageId: string, branchId: string): Promise<boolean> {
  return perform(chat, messageId, () => messageActs(chat.session.id).chooseBranch(branchId));
}

/** Removes a message, for everybody and for good. */
export function remove(chat: OpenChat, messageId: string): Promise<boolean> {
  return perform(chat, messageId, () => messageActs(chat.session.id).remove(messageId));
}

/** Changes a message's text, and with `rerun` has it answered again. */
export function edit(chat: OpenChat, messageId: string, change: { content: string; rerun: boolean }): Promise<boolean> {
  return perform(chat, messageId, () => messageActs(chat.session.id).edit(messageId, change));
}

/** Ids of messages to which something is being done. */
const busy = new Set<string>();

/**
 * Does something to a message; when it is not done, says so beside it. Without a line nothing is tried: it could not be told later. What is
 * pressed again before the first time was answered is the same press.
 */
async function perform({ session, reader }: OpenChat, messageId: string, act: () => Promise<Problem | null>) {
  if (busy.has(messageId)) return false;
  busy.add(messageId);
  reader.notice.value = null;
  try {
    const problem = session.status.peek().kind === "open" ? await act() : { code: null, detail: "" };
    if (problem !== null) reader.notice.value = { messageId, words: problemWords(problem) };
    return problem === null;
  } finally {
    busy.delete(messageId);
  }
}

async function copy({ reader }: OpenChat, messageId: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    reader.saying.value = text.acts.names.copied;
  } catch {
    reader.notice.value = { messageId, words: text.acts.names.notCopied };
  }
}

function problemWords({ code }: Problem): string {
  if (code === null) return text.acts.needsLine;
  return code === "conflict" ? text.acts.notDoneNow : text.acts.notDone(text.problems[code]);
}
