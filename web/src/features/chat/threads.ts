import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { RunView } from "./chat-state.ts";

/** The messages that reply to one, directly or to a reply of it, by the id of the first one; by sequence. */
export function threads(messages: readonly ChatMessage[]): ReadonlyMap<string, readonly ChatMessage[]> {
  const rootOf = new Map<string, string>();
  const found = new Map<string, ChatMessage[]>();
  for (const message of messages) {
    if (message.replyToId === null) continue;
    const root = rootOf.get(message.replyToId) ?? message.replyToId;
    rootOf.set(message.id, root);
    const replies = found.get(root);
    if (replies === undefined) found.set(root, [message]);
    else replies.push(message);
  }
  return found;
}

/** A thread with its first message and with what the engine answered to any of it; by sequence. */
export function threadOf(
  rootId: string,
  messages: readonly ChatMessage[],
  runs: Readonly<Record<string, RunView>>,
): readonly ChatMessage[] {
  const said = new Set([rootId, ...(threads(messages).get(rootId) ?? []).map(({ id }) => id)]);
  const answers = (message: ChatMessage) => {
    const run = message.runId === null ? undefined : runs[message.runId];
    return run?.messageIds.some((id) => said.has(id)) === true;
  };
  return messages.filter((message) => said.has(message.id) || answers(message));
}
