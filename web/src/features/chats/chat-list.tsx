import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { text } from "../../text/text.ts";
import { ChatRow } from "./chat-row.tsx";
import { loadMore, loadShelf, shelfNow } from "./chats-store.ts";
import type { Shelf } from "./shelves.ts";

/** The chats of one shelf, with what stands there when there are none. It asks the server each time that it is opened. */
export function ChatList({ shelf }: { shelf: Shelf }) {
  const [path] = useLocation();
  useEffect(() => void loadShelf(shelf), [shelf]);
  const { status, chats, hasMore } = shelfNow(shelf);
  if (status === "failed") return <NotLoaded shelf={shelf} />;
  if (status !== "loaded") return <p class="quiet list-note">{text.chats.loading}</p>;
  return (
    <>
      {shelf === "trash" ? <p class="quiet list-note">{text.chats.trashNote(limits.trashDays)}</p> : null}
      {chats.length === 0 ? (
        <p class="quiet list-note">{text.chats.empty[shelf]}</p>
      ) : (
        <ul class="chat-rows" aria-label={text.chats.shelves[shelf]}>
          {chats.map((chat) => (
            <ChatRow key={chat.head.id} chat={chat} shelf={shelf} isOpen={path.startsWith(`/chat/${chat.head.id}`)} />
          ))}
        </ul>
      )}
      {hasMore ? (
        <button type="button" class="button" onClick={() => void loadMore(shelf)}>
          {text.chats.more}
        </button>
      ) : null}
    </>
  );
}

/** A list that could not be had. */
export function NotLoaded({ shelf }: { shelf: Shelf }) {
  return (
    <p class="problem" role="alert">
      {text.chats.failed}{" "}
      <button type="button" class="button" onClick={() => void loadShelf(shelf)}>
        {text.chats.again}
      </button>
    </p>
  );
}
