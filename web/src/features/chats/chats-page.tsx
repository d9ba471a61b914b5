import { useEffect } from "preact/hooks";
import { useLocation, useSearch } from "wouter-preact";
import { text } from "../../text/text.ts";
import { ChatList } from "./chat-list.tsx";
import { ShelfTabs } from "./shelf-tabs.tsx";
import { shelves } from "./shelves.ts";

/** All chats as a page of its own: the list of the phone, and where there is room for archive and trash. */
export function ChatsPage() {
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get("on");
  const shelf = shelves.find((each) => each === asked) ?? "recent";
  const title = `${text.chats.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column">
        <h1>{text.chats.title}</h1>
        <ShelfTabs
          shelf={shelf}
          onChoose={(next) => go(next === "recent" ? "/chats" : `/chats?on=${next}`, { replace: true })}
        />
        <ChatList shelf={shelf} />
      </div>
    </main>
  );
}
