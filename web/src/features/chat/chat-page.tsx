import { useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { NamesContext } from "../../../../src/views/names/names-context.tsx";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";
import { Bench } from "../bench/bench.tsx";
import { createBench } from "../bench/bench-store.ts";
import { Divider } from "../bench/divider.tsx";
import { useArtifactAddress } from "../bench/use-artifact-address.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { shownChat } from "../shell/shown-chat.ts";
import type { OpenChat } from "./chat-context.ts";
import { ChatContext, useChat } from "./chat-context.ts";
import { openChat } from "./chat-session.ts";
import { Conversation } from "./conversation.tsx";
import { createReader } from "./reader.ts";

const faces = lazy(async () => (await withWords("acts", import("./company.tsx"))).Faces, {
  waiting: <Icon name="people" />,
  failed: () => <Icon name="people" />,
});

/**
 * One chat: the conversation and its bench. On a phone they are two pages with a bar below. `rest` is what follows the
 * chat in the address: a version of an artifact, or nothing.
 */
export function ChatPage({ id, rest }: { id: string; rest?: string | undefined }) {
  const [chat, setChat] = useState<OpenChat | null>(null);
  useEffect(() => {
    const session = openChat(id);
    const bench = createBench(id, session.revision);
    const opened = { session, bench, reader: createReader() };
    setChat(opened);
    shownChat.value = opened;
    return () => {
      if (shownChat.peek() === opened) shownChat.value = null;
      bench.dispose();
      session.dispose();
    };
  }, [id]);
  if (chat === null || chat.session.id !== id) return <main class="chat-page" />;
  return (
    <ChatContext.Provider value={chat}>
      <OpenedChat rest={rest} />
    </ChatContext.Provider>
  );
}

function OpenedChat({ rest }: { rest: string | undefined }) {
  const { session, bench } = useChat();
  const isKnown = useArtifactAddress(rest);
  const status = session.status.value;
  useSignalEffect(() => {
    document.title = `${session.title.value ?? text.chat.untitled} · ${text.shell.product}`;
  });
  if (status.kind === "refused") {
    return (
      <main class="not-found" id="message" tabIndex={-1}>
        <h1>{text.connection[status.why]}</h1>
        {status.why === "signedOut" ? <SignInAgain /> : null}
        <Link href="/">{text.shell.toStart}</Link>
      </main>
    );
  }
  return (
    <main class="chat-page" data-page={bench.state.value.page}>
      <h1 class="unseen">{session.title.value ?? text.chat.untitled}</h1>
      <section class="chat" aria-label={text.chat.conversation}>
        <ChatBar />
        <ConnectionBanner />
        {isKnown ? null : (
          <p class="banner" role="note">
            {text.shell.notFound}
          </p>
        )}
        <NamesContext.Provider value={bench.names.value}>
          <Conversation />
        </NamesContext.Provider>
      </section>
      <Divider />
      <Bench />
      <PageBar />
    </main>
  );
}

/** Back to this very chat, whoever was signed out here by another browser of theirs. */
function SignInAgain() {
  return (
    <button
      type="button"
      class="button primary"
      onClick={() => (openDialog.value = { kind: "account", mode: "sign_in" })}
    >
      {text.shell.signIn}
    </button>
  );
}

function ChatBar() {
  const { session } = useChat();
  return (
    <header class="chat-bar">
      <Link href="/" class="back">
        <Icon name="back" />
        <span class="unseen">{text.shell.toStart}</span>
      </Link>
      <p class="title">{session.title.value ?? text.chat.untitled}</p>
      <span class="grow" />
      <PeopleButton />
    </header>
  );
}

/** Who is here; a press shows everybody, and how others come in. */
function PeopleButton() {
  const { session } = useChat();
  const role = session.role.value;
  if (role === null) return null;
  const isAlone = !session.company.value;
  const mayInvite = roleMay(role, "people") && session.trashedAt.value === null;
  return (
    <button
      type="button"
      class="button bare people-button"
      aria-haspopup="dialog"
      onClick={() => {
        openDialog.value = { kind: "people" };
      }}
    >
      {isAlone ? <Icon name="people" /> : <faces.Lazy />}
      {isAlone && mayInvite ? text.talk.invite : null}
      <span class="unseen">{text.talk.people(session.members.value.length)}</span>
    </button>
  );
}

function ConnectionBanner() {
  const { session } = useChat();
  if (session.status.value.kind !== "lost") return null;
  return (
    <p class="banner" role="status">
      <Icon name="offline" />
      {navigator.onLine ? text.connection.reconnecting : text.connection.offline}
    </p>
  );
}

function PageBar() {
  const { bench } = useChat();
  const { page } = bench.state.value;
  return (
    <nav class="page-bar" aria-label={text.bench.pages}>
      {(["chat", "bench"] as const).map((place) => (
        <button
          key={place}
          type="button"
          aria-current={page === place ? "page" : undefined}
          onClick={() => bench.act({ type: "page_chosen", page: place })}
        >
          <Icon name={place} />
          {place === "chat" ? text.bench.chatPage : text.bench.benchPage}
        </button>
      ))}
    </nav>
  );
}
