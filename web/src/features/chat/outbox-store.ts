import { errorCodes } from "../../../../src/domain/error/ohm-error.ts";
import type { Checks } from "../../wire/shape.ts";
import { hasShape, isNumber, isText, oneOf, optional, orNull } from "../../wire/shape.ts";
import type { KeptMessage, OutboxStore } from "./outbox.ts";
import { Outbox } from "./outbox.ts";

const checks: Checks<KeptMessage> = {
  clientId: isText,
  chatId: isText,
  personId: orNull(isText),
  content: isText,
  replyToId: optional(isText),
  at: isNumber,
  code: optional(oneOf(errorCodes)),
};

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((found, failed) => {
    const request = indexedDB.open("ohm", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "clientId" }).createIndex("chatId", "chatId");
    };
    request.onsuccess = () => found(request.result);
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new Error("Another tab holds an older outbox"));
  });
  return opened;
}

/** One request in a transaction of its own; undefined where the browser keeps nothing: a private window, a full disk. */
async function ask<T>(start: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const request = start((await database()).transaction("outbox", "readwrite").objectStore("outbox"));
    return await new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  } catch {
    return undefined;
  }
}

/** The outbox of a chat in this browser, shared by its tabs. */
export function browserOutbox(chatId: string): Outbox {
  return new Outbox(store, chatId);
}

/** Forgets what a person who is no more left unsent in this browser. */
export async function forgetUnsentOf(personId: string): Promise<void> {
  const kept: unknown[] = (await ask((messages) => messages.getAll())) ?? [];
  const own = kept.filter((value): value is KeptMessage => hasShape<KeptMessage>(value, checks));
  await Promise.all(
    own.filter((message) => message.personId === personId).map(({ clientId }) => store.remove(clientId)),
  );
}

const store: OutboxStore = {
  async ofChat(chatId) {
    const kept: unknown[] = (await ask((messages) => messages.index("chatId").getAll(chatId))) ?? [];
    return kept.filter((value): value is KeptMessage => hasShape<KeptMessage>(value, checks));
  },
  async put(message) {
    await ask((messages) => messages.put(message));
  },
  async remove(clientId) {
    await ask((messages) => messages.delete(clientId));
  },
};
