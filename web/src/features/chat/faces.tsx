import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useChat } from "./chat-context.ts";
import type { Person } from "./people.ts";

const most = 4;

/** The others in the chat as small faces with a mark on those who are here; nobody, nothing. */
export function Faces() {
  const { session } = useChat();
  const people = session.members.value.filter(({ userId }) => userId !== session.selfId.value);
  if (people.length === 0) return null;
  const { online } = session.presence.value;
  const here = new Set(online);
  // Who is here comes first.
  const ordered = [...people].sort((one, other) => Number(here.has(other.userId)) - Number(here.has(one.userId)));
  return (
    <ul class="faces" aria-label={text.talk.people(people.length + 1)}>
      {ordered.slice(0, most).map((person) => (
        <Face key={person.userId} person={person} isHere={here.has(person.userId)} />
      ))}
      {people.length > most ? <li class="quiet">{text.talk.more(people.length - most)}</li> : null}
    </ul>
  );
}

function Face({ person, isHere }: { person: Person; isHere: boolean }) {
  const words = isHere ? text.talk.here(person.name) : text.talk.away(person.name);
  return (
    <li class={isHere ? "face here" : "face"} title={words}>
      <Avatar userId={person.userId} name={person.name} />
      <span class="unseen">{words}</span>
    </li>
  );
}
