import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { authorName, gist } from "./who-said.ts";

/** What a message replies to, on one line; it leads there. */
export function Quote({ messageId }: { messageId: string }) {
  const { session, reader } = useChat();
  const original = session.byId.value.get(messageId);
  const isOwn = original !== undefined && original.senderId === session.selfId.value;
  const name = original === undefined ? "" : isOwn ? text.chat.you : authorName(original, session.people.value);
  return (
    <button
      type="button"
      class="quote"
      onClick={() => {
        reader.thread.value = null;
        reader.target.value = { id: messageId };
      }}
    >
      <Icon name="reply" />
      <span class="unseen">{text.talk.quote.to}</span>
      {name === "" ? null : <b>{name}</b>}
      <span class="quote-words">{quoted(original)}</span>
    </button>
  );
}

/** The first words of a message that is quoted. */
export function quoted(original: ChatMessage | undefined): string {
  if (original === undefined) return text.talk.quote.earlier;
  return original.removed === undefined ? gist(original.content) : text.talk.quote.gone;
}
