import { useEffect, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { money } from "../../../../src/views/figures/format-figure.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { VerdictBadge } from "../../../../src/views/severity/severity-badge.tsx";
import { text } from "../../text/text.ts";
import type { MenuItem } from "../../ui/menu.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { ListedChat } from "../../wire/read-chats.ts";
import { askToDelete, move, rename } from "./chat-acts.ts";
import type { Shelf } from "./shelves.ts";
import { isUnread } from "./shelves.ts";
import { shortTime } from "./short-time.ts";

interface ChatRowProps {
  chat: ListedChat;
  shelf: Shelf;
  /** It is the one that is open. */
  isOpen: boolean;
}

/** One chat of a list: its title opens it, what its person may do is behind the dots. */
export function ChatRow({ chat, shelf, isOpen }: ChatRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { head } = chat;
  const title = head.title ?? text.chats.untitled;
  const unread = isUnread(chat) && !isOpen && shelf !== "trash";
  const at = head.lastMessageAt ?? head.createdAt;
  if (isRenaming) return <TitleField chatId={head.id} title={head.title ?? ""} onDone={() => setRenaming(false)} />;
  const items = actsFor(chat, shelf, () => setRenaming(true));
  return (
    <li class={unread ? "chat-row unread" : "chat-row"}>
      <Link href={`/chat/${head.id}`} class="chat-link" aria-current={isOpen ? "page" : undefined}>
        <span class="chat-title">{title}</span> {unread ? <span class="unread-mark">{text.chats.unread}</span> : null}
      </Link>
      <span class="chat-people quiet">
        {chat.memberCount > 1 ? (
          <>
            <Icon name="people" />
            <span aria-hidden="true">{chat.memberCount}</span>
            <span class="unseen">{text.chats.people(chat.memberCount)}</span>
          </>
        ) : null}
      </span>
      <span class="chat-verdict">
        {chat.verdict === null ? (
          <span class="quiet">{text.chats.noDesign}</span>
        ) : (
          <VerdictBadge verdict={chat.verdict} words={text.verdicts} />
        )}
      </span>
      <span class="chat-price figure">{chat.totalCents === null ? null : money(chat.totalCents, text.locale)}</span>
      <span class="chat-time quiet">
        {shelf === "trash" && typeof head.trashedAt === "number" ? (
          text.chats.daysLeft(daysLeft(head.trashedAt, Date.now()))
        ) : (
          <time dateTime={new Date(at).toISOString()}>{shortTime(at, { nowMs: Date.now(), locale: text.locale })}</time>
        )}
      </span>
      <span class="chat-acts">{items.length === 0 ? null : <Menu label={text.chats.acts(title)} items={items} />}</span>
    </li>
  );
}

const dayMs = 86_400_000;

/** Whole days until a chat of the trash is deleted, at least one. */
function daysLeft(trashedAt: number, nowMs: number): number {
  return Math.max(1, Math.ceil((trashedAt - nowMs) / dayMs) + limits.trashDays);
}

/** What this person may do to the chat where it stands. */
function actsFor(chat: ListedChat, shelf: Shelf, onRename: () => void): MenuItem[] {
  const { role } = chat;
  const items: (MenuItem | null)[] =
    shelf === "trash"
      ? [
          { label: text.chats.restore, icon: "restore", onChoose: () => void move(chat, shelf, "recent") },
          { label: text.chats.deleteForGood, icon: "trash", onChoose: () => askToDelete(chat) },
        ]
      : [
          roleMay(role, "settings") ? { label: text.chats.rename, icon: "edit", onChoose: onRename } : null,
          roleMay(role, "archive") ? archiving(chat, shelf) : null,
          roleMay(role, "delete")
            ? { label: text.chats.trash, icon: "trash", onChoose: () => void move(chat, shelf, "trash") }
            : null,
        ];
  if (shelf === "trash" && !roleMay(role, "delete")) return [];
  return items.filter((item) => item !== null);
}

function archiving(chat: ListedChat, shelf: Shelf): MenuItem {
  return shelf === "archived"
    ? { label: text.chats.unarchive, icon: "restore", onChoose: () => void move(chat, shelf, "recent") }
    : { label: text.chats.archive, icon: "archive", onChoose: () => void move(chat, shelf, "archived") };
}

interface TitleFieldProps {
  chatId: string;
  title: string;
  onDone: () => void;
}

/** The title as a field in its row: Enter keeps it, Escape does not. */
function TitleField({ chatId, title, onDone }: TitleFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const save = () => {
    const next = field.current?.value.trim() ?? "";
    if (next !== "" && next !== title) void rename({ chatId, title, next });
    onDone();
  };
  return (
    <li class="chat-row renaming">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          ref={field}
          class="field"
          aria-label={text.chats.newTitle}
          defaultValue={title}
          maxLength={limits.titleCharacters}
          onKeyDown={(event) => event.key === "Escape" && onDone()}
        />
        <button type="submit" class="button">
          {text.chats.save}
        </button>
        <button type="button" class="button bare" onClick={onDone}>
          {text.chats.cancel}
        </button>
      </form>
    </li>
  );
}
