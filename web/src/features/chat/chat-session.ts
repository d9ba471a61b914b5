import type { ReadonlySignal } from "@preact/signals";
import { batch, effect, signal } from "@preact/signals";
import type { ServerFrame } from "../../../../src/protocol/frames.ts";
import { getJson } from "../../wire/http.ts";
import { readChat } from "../../wire/read-chats.ts";
import { readMessages, readSnapshot } from "../../wire/read-snapshot.ts";
import { noteSession } from "../start/known-session.ts";
import type { ChatSignals } from "./chat-signals.ts";
import { chatSignals } from "./chat-signals.ts";
import type { ChatAction, ChatState, Draft } from "./chat-state.ts";
import { earliestMissing, emptyChat, holdings } from "./chat-state.ts";
import type { ConnectionStatus, SocketPort } from "./connection.ts";
import { RoomConnection } from "./connection.ts";
import type { KeptOutbox } from "./outbox.ts";
import { reduceChat } from "./reduce-chat.ts";
import { pendingSender } from "./send-pending.ts";
import { tellReading, tellTyping } from "./tell-room.ts";

/** One open chat: what is known of it, how the line stands, and what a person can do. */
export interface ChatSession extends ChatSignals {
  id: string;
  state: ReadonlySignal<ChatState>;
  status: ReadonlySignal<ConnectionStatus>;
  post: (draft: Draft) => void;
  takeBack: (clientId: string) => void;
  stop: () => void;
  /** Says that this person is writing; as often as one likes. */
  typing: () => void;
  /** Whether the end of the conversation is before this person's eyes. */
  watch: (isWatching: boolean) => void;
  /** Fetches the page before the first held message; answers false when there is none, or it could not be had. */
  loadEarlier: () => Promise<boolean>;
  dispose: () => void;
}

/** Least time between two hellos that a hole asks for. */
const helloGapMs = 500;

/** The outbox of a chat; its code comes beside the first frames. A page that lost its line before that keeps what is written in memory alone. */
function outboxOf(id: string): KeptOutbox {
  const outbox = import("./outbox-store.ts").then(({ browserOutbox }) => browserOutbox(id)).catch(() => null);
  return {
    load: async (personId) => (await outbox)?.load(personId) ?? [],
    keep: async (pending, personId) => (await outbox)?.keep(pending, personId),
  };
}

/** Opens a chat: socket, outbox, and the fold of its frames. */
export function openChat(id: string): ChatSession {
  const state = signal(emptyChat);
  const status = signal<ConnectionStatus>({ kind: "connecting" });
  const signals = chatSignals(state);
  const outbox = outboxOf(id);
  const act = (action: ChatAction) => {
    state.value = reduceChat(state.peek(), action);
  };
  const sender = pendingSender({
    state,
    act,
    outbox,
    say: (frame) => connection.send(frame),
    isOpen: () => status.peek().kind === "open",
    after: later,
  });
  const onFrame = (frame: ServerFrame) => {
    act({ type: "frame", frame });
    sender.hear(frame);
    if (frame.type === "reset") void loadSnapshot(id, act).then((loaded) => loaded || connection.drop());
  };
  const connection = new RoomConnection({
    openSocket: () => openSocket(id),
    random: Math.random,
    after: later,
    hello: () => {
      act({ type: "helloed" });
      return { type: "hello", ...holdings(state.peek()) };
    },
    onFrames: (frames) =>
      batch(() => {
        for (const frame of frames) onFrame(frame);
      }),
    onStatus: (next) => {
      if (next.kind === "open") noteSession();
      status.value = next;
      if (next.kind === "lost") act({ type: "disconnected" });
    },
    mayExist: () => mayExist(id),
  });
  const stops = [
    followNetwork(connection),
    effect(() => void outbox.keep(signals.pending.value, signals.selfId.value)),
    effect(() =>
      signals.hasHole.value ? later(helloGapMs, () => sayHello(connection, state.peek(), act)) : undefined,
    ),
    tellReading({ signals, status, connection, after: later }),
  ];
  connection.connect();

  return {
    ...signals,
    id,
    state,
    status,
    post: sender.post,
    takeBack: (clientId) => act({ type: "taken_back", clientId }),
    stop: () => {
      const run = signals.running.peek();
      if (run !== null) connection.send({ type: "stop", runId: run.id });
    },
    typing: tellTyping(connection, signals, () => Date.now()),
    watch: (isWatching) => act({ type: "watched", isWatching }),
    loadEarlier: () => loadEarlier(id, state.peek(), act),
    dispose: () => {
      for (const stop of stops) stop();
      connection.close();
    },
  };
}

/** Drops the line when the browser goes offline, hurries when it comes back; answers how to stop that. */
function followNetwork(connection: RoomConnection): () => void {
  const gone = new AbortController();
  window.addEventListener("online", () => connection.hurry(), { signal: gone.signal });
  window.addEventListener("offline", () => connection.drop(), { signal: gone.signal });
  return () => gone.abort();
}

function sayHello(connection: RoomConnection, state: ChatState, act: (action: ChatAction) => void): void {
  act({ type: "helloed" });
  connection.send({ type: "hello", ...holdings(state) });
}

/** False only when the server says that there is no such chat for us; no answer at all may be a bad line. */
async function mayExist(id: string): Promise<boolean> {
  const answer = await getJson(`/api/chats/${id}`, readChat);
  return answer.ok || !["not_found", "invalid", "unauthenticated", "forbidden"].includes(answer.problem.code ?? "");
}

/** Answers false when it could not be had; without it the room sends nothing, so the line has to be begun anew. */
async function loadSnapshot(id: string, act: (action: ChatAction) => void): Promise<boolean> {
  const answer = await getJson(`/api/chats/${id}/snapshot`, readSnapshot);
  if (answer.ok) act({ type: "snapshot", snapshot: answer.value });
  return answer.ok;
}

async function loadEarlier(id: string, state: ChatState, act: (action: ChatAction) => void): Promise<boolean> {
  const before = earliestMissing(state);
  if (before === null) return false;
  const answer = await getJson(`/api/chats/${id}/messages?before=${before}&limit=50`, readMessages);
  if (answer.ok) act({ type: "earlier_loaded", messages: answer.value });
  return answer.ok && answer.value.length > 0;
}

function openSocket(id: string): SocketPort {
  const url = new URL(`/api/chats/${id}/socket`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url, "ohm.v1");
  return {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    listen: (on) => {
      socket.addEventListener("open", on.open);
      socket.addEventListener("message", ({ data }) => on.message(String(data)));
      socket.addEventListener("close", ({ code }) => on.close(code));
    },
  };
}

function later(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
