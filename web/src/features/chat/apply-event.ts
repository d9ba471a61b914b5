import type { ChatEvent, ChatMessage, EventData } from "../../../../src/domain/chat/message.ts";
import type { ChatState, RunView } from "./chat-state.ts";
import { artifactKey } from "./chat-state.ts";

/** State after one event that follows the last one held. Kinds that this client does not show yet change nothing. */
export function applyEvent(state: ChatState, event: ChatEvent): ChatState {
  switch (event.kind) {
    case "chat_created":
      return { ...state, chat: event.data.chat };
    case "chat_updated":
      return { ...state, chat: { ...state.chat, ...event.data.chat } };
    case "message_appended":
      return appendMessage(state, event.data.message);
    case "message_completed":
      return completeMessage(state, event.data.message);
    case "message_edited": {
      const { messageId, content } = event.data;
      return { ...state, messages: changeMessage(state.messages, messageId, (message) => ({ ...message, content })) };
    }
    case "message_removed": {
      const { messageId, by } = event.data;
      const messages = changeMessage(state.messages, messageId, (message) => ({ ...message, content: "" }));
      return { ...state, messages, removed: { ...state.removed, [messageId]: by } };
    }
    case "turn_queued":
      return { ...state, queued: { ...state.queued, [event.data.messageId]: true } };
    case "run_started":
      return startRun(state, event.data);
    case "run_progress":
      return changeRun(state, event.data.runId, (run) => ({ ...run, steps: [...run.steps, stepOf(event.data)] }));
    case "run_ended": {
      const { runId, status, latencyMs, reason } = event.data;
      return changeRun(state, runId, (run) => ({
        ...run,
        status,
        latencyMs,
        ...(reason === undefined ? {} : { reason }),
      }));
    }
    case "artifact_versioned": {
      const { slug, version, title, changeSummary } = event.data;
      return { ...state, artifacts: { ...state.artifacts, [artifactKey(slug, version)]: { title, changeSummary } } };
    }
    case "design_changed":
      return { ...state, revision: event.data.revision };
    default:
      return state;
  }
}

function appendMessage(state: ChatState, message: ChatMessage): ChatState {
  return { ...state, messages: withMessage(state.messages, message), pending: withoutTwin(state, message) };
}

/** An own message that arrives before its ack hides the pending copy; one that was acked first takes its place. */
function withoutTwin(state: ChatState, message: ChatMessage): ChatState["pending"] {
  const acked = state.pending.filter((pending) => pending.seenAs !== message.id);
  if (acked.length < state.pending.length) return acked;
  if (message.senderType !== "user" || message.senderId !== state.selfId) return state.pending;
  const twin = state.pending.find((pending) => pending.seenAs === undefined && pending.content === message.content);
  return state.pending.map((pending) => (pending === twin ? { ...pending, seenAs: message.id } : pending));
}

function completeMessage(state: ChatState, message: ChatMessage): ChatState {
  const { [message.id]: _grown, ...growing } = state.growing;
  return { ...state, growing, messages: withMessage(state.messages, message) };
}

function withMessage(messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] {
  const place = messages.findLastIndex((held) => held.sequence <= message.sequence);
  const isHeld = messages[place]?.id === message.id;
  return messages.toSpliced(isHeld ? place : place + 1, isHeld ? 1 : 0, message);
}

function changeMessage(
  messages: readonly ChatMessage[],
  id: string,
  change: (message: ChatMessage) => ChatMessage,
): ChatMessage[] {
  return messages.map((message) => (message.id === id ? change(message) : message));
}

function startRun(state: ChatState, { runId, messageIds, agent }: EventData["run_started"]): ChatState {
  const run: RunView = { id: runId, status: "running", agent, messageIds, steps: [], latencyMs: null };
  const queued = Object.fromEntries(Object.entries(state.queued).filter(([id]) => !messageIds.includes(id)));
  return { ...state, queued, runs: { ...state.runs, [runId]: run } };
}

function changeRun(state: ChatState, runId: string, change: (run: RunView) => RunView): ChatState {
  const run = state.runs[runId] ?? {
    id: runId,
    status: "running",
    agent: "",
    messageIds: [],
    steps: [],
    latencyMs: null,
  };
  return { ...state, runs: { ...state.runs, [runId]: change(run) } };
}

function stepOf({ step, of, label }: EventData["run_progress"]): RunView["steps"][number] {
  return { step, of, label };
}
