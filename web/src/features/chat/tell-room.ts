import type { ReadonlySignal } from "@preact/signals";
import { effect } from "@preact/signals";
import type { ChatSignals } from "./chat-signals.ts";
import type { ConnectionStatus, RoomConnection } from "./connection.ts";

const readingGapMs = 500;
/** The room lets somebody be typing for 6 s after each word of it. */
const typingGapMs = 3000;

interface ReadingDeps {
  signals: Pick<ChatSignals, "reading">;
  status: ReadonlySignal<ConnectionStatus>;
  connection: Pick<RoomConnection, "send">;
  after: (ms: number, callback: () => void) => unknown;
}

/** Tells the room how far this person has read, a moment after it changed, and again after each loss of the line. */
export function tellReading({ signals, status, connection, after }: ReadingDeps): () => void {
  let told = 0;
  let isDue = false;
  const tell = () => {
    isDue = false;
    const { readTo } = signals.reading.peek();
    if (readTo !== null && connection.send({ type: "read", sequence: readTo })) told = readTo;
  };
  return effect(() => {
    const { readTo } = signals.reading.value;
    if (status.value.kind !== "open") told = 0;
    else if (readTo !== null && readTo > told && !isDue) {
      isDue = true;
      after(readingGapMs, tell);
    }
  });
}

/** Tells the others that this person is writing, where there are others, and no oftener than it takes. */
export function tellTyping(
  connection: Pick<RoomConnection, "send">,
  signals: Pick<ChatSignals, "company">,
  nowMs: () => number,
): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (!signals.company.peek() || nowMs() - toldAt < typingGapMs) return;
    if (connection.send({ type: "typing" })) toldAt = nowMs();
  };
}
