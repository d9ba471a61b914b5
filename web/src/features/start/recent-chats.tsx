import { useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { text } from "../../text/text.ts";
import { NotLoaded } from "../chats/chat-list.tsx";
import { ChatRow } from "../chats/chat-row.tsx";
import { loadShelf, shelfNow } from "../chats/chats-store.ts";

/** How many chats the first screen names. */
const shownChats = 8;

/** One's chats, newest first. A browser without a session has none, and that is no error. */
export function RecentChats() {
  useEffect(() => void loadShelf("recent"), []);
  const { status, chats } = shelfNow("recent");
  if (status === "failed") return <NotLoaded shelf="recent" />;
  if (chats.length === 0) return null;
  return (
    <section class="recent">
      <h2 id="recent-chats">{text.chats.recent}</h2>
      <ul class="chat-rows" aria-labelledby="recent-chats">
        {chats.slice(0, shownChats).map((chat) => (
          <ChatRow key={chat.head.id} chat={chat} shelf="recent" isOpen={false} />
        ))}
      </ul>
      <Link href="/chats" class="all-chats">
        {text.chats.all}
      </Link>
    </section>
  );
}
