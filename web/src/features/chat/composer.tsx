import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { isMac } from "../../ui/command-key.ts";
import { enterSends } from "../preferences/preferences.ts";
import { loadDraft, saveDraft } from "./draft.ts";
import { bytesOver } from "./message-size.ts";
import { isSendKey } from "./send-key.ts";

/** The field as something that helps to write in it sees it. */
export interface ComposerField {
  content: string;
  /** Where the cursor stands, in UTF-16 code units. */
  caret: number;
  /** Puts `words` in the place of what stands from `from` to the cursor. */
  replace: (from: number, words: string) => void;
  /** Asked first when a key is pressed; true when the key is used up. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
  /** Ids of a list beside the field, for readers of the screen. */
  describe: (list: { id: string; activeId: string } | null) => void;
}

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
  /** Stands over the field. */
  above?: ComponentChildren;
  /** Stands beside the field and helps to write in it. */
  assist?: (field: ComposerField) => ComponentChildren;
  /** What stands in the field now, and whether it was typed. */
  onWrite?: (content: string, isTyped: boolean) => void;
  onSend: (content: string) => void;
  /** Offered while a run answers. */
  onStop?: (() => void) | undefined;
}

const mostRows = 8;

/** The one field where people write: grows with its text, Enter sends, Shift+Enter breaks, the draft survives a reload. */
export function Composer(props: ComposerProps) {
  const { place, placeholder, label, action, isBusy, onSend } = props;
  const [content, setContent] = useState(() => loadDraft(place));
  const [list, setList] = useState<{ id: string; activeId: string } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { keys, assistant, follow } = useAssistant(props, {
    content,
    field,
    setList,
    write: (next) => change(next, false),
  });
  const over = bytesOver(content);
  const change = (next: string, isTyped: boolean) => {
    setContent(next);
    saveDraft(place, next);
    props.onWrite?.(next, isTyped);
  };
  useEffect(() => {
    if (props.autoFocus) field.current?.focus();
  }, [props.autoFocus]);
  useOffered(props.offered, (offered) => {
    change(content === "" ? offered : `${content}\n${offered}`, false);
    field.current?.focus();
  });
  const send = () => {
    if (content.trim() === "" || over > 0 || isBusy) return;
    onSend(content.trim());
    if (action === undefined) change("", false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (keys.current?.(event) === true) return event.preventDefault();
    if (!isSendKey(event)) return;
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
      {props.above}
      {assistant}
      <textarea
        id="message"
        ref={field}
        class="composer-field"
        rows={Math.min(mostRows, content.split("\n").length)}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={over > 0}
        aria-describedby={over > 0 ? "message-size" : undefined}
        aria-autocomplete={props.assist === undefined ? undefined : "list"}
        aria-controls={list?.id}
        aria-activedescendant={list?.activeId}
        value={content}
        onInput={(event) => {
          change(event.currentTarget.value, true);
          follow();
        }}
        onSelect={follow}
        onKeyDown={onKeyDown}
      />
      {over > 0 ? <TooLong over={over} /> : null}
      <ComposerTools {...props} isReady={content.trim() !== "" && over === 0 && isBusy !== true} />
    </form>
  );
}

interface Written {
  content: string;
  field: RefObject<HTMLTextAreaElement>;
  setList: ComposerField["describe"];
  write: (content: string) => void;
}

/** What helps to write, with the cursor that it follows. */
function useAssistant({ assist }: Pick<ComposerProps, "assist">, { content, field, setList, write }: Written) {
  const [caret, setCaret] = useState(0);
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const replace = (from: number, words: string) => {
    const box = field.current;
    if (box === null) return;
    box.setRangeText(words, from, caret, "end");
    setCaret(box.selectionEnd);
    write(box.value);
    box.focus();
  };
  return {
    keys,
    assistant: assist?.({ content, caret, replace, keys, describe: setList }),
    follow: () => assist !== undefined && setCaret(field.current?.selectionEnd ?? 0),
  };
}

/** Calls back once for every new text that is offered. */
function useOffered(offered: string | undefined, take: (offered: string) => void): void {
  const taken = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (offered === undefined || offered === "" || taken.current === offered) return;
    taken.current = offered;
    take(offered);
  });
}

function TooLong({ over }: { over: number }) {
  return (
    <p id="message-size" class="composer-problem severity-E" role="alert">
      {text.composer.tooLong(bytes(over), bytes(limits.messageBytes))}
    </p>
  );
}

function ComposerTools({ action, onStop, isReady }: Pick<ComposerProps, "action" | "onStop"> & { isReady: boolean }) {
  return (
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
      <button type="submit" class="button primary" aria-disabled={!isReady}>
        {action ?? (
          <>
            <Icon name="send" />
            <span class="unseen">{text.composer.send}</span>
          </>
        )}
      </button>
    </div>
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
