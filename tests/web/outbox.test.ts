import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { ClientFrame, ServerFrame } from "../../src/protocol/frames.ts";
import type { ChatAction, PendingMessage } from "../../web/src/features/chat/chat-state.ts";
import { emptyChat } from "../../web/src/features/chat/chat-state.ts";
import { Outbox } from "../../web/src/features/chat/outbox.ts";
import { reduceChat } from "../../web/src/features/chat/reduce-chat.ts";
import { pendingSender } from "../../web/src/features/chat/send-pending.ts";
import { eventFrames, message, welcome } from "./frames.ts";
import { MemoryOutbox } from "./memory-outbox.ts";

const hello: PendingMessage = { clientId: "c1", content: "hello", at: 5, state: "waiting" };

describe("what a browser keeps", () => {
  test("[WEB-18] [WEB-46] an unsent message is there for the same person in another tab, and gone once it is not pending", async () => {
    const store = new MemoryOutbox();
    const outbox = new Outbox(store, "chat");
    await outbox.keep([{ ...hello, state: "sending", replyToId: "m1" }], "mara");
    expect(await new Outbox(store, "chat").load("mara")).toEqual([{ ...hello, replyToId: "m1" }]);
    await outbox.keep([], "mara");
    expect(store.kept.size).toBe(0);
  });

  test("[WEB-46] it is never another person's, nor another chat's", async () => {
    const store = new MemoryOutbox();
    await new Outbox(store, "chat").keep([hello], "mara");
    expect(await new Outbox(store, "chat").load("jonas")).toEqual([]);
    expect(await new Outbox(store, "other").load("mara")).toEqual([]);
    // What somebody else pends does not touch it.
    await new Outbox(store, "chat").keep([], "jonas");
    expect(await new Outbox(store, "chat").load("mara")).toEqual([hello]);
  });

  test("[WEB-46] a refused message keeps its text and its reason", async () => {
    const store = new MemoryOutbox();
    const refused: PendingMessage = { ...hello, state: "refused", code: "too_large" };
    await new Outbox(store, "chat").keep([refused], "mara");
    expect(await new Outbox(store, "chat").load("mara")).toEqual([refused]);
  });

  test("[WEB-46] what nobody is known to have written is given back, not sent", async () => {
    const store = new MemoryOutbox();
    const outbox = new Outbox(store, "chat");
    await outbox.keep([hello], null);
    expect(await new Outbox(store, "chat").load("jonas")).toEqual([
      { ...hello, state: "refused", code: "unauthenticated" },
    ]);
    await outbox.keep([hello], "mara");
    expect(await new Outbox(store, "chat").load("jonas")).toEqual([]);
  });
});

/** A tab with this store, whose line is in the test's hands. */
function tab(store: MemoryOutbox, { isOpen = true } = {}) {
  const state = signal(emptyChat);
  const sent: ClientFrame[] = [];
  const outbox = new Outbox(store, "chat");
  const act = (action: ChatAction) => {
    state.value = reduceChat(state.peek(), action);
    void outbox.keep(state.peek().pending, state.peek().selfId);
  };
  const sender = pendingSender({
    state,
    act,
    outbox,
    say: (frame) => isOpen && sent.push(frame) > 0,
    isOpen: () => isOpen,
    after: () => undefined,
  });
  const hear = (frame: ServerFrame) => {
    act({ type: "frame", frame });
    sender.hear(frame);
  };
  const drawn = () => {
    const held = new Set(state.value.messages.map(({ id }) => id));
    const waiting = state.value.pending.filter(({ seenAs }) => seenAs === undefined || !held.has(seenAs));
    return [...state.value.messages, ...waiting].map(({ content }) => content);
  };
  return { state, sent, sender, hear, drawn };
}

const settled = () => new Promise((done) => setTimeout(done));

function appended(content: string): ServerFrame {
  const [frame] = eventFrames({
    kind: "message_appended",
    data: { message: message({ id: "m1", sequence: 1, content }) },
  });
  if (frame === undefined) throw new Error("one frame");
  return frame;
}

describe("tabs", () => {
  test("[WEB-46] what a closed tab left is sent by the next one, again on every new line, under its client id", async () => {
    const store = new MemoryOutbox();
    const closed = tab(store, { isOpen: false });
    closed.hear(welcome);
    closed.sender.post({ content: "hello" });
    await settled();
    const next = tab(store);
    for (const _ of [1, 2]) {
      next.hear(welcome);
      await settled();
    }
    expect(next.sent.length).toBeGreaterThanOrEqual(2);
    for (const frame of next.sent) expect(frame).toEqual(next.sent[0]);
    expect(next.sent[0]).toMatchObject({ type: "post_message", content: "hello" });
    expect(next.drawn()).toEqual(["hello"]);
  });

  test("[WEB-46] two tabs that send the same message show it once, before and after the ack", async () => {
    const store = new MemoryOutbox();
    const other = tab(store);
    other.hear(welcome);
    other.sender.post({ content: "hello" });
    await settled();
    const here = tab(store);
    here.hear(welcome);
    here.hear(appended("hello"));
    await settled();
    expect(here.drawn()).toEqual(["hello"]);
    const clientId = here.state.value.pending[0]?.clientId ?? "";
    here.hear({ type: "ack", clientId, seq: 1, id: "m1", sequence: 1 });
    expect(here.drawn()).toEqual(["hello"]);
    expect(here.state.value.pending).toEqual([]);
    await settled();
    expect(store.kept.size).toBe(0);
  });

  test("[WEB-46] a message that only looked like one that is there is drawn again once it is refused", async () => {
    const store = new MemoryOutbox();
    await new Outbox(store, "chat").keep([hello], "me");
    const here = tab(store);
    here.hear(welcome);
    here.hear(appended("hello"));
    await settled();
    expect(here.drawn()).toEqual(["hello"]);
    here.hear({ type: "nack", clientId: "c1", code: "forbidden", detail: "", retryable: false });
    expect(here.drawn()).toEqual(["hello", "hello"]);
  });

  test("[WEB-46] what nobody was known to have written is not given back once its own tab has sent it, before or after", async () => {
    const store = new MemoryOutbox();
    await new Outbox(store, "chat").keep([hello], null);
    const before = tab(store);
    before.hear(welcome);
    before.hear(appended("hello"));
    await settled();
    expect(before.drawn()).toEqual(["hello"]);
    expect(before.state.value.pending).toEqual([]);
    const after = tab(store);
    after.hear(welcome);
    await settled();
    expect(after.state.value.pending).toMatchObject([{ state: "refused", code: "unauthenticated" }]);
    after.hear(appended("hello"));
    expect(after.drawn()).toEqual(["hello"]);
    expect(after.state.value.pending).toEqual([]);
    await settled();
    expect(store.kept.size).toBe(0);
  });
});
