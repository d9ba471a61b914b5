import { useSignalEffect } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import type { ChatSession } from "../chat/chat-session.ts";
import { shownChat } from "../shell/shown-chat.ts";
import { InvitationList } from "./invitation-list.tsx";
import { invitedRoles, mustHandOver } from "./person-acts.ts";
import { PersonRow } from "./person-row.tsx";
import { Perspectives } from "./perspectives.tsx";
import "../settings/settings.css";
import "./people-dialog.css";

/** Who is in the open chat, and how others come in. Goes with its chat. */
export function PeopleDialog({ onClose }: { onClose: () => void }) {
  const session = shownChat.value?.session;
  useSignalEffect(() => {
    const shown = shownChat.value;
    if (shown === null || shown.session.status.value.kind === "refused") onClose();
  });
  return session === undefined ? null : <PeopleOf key={session.id} session={session} onClose={onClose} />;
}

/** The outcome of the last act, told in one place. */
export interface Outcome {
  words: string;
  isProblem: boolean;
}

function PeopleOf({ session, onClose }: { session: ChatSession; onClose: () => void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const selfId = session.selfId.value;
  const onlooker = {
    selfId,
    isGuest: session.members.value.some((person) => person.userId === selfId && person.guest === true),
    role: session.role.value,
    isReadOnly: session.trashedAt.value !== null,
  };
  const here = new Set([...session.presence.value.online, selfId ?? ""]);
  const roles = invitedRoles(onlooker);
  return (
    <Modal title={text.people.title} wide onClose={onClose}>
      {onlooker.isReadOnly ? <p class="hint">{text.people.readOnly}</p> : null}
      <p class={outcome?.isProblem === true ? "people-said problem" : "people-said"} role="status">
        {outcome?.words}
      </p>
      <ul class="people-list" ref={list} tabIndex={-1} aria-label={text.people.title}>
        {session.members.value.map((person) => (
          <PersonRow
            key={person.userId}
            chatId={session.id}
            person={person}
            onlooker={onlooker}
            isHere={here.has(person.userId)}
            onOutcome={setOutcome}
            // Who acted stood in a row that may be gone.
            onDone={() => list.current?.focus()}
          />
        ))}
      </ul>
      {mustHandOver(session.members.value, onlooker) ? <p class="hint">{text.people.ownerStays}</p> : null}
      {onlooker.role !== null && roleMay(onlooker.role, "settings") && !onlooker.isReadOnly ? (
        <Perspectives session={session} onOutcome={setOutcome} />
      ) : null}
      {roles.length === 0 ? null : (
        <InvitationList chatId={session.id} roles={roles} members={session.members.value} onOutcome={setOutcome} />
      )}
    </Modal>
  );
}
