import type { ChatRole } from "../../../../src/domain/chat/lists.ts";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { Person } from "../chat/people.ts";
import { mayRemove, possibleRoles } from "./possible-roles.ts";

interface MemberRowProps {
  person: Person;
  isSelf: boolean;
  isHere: boolean;
  /** The role of who looks at the list. */
  own: ChatRole;
  onRole: (role: ChatRole) => void;
  onRemove: () => void;
}

/** One person of the chat: who, whether they are here, their role, and what may be done about it. */
export function MemberRow({ person, isSelf, isHere, own, onRole, onRemove }: MemberRowProps) {
  const { name, role, userId, guest } = person;
  const roles = isSelf ? [] : possibleRoles(own, person);
  return (
    <li class="person">
      <Avatar userId={userId} name={name} />
      <span class="person-name">
        <b>{isSelf ? text.people.you(name) : name}</b>
        {guest === true ? <span class="tag">{text.people.guest}</span> : null}
        {isHere && !isSelf ? <span class="person-here">{text.people.here}</span> : null}
        <span class="second">{text.people.may[role]}</span>
      </span>
      {roles.length === 0 ? (
        <span class="person-role">{text.people.roles[role]}</span>
      ) : (
        <SelectField
          quiet
          label={text.people.roleOf(name)}
          options={roles.map((value) => ({ value, label: text.people.roles[value] }))}
          chosen={role}
          onChoose={onRole}
        />
      )}
      {!isSelf && mayRemove(own, person) ? (
        <button type="button" class="button" aria-label={text.people.removeOne(name)} onClick={onRemove}>
          {text.people.remove}
        </button>
      ) : null}
    </li>
  );
}
