import { useRef, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { RecentChats } from "../start/recent-chats.tsx";

/** The narrow rail: a new design, and one's chats. */
export function Rail() {
  const [path] = useLocation();
  return (
    <nav class="rail" aria-label={text.shell.navigation}>
      <span class="mark">
        <Icon name="mark" />
      </span>
      <Link href="/" class="rail-entry" aria-current={path === "/" ? "page" : undefined}>
        <Icon name="plus" />
        {text.shell.new}
      </Link>
      <ChatsEntry />
    </nav>
  );
}

function ChatsEntry() {
  const panel = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => panel.current?.close();
  return (
    <>
      <button
        type="button"
        class="rail-entry"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          panel.current?.showModal();
        }}
      >
        <Icon name="chat" />
        {text.shell.chats}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape and the close button do the same with the keyboard */}
      <dialog
        class="chats-panel"
        ref={panel}
        aria-label={text.shell.chats}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          const isBackdrop = event.target === panel.current;
          const isLink = event.target instanceof Element && event.target.closest("a") !== null;
          if (isBackdrop || isLink) close();
        }}
      >
        <div class="chats-list">
          <button type="button" class="button icon-only" onClick={close}>
            <Icon name="close" />
            <span class="unseen">{text.shell.close}</span>
          </button>
          {isOpen ? <RecentChats /> : null}
        </div>
      </dialog>
    </>
  );
}
