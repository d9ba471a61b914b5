import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import { send } from "../../wire/http.ts";
import { readChat } from "../../wire/read-chats.ts";
import { Composer } from "../chat/composer.tsx";
import { saveDraft } from "../chat/draft.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { ExampleList } from "./example-list.tsx";
import { known, noteSession } from "./known-session.ts";
import { RecentChats } from "./recent-chats.tsx";

/** First screen: one question, one field, three goals that run when clicked, and what was built before. */
export function StartPage() {
  const [, go] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const isStarting = useRef(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const title = text.shell.product;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const start = async (goal: string) => {
    // State is read anew only when the page is drawn again; a second click may come before.
    if (isStarting.current) return;
    isStarting.current = true;
    setBusy(true);
    setProblem(null);
    const clientId = crypto.randomUUID();
    const value = { message: { clientId, content: goal } };
    const answer = await send({ method: "POST", path: "/api/chats", key: clientId, value }, readChat);
    isStarting.current = false;
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    noteSession();
    saveDraft("new", "");
    go(`/chat/${answer.value.id}`);
  };
  return (
    <main class="start" id="page" tabIndex={-1}>
      <div class="start-column">
        <h1>{text.start.title}</h1>
        <Composer
          place="new"
          label={text.start.label}
          placeholder={text.start.placeholder}
          action={isBusy ? text.start.sending : text.start.send}
          isBusy={isBusy}
          autoFocus
          onSend={(goal) => void start(goal)}
        />
        {problem === null ? null : (
          <p class="problem" role="alert">
            {problemWords(problem)} {text.start.textKept}
          </p>
        )}
        <ExampleList isBusy={isBusy} onChoose={(goal) => void start(goal)} />
        <RecentChats />
        {known.value === "account" ? null : (
          <p class="guest-note">
            {text.start.guest}{" "}
            <button
              type="button"
              class="link"
              onClick={() => (openDialog.value = { kind: "account", mode: "sign_up" })}
            >
              {text.start.keep}
            </button>
          </p>
        )}
      </div>
    </main>
  );
}
