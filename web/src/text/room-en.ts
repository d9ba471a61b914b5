import type { ChatRole } from "../../../src/domain/chat/lists.ts";

const role: Record<ChatRole, string> = { viewer: "may read", member: "member", admin: "admin", owner: "owner" };

/** Words of a conversation with people in it, in English. */
export const roomEn = {
  role,
  guest: "guest",
  list: (names: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  someone: "Somebody",
  people: (amount: number) => `${amount} ${amount === 1 ? "person" : "people"} in this chat`,
  more: (amount: number) => `+${amount}`,
  here: (name: string) => `${name}, here now`,
  away: (name: string) => `${name}, not here now`,
  typing: (names: readonly string[]) =>
    names.length > 2
      ? "Several people are typing"
      : `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing`,
  seenBy: (names: string) => `Read by ${names}`,
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
  says: (name: string, words: string) => `${name}: ${words}`,
  notHere: "That message is not in this conversation as it stands.",
  quote: {
    to: "Reply to",
    gone: "a removed message",
    earlier: "an earlier message",
  },
  thread: {
    replies: (amount: number) => `${amount} ${amount === 1 ? "reply" : "replies"}`,
    title: "Thread",
    close: "Back to the conversation",
  },
  reply: {
    to: (name: string) => `Reply to ${name}`,
    cancel: "Do not reply",
  },
  acts: {
    of: (name: string, time: string) => `Actions for the message of ${name}, ${time}`,
    quick: "Message actions",
    more: "More actions",
    react: "React",
    reply: "Reply",
    edit: "Edit",
    regenerate: "Answer again",
    copy: "Copy text",
    link: "Copy link",
    remove: "Remove",
    copied: "Copied",
    notCopied: "The browser did not allow copying.",
    close: "Close",
  },
  emoji: {
    label: "React with",
    own: "Another emoji",
    add: "Add",
    notOne: "One emoji, please.",
    chip: (emoji: string, amount: number, names: string) => `${emoji} ${amount}: ${names}`,
  },
  edit: {
    label: "Change the message",
    save: "Save",
    rerun: "Save and answer again",
    cancel: "Cancel",
    branchHint: "The old message and its answers stay behind arrows.",
    asideHint: "The new answer stands beside the first one.",
  },
  remove: {
    ask: "Remove this message for everybody? Its text is gone everywhere and cannot be brought back.",
    yes: "Remove",
    no: "Keep it",
    running: "Stop the answer first, then remove it.",
  },
  branch: {
    label: "Versions",
    of: (place: number, of: number) => `${place} / ${of}`,
    previous: "Previous version",
    next: "Next version",
  },
  figures: {
    tokens: (input: string, output: string) => `${input} tokens in, ${output} out`,
    cost: (amount: string) => `cost ${amount}`,
    free: "no cost",
    took: (seconds: string) => `took ${seconds} s`,
  },
  needsLine: "Not done: there is no connection. Try again when it is back.",
  notDone: (why: string) => `Not done: ${why}`,
  notDoneNow: "Not possible right now: the chat has changed, or an answer is running.",
  readOnly: "You may read here. The owner can make you a member who may write.",
  trashed: "This chat is in the trash: it can be read, not written to.",
  unknownAuthor: "it is not known who wrote it",
  complete: {
    people: "People and engines",
    commands: "Commands",
    engine: "asks the built-in engine",
    model: "model",
    note: "for people only; the engine does not answer",
    agents: {
      conversational: "questions and talk",
      bom: "parts",
      wiring: "wiring",
      code: "firmware",
      verifier: "checks",
    },
  },
  hint: {
    note: "Note: for people only",
    engine: "Asks the engine",
    people: "For people, unless it is about the design",
  },
};

/** Words of a conversation, in one language. */
export type RoomText = typeof roomEn;
