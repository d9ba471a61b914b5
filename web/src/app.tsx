import { useComputed } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Link, Route, Switch } from "wouter-preact";
import type { Wording } from "../../src/views/text/wording.tsx";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { Rail } from "./features/shell/rail.tsx";
import { StartPage } from "./features/start/start-page.tsx";
import { withWords } from "./text/speak.ts";
import { spoken, text } from "./text/text.ts";
import { lazy } from "./ui/lazy.tsx";

/** The first screen needs nothing of a chat; its code follows a moment later, or at once where the address is a chat. */
const chatPage = lazy(async () => (await withWords(import("./features/chat/chat-page.tsx"))).ChatPage, {
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

/** Draws the client into `place`. */
export function drawApp(place: HTMLElement): void {
  render(<App />, place);
}

/** The whole client: the rail and the page of the address. */
function App() {
  useEffect(() => {
    const early = setTimeout(() => chatPage.prefetch().catch(() => undefined), 1000);
    return () => clearTimeout(early);
  }, []);
  const wording = useComputed<Wording | null>(() => {
    const words = spoken.value;
    return words === null || words.rest === null ? null : { text: words.rest.views, locale: words.locale };
  });
  return (
    <WordingContext.Provider value={wording.value}>
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
