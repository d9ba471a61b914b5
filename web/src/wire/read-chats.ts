import type { ChatRole } from "../../../src/domain/chat/lists.ts";
import { chatRoles } from "../../../src/domain/chat/lists.ts";
import type { ChatHead } from "../../../src/domain/chat/message.ts";
import type { Verdict } from "../../../src/domain/circuit/lists.ts";
import { verdicts } from "../../../src/domain/circuit/lists.ts";
import { chatHeadChecks } from "./message-shape.ts";
import { hasShape, isObject } from "./shape.ts";

/** A chat in the list as its person sees it. */
export interface ListedChat {
  head: ChatHead;
  role: ChatRole;
  /** Of its design's head revision; null before the first. */
  verdict: Verdict | null;
  /** US cents. */
  totalCents: number | null;
  /** How far the person has read, as a message sequence. */
  lastReadSequence: number;
  memberCount: number;
}

/** A page of the list of chats. */
export interface ChatListPage {
  chats: ListedChat[];
  nextCursor: string | null;
}

function readListed(value: unknown): ListedChat | null {
  if (!isObject(value) || !hasShape<ChatHead>(value, chatHeadChecks)) return null;
  // Past the check the head's own fields are all that the type knows.
  const { role, verdict, totalCents, lastReadSequence, memberCount }: Record<string, unknown> = { ...value };
  return {
    head: value,
    role: chatRoles.find((known) => known === role) ?? "viewer",
    verdict: verdicts.find((known) => known === verdict) ?? null,
    totalCents: numberOr(totalCents, null),
    lastReadSequence: numberOr(lastReadSequence, value.lastSequence),
    memberCount: numberOr(memberCount, 1),
  };
}

function numberOr<T>(value: unknown, otherwise: T): number | T {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** A page of `GET /api/chats`, or null. */
export function readChats(value: unknown): ChatListPage | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  const { nextCursor } = value;
  return {
    chats: value.items.map(readListed).filter((chat) => chat !== null),
    nextCursor: typeof nextCursor === "string" ? nextCursor : null,
  };
}

/** A chat of `POST /api/chats` or `GET /api/chats/{id}`, or null. */
export function readChat(value: unknown): ChatHead | null {
  return hasShape(value, chatHeadChecks) ? value : null;
}
