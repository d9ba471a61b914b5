import { useComputed } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Link, Route, Switch, useLocation } from "wouter-preact";
import type { Wording } from "../../src/views/text/wording.tsx";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { refreshOnReturn } from "./features/chats/chats-store.ts";
import { followOpenChat } from "./features/chats/follow-open-chat.ts";
import { Dialogs } from "./features/shell/dialogs.tsx";
import { isListOpen } from "./features/shell/frame-notes.ts";
import { listenToKeys } from "./features/shell/global-keys.ts";
import { Rail } from "./features/shell/rail.tsx";
import { StartPage } from "./features/start/start-page.tsx";
import { withWords } from "./text/speak.ts";
import { spoken, text } from "./text/text.ts";
import { lazy } from "./ui/lazy.tsx";
import { NoticePlace } from "./ui/notice.tsx";
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

/** The first screen needs nothing of a chat; its code follows a moment later, or at once where the address is a chat. */
const chatPage = lazy(async () => (await withWords(import("./features/chat/chat-page.tsx"))).ChatPage, {
  ...stands,
  waiting: <main class="chat-page" />,
});
const chatsPage = lazy(async () => (await import("./features/chats/chats-page.tsx")).ChatsPage, stands);
const settingsPage = lazy(
  async () => (await withWords(import("./features/settings/settings-page.tsx"))).SettingsPage,
  stands,
);
const chatsPanel = lazy(async () => (await import("./features/chats/chats-panel.tsx")).ChatsPanel, {
  waiting: <aside class="chats-panel" />,
  failed: () => null,
});

/** Draws the client into `place`. */
export function drawApp(place: HTMLElement): void {
  render(<App />, place);
}

/** The whole client: the rail, the list of chats beside it, the page of the address, and what stands over it. */
function App() {
  useEffect(() => {
    const early = setTimeout(() => chatPage.prefetch().catch(() => undefined), 1000);
    return () => clearTimeout(early);
  }, []);
  useEffect(listenToKeys, []);
  useEffect(refreshOnReturn, []);
  useEffect(followOpenChat, []);
  const wording = useComputed<Wording | null>(() => {
    const words = spoken.value;
    return words === null || words.rest === null ? null : { text: words.rest.views, locale: words.locale };
  });
  const hasList = isListOpen.value && !isPhone.value;
  return (
    <WordingContext.Provider value={wording.value}>
      <SkipLink />
      <div class={hasList ? "app with-list" : "app"}>
        <Rail />
        {hasList ? <chatsPanel.Lazy /> : null}
        <Page />
      </div>
      <NoticePlace />
      <Dialogs />
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

function Page() {
  return (
    <Switch>
      <Route path="/">
        <StartPage />
      </Route>
      <Route path="/chat/:id/*?">{({ id, "*": rest }) => <chatPage.Lazy id={id} rest={rest} />}</Route>
      <Route path="/chats">
        <chatsPage.Lazy />
      </Route>
      <Route path="/settings">
        <settingsPage.Lazy />
      </Route>
      <Route>
        <main class="not-found">
          <h1>{text.shell.notFound}</h1>
          <Link href="/">{text.shell.toStart}</Link>
        </main>
      </Route>
    </Switch>
  );
}
