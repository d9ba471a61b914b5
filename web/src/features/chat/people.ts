import type { Member } from "../../../../src/domain/chat/message.ts";
import type { ChatState } from "./chat-state.ts";

/** Somebody of this chat. Who has left keeps a name and a colour beside what they said. */
export interface Person extends Member {
  hasLeft: boolean;
}

type People = ChatState["people"];

/** Colours for people; one person has the same everywhere. */
const colours = 6;

/** `people` with those of a list of members, who are then all that are in the chat. */
export function withMembers(people: People, members: readonly Member[]): People {
  const gone = Object.values(people).map((person) => [person.userId, { ...person, hasLeft: true }] as const);
  return {
    ...Object.fromEntries(gone),
    ...Object.fromEntries(members.map((member) => [member.userId, inChat(member)])),
  };
}

/** `people` with one member who came or changed. */
export function withMember(people: People, member: Member): People {
  return { ...people, [member.userId]: inChat(member) };
}

/** `people` after somebody left. */
export function withoutMember(people: People, userId: string): People {
  const person = people[userId];
  return person === undefined ? people : { ...people, [userId]: { ...person, hasLeft: true } };
}

function inChat(member: Member): Person {
  return { ...member, hasLeft: false };
}

/** Those who are in the chat now, in the order in which they came. */
export function present(people: People): Person[] {
  return Object.values(people)
    .filter((person) => !person.hasLeft)
    .sort((one, other) => one.joinedAt - other.joinedAt || (one.userId < other.userId ? -1 : 1));
}

/** Whether several people are in the chat: then it has no branches, and not every message asks the engine. */
export function hasCompany(people: People): boolean {
  return Object.values(people).filter((person) => !person.hasLeft).length > 1;
}

/** At most two letters that stand for a name on its avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  const first = letters.map((word) => [...(word ?? "")].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? "");
  return first.join("").toLocaleUpperCase() || "?";
}

/** The colour of a person, 1 to 6: a hash of the id, so that it is the same on every screen. */
export function colourOf(userId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of userId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 8) % colours) + 1;
}
