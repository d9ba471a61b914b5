import { useCallback, useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import type { InvitationPreview } from "../../../../src/protocol/people.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import { getJson, send } from "../../wire/http.ts";
import { readJoined, readPreview } from "../../wire/read-people.ts";
import { loadMe, me } from "../account/me.ts";
import { openDialog } from "../shell/open-dialog.ts";
import { noteSession } from "../start/known-session.ts";
import "../../ui/form.css";
import "./invite.css";

type Look = { kind: "looking" } | { kind: "refused"; problem: Problem } | { kind: "seen"; preview: InvitationPreview };

/** What somebody sees who opens an invitation: who invites them to what, and the ways in. */
export function InvitePage({ token }: { token: string }) {
  const [look, setLook] = useState<Look>({ kind: "looking" });
  const load = useCallback(async () => {
    // Who is known here is told whether they are in the chat already; who it is has to be known to say who comes in.
    const [answer] = await Promise.all([
      getJson(`/api/invitations/${encodeURIComponent(token)}`, readPreview),
      loadMe(),
    ]);
    setLook(answer.ok ? { kind: "seen", preview: answer.value } : { kind: "refused", problem: answer.problem });
  }, [token]);
  useEffect(() => void load(), [load]);
  const title = `${text.invite.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column invite">
        {look.kind === "looking" ? <p class="quiet">{text.invite.loading}</p> : null}
        {look.kind === "refused" ? <Refused problem={look.problem} onAgain={() => void load()} /> : null}
        {look.kind === "seen" ? (
          <Invitation
            token={token}
            preview={look.preview}
            onGone={(problem) => setLook({ kind: "refused", problem })}
          />
        ) : null}
      </div>
    </main>
  );
}

function Refused({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  if (problem.code === "not_found" || problem.code === "invalid") {
    return (
      <>
        <h1>{text.invite.dead}</h1>
        <p>{text.invite.deadWhy}</p>
      </>
    );
  }
  return (
    <>
      <h1>{text.invite.failed}</h1>
      <p>{problem.code === "rate_limited" ? text.invite.limited : problemWords(problem)}</p>
      <button type="button" class="button" onClick={onAgain}>
        {text.invite.again}
      </button>
    </>
  );
}

interface InvitationProps {
  token: string;
  preview: InvitationPreview;
  /** It ended meanwhile. */
  onGone: (problem: Problem) => void;
}

function Invitation({ token, preview, onGone }: InvitationProps) {
  const [, go] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const accept = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await send(
      { method: "POST", path: `/api/invitations/${encodeURIComponent(token)}/accept` },
      readJoined,
    );
    setBusy(false);
    if (!answer.ok) return answer.problem.code === "not_found" ? onGone(answer.problem) : setProblem(answer.problem);
    noteSession();
    go(`/chat/${answer.value.chatId}`, { replace: true });
  };
  return (
    <>
      <h1>
        <small>{text.invite.asks(preview.invitedBy)}</small>
        {preview.title ?? text.invite.untitled}
      </h1>
      {preview.joined ? (
        <>
          <p>{text.invite.joined}</p>
          <Link class="button primary" href={`/chat/${preview.chatId}`}>
            {text.invite.open}
          </Link>
        </>
      ) : (
        <>
          <p class="hint">
            {text.invite.as[preview.role]}: {text.people.may[preview.role]}
          </p>
          <WaysIn token={token} takesGuests={preview.guests} isBusy={isBusy} onAccept={() => void accept()} />
        </>
      )}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
    </>
  );
}

interface WaysInProps {
  token: string;
  takesGuests: boolean;
  isBusy: boolean;
  onAccept: () => void;
}

/** Who has an account comes in with it; who has none as a guest where guests are taken, or by making one here and now. */
function WaysIn({ token, takesGuests, isBusy, onAccept }: WaysInProps) {
  const person = me.value ?? null;
  const hasAccount = person !== null && !person.guest;
  const enter = (mode: "sign_up" | "sign_in") => {
    openDialog.value = { kind: "account", mode, invitation: token };
  };
  if (hasAccount || takesGuests) {
    return (
      <>
        <button type="button" class="button primary" aria-disabled={isBusy} onClick={onAccept}>
          {person === null ? text.invite.asGuest : text.invite.comeInAs(person.name)}
        </button>
        {hasAccount ? null : (
          <>
            {person === null ? <p class="hint">{text.invite.guestHint}</p> : null}
            <p class="form-acts">
              {text.invite.orAccount}
              <AccountButtons isPrimary={false} onEnter={enter} />
            </p>
          </>
        )}
      </>
    );
  }
  return (
    <>
      <p>{text.invite.needsAccount}</p>
      <p class="form-acts">
        <AccountButtons isPrimary onEnter={enter} />
      </p>
    </>
  );
}

function AccountButtons({
  isPrimary,
  onEnter,
}: {
  isPrimary: boolean;
  onEnter: (mode: "sign_up" | "sign_in") => void;
}) {
  return (
    <>
      <button type="button" class={isPrimary ? "button primary" : "button"} onClick={() => onEnter("sign_up")}>
        {text.account.signUp}
      </button>
      <button type="button" class="button" onClick={() => onEnter("sign_in")}>
        {text.account.signIn}
      </button>
    </>
  );
}
