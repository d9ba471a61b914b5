import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { quoted } from "./quote.tsx";
import { authorName } from "./who-said.ts";

/** The message that the next one replies to, until it is sent or called off. In an open thread every message belongs to it. */
export function ReplyChip({ messageId }: { messageId: string }) {
  const { session, reader } = useChat();
  const original = session.byId.value.get(messageId);
  const name = original === undefined ? text.talk.someone : authorName(original, session.people.value);
  return (
    <p class="reply-chip">
      <Icon name="reply" />
      <b>{text.acts.reply.to(name)}</b>
      <span class="quote-words">{quoted(original)}</span>
      <button
        type="button"
        class="tool"
        aria-label={text.acts.reply.cancel}
        onClick={() => {
          reader.replyTo.value = null;
        }}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
