import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import { getJson, send } from "../../wire/http.ts";
import { hasShape, isObject, isText, listOf } from "../../wire/shape.ts";

/** The wires that this person has laid, kept on the server; everybody has their own. */
export interface WireTicks {
  /** Ids of wires; null until they are here. */
  laid: ReadonlySignal<ReadonlySet<string> | null>;
  tick: (wire: string, isLaid: boolean) => void;
  /** Asks again, and sends what could not be sent: the line is back. */
  resume: () => void;
}

function readTicks(value: unknown): string[] | null {
  const checks = { connections: listOf(isText) };
  return isObject(value) && hasShape<{ connections: string[] }>(value, checks) ? value.connections : null;
}

const known = new Map<string, WireTicks>();

/** The ticks of a chat; one store for all tabs that show them. */
export function wireTicks(chatId: string): WireTicks {
  const kept = known.get(chatId) ?? createTicks(`/api/chats/${chatId}/ticks`);
  known.set(chatId, kept);
  return kept;
}

/**
 * A tick shows at once and is sent behind; while one is on its way the next waits, and the last state wins. What could not be sent stays
 * ticked here, and goes with the next tick or when the line is back.
 */
function createTicks(path: string): WireTicks {
  const laid = signal<ReadonlySet<string> | null>(null);
  let isSending = false;
  let isUnsent = false;
  const load = async () => {
    const answer = await getJson(path, readTicks);
    if (answer.ok && !isUnsent) laid.value = new Set(answer.value);
  };
  const flush = async () => {
    if (isSending || laid.value === null) return;
    isSending = true;
    while (isUnsent) {
      isUnsent = false;
      const value = { connections: [...(laid.peek() ?? [])] };
      const answer = await send({ method: "PUT", path, value }, () => true);
      if (answer.ok) continue;
      isUnsent = true;
      break;
    }
    isSending = false;
  };
  void load();
  return {
    laid,
    tick: (wire, isLaid) => {
      const next = new Set(laid.peek() ?? []);
      if (isLaid) next.add(wire);
      else next.delete(wire);
      laid.value = next;
      isUnsent = true;
      void flush();
    },
    resume: () => void (isUnsent ? flush() : load()),
  };
}
