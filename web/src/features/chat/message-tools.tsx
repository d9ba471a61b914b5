import { useComputed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { clock } from "./moment.tsx";
import { inTime } from "./on-demand.tsx";
import { placeOf } from "./place-of.ts";
import { authorName } from "./who-said.ts";

const quick = inTime(async () => (await import("./quick-tools.tsx")).QuickTools);

/**
 * The quiet tools of a message: one button that opens all of them, and beside it the usual ones while the pointer or the focus is on the
 * message. One stop for the keyboard; arrow keys go from tool to tool.
 */
export function MessageTools({ message }: { message: ChatMessage }) {
  const { session, reader } = useChat();
  const bar = useRef<HTMLSpanElement>(null);
  const isNear = useComputed(() => reader.near.value === message.id);
  const name = authorName(message, session.people.value);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    event.preventDefault();
    buttons[buttons.findIndex((button) => button.matches(":focus")) + step]?.focus();
  };
  return (
    <span class="tools" role="toolbar" aria-label={text.talk.acts.quick} ref={bar} onKeyDown={onKeyDown}>
      {isNear.value ? <quick.Lazy message={message} /> : null}
      <button
        type="button"
        class="tool more"
        aria-haspopup="dialog"
        aria-label={text.talk.acts.of(name, clock(message.createdAt))}
        title={text.talk.acts.more}
        onClick={({ currentTarget }) => {
          reader.menu.value = { messageId: message.id, part: "acts", at: placeOf(currentTarget) };
        }}
      />
    </span>
  );
}
