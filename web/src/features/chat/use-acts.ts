import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import { useChat } from "./chat-context.ts";
import type { MessageAct } from "./possible-acts.ts";
import { possibleActs } from "./possible-acts.ts";
import type { OpenMenu } from "./reader.ts";
import { shownText } from "./who-said.ts";

/** What this person can do with messages of the open chat, and how it is done. */
export function useActs() {
  const { session, reader } = useChat();
  /** Does something to a message; when it is not done, says so beside it. Without a line nothing is tried: it could not be told later. */
  const perform = async (messageId: string, act: () => Promise<Problem | null>): Promise<boolean> => {
    reader.notice.value = null;
    const problem = session.status.peek().kind === "open" ? await act() : { code: null, detail: "" };
    if (problem !== null) reader.notice.value = { messageId, words: problemWords(problem) };
    return problem === null;
  };
  const can = (message: ChatMessage) =>
    possibleActs(message, {
      selfId: session.selfId.value,
      role: session.role.value,
      isReadOnly: session.trashedAt.value !== null,
    });
  const begin = (act: MessageAct, message: ChatMessage, at: OpenMenu["at"]) => {
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
        return void perform(message.id, () => session.acts.regenerate(message.id));
      case "remove":
        reader.removing.value = message.id;
        return;
      case "copy":
        return void copy(shownText(message.content), message.id);
      case "link":
        return void copy(`${location.origin}/chat/${session.id}#m${message.sequence}`, message.id);
    }
  };
  const copy = async (words: string, messageId: string) => {
    try {
      await navigator.clipboard.writeText(words);
      reader.saying.value = text.talk.acts.copied;
    } catch {
      reader.notice.value = { messageId, words: text.talk.acts.notCopied };
    }
  };
  const react = (message: ChatMessage, emoji: string) => {
    const isOn = message.reactions?.some(
      (reaction) => reaction.emoji === emoji && reaction.userIds.includes(session.selfId.peek() ?? ""),
    );
    return perform(message.id, () => session.acts.react(message.id, { emoji, on: isOn !== true }));
  };
  return { perform, can, begin, react };
}

function problemWords({ code }: Problem): string {
  if (code === null) return text.talk.needsLine;
  return code === "conflict" ? text.talk.notDoneNow : text.talk.notDone(text.problems[code]);
}

/** Brings the focus to the field where messages are written. */
export function focusField(): void {
  document.getElementById("message")?.focus();
}
