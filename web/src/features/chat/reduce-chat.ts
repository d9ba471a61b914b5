import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import type { ServerFrame } from "../../../../src/protocol/frames.ts";
import { applyEvent } from "./apply-event.ts";
import type { ChatAction, ChatSnapshot, ChatState, PendingMessage, RunView } from "./chat-state.ts";
import { emptyChat, textOf } from "./chat-state.ts";
import { withMembers } from "./people.ts";
import { markTold, watched } from "./reading.ts";

type FrameOf<T extends ServerFrame["type"]> = Extract<ServerFrame, { type: T }>;

/** The next state of a chat. Pure: the same actions in the same order give the same screen. */
export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "frame":
      return reduceFrame(state, action.frame);
    case "posted": {
      const { clientId, draft, at, online } = action;
      const message: PendingMessage = { ...draft, clientId, at, state: online ? "sending" : "waiting" };
      return { ...state, refusal: null, pending: [...state.pending, message] };
    }
    case "restored":
      return restorePending(state, action.pending);
    case "resent":
      return changePending(state, action.clientId, ({ retryAfterMs: _, ...message }) => ({
        ...message,
        state: "sending",
      }));
    case "taken_back":
      return { ...state, pending: state.pending.filter((message) => message.clientId !== action.clientId) };
    case "helloed":
      return { ...state, hasHole: false };
    case "disconnected":
      return {
        ...state,
        pending: state.pending.map((message) =>
          message.state === "refused" ? message : { ...message, state: "waiting" },
        ),
      };
    case "snapshot":
      return applySnapshot(state, action.snapshot);
    case "earlier_loaded": {
      const first = state.messages[0]?.sequence ?? Number.POSITIVE_INFINITY;
      return {
        ...state,
        messages: [...action.messages.filter((message) => message.sequence < first), ...state.messages],
      };
    }
    case "watched":
      return { ...state, reading: watched(state.reading, action.isWatching, newest(state).last) };
  }
}

function reduceFrame(state: ChatState, frame: ServerFrame): ChatState {
  switch (frame.type) {
    case "welcome":
      return {
        ...state,
        refusal: null,
        welcomedSeq: frame.seq,
        selfId: frame.self.userId,
        role: frame.role,
        people: withMembers(state.people, frame.participants),
        models: frame.models,
      };
    case "event":
      if (frame.seq <= state.seq) return state;
      if (frame.seq > state.seq + 1) return { ...state, hasHole: true };
      return { ...applyEvent(state, frame), seq: frame.seq, refusal: null };
    case "delta":
      return applyDelta(state, frame);
    case "ack":
      return applyAck(state, frame);
    case "nack":
      return applyNack(state, frame);
    case "presence":
      return applyPresence(state, frame);
    case "reset":
    case "pong":
      return state;
  }
}

/** Who is here, and every mark; one's own may have been set in another tab. */
function applyPresence(state: ChatState, { type: _, ...presence }: FrameOf<"presence">): ChatState {
  const own = state.selfId === null ? undefined : presence.reads[state.selfId];
  return { ...state, presence, reading: markTold(state.reading, own ?? 0, newest(state)) };
}

function newest({ messages, selfId }: Pick<ChatState, "messages" | "selfId">): { last: number; ofOthers: number } {
  const ofOthers = messages.findLast((message) => message.senderId !== selfId)?.sequence ?? 0;
  return { last: messages.at(-1)?.sequence ?? 0, ofOthers };
}

/**
 * What an earlier page or another tab left unsent stands before what was written since; what is held already stays as it is. What another
 * tab is sending at this moment may have come in: then it is not drawn again, until its own ack or refusal tells.
 */
