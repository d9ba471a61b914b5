import { readJson } from "../../wire/read-json.ts";
import { hasShape, isNumber, isText } from "../../wire/shape.ts";
import type { PendingMessage } from "./chat-state.ts";

type Kept = Pick<PendingMessage, "clientId" | "content" | "at">;

/** Keeps unacknowledged messages of a chat across a reload of this tab. */
export interface Outbox {
  load(): PendingMessage[];
  save(pending: readonly PendingMessage[]): void;
}

/** An outbox in `storage`. A storage that refuses to keep things costs nothing but the reload. */
export function storedOutbox(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, chatId: string): Outbox {
  const key = `ohm.outbox.${chatId}`;
  return {
    load() {
      const value = readJson(storage.getItem(key) ?? "[]");
      if (!Array.isArray(value)) return [];
      return value.filter(isKept).map(({ clientId, content, at }) => ({ clientId, content, at, state: "waiting" }));
    },
    save(pending) {
      const kept = pending.filter(({ state }) => state !== "refused");
      try {
        if (kept.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(kept.map(({ clientId, content, at }) => ({ clientId, content, at }))));
      } catch {
        // Full or forbidden storage: the message is still in memory and on its way.
      }
    },
  };
}

function isKept(value: unknown): value is Kept {
  return hasShape<Kept>(value, { clientId: isText, content: isText, at: isNumber });
}
