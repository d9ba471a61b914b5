import type { ReadonlySignal } from "@preact/signals";
import type { ClientFrame, ServerFrame } from "../../../../src/protocol/frames.ts";
import type { ChatAction, ChatState, Draft } from "./chat-state.ts";
import type { KeptOutbox } from "./outbox.ts";

interface SenderDeps {
  state: ReadonlySignal<ChatState>;
  act: (action: ChatAction) => void;
  outbox: Pick<KeptOutbox, "load">;
  /** Sends a frame when the line is open; answers whether it went out. */
  say: (frame: ClientFrame) => boolean;
  isOpen: () => boolean;
  after: (ms: number, callback: () => void) => unknown;
}

/** Sends what is pending: when it is written, when the room welcomes us, and again when the room asks to wait. */
export interface PendingSender {
  post(draft: Draft): void;
  /** To be called with each frame, after it was folded. */
  hear(frame: ServerFrame): void;
}

/** A sender for one chat. What is not acknowledged goes again under its client id, so nothing is stored twice. */
export function pendingSender({ state, act, outbox, say, isOpen, after }: SenderDeps): PendingSender {
  const send = (clientId: string) => {
    const message = state.peek().pending.find((pending) => pending.clientId === clientId);
    if (message === undefined || message.state === "refused") return;
    const { content, replyToId } = message;
    const reply = replyToId === undefined ? {} : { replyToId };
    if (say({ type: "post_message", clientId, content, ...reply })) act({ type: "resent", clientId });
  };
  /** What an earlier page, or a tab that is closed, left unsent; only to the person who wrote it. */
  const bringLeftOver = async (personId: string) => {
    const pending = await outbox.load(personId);
    if (!isOpen() || state.peek().selfId !== personId) return;
    const held = new Set(state.peek().pending.map(({ clientId }) => clientId));
    act({ type: "restored", pending });
    for (const { clientId } of pending) if (!held.has(clientId)) send(clientId);
  };
  return {
    post(draft) {
      const clientId = crypto.randomUUID();
      act({ type: "posted", clientId, draft, at: Date.now(), online: isOpen() });
      send(clientId);
    },
    hear(frame) {
      if (frame.type === "welcome") {
        for (const { clientId } of state.peek().pending) send(clientId);
        void bringLeftOver(frame.self.userId);
      }
      if (frame.type === "nack" && frame.clientId !== null && frame.retryable) {
        const { clientId } = frame;
        after(frame.retryAfterMs ?? 2000, () => send(clientId));
      }
    },
  };
}
