import { whoIsAsked } from "../../../../src/domain/chat/who-is-asked.ts";
import { text } from "../../text/text.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { useChat } from "./chat-context.ts";
import type { Person } from "./people.ts";
import { nameOf, namesOf } from "./who-said.ts";

/** Faces shown one by one. */
const mostFaces = 4;
const mostReaders = 5;

/** The others in the chat as small faces, with a mark on those who are here. */
export function Faces() {
  const { session } = useChat();
  const people = session.members.value.filter(({ userId }) => userId !== session.selfId.value);
  const here = new Set(session.presence.value.online);
  // Who is here comes first.
  const ordered = [...people].sort((one, other) => Number(here.has(other.userId)) - Number(here.has(one.userId)));
  return (
    <span class="faces">
      {ordered.slice(0, mostFaces).map((person) => (
        <Face key={person.userId} person={person} isHere={here.has(person.userId)} />
      ))}
      {people.length > mostFaces ? <span class="quiet">{text.acts.more(people.length - mostFaces)}</span> : null}
    </span>
  );
}

function Face({ person, isHere }: { person: Person; isHere: boolean }) {
  const words = isHere ? text.acts.here(person.name) : text.acts.away(person.name);
  return (
    <span class={isHere ? "face here" : "face away"} title={words}>
      <Avatar userId={person.userId} name={person.name} />
      <span class="unseen">{words}, </span>
    </span>
  );
}

/**
 * One line between the conversation and the field that is always there among several people: who is typing, and whether what one writes
 * will ask the engine. It never moves anything.
 */
export function TalkLine({ content, replyTo }: { content: string; replyTo: string | null }) {
  const { session } = useChat();
  const typing = session.presence.value.typing.filter((userId) => userId !== session.selfId.value);
  const names = typing.map((userId) => nameOf(userId, session.people.value) ?? text.talk.someone);
  return (
    <>
      <span class="typing">{names.length === 0 ? "" : text.acts.typing(names)}</span>
      <span class="asks">{content.trim() === "" ? "" : <Hint content={content} replyTo={replyTo} />}</span>
    </>
  );
}

function Hint({ content, replyTo }: { content: string; replyTo: string | null }) {
  const { session } = useChat();
  const original = replyTo === null ? undefined : session.byId.value.get(replyTo);
  const asked = whoIsAsked({
    content,
    to: [],
    repliesToAnswer: original?.senderType === "ai",
    people: session.members.value,
    modelIds: session.models.value.map(({ id }) => id),
  });
  return <>{text.acts.hint[asked]}</>;
}

/** Small marks of those who have read as far as a message. They take no room of their own. */
export function SeenBy({ messageId }: { messageId: string }) {
  const { session } = useChat();
  const readers = session.seenBy.value.get(messageId);
  if (readers === undefined) return null;
  const names = text.acts.seenBy(namesOf(readers, session.people.value, session.selfId.value));
  return (
    <span class="seen" role="img" aria-label={names} title={names}>
      {readers.slice(0, mostReaders).map((userId) => (
        <Avatar key={userId} userId={userId} name={nameOf(userId, session.people.value) ?? "?"} isTiny />
      ))}
    </span>
  );
}
