import type { ChatMessage } from "../../../../src/domain/chat/message.ts";

/**
 * Who has read as far as a message and no further, by the message's id. A mark that is older than everything held is not shown, nor one
 * on the person's own message: who wrote it has read it.
 */
export function seenBy(
  reads: Readonly<Record<string, number>>,
  messages: readonly ChatMessage[],
  except: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [userId, sequence] of Object.entries(reads)) {
    if (except.has(userId)) continue;
    const message = messages.findLast((candidate) => candidate.sequence <= sequence);
    if (message === undefined || message.senderId === userId) continue;
    const readers = found.get(message.id);
    if (readers === undefined) found.set(message.id, [userId]);
    else readers.push(userId);
  }
  return found;
}
