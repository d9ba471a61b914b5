import type { ChatEvent, ChatMessage, EventData, Reaction } from "../../../../src/domain/chat/message.ts";
import type { ChatState, PendingMessage, RunView } from "./chat-state.ts";
import { artifactKey } from "./chat-state.ts";
import { withMember, withoutMember } from "./people.ts";
import { arrived } from "./reading.ts";

/** State after one event that follows the last one held. Kinds that this client does not show yet change nothing. */
export function applyEvent(state: ChatState, event: ChatEvent): ChatState {
  switch (event.kind) {
    case "chat_created":
      return { ...state, chat: event.data.chat };
    case "chat_updated":
      return { ...state, chat: { ...state.chat, ...event.data.chat } };
    case "turn_queued":
      return { ...state, queued: { ...state.queued, [event.data.messageId]: true } };
    case "artifact_versioned": {
      const { slug, version, title, changeSummary } = event.data;
      return { ...state, artifacts: { ...state.artifacts, [artifactKey(slug, version)]: { title, changeSummary } } };
    }
    case "design_changed":
      return { ...state, revision: event.data.revision };
    case "run_started":
    case "run_progress":
    case "run_ended":
      return applyRunEvent(state, event);
    case "participant_joined":
    case "participant_changed": {
      const { member } = event.data;
      const role = member.userId === state.selfId ? member.role : state.role;
      return { ...state, role, people: withMember(state.people, member) };
    }
    case "participant_left":
      return withoutPerson(state, event.data.userId);
    case "attachment_updated":
      return state;
    default:
      return applyMessageEvent(state, event);
  }
}

/** Who is out, asks nobody any more. */
function withoutPerson(state: ChatState, userId: string): ChatState {
  const own = new Set(state.messages.filter(({ senderId }) => senderId === userId).map(({ id }) => id));
  const queued = Object.fromEntries(Object.entries(state.queued).filter(([id]) => !own.has(id)));
  return { ...state, people: withoutMember(state.people, userId), queued };
}

type EventOf<K extends ChatEvent["kind"]> = Extract<ChatEvent, { kind: K }>;
type MessageEventKind =
  | "message_appended"
  | "message_completed"
  | "message_edited"
  | "message_removed"
  | "reaction_changed"
  | "leaf_changed";

function applyMessageEvent(state: ChatState, event: EventOf<MessageEventKind>): ChatState {
  switch (event.kind) {
    case "message_appended":
      return appendMessage(state, event.data.message);
    case "message_completed":
      return completeMessage(state, event.data.message);
    case "leaf_changed":
      return { ...state, leafId: event.data.messageId };
    case "message_edited": {
      const { messageId, content } = event.data;
      return changeMessage(state, messageId, (message) => ({ ...message, content, editedAt: event.at }));
    }
    case "message_removed": {
      const removal = { by: event.data.by, name: nameAtRemoval(state, event.data), at: event.at };
      const { [event.data.messageId]: _, ...queued } = state.queued;
      return { ...changeMessage(state, event.data.messageId, (message) => emptied(message, removal)), queued };
    }
    case "reaction_changed":
      return changeMessage(state, event.data.messageId, (message) => withReaction(message, event.data));
  }
}

function nameAtRemoval(state: ChatState, { by, name }: EventData["message_removed"]): string {
  return name ?? state.people[by]?.name ?? "";
}

/** What is left of a message when it is removed: its place, and who removed it. */
function emptied(message: ChatMessage, removed: NonNullable<ChatMessage["removed"]>): ChatMessage {
  const { suggestions: _suggestions, reactions: _reactions, editedAt: _editedAt, ...rest } = message;
  return { ...rest, content: "", attachments: [], artifacts: [], revision: null, removed };
}

