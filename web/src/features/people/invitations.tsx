import { useCallback, useEffect, useState } from "preact/hooks";
import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import type { InvitationView } from "../../../../src/protocol/people.ts";
import { day } from "../../../../src/views/figures/format-figure.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { CopyLine } from "../../ui/copy-line.tsx";
import type { Problem } from "../../wire/http.ts";
import { change, getJson } from "../../wire/http.ts";
import { readInvitations } from "../../wire/read-people.ts";
import { InvitationForm } from "./invitation-form.tsx";

/** The links by which people come in: those that stand, each to copy and to revoke, and a new one. */
export function Invitations({ chatId, own }: { chatId: string; own: ChatRole }) {
  const [standing, setStanding] = useState<readonly InvitationView[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState("");
  const path = `/api/chats/${chatId}/invitations`;
  const load = useCallback(async () => {
    const answer = await getJson(`${path}?limit=50`, readInvitations);
    if (answer.ok) setStanding(answer.value);
    else setProblem(answer.problem);
  }, [path]);
  useEffect(() => void load(), [load]);
  const revoke = async ({ id }: InvitationView) => {
    const refused = await change("DELETE", `${path}/${id}`);
    setProblem(refused);
    if (refused !== null) return;
    setStanding((now) => now.filter((each) => each.id !== id));
    setSaid(text.invitations.revoked);
  };
  return (
    <section class="invitations" aria-labelledby="invitations">
      <h3 id="invitations">{text.invitations.title}</h3>
      <p class="hint">{text.invitations.explain}</p>
      <InvitationForm path={path} own={own} onMade={(made) => setStanding((now) => [made, ...now])} />
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
      <p class="hint" role="status">
        {said}
      </p>
      <ul class="invitation-list">
        {standing.map((invitation) => (
          <li key={invitation.id}>
            <CopyLine
              label={text.invitations.link(text.people.roles[invitation.role])}
              value={invitation.url}
              words={{ copy: text.invitations.copy, copied: text.invitations.copied }}
            />
            <p class="invitation-facts">
              <span>{factsOf(invitation)}</span>
              <button
                type="button"
                class="link"
                aria-label={text.invitations.revokeOne(text.people.roles[invitation.role])}
                onClick={() => void revoke(invitation)}
              >
                {text.invitations.revoke}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ role, guests, uses, maxUses, expiresAt, createdByName }: InvitationView): string {
  return [
    text.people.roles[role],
    guests ? "" : text.invitations.accountsOnly,
    maxUses === null ? text.invitations.usedFreely(uses) : text.invitations.used(uses, maxUses),
    expiresAt === null ? "" : text.invitations.until(day(new Date(expiresAt).toISOString(), text.locale)),
    text.invitations.by(createdByName),
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}
