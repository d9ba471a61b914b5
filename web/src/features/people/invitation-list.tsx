import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../../text/text.ts";
import type { Answer, Problem } from "../../wire/http.ts";
import type { Invitation, InvitationPage } from "../../wire/read-invitations.ts";
import type { Person } from "../chat/people.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import type { Outcome } from "./people-dialog.tsx";
import type { NewLink } from "./people-store.ts";
import { loadInvitations, makeInvitation, refusalWords, revokeInvitation } from "./people-store.ts";
import type { InvitedRole } from "./person-acts.ts";

interface InvitationListProps {
  chatId: string;
  /** The roles to which this person may invite. */
  roles: readonly InvitedRole[];
  /** Who is in the chat: when that changes, a link may have been used. */
  members: readonly Person[];
  onOutcome: (outcome: Outcome | null) => void;
}

/** The links that stand, newest first; null before the server has said. */
export interface Standing {
  items: readonly Invitation[] | null;
  nextCursor: string | null;
  hasFailed: boolean;
}

/** What stands once the next page has been answered; a link that was made meanwhile stands once. */
function withPage(answer: Answer<InvitationPage>): (now: Standing) => Standing {
  return (now) => {
    if (!answer.ok) return { ...now, hasFailed: true };
    const before = now.items ?? [];
    const known = new Set(before.map(({ id }) => id));
    const fresh = answer.value.items.filter(({ id }) => !known.has(id));
    return { items: [...before, ...fresh], nextCursor: answer.value.nextCursor, hasFailed: false };
  };
}

/** What stands after the first page was asked for anew: older ones that were shown before stay below it. */
export function withNewest(answer: Answer<InvitationPage>): (now: Standing) => Standing {
  return (now) => {
    if (!answer.ok) return now;
    const { items, nextCursor } = answer.value;
    const end = now.items?.findIndex(({ id }) => id === items.at(-1)?.id) ?? -1;
    const older = nextCursor === null || end === -1 ? [] : (now.items?.slice(end + 1) ?? []);
    return {
      items: [...items, ...older],
      nextCursor: older.length === 0 ? nextCursor : now.nextCursor,
      hasFailed: false,
    };
  };
}

/** Links by which others come in: a new one, and those that stand. */
export function InvitationList({ chatId, roles, members, onOutcome }: InvitationListProps) {
  const [standing, setStanding] = useState<Standing>({ items: null, nextCursor: null, hasFailed: false });
  const [madeId, setMadeId] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => void loadInvitations(chatId, null).then((answer) => setStanding(withPage(answer))), [chatId]);
  const people = members.map(({ userId }) => userId).join();
  const peopleBefore = useRef(people);
  useEffect(() => {
    if (peopleBefore.current === people) return;
    peopleBefore.current = people;
    void loadInvitations(chatId, null).then((answer) => setStanding(withNewest(answer)));
  }, [people, chatId]);
  const loadMore = async () => {
    const answer = await loadInvitations(chatId, standing.nextCursor);
    setStanding(withPage(answer));
  };

  const tell = (problem: Problem | null, words: string) => {
    onOutcome(problem === null ? { words, isProblem: false } : { words: refusalWords(problem), isProblem: true });
  };
  const make = async (link: NewLink) => {
    onOutcome(null);
    const answer = await makeInvitation(chatId, link);
    tell(answer.ok ? null : answer.problem, text.people.made);
    if (!answer.ok) return;
    setStanding((now) => ({ ...now, items: [answer.value, ...(now.items ?? [])] }));
    setMadeId(answer.value.id);
  };
  const revoke = async (id: string) => {
    const problem = await revokeInvitation(chatId, id);
    tell(problem, text.people.revoked);
    if (problem !== null) return;
    setStanding((now) => ({ ...now, items: now.items?.filter((item) => item.id !== id) ?? null }));
    heading.current?.focus();
  };

  return (
    <section class="invitations" aria-labelledby="invitations">
      <h3 id="invitations" ref={heading} tabIndex={-1}>
        {text.people.links}
      </h3>
      <InvitationForm roles={roles} onMake={make} />
      {standing.items?.length === 0 ? <p class="hint">{text.people.none}</p> : null}
      {standing.items === null && !standing.hasFailed ? <p class="hint">{text.people.loading}</p> : null}
      <ul class="invitation-list" aria-label={text.people.links}>
        {standing.items?.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            isNew={invitation.id === madeId}
            onRevoke={() => void revoke(invitation.id)}
            onOutcome={onOutcome}
          />
        ))}
      </ul>
      {standing.hasFailed ? (
        <p class="people-said problem" role="alert">
          {text.people.failed}{" "}
          <button type="button" class="button" onClick={() => void loadMore()}>
            {text.people.again}
          </button>
        </p>
      ) : null}
      {standing.nextCursor === null || standing.hasFailed ? null : (
        <button type="button" class="button" onClick={() => void loadMore()}>
          {text.people.more}
        </button>
      )}
    </section>
  );
}
