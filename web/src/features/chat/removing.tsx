import "../../ui/on-demand.css";
import { useEffect, useRef } from "preact/hooks";
import { text } from "../../text/text.ts";
import { remove } from "./acts.ts";
import { useChat } from "./chat-context.ts";

/** Removing a message is for good, so it says that and asks. */
export function Removing({ messageId }: { messageId: string }) {
  const chat = useChat();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const stay = () => {
    chat.reader.removing.value = null;
  };
  return (
    <div
      class="removing"
      role="alertdialog"
      aria-label={text.acts.remove.ask}
      onKeyDown={(event) => event.key === "Escape" && stay()}
    >
      <p>{text.acts.remove.ask}</p>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          stay();
          void remove(chat, messageId);
        }}
      >
        {text.acts.remove.yes}
      </button>
      <button type="button" class="button" ref={keep} onClick={stay}>
        {text.acts.remove.no}
      </button>
    </div>
  );
}
