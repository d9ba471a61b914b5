import type { ReadonlySignal } from "@preact/signals";
import { batch, computed, effect, signal } from "@preact/signals";
import { getJson } from "../../wire/http.ts";
import { readChat } from "../../wire/read-chats.ts";
import { readMessages, readSnapshot } from "../../wire/read-snapshot.ts";
import { noteSession } from "../start/known-session.ts";
import type { ChatAction, ChatState } from "./chat-state.ts";
import { earliestMissing, emptyChat, holdings, runningRun } from "./chat-state.ts";
import type { ConnectionStatus, SocketPort } from "./connection.ts";
import { RoomConnection } from "./connection.ts";
import { storedOutbox } from "./outbox.ts";
import { reduceChat } from "./reduce-chat.ts";

/** One open chat: what is known of it, how the line stands, and what a person can do. */
export interface ChatSession {
  id: string;
  state: ReadonlySignal<ChatState>;
  status: ReadonlySignal<ConnectionStatus>;
  revision: ReadonlySignal<number>;
  post: (content: string) => void;
  takeBack: (clientId: string) => void;
  stop: () => void;
  loadEarlier: () => void;
  dispose: () => void;
}

/** Least time between two hellos that a hole asks for. */
const helloGapMs = 500;

/** Opens a chat: socket, outbox, and the fold of its frames. */
export function openChat(id: string): ChatSession {
  const state = signal(emptyChat);
  const status = signal<ConnectionStatus>({ kind: "connecting" });
  const outbox = storedOutbox(sessionStorage, id);
  const act = (action: ChatAction) => {
    state.value = reduceChat(state.peek(), action);
  };
  act({ type: "restored", pending: outbox.load() });

  const resend = (clientId: string) => {
    const message = state.peek().pending.find((pending) => pending.clientId === clientId);
    if (message === undefined || message.state === "refused") return;
    act({ type: "resent", clientId });
    connection.send({ type: "post_message", clientId, content: message.content });
  };
  const connection = new RoomConnection({
    openSocket: () => openSocket(id),
    random: Math.random,
    after: later,
    hello: () => {
      act({ type: "helloed" });
      return { type: "hello", ...holdings(state.peek()) };
    },
    onFrame: (frame) => {
      batch(() => act({ type: "frame", frame }));
      if (frame.type === "welcome") for (const { clientId } of state.peek().pending) resend(clientId);
      if (frame.type === "reset") void loadSnapshot(id, act).then((loaded) => loaded || connection.drop());
      if (frame.type === "nack" && frame.clientId !== null && frame.retryable) {
        const { clientId } = frame;
        later(frame.retryAfterMs ?? 2000, () => resend(clientId));
      }
    },
    onStatus: (next) => {
      if (next.kind === "open") noteSession();
      status.value = next;
      if (next.kind === "lost") act({ type: "disconnected" });
    },
    mayExist: () => mayExist(id),
  });
  const hasHole = computed(() => state.value.hasHole);
  const pending = computed(() => state.value.pending);
  const stops = [
    followNetwork(connection),
    effect(() => outbox.save(pending.value)),
    effect(() => (hasHole.value ? later(helloGapMs, () => sayHello(connection, state.peek(), act)) : undefined)),
  ];
  connection.connect();

  return {
    id,
    state,
    status,
    revision: computed(() => state.value.revision),
    post: (content) => {
      const clientId = crypto.randomUUID();
      const online = status.peek().kind === "open";
      act({ type: "posted", clientId, content, at: Date.now(), online });
      connection.send({ type: "post_message", clientId, content });
    },
    takeBack: (clientId) => act({ type: "taken_back", clientId }),
    stop: () => {
      const run = runningRun(state.peek());
      if (run !== null) connection.send({ type: "stop", runId: run.id });
    },
    loadEarlier: () => void loadEarlier(id, state.peek(), act),
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

async function loadEarlier(id: string, state: ChatState, act: (action: ChatAction) => void): Promise<void> {
  const before = earliestMissing(state);
  if (before === null) return;
  const answer = await getJson(`/api/chats/${id}/messages?before=${before}&limit=50`, readMessages);
  if (answer.ok) act({ type: "earlier_loaded", messages: answer.value });
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
