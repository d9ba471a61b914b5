import "../../ui/on-demand.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import { edit } from "./acts.ts";
import { useChat } from "./chat-context.ts";
import { focusField } from "./focus-field.ts";
import { bytesOver } from "./message-size.ts";
import { isSendKey } from "./send-key.ts";
import { isNote } from "./who-said.ts";

const mostRows = 12;

/** A message while its author changes it, in its own place. The keys that send save, Escape leaves it as it was. */
export function EditForm({ message }: { message: ChatMessage }) {
  const chat = useChat();
  const { session, reader } = chat;
  const [content, setContent] = useState(message.content);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const box = field.current;
    if (box === null) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    // Its buttons may lie below the edge, or under a keyboard that comes.
    box.form?.scrollIntoView({ block: "nearest" });
  }, []);
  const leave = () => {
    reader.editing.value = null;
    focusField();
  };
  const isSame = content.trim() === message.content;
  const isReady = content.trim() !== "" && bytesOver(content) === 0 && !isBusy;
  const save = async (rerun: boolean) => {
    if (!isReady) return;
    if (isSame && !rerun) return leave();
    setBusy(true);
    const isDone = await edit(chat, message.id, { content: content.trim(), rerun });
    setBusy(false);
    if (isDone) leave();
  };
  const mayAskAgain = !isNote(content);
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
        if (event.target !== field.current || !isSendKey(event)) return;
        event.preventDefault();
        void save(false);
      }}
    >
      <textarea
        ref={field}
        class="composer-field"
        aria-label={text.acts.edit.label}
        rows={Math.min(mostRows, content.split("\n").length)}
        value={content}
        onInput={(event) => setContent(event.currentTarget.value)}
      />
      <div class="edit-tools">
        <button type="submit" class="button" aria-disabled={!isReady}>
          {text.acts.edit.save}
        </button>
        {mayAskAgain ? (
          <button type="button" class="button" aria-disabled={!isReady} onClick={() => void save(true)}>
            {text.acts.edit.rerun}
          </button>
        ) : null}
        <button type="button" class="button" onClick={leave}>
          {text.acts.edit.cancel}
        </button>
      </div>
      {mayAskAgain ? (
        <p class="sent-state">{session.company.value ? text.acts.edit.asideHint : text.acts.edit.branchHint}</p>
      ) : null}
    </form>
  );
}
