import type { ChatEvent, ChatMessage } from "../../src/domain/chat/message.ts";
import type { ServerFrame } from "../../src/protocol/frames.ts";
import type { ChatState } from "../../web/src/features/chat/chat-state.ts";
import { emptyChat } from "../../web/src/features/chat/chat-state.ts";
import { reduceChat } from "../../web/src/features/chat/reduce-chat.ts";

/** A message of the log with everything that a test does not care about. */
export function message(about: Partial<ChatMessage> & { id: string; sequence: number }): ChatMessage {
  return {
    seq: about.sequence,
    runId: null,
    senderType: "user",
    senderId: "me",
    senderName: "Guest",
    agent: null,
    agentIcon: null,
    modelId: null,
    intent: null,
    parentId: null,
    replyToId: null,
    isFirstResponder: false,
    content: "",
    status: "complete",
    attachments: [],
    artifacts: [],
    revision: null,
    inputTokens: null,
    outputTokens: null,
    costMicroUsd: null,
    latencyMs: null,
    createdAt: 1_700_000_000_000,
    ...about,
  };
}

/** An answer that has begun. */
export function growing(id: string, sequence: number, runId = "r1"): ChatMessage {
  return message({ id, sequence, runId, status: "running", senderType: "ai", senderId: null });
}

/** Events with seq 1..n. */
export function eventFrames(...events: Pick<ChatEvent, "kind" | "data">[]): ServerFrame[] {
  return events.map((event, place) => ({ type: "event", seq: place + 1, at: 1, by: "me", ...event }) as ServerFrame);
}

export const welcome: ServerFrame = {
  type: "welcome",
  seq: 0,
  role: "owner",
  self: { userId: "me", name: "Guest" },
  participants: [],
  models: [],
};

/** The state after these frames. */
export function fold(frames: readonly ServerFrame[], from: ChatState = emptyChat): ChatState {
  return frames.reduce((state, frame) => reduceChat(state, { type: "frame", frame }), from);
}

export function delta(messageId: string, offset: number, text: string): ServerFrame {
  return { type: "delta", runId: "r1", messageId, offset, text };
}
