import type { ErrorCode } from "../../../../src/domain/error/ohm-error.ts";
import type { PendingMessage } from "./chat-state.ts";

/** An unacknowledged message as it is kept in this browser: of one chat and of one person. */
export interface KeptMessage {
  clientId: string;
  chatId: string;
  /** Null where it was written before the room had said who is here. */
  personId: string | null;
  content: string;
  replyToId?: string;
  at: number;
  /** Why it was refused, where it was. */
  code?: ErrorCode;
}

/** Where kept messages live. Nothing here throws: a browser that keeps nothing costs only what a reload would have saved. */
export interface OutboxStore {
  ofChat(chatId: string): Promise<KeptMessage[]>;
  put(message: KeptMessage): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** What is kept of one chat, as its session sees it. */
export type KeptOutbox = Pick<Outbox, "load" | "keep">;

/** What this browser keeps of one chat until the room has it: over reloads, tabs and log-ins, and never for another person. */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #chatId: string;
  /** What this tab has put there, by client id, as it was kept last. */
  readonly #kept = new Map<string, string>();

  constructor(store: OutboxStore, chatId: string) {
    this.#store = store;
    this.#chatId = chatId;
  }

  /** What this person left unsent. What nobody is known to have written is not sent, but its text is given back. */
  async load(personId: string): Promise<PendingMessage[]> {
    const all = await this.#store.ofChat(this.#chatId);
    const own = all.filter((message) => message.personId === personId || message.personId === null);
    return own.sort((one, other) => one.at - other.at).map(pendingOf);
  }

  /** Keeps what is pending, and forgets what is not any more. */
  async keep(pending: readonly PendingMessage[], personId: string | null): Promise<void> {
    const now = pending.map((message) => keptOf(message, this.#chatId, personId));
    const ids = new Set(now.map(({ clientId }) => clientId));
    const gone = [...this.#kept.keys()].filter((clientId) => !ids.has(clientId));
    const changed = now.filter((message) => this.#kept.get(message.clientId) !== JSON.stringify(message));
    for (const clientId of gone) this.#kept.delete(clientId);
    for (const message of changed) this.#kept.set(message.clientId, JSON.stringify(message));
    await Promise.all([
      ...gone.map((clientId) => this.#store.remove(clientId)),
      ...changed.map((message) => this.#store.put(message)),
    ]);
  }
}

function keptOf(message: PendingMessage, chatId: string, personId: string | null): KeptMessage {
  const { clientId, content, at, replyToId, code } = message;
  const reply = replyToId === undefined ? {} : { replyToId };
  return { clientId, chatId, personId, content, at, ...reply, ...(code === undefined ? {} : { code }) };
}

function pendingOf({ clientId, content, at, replyToId, code, personId }: KeptMessage): PendingMessage {
  const refused = code ?? (personId === null ? "unauthenticated" : undefined);
  const reply = replyToId === undefined ? {} : { replyToId };
  const state = refused === undefined ? { state: "waiting" as const } : { state: "refused" as const, code: refused };
  return { clientId, content, at, ...reply, ...state };
}
