import { useEffect } from "preact/hooks";
import { Link, Route, Switch } from "wouter-preact";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { Rail } from "./features/shell/rail.tsx";
import { StartPage } from "./features/start/start-page.tsx";
import { text } from "./text/text.ts";
import { lazy } from "./ui/lazy.tsx";

/** The first screen needs nothing of a chat; its code follows a moment later, or at once where the address is a chat. */
const chatPage = lazy(async () => (await import("./features/chat/chat-page.tsx")).ChatPage, {
  waiting: <main class="chat-page" />,
  failed: (again) => (
    <main class="not-found">
      <h1>{text.shell.notLoaded}</h1>
      <button type="button" class="button" onClick={again}>
        {text.shell.again}
      </button>
    </main>
  ),
});

const wording = { text: text.views, locale: text.locale };

/** The whole client: the rail and the page of the address. */
export function App() {
  useEffect(() => {
    const early = setTimeout(() => chatPage.prefetch().catch(() => undefined), 1000);
    return () => clearTimeout(early);
  }, []);
  return (
    <WordingContext.Provider value={wording}>
      <a class="skip" href="#message">
        {text.shell.skip}
      </a>
      <div class="app">
        <Rail />
        <Switch>
          <Route path="/">
            <StartPage />
          </Route>
          <Route path="/chat/:id/*?">{({ id, "*": rest }) => <chatPage.Lazy id={id} rest={rest} />}</Route>
          <Route>
            <main class="not-found">
              <h1>{text.shell.notFound}</h1>
              <Link href="/">{text.shell.toStart}</Link>
            </main>
          </Route>
        </Switch>
      </div>
    </WordingContext.Provider>
  );
}
