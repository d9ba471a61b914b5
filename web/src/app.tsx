import { Link, Route, Switch } from "wouter-preact";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { ChatPage } from "./features/chat/chat-page.tsx";
import { Rail } from "./features/shell/rail.tsx";
import { StartPage } from "./features/start/start-page.tsx";
import { text } from "./text/text.ts";

const wording = { text: text.views, locale: text.locale };

/** The whole client: the rail and the page of the address. */
export function App() {
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
          <Route path="/chat/:id">{({ id }) => <ChatPage id={id} />}</Route>
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
