import { useState } from "preact/hooks";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { isListOpen } from "../shell/frame-notes.ts";
import { ChatList } from "./chat-list.tsx";
import { ShelfTabs } from "./shelf-tabs.tsx";
import type { Shelf } from "./shelves.ts";

/** The chats beside the rail. Where the window is narrow it lies over the page and goes when a chat is opened. */
export function ChatsPanel() {
  const [shelf, setShelf] = useState<Shelf>("recent");
  const close = () => {
    isListOpen.value = false;
  };
  const onClick = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest("a") !== null;
    if (isLink && matchMedia("(max-width: 1180px)").matches) close();
  };
  return (
    <aside
      class="chats-panel"
      id="chats-panel"
      aria-label={text.chats.title}
      onClick={onClick}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}
    >
      <header class="chats-head">
        <h2>{text.chats.title}</h2>
        <button type="button" class="button icon-only bare" onClick={close}>
          <Icon name="close" />
          <span class="unseen">{text.shell.close}</span>
        </button>
      </header>
      <ShelfTabs shelf={shelf} onChoose={setShelf} />
      <div class="chats-scroll">
        <ChatList shelf={shelf} />
      </div>
    </aside>
  );
}
