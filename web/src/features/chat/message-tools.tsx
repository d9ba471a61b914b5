import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { clock } from "./moment.tsx";
import type { MessageAct } from "./possible-acts.ts";
import type { OpenMenu } from "./reader.ts";
import { useActs } from "./use-acts.ts";
import { authorName } from "./who-said.ts";

/** The icon of each act. */
export const actIcons: Record<MessageAct, IconName> = {
  react: "smile",
  reply: "reply",
  edit: "edit",
  regenerate: "again",
  copy: "copy",
  link: "link",
  remove: "trash",
};

const quickActs: readonly MessageAct[] = ["react", "reply", "edit", "regenerate"];

/**
 * The quiet tools of a message: one button that opens all of them, and beside it the usual ones while the pointer or the focus is on the
 * message. One stop for the keyboard; arrow keys go from tool to tool.
 */
export function MessageTools({ message }: { message: ChatMessage }) {
  const { session, reader } = useChat();
  const { can, begin } = useActs();
  const bar = useRef<HTMLSpanElement>(null);
  const isNear = useComputed(() => reader.near.value === message.id);
  const name = authorName(message, session.people.value);
  const quick = isNear.value ? can(message).filter((act) => quickActs.includes(act)) : [];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    event.preventDefault();
    buttons[buttons.findIndex((button) => button.matches(":focus")) + step]?.focus();
  };
  return (
    <span class="tools" role="toolbar" aria-label={text.talk.acts.quick} ref={bar} onKeyDown={onKeyDown}>
      {quick.map((act) => (
        <button
          key={act}
          type="button"
          class="tool"
          tabIndex={-1}
          title={text.talk.acts[act]}
          aria-label={text.talk.acts[act]}
          onClick={(event) => begin(act, message, placeOf(event.currentTarget))}
        >
          <Icon name={actIcons[act]} />
        </button>
      ))}
      <button
        type="button"
        class="tool more"
        aria-haspopup="dialog"
        aria-label={text.talk.acts.of(name, clock(message.createdAt))}
        title={text.talk.acts.more}
        onClick={(event) => {
          reader.menu.value = { messageId: message.id, part: "acts", at: placeOf(event.currentTarget) };
        }}
      >
        <Icon name="more" />
      </button>
    </span>
  );
}

/** Where an element is in the window. */
export function placeOf(element: Element): OpenMenu["at"] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}
