import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { runningRun } from "./chat-state.ts";

/** The one polite region: says when an answer begins and how it ended, and nothing of what streams between. A refused stop is seen too. */
export function RunAnnouncer() {
  const { session } = useChat();
  const words = useSignal("");
  const before = useRef<string | null>(null);
  const running = useComputed(() => runningRun(session.state.value)?.id ?? null);
  const isLive = useComputed(
    () => session.state.value.seq >= (session.state.value.welcomedSeq ?? Number.POSITIVE_INFINITY),
  );
  useSignalEffect(() => {
    // What a reload replays has been said before.
    if (!isLive.value) return;
    const now = running.value;
    const ended = before.current;
    before.current = now;
    if (now !== null) words.value = text.chat.began;
    else if (ended !== null) {
      const status = session.state.peek().runs[ended]?.status ?? "complete";
      words.value = status === "complete" ? text.chat.ended : text.chat.endedAs(text.chat.status[status]);
    }
  });
  const refusal = useComputed(() => session.state.value.refusal);
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {words.value}
      </p>
      {refusal.value === null ? null : (
        <p class="sent-state severity-E" role="alert">
          {text.problems[refusal.value]}
        </p>
      )}
    </>
  );
}
