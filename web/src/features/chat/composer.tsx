import { useEffect, useRef, useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { enterSends } from "../preferences/preferences.ts";
import { isMac } from "../shell/global-keys.ts";
import { loadDraft, saveDraft } from "./draft.ts";
import { bytesOver } from "./message-size.ts";

interface ComposerProps {
  /** Where the draft is kept: the chat's id, or `new`. */
  place: string;
  placeholder: string;
  label: string;
  /** The send button's words; an arrow without them. */
  action?: string;
  isBusy?: boolean;
  autoFocus?: boolean;
  /** Text to put into the field, for a message that is taken back. */
  offered?: string;
  onSend: (content: string) => void;
  /** Offered while a run answers. */
  onStop?: (() => void) | undefined;
}

const mostRows = 8;

/** The one field where people write: grows with its text, Enter sends, Shift+Enter breaks, the draft survives a reload. */
export function Composer({
  place,
  placeholder,
  label,
  action,
  isBusy,
  autoFocus,
  offered,
  onSend,
  onStop,
}: ComposerProps) {
  const [content, setContent] = useState(() => loadDraft(place));
  const field = useRef<HTMLTextAreaElement>(null);
  const over = bytesOver(content);
  const change = (next: string) => {
    setContent(next);
    saveDraft(place, next);
  };
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useEffect(() => {
    if (offered === undefined || offered === "") return;
    setContent((now) => (now === "" ? offered : `${now}\n${offered}`));
    field.current?.focus();
  }, [offered]);
  const send = () => {
    if (content.trim() === "" || over > 0 || isBusy) return;
    onSend(content.trim());
    if (action === undefined) change("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    // A held command key sends either way; without it Enter does what its person set.
    if (!(event.ctrlKey || event.metaKey || (enterSends() && !event.shiftKey))) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        id="message"
        ref={field}
        class="composer-field"
        rows={Math.min(mostRows, content.split("\n").length)}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={over > 0}
        aria-describedby={over > 0 ? "message-size" : undefined}
        value={content}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {over > 0 ? (
        <p id="message-size" class="composer-problem severity-E" role="alert">
          {text.composer.tooLong(bytes(over), bytes(limits.messageBytes))}
        </p>
      ) : null}
      <div class="composer-tools">
        <span class="grow" />
        {onStop === undefined ? (
          <kbd>{sendKeys()}</kbd>
        ) : (
          <button type="button" class="button" onClick={onStop}>
            <Icon name="stop" />
            {text.composer.stop}
          </button>
        )}
        <button
          type="submit"
          class="button primary"
          aria-disabled={content.trim() === "" || over > 0 || isBusy === true}
        >
          {action ?? (
            <>
              <Icon name="send" />
              <span class="unseen">{text.composer.send}</span>
            </>
          )}
        </button>
      </div>
    </form>
  );
}

/** The keys that send, as they are printed. */
function sendKeys(): string {
  if (enterSends()) return text.composer.keys;
  return isMac() ? text.composer.keysToSend.mac : text.composer.keysToSend.other;
}

function bytes(amount: number): string {
  return text.composer.bytes(new Intl.NumberFormat(text.locale).format(amount));
}
