import { useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { IconName } from "../../../../src/views/icon/icon.tsx";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { unreadChats } from "../chats/unread.ts";
import { known } from "../start/known-session.ts";
import { isListOpen, keepNote, readNote } from "./frame-notes.ts";
import { openDialog } from "./open-dialog.ts";

/** The narrow rail: a new design, one's chats, commands and settings. On a phone it is a bar below every page but a chat's. */
export function Rail() {
  const [path] = useLocation();
  const [isNarrow, setNarrow] = useState(() => readNote("rail") === "narrow");
  const toggle = () => {
    keepNote("rail", isNarrow ? "wide" : "narrow");
    setNarrow(!isNarrow);
  };
  return (
    <nav class={isNarrow ? "rail narrow" : "rail"} aria-label={text.shell.navigation}>
      <span class="mark">
        <Icon name="mark" />
      </span>
      <RailLink href="/" icon="plus" label={text.shell.new} isHere={path === "/"} />
      <ChatsEntry path={path} />
      <RailLink
        href="/projects"
        icon="project"
        label={text.shell.projects}
        isHere={path === "/projects" || path.startsWith("/project/")}
      />
      <span class="rail-gap" />
      <button type="button" class="rail-entry wide-only" onClick={() => (openDialog.value = { kind: "palette" })}>
        <Icon name="command" />
        <span class="rail-label">{text.shell.commands}</span>
      </button>
      <AccountEntry />
      <RailLink href="/settings" icon="settings" label={text.shell.settings} isHere={path === "/settings"} />
      <button type="button" class="rail-entry rail-fold wide-only" onClick={toggle}>
        <Icon name={isNarrow ? "expand" : "collapse"} />
        <span class="unseen">{isNarrow ? text.shell.expand : text.shell.collapse}</span>
      </button>
    </nav>
  );
}

/** The way in for those who have no account; who has one finds theirs in the settings. */
function AccountEntry() {
  if (known.value === "account") return null;
  return (
    <button
      type="button"
      class="rail-entry wide-only"
      onClick={() => (openDialog.value = { kind: "account", mode: "sign_in" })}
    >
      <Icon name="person" />
      <span class="rail-label">{text.shell.signIn}</span>
    </button>
  );
}

interface RailLinkProps {
  href: string;
  icon: IconName;
  label: string;
  isHere: boolean;
}

function RailLink({ href, icon, label, isHere }: RailLinkProps) {
  return (
    <Link href={href} class="rail-entry" title={label} aria-current={isHere ? "page" : undefined}>
      <Icon name={icon} />
      <span class="rail-label">{label}</span>
    </Link>
  );
}

/** Beside a wide page the chats open as a list next to the rail; on a phone they are a page. */
function ChatsEntry({ path }: { path: string }) {
  const isOpen = isListOpen.value;
  const unread = unreadChats.value > 0 ? <span class="rail-dot" aria-hidden="true" /> : null;
  return (
    <>
      <button
        type="button"
        class="rail-entry wide-only"
        aria-expanded={isOpen}
        aria-controls={isOpen ? "chats-panel" : undefined}
        onClick={() => (isListOpen.value = !isOpen)}
      >
        <Icon name="chat" />
        <span class="rail-label">{text.shell.chats}</span>
        {unread}
      </button>
      <Link href="/chats" class="rail-entry phone-only" aria-current={path === "/chats" ? "page" : undefined}>
        <Icon name="chat" />
        <span class="rail-label">{text.shell.chats}</span>
        {unread}
      </Link>
    </>
  );
}
