import type { ChatRole } from "../../../src/domain/chat/lists.ts";

const roles: Record<ChatRole, string> = { viewer: "Viewer", member: "Member", admin: "Admin", owner: "Owner" };

/** What each role may do, in one line. */
const may: Record<ChatRole, string> = {
  viewer: "reads",
  member: "reads, writes and changes the design",
  admin: "also invites, removes and stops",
  owner: "may do everything",
};

/** Words of the people of a chat in English: who is in it, and how others come in. */
export const peopleEn = {
  people: {
    title: "People of this chat",
    list: "Who is in it",
    you: (name: string) => `${name} (you)`,
    here: "here now",
    guest: "guest",
    roles,
    may,
    roleOf: (name: string) => `Role of ${name}`,
    remove: "Remove",
    removeOne: (name: string) => `Remove ${name}`,
    sureToRemove: (name: string) =>
      `Remove ${name}? What they wrote stays. They do not come back by an invitation made before now.`,
    makeOwner: (name: string) => `Hand the chat over to ${name}? They own it then, and you become an admin.`,
    makeOwnerAsGuest: (name: string) => `Hand the chat over to ${name}? They own it then, and you become a member.`,
    handOver: "Hand it over",
    keep: "Leave it as it is",
    leave: "Leave this chat",
    sureToLeave: "Leave this chat? What you wrote stays. You come back by an invitation only.",
    left: "You have left the chat.",
    ownerStays: "A chat has one owner: before you leave, make somebody else the owner.",
    trashed: "The chat is in the trash: nobody comes, goes or changes until it is restored.",
    failed: (why: string) => `Not done: ${why}`,
  },
  invitations: {
    title: "Invitations",
    explain: "Whoever has the link comes in. Send it only to those whom you mean.",
    role: "They come in as",
    guests: "Guests too, without an account",
    guestsHint: "Admins need an account.",
    uses: "How many",
    anyNumber: "any number",
    one: "one person",
    several: (most: number) => `up to ${most}`,
    ends: "It ends",
    never: "never",
    days: (days: number) => (days === 1 ? "in a day" : `in ${days} days`),
    make: "Make a link",
    link: (role: string) => `Link for: ${role}`,
    copy: "Copy",
    copied: "Copied",
    used: (uses: number, most: number) => `used ${uses} of ${most} times`,
    usedFreely: (uses: number) => (uses === 0 ? "not used yet" : `used ${uses} ${uses === 1 ? "time" : "times"}`),
    accountsOnly: "accounts only",
    until: (when: string) => `until ${when}`,
    by: (name: string) => `by ${name}`,
    revoke: "Revoke",
    revokeOne: (role: string) => `Revoke the link for: ${role}`,
    revoked: "The link opens nothing any more. Who came by it stays.",
  },
  invite: {
    title: "An invitation",
    loading: "Looking at your invitation…",
    asks: (name: string) => `${name} invites you to`,
    untitled: "a chat",
    as: { viewer: "as a viewer", member: "as a member", admin: "as an admin", owner: "as its owner" },
    comeIn: "Come in",
    comeInAs: (name: string) => `Come in as ${name}`,
    asGuest: "Come in as a guest",
    guestHint: "Without an account. You can make one later, and keep everything.",
    needsAccount: "This invitation is for people with an account. Sign up or sign in; you come back here.",
    orAccount: "Or with an account:",
    joined: "You are in this chat already.",
    open: "Open it",
    dead: "This invitation opens nothing",
    deadWhy: "It may have ended, been revoked or been used up, or the link is not whole. Ask for a new one.",
    limited: "Too many tries with links that open nothing. Wait a minute, then reload.",
    failed: "The invitation could not be looked at.",
    again: "Try again",
  },
};

/** The words of the people of a chat. */
export type PeopleText = typeof peopleEn;