function restorePending(state: ChatState, kept: readonly PendingMessage[]): ChatState {
  const held = new Set(state.pending.map(({ clientId }) => clientId));
  const own = state.messages.filter((message) => message.senderType === "user" && message.senderId === state.selfId);
  const fresh = kept.filter((message) => !held.has(message.clientId) && !wasSaid(message, own));
  if (fresh.length === 0) return state;
  const twins = fresh.map((message) => {
    const twin = message.state === "refused" ? undefined : own.findLast(({ content }) => content === message.content);
    return twin === undefined ? message : { ...message, seenAs: twin.id };
  });
  return { ...state, pending: [...twins, ...state.pending] };
}

/** How far the clocks of browser and room may be apart, ms. */
const clocksApartMs = 60_000;

/** What nobody was known to have written may be what another tab has sent since. */
function wasSaid({ code, content, at }: PendingMessage, own: readonly ChatMessage[]): boolean {
  if (code !== "unauthenticated") return false;
  return own.some((message) => message.content === content && message.createdAt >= at - clocksApartMs);
}

/** Text that starts at our own length is added, an overlap trimmed, and a hole asked for again. */
function applyDelta(state: ChatState, delta: FrameOf<"delta">): ChatState {
  const message = state.messages.findLast((candidate) => candidate.id === delta.messageId);
  if (message === undefined) return { ...state, hasHole: true };
  if (message.status !== "running") return state;
  const held = textOf(state, message);
  if (delta.offset > held.length) return { ...state, hasHole: true };
  const fresh = delta.text.slice(held.length - delta.offset);
  return fresh === "" ? state : { ...state, growing: { ...state.growing, [message.id]: held + fresh } };
}

/** Acknowledged: the event draws it now, or did already. Until the event comes, the pending copy stays to be seen. */
function applyAck(state: ChatState, ack: FrameOf<"ack">): ChatState {
  if (state.messages.some((message) => message.id === ack.id)) {
    return { ...state, pending: state.pending.filter((message) => message.clientId !== ack.clientId) };
  }
  return changePending(state, ack.clientId, (message) => ({ ...message, seenAs: ack.id }));
}

function applyNack(state: ChatState, nack: FrameOf<"nack">): ChatState {
  // It does not say of what: a hello that was refused has to be said again, or the chat is never live.
  if (nack.clientId === null) return { ...state, refusal: nack.code, hasHole: state.hasHole || nack.retryable };
  // What looked like it was another message of the same words.
  return changePending(state, nack.clientId, ({ seenAs: _, ...message }) =>
    nack.retryable
      ? { ...message, state: "resending", retryAfterMs: nack.retryAfterMs ?? 2000 }
      : { ...message, state: "refused", code: nack.code },
  );
}

function changePending(
  state: ChatState,
  clientId: string,
  change: (message: PendingMessage) => PendingMessage,
): ChatState {
  return {
    ...state,
    pending: state.pending.map((message) => (message.clientId === clientId ? change(message) : message)),
  };
}

/** The room's own account replaces ours, even where ours is ahead; a hello follows, for what happened since it was written. */
function applySnapshot(state: ChatState, snapshot: ChatSnapshot): ChatState {
  const { pending, selfId, role, welcomedSeq, artifacts, presence, models } = state;
  const { run, seq, chat, leafId } = snapshot;
  const held = new Set(snapshot.messages.map((message) => message.id));
  const view: RunView | null = run === null ? null : { ...run, agent: "", steps: [], latencyMs: null };
  const messages = [...snapshot.messages].sort((one, other) => one.sequence - other.sequence);
  return {
    ...emptyChat,
    selfId,
    role,
    welcomedSeq,
    artifacts,
    presence,
    models,
    seq,
    chat,
    leafId,
    people: withMembers(state.people, snapshot.participants),
    reading: markTold(state.reading, snapshot.lastReadSequence, newest({ messages, selfId })),
    toldFrom: seq,
    queued: Object.fromEntries(snapshot.queued.map((id) => [id, true as const])),
    pending: pending.filter((message) => message.seenAs === undefined || !held.has(message.seenAs)),
    messages,
    runs: view === null ? {} : { [view.id]: view },
    revision: snapshot.revision ?? 0,
    hasHole: true,
  };
}
