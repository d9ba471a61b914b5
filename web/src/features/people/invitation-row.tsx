import { useEffect, useRef } from "preact/hooks";
import { text } from "../../text/text.ts";
import type { Invitation } from "../../wire/read-invitations.ts";
import type { Outcome } from "./people-dialog.tsx";

interface InvitationRowProps {
  invitation: Invitation;
  /** It was made just now: its copy button has the focus. */
  isNew: boolean;
  onRevoke: () => void;
  onOutcome: (outcome: Outcome) => void;
}

/** One link that stands: what it is for, and the link itself. */
export function InvitationRow({ invitation, isNew, onRevoke, onOutcome }: InvitationRowProps) {
  const about = aboutOf(invitation);
  const field = useRef<HTMLInputElement>(null);
  const copier = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNew) copier.current?.focus();
  }, [isNew]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(invitation.url);
      onOutcome({ words: text.people.copied, isProblem: false });
    } catch {
      field.current?.select();
      onOutcome({ words: text.people.notCopied, isProblem: true });
    }
  };
  return (
    <li class="invitation">
      <p class="invitation-about">{about}</p>
      <input
        ref={field}
        class="field mono"
        readOnly
        aria-label={`${text.people.link}: ${about}`}
        value={invitation.url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <button
        ref={copier}
        type="button"
        class="button"
        aria-label={text.people.copyOf(about)}
        onClick={() => void copy()}
      >
        {text.people.copy}
      </button>
      <button type="button" class="button" aria-label={text.people.revokeOf(about)} onClick={onRevoke}>
        {text.people.revoke}
      </button>
    </li>
  );
}

/** What a link is for, in one line. */
function aboutOf({ role, guests, uses, maxUses, expiresAt, createdByName }: Invitation): string {
  const end = new Intl.DateTimeFormat(text.locale, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  return [
    text.people.roles[role],
    guests ? text.people.withGuests : text.people.withoutGuests,
    maxUses === null ? text.people.used(uses) : text.people.usedOf(uses, maxUses),
    expiresAt === null ? text.people.endless : text.people.ends(end.format(expiresAt)),
    text.people.by(createdByName),
  ].join(" · ");
}
