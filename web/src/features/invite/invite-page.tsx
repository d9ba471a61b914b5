import { useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import { getJson, send } from "../../wire/http.ts";
import type { InvitationPreview } from "../../wire/read-invitations.ts";
import { readJoined, readPreview } from "../../wire/read-invitations.ts";
import { loadShelf } from "../chats/chats-store.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { known, noteKnown, noteSession } from "../start/known-session.ts";
import "../../ui/form.css";
import "./invite-page.css";

/** How an invitation stands for who opened its link. */
type Looked =
  | { kind: "looking" }
  | { kind: "dead" }
  | { kind: "failed"; problem: Problem }
  | { kind: "stands"; preview: InvitationPreview };

/** The page of an invitation's link: who invites, where to, as what; and the way in. */
export function InvitePage({ token }: { token: string }) {
  const [looked, setLooked] = useState<Looked>({ kind: "looking" });
  const title = `${text.invite.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => void look(token).then(setLooked), [token]);
  const lookAgain = () => {
    setLooked({ kind: "looking" });
    void look(token).then(setLooked);
  };
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column invite" aria-live="polite">
        <Shown looked={looked} token={token} onAgain={lookAgain} onDead={() => setLooked({ kind: "dead" })} />
      </div>
    </main>
  );
}

function pathOf(token: string): string {
  return `/api/invitations/${encodeURIComponent(token)}`;
}

async function look(token: string): Promise<Looked> {
  const answer = await getJson(pathOf(token), readPreview);
  return answer.ok ? { kind: "stands", preview: answer.value } : afterProblem(answer.problem);
}

function afterProblem(problem: Problem): Looked {
  return problem.code === "not_found" || problem.code === "invalid" ? { kind: "dead" } : { kind: "failed", problem };
}

interface ShownProps {
  looked: Looked;
  token: string;
  onAgain: () => void;
  onDead: () => void;
}

function Shown({ looked, token, onAgain, onDead }: ShownProps) {
  switch (looked.kind) {
    case "looking":
      return <h1 class="quiet">{text.invite.loading}</h1>;
    case "dead":
      return (
        <>
          <h1>{text.invite.dead}</h1>
          <p>{text.invite.deadHint}</p>
          <Link href="/">{text.invite.toStart}</Link>
        </>
      );
    case "failed":
      return (
        <>
          <h1>{text.invite.failed}</h1>
          <p>{whyNot(looked.problem)}</p>
          <button type="button" class="button" onClick={onAgain}>
            {text.invite.again}
          </button>
        </>
      );
    case "stands":
      return <Standing preview={looked.preview} token={token} onDead={onDead} />;
  }
}

function whyNot({ code }: Problem): string {
  return text.invite.notAccepted(code === null ? text.invite.unreachable : text.problems[code]);
}

interface StandingProps {
  preview: InvitationPreview;
  token: string;
  onDead: () => void;
}

function Standing({ preview, token, onDead }: StandingProps) {
  const { chatId, title, invitedBy, role, guests, joined } = preview;
  return (
    <section class="invite-card" aria-labelledby="invite">
      <h1 id="invite">
        <span class="invite-by">{text.invite.invites(invitedBy)}</span> {title ?? text.invite.untitled}
      </h1>
      {joined ? (
        <>
          <p>{text.invite.joined}</p>
          <Link href={`/chat/${chatId}`} class="button primary">
            {text.invite.open}
          </Link>
        </>
      ) : (
        <>
          <p>
            {text.invite.as(text.people.roles[role])}. {text.invite.may[role]}
          </p>
          {known.value === "account" ? null : (
            <p class="quiet">{guests ? text.invite.asGuest : text.invite.accountNeeded}</p>
          )}
          {guests || known.value === "account" ? (
            <Accepting token={token} onDead={onDead} />
          ) : (
            <AccountFirst token={token} />
          )}
        </>
      )}
    </section>
  );
}

/** The ways to an account; both come back to this page. */
function AccountFirst({ token }: { token: string }) {
  const open = (mode: "sign_up" | "sign_in") => () => {
    openDialog.value = { kind: "account", mode, invitation: token };
  };
  return (
    <p class="form-acts">
      <button type="button" class="button primary" onClick={open("sign_up")}>
        {text.invite.signUp}
      </button>
      <button type="button" class="button" onClick={open("sign_in")}>
        {text.shell.signIn}
      </button>
    </p>
  );
}

function Accepting({ token, onDead }: { token: string; onDead: () => void }) {
  const [, go] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const accept = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await send({ method: "POST", path: `${pathOf(token)}/accept` }, readJoined);
    setBusy(false);
    if (answer.ok) {
      noteSession();
      void loadShelf("recent");
      return go(`/chat/${answer.value.chatId}`, { replace: true });
    }
    if (answer.problem.code === "not_found") return onDead();
    if (answer.problem.code === "unauthenticated") noteKnown("nobody");
    setProblem(answer.problem);
  };
  const needsAccount = problem?.code === "unauthenticated" || problem?.code === "forbidden";
  return (
    <>
      <button type="button" class="button primary" aria-disabled={isBusy} onClick={() => void accept()}>
        {text.invite.accept}
      </button>
      {problem === null ? null : (
        <p class="invite-problem" role="alert">
          {needsAccount ? text.invite.accountFirst : whyNot(problem)}
        </p>
      )}
      {needsAccount && known.value !== "account" ? <AccountFirst token={token} /> : null}
    </>
  );
}
