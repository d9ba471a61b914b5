import type { ChatRole } from "../../../src/domain/chat/lists.ts";

const role: Record<ChatRole, string> = { viewer: "may read", member: "member", admin: "admin", owner: "owner" };

/** Words of what people do in a conversation, in English: they come with the code of it. */
export const actsEn = {
  role,
  guest: "guest",
  more: (amount: number) => `+${amount}`,
  here: (name: string) => `${name}, here now`,
  away: (name: string) => `${name}, not here now`,
  typing: (names: readonly string[]) =>
    names.length > 2
      ? "Several people are typing"
      : `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing`,
  seenBy: (names: string) => `Read by ${names}`,
  says: (name: string, words: string) => `${name}: ${words}`,
  notHere: "That message is not in this conversation as it stands.",
  thread: {
    replies: (amount: number) => `${amount} ${amount === 1 ? "reply" : "replies"}`,
    title: "Thread",
    close: "Back to the conversation",
  },
  reply: {
    to: (name: string) => `Reply to ${name}`,
    cancel: "Do not reply",
  },
  branch: {
    label: "Versions",
    of: (place: number, of: number) => `${place} / ${of}`,
    previous: "Previous version",
    next: "Next version",
  },
  names: {
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
    chip: (emoji: string, amount: number, names: string) => `${emoji} ${amount}: ${names}`,
    label: "React with",
    own: "Another emoji",
    add: "Add",
    notOne: "One emoji, please.",
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
  },
  figures: {
    tokens: (input: string, output: string) => `${input} tokens in, ${output} out`,
    cost: (amount: string) => `cost ${amount}`,
    free: "no cost",
    took: (seconds: string) => `took ${seconds} s`,
  },
  trashed: "This chat is in the trash: it can be read, not written to.",
  readOnly: "You may read here. The owner can make you a member who may write.",
  needsLine: "Not done: there is no connection. Try again when it is back.",
  notDone: (why: string) => `Not done: ${why}`,
  notDoneNow: "Not possible right now: the chat has changed, or an answer is running.",
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
      budget: "making it cheaper",
    },
  },
  drop: {
    notText: (name: string) =>
      `${name} is no text that a message can be: drop a diagram.json, a serial log or a program.`,
    tooLarge: (name: string, kilobytes: number) => `${name} is too large: a message takes ${kilobytes} kB.`,
    empty: (name: string) => `${name} is empty.`,
  },
  hint: {
    nobody: "For people only",
    agents: "Asks the engine",
    weigh: "For people, unless it is about the design",
  },
};

/** Words of what people do in a conversation, in one language. */
export type ActsText = typeof actsEn;
