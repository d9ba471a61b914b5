/** Words of a conversation with people in it, in English. */
export const roomEn = {
  list: (names: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  someone: "Somebody",
  people: (amount: number) => `${amount} ${amount === 1 ? "person" : "people"} in this chat`,
  invite: "Invite",
  edited: "edited",
  editedAt: (time: string) => `Changed ${time}`,
  removedBy: (name: string) => `Removed by ${name}`,
  removedOwn: "You removed this message",
  note: "note",
  noteHint: "For people only: the engine does not answer notes.",
  forPeople: "for people",
  forPeopleHint: "The engine was not asked. Write @ohm to ask it.",
  lead: "lead",
  leadHint: "Answered first",
  another: "another answer",
  anotherAbove: "Another answer, beside the first one",
  show: "Show it",
  today: "Today",
  yesterday: "Yesterday",
  new: "New",
  newBelow: (amount: number) => `${amount} new`,
  quote: {
    to: "Reply to",
    gone: "a removed message",
    earlier: "an earlier message",
  },
  acts: {
    of: (name: string, time: string) => `Actions for the message of ${name}, ${time}`,
    quick: "Message actions",
    more: "More actions",
  },
  unknownAuthor: "it is not known who wrote it",
};

/** Words of a conversation, in one language. */
export type RoomText = typeof roomEn;
