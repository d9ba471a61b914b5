import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { ChatState, RunView } from "./chat-state.ts";

/** One thing in the conversation: a person's message, or everything that one run said, as one card. */
export type LogItem =
  | { kind: "said"; key: string; message: ChatMessage; isQueued: boolean; removedBy: string | null }
  | { kind: "answered"; key: string; run: RunView | null; messages: ChatMessage[] };

/** The conversation in order. A run that has said nothing yet stands at the end, so that its steps are seen from the start. */
export function logItems(state: Pick<ChatState, "messages" | "runs" | "queued" | "removed">): LogItem[] {
  const items: LogItem[] = [];
  const told = new Set<string>();
  for (const message of state.messages) {
    const last = items.at(-1);
    if (message.senderType === "user") {
      const isQueued = state.queued[message.id] === true;
      items.push({ kind: "said", key: message.id, message, isQueued, removedBy: state.removed[message.id] ?? null });
    } else if (last?.kind === "answered" && message.runId !== null && last.key === message.runId) {
      last.messages.push(message);
    } else {
      const run = message.runId === null ? null : (state.runs[message.runId] ?? null);
      items.push({ kind: "answered", key: message.runId ?? message.id, run, messages: [message] });
    }
    if (message.runId !== null) told.add(message.runId);
  }
  for (const run of Object.values(state.runs)) {
    if (run.status === "running" && !told.has(run.id)) items.push({ kind: "answered", key: run.id, run, messages: [] });
  }
  return items;
}
