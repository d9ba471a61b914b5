import type { ChatHead } from "../../../src/domain/chat/message.ts";
import type { Verdict } from "../../../src/domain/circuit/lists.ts";
import { verdicts } from "../../../src/domain/circuit/lists.ts";
import { chatHeadChecks } from "./message-shape.ts";
import { hasShape, isObject } from "./shape.ts";

/** A chat in the list, with verdict and price in US cents of its design where the server tells them. */
export interface ListedChat {
  head: ChatHead;
  verdict: Verdict | null;
  totalCents: number | null;
}

function readListed(value: unknown): ListedChat | null {
  if (!isObject(value)) return null;
  const { verdict, totalCents } = value;
  if (!hasShape<ChatHead>(value, chatHeadChecks)) return null;
  return {
    head: value,
    verdict: verdicts.find((known) => known === verdict) ?? null,
    totalCents: typeof totalCents === "number" && Number.isFinite(totalCents) ? totalCents : null,
  };
}

/** The chats of `GET /api/chats`, or null. */
export function readChats(value: unknown): ListedChat[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  return value.items.map(readListed).filter((chat) => chat !== null);
}

/** A chat of `POST /api/chats` or `GET /api/chats/{id}`, or null. */
export function readChat(value: unknown): ChatHead | null {
  return hasShape(value, chatHeadChecks) ? value : null;
}
