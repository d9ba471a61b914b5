import { useComputed } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { Wording } from "../../src/views/text/wording.tsx";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { isListOpen } from "./features/shell/frame-notes.ts";
import { listenToKeys } from "./features/shell/global-keys.ts";
import { identity } from "./features/shell/identity.ts";
import { Rail } from "./features/shell/rail.tsx";
import { withWords } from "./text/speak.ts";
import { spoken, text } from "./text/text.ts";
import { lazy } from "./ui/lazy.tsx";
import { isPhone } from "./ui/phone.ts";

function notLoaded(again: () => void) {
  return (
    <main class="not-found">
      <h1>{text.shell.notLoaded}</h1>
      <button type="button" class="button" onClick={again}>
        {text.shell.again}
      </button>
    </main>
  );
}

const stands = { waiting: <main class="page" />, failed: notLoaded };

const startPage = lazy(async () => (await import("./features/start/start-page.tsx")).StartPage, {
  ...stands,
  waiting: <main class="start" />,
});
const chatPage = lazy(async () => (await withWords("chat", import("./features/chat/chat-page.tsx"))).ChatPage, {
  ...stands,
  waiting: <main class="chat-page" />,
});
const chatsPage = lazy(async () => (await import("./features/chats/chats-page.tsx")).ChatsPage, stands);
const settingsPage = lazy(
  async () => (await withWords("house", import("./features/settings/settings-page.tsx"))).SettingsPage,
  stands,
);
const projectsPage = lazy(
  async () => (await withWords("house", import("./features/projects/projects-page.tsx"))).ProjectsPage,
  stands,
);
const projectPage = lazy(
  async () => (await withWords("house", import("./features/projects/project-page.tsx"))).ProjectPage,
  stands,
);
const invitePage = lazy(
  async () => (await withWords("people", import("./features/invite/invite-page.tsx"))).InvitePage,
  stands,
);
const chatsPanel = lazy(async () => (await import("./features/chats/chats-panel.tsx")).ChatsPanel, {
  waiting: <aside class="chats-panel" />,
  failed: () => null,
});

const overlays = lazy(async () => (await import("./features/shell/overlays.tsx")).Overlays, {
  waiting: null,
  failed: () => null,
});

/** The first screen is drawn whole, so its code comes with the frame's. What cannot be had now is asked for again when it is drawn. */
export async function prefetchFirst(): Promise<void> {
  if (location.pathname === "/") await startPage.prefetch().catch(() => undefined);
}

/** Draws the client into `place`. */
export function drawApp(place: HTMLElement): void {
  render(<App />, place);
}

/** What the first draw does not need follows a moment later: the pages that are gone to from anywhere, and the list of chats. */
function followLater(): () => void {
  const gone = new AbortController();
  const timer = setTimeout(async () => {
    await Promise.all([startPage.prefetch(), chatPage.prefetch()]).catch(() => undefined);
    const [{ keepList }, { listenToFiles }] = await Promise.all([
      import("./features/chats/keep-list.ts"),
      withWords("acts", import("./features/chat/file-drop.ts")),
    ]);
    if (gone.signal.aborted) return;
    gone.signal.addEventListener("abort", keepList());
    gone.signal.addEventListener("abort", listenToFiles());
  }, 1000);
  return () => {
    clearTimeout(timer);
    gone.abort();
  };
}

/** The whole client: the rail, the list of chats beside it, the page of the address, and what stands over it. */
function App() {
  useEffect(listenToKeys, []);
  useEffect(followLater, []);
  const wording = useComputed<Wording | null>(() => {
    const words = spoken.value;
    return words === null || words.chat === null ? null : { text: text.views, locale: words.locale };
  });
  const hasList = isListOpen.value && !isPhone.value;
  return (
    <WordingContext.Provider value={wording.value}>
      <SkipLink />
      <div class={hasList ? "app with-list" : "app"}>
        <Rail />
        {hasList ? <chatsPanel.Lazy /> : null}
        <Page key={identity.value} />
      </div>
      <overlays.Lazy />
    </WordingContext.Provider>
  );
}

/** The first stop of the keyboard: to the field where there is one, else to the page. */
function SkipLink() {
  const [path] = useLocation();
  const hasField = path === "/" || path.startsWith("/chat/");
  return (
    <a class="skip" href={hasField ? "#message" : "#page"}>
      {hasField ? text.shell.skip : text.shell.skipToPage}
    </a>
  );
}

/** The page of the address. */
function Page() {
  const [path] = useLocation();
  const [, chatId, rest] = /^\/chat\/([^/]+)\/?(.*)$/.exec(path) ?? [];
  if (chatId !== undefined) return <chatPage.Lazy id={chatId} rest={rest || undefined} />;
  const [, token] = /^\/invite\/([^/]+)\/?$/.exec(path) ?? [];
  if (token !== undefined) return <invitePage.Lazy key={token} token={token} />;
  if (path === "/") return <startPage.Lazy />;
  if (path === "/chats") return <chatsPage.Lazy />;
  const [, projectId] = /^\/project\/([^/]+)\/?$/.exec(path) ?? [];
  if (projectId !== undefined) return <projectPage.Lazy key={projectId} id={projectId} />;
  if (path === "/projects") return <projectsPage.Lazy />;
  if (path === "/settings") return <settingsPage.Lazy />;
  return (
    <main class="not-found">
      <h1>{text.shell.notFound}</h1>
      <Link href="/">{text.shell.toStart}</Link>
    </main>
  );
}
