import { useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import { chatRoles } from "../../../../src/domain/chat/lists.ts";
import { text } from "../../text/text.ts";
import { AskFirst } from "../../ui/ask-first.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { say } from "../../ui/notice.tsx";
import type { Problem } from "../../wire/http.ts";
import type { Person } from "../chat/people.ts";
import { loadShelf } from "../chats/chats-store.ts";
import type { Outcome } from "./people-dialog.tsx";
import { giveRole, refusalWords, takeOut } from "./people-store.ts";
import type { PeopleOnlooker } from "./person-acts.ts";
import { personActs } from "./person-acts.ts";

interface PersonRowProps {
  chatId: string;
  person: Person;
  onlooker: PeopleOnlooker;
  isHere: boolean;
  onOutcome: (outcome: Outcome | null) => void;
  /** An act was done that was asked about first. */
  onDone: () => void;
}

/** What is done only after a question. */
type Weighty = "remove" | "handOver" | "leave";

/** One person of the chat, with what may be done about them. */
export function PersonRow({ chatId, person, onlooker, isHere, onOutcome, onDone }: PersonRowProps) {
  const [asked, setAsked] = useState<Weighty | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const [, go] = useLocation();
  const acts = personActs(person, onlooker);
  const { userId, name } = person;

  const tell = (problem: Problem | null, words: string) => {
    onOutcome(problem === null ? { words, isProblem: false } : { words: refusalWords(problem), isProblem: true });
  };
  const choose = async (role: ChatRole) => {
    tell(await giveRole(chatId, userId, role), text.people.roleChanged(name, text.people.roles[role]));
  };
  const perform = async (act: Weighty) => {
    setAsked(null);
    onDone();
    if (act === "handOver") return tell(await giveRole(chatId, userId, "owner"), text.people.handedOver(name));
    const problem = await takeOut(chatId, userId);
    if (act === "remove" || problem !== null) return tell(problem, text.people.removed(name));
    say({ words: text.people.left });
    void loadShelf("recent");
    go("/");
  };
  const ask = (act: Weighty) => (button: HTMLButtonElement) => {
    opener.current = button;
    onOutcome(null);
    setAsked(act);
  };

  return (
    <li class="person">
      <PersonHead person={person} isHere={isHere} isSelf={userId === onlooker.selfId} />
      {acts.roles.length === 0 ? (
        <span class="person-role">{text.people.roles[person.role]}</span>
      ) : (
        <RolePicker person={person} roles={acts.roles} onChoose={choose} />
      )}
      <span class="person-acts">
        {acts.handOver ? (
          <Act words={text.people.handOver} label={text.people.handOverTo(name)} onPress={ask("handOver")} />
        ) : null}
        {acts.remove ? (
          <Act words={text.people.remove} label={text.people.removeOf(name)} onPress={ask("remove")} />
        ) : null}
        {acts.leave ? <Act words={text.people.leave} label={text.people.leaveNow} onPress={ask("leave")} /> : null}
      </span>
      {asked === null ? null : (
        <AskFirst
          {...questions(person, onlooker.isGuest)[asked]}
          onYes={() => void perform(asked)}
          onNo={() => {
            setAsked(null);
            opener.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** What each act does, and the words of the button that does it. */
function questions({ name }: Person, isGuest: boolean): Record<Weighty, { ask: string; yes: string }> {
  const { sureToHandOver, sureToHandOverAsGuest } = text.people;
  return {
    remove: { ask: text.people.sureToRemove(name), yes: text.people.removeOf(name) },
    handOver: { ask: (isGuest ? sureToHandOverAsGuest : sureToHandOver)(name), yes: text.people.handOverTo(name) },
    leave: { ask: text.people.sureToLeave, yes: text.people.leaveNow },
  };
}

function PersonHead({ person, isHere, isSelf }: { person: Person; isHere: boolean; isSelf: boolean }) {
  const words = isHere ? text.people.here : text.people.away;
  return (
    <>
      <span class={isHere ? "face here" : "face away"} title={words}>
        <Avatar userId={person.userId} name={person.name} />
      </span>
      <span class="person-name">
        <b>{person.name}</b>
        {isSelf ? <span class="quiet">{text.people.you}</span> : null}
        {person.guest === true ? <span class="tag">{text.people.guest}</span> : null}
        <span class="unseen">{words}</span>
      </span>
    </>
  );
}

interface RolePickerProps {
  person: Person;
  roles: readonly ChatRole[];
  onChoose: (role: ChatRole) => void;
}

function RolePicker({ person, roles, onChoose }: RolePickerProps) {
  return (
    <select
      class="field person-role"
      aria-label={text.people.roleOf(person.name)}
      value={person.role}
      onChange={({ currentTarget }) => {
        const role = chatRoles.find((known) => known === currentTarget.value);
        // What the room says is shown, also where it says no.
        currentTarget.value = person.role;
        if (role !== undefined) onChoose(role);
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {text.people.roles[role]}
        </option>
      ))}
    </select>
  );
}

/** A button in a row of many like it: what is read out names the person too, and begins with what is seen. */
function Act({
  words,
  label,
  onPress,
}: {
  words: string;
  label: string;
  onPress: (button: HTMLButtonElement) => void;
}) {
  return (
    <button type="button" class="button" aria-label={label} onClick={({ currentTarget }) => onPress(currentTarget)}>
      {words}
    </button>
  );
}