function appendMessage(state: ChatState, message: ChatMessage): ChatState {
  const isOwn = message.senderType === "user" && message.senderId === state.selfId;
  const typing = state.presence.typing.filter((userId) => userId !== message.senderId);
  return {
    ...state,
    messages: withMessage(state.messages, message),
    leafId: message.id,
    pending: withoutTwin(state, message),
    presence: typing.length === state.presence.typing.length ? state.presence : { ...state.presence, typing },
    reading: arrived(state.reading, message.sequence, isOwn),
  };
}

/** An own message that arrives before its ack hides the pending copy; one that was acked first takes its place. */
function withoutTwin(state: ChatState, message: ChatMessage): ChatState["pending"] {
  const acked = state.pending.filter((pending) => pending.seenAs !== message.id);
  if (acked.length < state.pending.length) return acked;
  if (message.senderType !== "user" || message.senderId !== state.selfId) return state.pending;
  const isTwin = ({ seenAs, state: stands, code, content }: PendingMessage) =>
    seenAs === undefined && content === message.content && (stands !== "refused" || code === "unauthenticated");
  const twin = state.pending.find(isTwin);
  if (twin === undefined) return state.pending;
  // What nobody was known to have written here, its own tab has sent now.
  if (twin.state === "refused") return state.pending.filter((pending) => pending !== twin);
  return state.pending.map((pending) => (pending === twin ? { ...pending, seenAs: message.id } : pending));
}

function completeMessage(state: ChatState, message: ChatMessage): ChatState {
  const { [message.id]: _grown, ...growing } = state.growing;
  // A replayed completion tells of no reactions; those that are held stay.
  const { reactions } = state.messages.find(({ id }) => id === message.id) ?? {};
  const completed = reactions === undefined || message.reactions !== undefined ? message : { ...message, reactions };
  return { ...state, growing, messages: withMessage(state.messages, completed) };
}

function withMessage(messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] {
  const place = messages.findLastIndex((held) => held.sequence <= message.sequence);
  const isHeld = messages[place]?.id === message.id;
  return messages.toSpliced(isHeld ? place : place + 1, isHeld ? 1 : 0, message);
}

function changeMessage(state: ChatState, id: string, change: (message: ChatMessage) => ChatMessage): ChatState {
  const place = state.messages.findLastIndex((message) => message.id === id);
  const message = state.messages[place];
  // It may be older than what is held; the page that brings it brings its present state.
  return message === undefined ? state : { ...state, messages: state.messages.with(place, change(message)) };
}

/** One person puts an emoji on a message or takes it away; twice is once. */
function withReaction(message: ChatMessage, { emoji, userId, on }: EventData["reaction_changed"]): ChatMessage {
  const held = message.reactions ?? [];
  const isKnown = held.some((reaction) => reaction.emoji === emoji);
  const all: Reaction[] = on && !isKnown ? [...held, { emoji, userIds: [] }] : held;
  const reactions = all
    .map((reaction) => (reaction.emoji === emoji ? withPerson(reaction, userId, on) : reaction))
    .filter(({ userIds }) => userIds.length > 0);
  return { ...message, reactions };
}

function withPerson({ emoji, userIds }: Reaction, userId: string, on: boolean): Reaction {
  const others = userIds.filter((id) => id !== userId);
  if (!on) return { emoji, userIds: others };
  return { emoji, userIds: userIds.includes(userId) ? userIds : [...others, userId] };
}

function applyRunEvent(state: ChatState, event: EventOf<"run_started" | "run_progress" | "run_ended">): ChatState {
  switch (event.kind) {
    case "run_started":
      return startRun(state, event.data);
    case "run_progress":
      return changeRun(state, event.data.runId, (run) => ({ ...run, steps: [...run.steps, stepOf(event.data)] }));
    case "run_ended": {
      const { runId, status, latencyMs, reason } = event.data;
      const end = reason === undefined ? { status, latencyMs } : { status, latencyMs, reason };
      return changeRun(state, runId, (run) => ({ ...run, ...end }));
    }
  }
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
