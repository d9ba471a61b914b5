import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import { roleMay } from "../../../../src/domain/chat/roles.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Modal } from "../../ui/modal.tsx";
import { say } from "../../ui/notice.tsx";
import type { Problem } from "../../wire/http.ts";
import { change } from "../../wire/http.ts";
import type { ChatSession } from "../chat/chat-session.ts";
import type { Person } from "../chat/people.ts";
import { forgetChat } from "../chats/chats-store.ts";
import { Invitations } from "./invitations.tsx";
import { MemberRow } from "./member-row.tsx";
import { Question } from "./question.tsx";
import "./people.css";

/** What is asked before it is done. */
type Asked = { kind: "remove" | "hand_over"; person: Person } | { kind: "leave" };

/** Who is in the chat, with everything that one's own role lets one do about it, and how others come in. */
export function PeopleDialog({ session, onClose }: { session: ChatSession; onClose: () => void }) {
  const [, go] = useLocation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const own = session.role.value ?? "viewer";
  const self = session.members.value.find(({ userId }) => userId === session.selfId.value);
  const isOpen = session.trashedAt.value === null;
  const people = `/api/chats/${session.id}/participants`;
  const give = async (person: Person, role: ChatRole) =>
    setProblem(await change("PATCH", `${people}/${person.userId}`, { role }));
  const leave = async () => {
    const refused = await change("DELETE", `${people}/${session.selfId.value}`);
    if (refused !== null) return setProblem(refused);
    onClose();
    forgetChat(session.id);
    go("/");
    say({ words: text.people.left });
  };
  const answer = async (yes: boolean) => {
    setAsked(null);
    if (!yes || asked === null) return;
    if (asked.kind === "leave") return leave();
    if (asked.kind === "hand_over") return give(asked.person, "owner");
    setProblem(await change("DELETE", `${people}/${asked.person.userId}`));
  };
  return (
    <Modal title={text.people.title} onClose={onClose} wide>
      {isOpen ? null : <p class="hint">{text.people.trashed}</p>}
      <ul class="people-list" aria-label={text.people.list}>
        {session.members.value.map((person) => (
          <MemberRow
            key={person.userId}
            person={person}
            isSelf={person.userId === session.selfId.value}
            isHere={session.presence.value.online.includes(person.userId)}
            own={isOpen ? own : "viewer"}
            onRole={(role) => (role === "owner" ? setAsked({ kind: "hand_over", person }) : void give(person, role))}
            onRemove={() => setAsked({ kind: "remove", person })}
          />
        ))}
      </ul>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {text.people.failed(problemWords(problem))}
        </p>
      )}
      {asked === null ? null : (
        <Question
          words={question(asked, self?.guest === true)}
          yes={yesWords(asked)}
          onAnswer={(yes) => void answer(yes)}
        />
      )}
      {isOpen && roleMay(own, "people") ? <Invitations chatId={session.id} own={own} /> : null}
      <p class="modal-foot">
        {own === "owner" ? (
          <span class="hint">{text.people.ownerStays}</span>
        ) : (
          <button type="button" class="button" onClick={() => setAsked({ kind: "leave" })}>
            {text.people.leave}
          </button>
        )}
      </p>
    </Modal>
  );
}

function question(asked: Asked, isGuest: boolean): string {
  if (asked.kind === "leave") return text.people.sureToLeave;
  const { name } = asked.person;
  if (asked.kind === "remove") return text.people.sureToRemove(name);
  return isGuest ? text.people.makeOwnerAsGuest(name) : text.people.makeOwner(name);
}

function yesWords({ kind }: Asked): string {
  if (kind === "leave") return text.people.leave;
  return kind === "remove" ? text.people.remove : text.people.handOver;
}
