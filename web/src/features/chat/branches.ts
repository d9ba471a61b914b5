import type { ChatMessage } from "../../../../src/domain/chat/message.ts";

/** Where a message stands among those that follow the same one. */
export interface Branching {
  /** 1 for the oldest. */
  place: number;
  of: number;
  previousId: string | null;
  nextId: string | null;
}

/**
 * The conversation that everybody sees: from its first held message to the leaf. `messages` by sequence; where the leaf is not among
 * them all are shown.
 */
export function branchTo(messages: readonly ChatMessage[], leafId: string | null): readonly ChatMessage[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  let at = leafId === null ? undefined : byId.get(leafId);
  if (at === undefined) return messages;
  const path: ChatMessage[] = [];
  while (at !== undefined) {
    path.push(at);
    const parent: ChatMessage | undefined = at.parentId === null ? undefined : byId.get(at.parentId);
    // A parent is always older; anything else would be a circle.
    at = parent !== undefined && parent.sequence < at.sequence ? parent : undefined;
  }
  if (path.length === messages.length) return messages;
  return path.reverse();
}

/** For each message that others stand beside, where it stands among them. */
export function branchings(messages: readonly ChatMessage[]): ReadonlyMap<string, Branching> {
  const siblings = new Map<string | null, ChatMessage[]>();
  for (const message of messages) {
    const beside = siblings.get(message.parentId);
    if (beside === undefined) siblings.set(message.parentId, [message]);
    else beside.push(message);
  }
  const found = new Map<string, Branching>();
  for (const beside of siblings.values()) {
    if (beside.length < 2) continue;
    for (const [place, { id }] of beside.entries()) {
      const previousId = beside[place - 1]?.id ?? null;
      found.set(id, { place: place + 1, of: beside.length, previousId, nextId: beside[place + 1]?.id ?? null });
    }
  }
  return found;
}
