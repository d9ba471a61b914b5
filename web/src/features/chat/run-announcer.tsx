import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import { authorName, gist } from "./who-said.ts";

/**
 * The one polite region: says when an answer begins and how it ended, what other people write, and what became of an act; nothing of what
 * streams between. A refused stop is seen too.
 */
export function RunAnnouncer() {
  const { session, reader } = useChat();
  useRunWords();
  useOthersWords();
  const refusal = session.refusal.value;
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {reader.saying.value}
      </p>
      {refusal === null ? null : (
        <p class="sent-state severity-E" role="alert">
          {text.problems[refusal]}
        </p>
      )}
    </>
  );
}

function useRunWords(): void {
  const { session, reader } = useChat();
  const before = useRef<string | null>(null);
  useSignalEffect(() => {
    // What a reload replays has been said before.
    if (!session.isLive.value) return;
    const now = session.running.value?.id ?? null;
    const last = before.current;
    if (now === last) return;
    before.current = now;
    if (now !== null) reader.saying.value = text.chat.began;
    else if (last !== null) {
      const status = session.runs.peek()[last]?.status ?? "complete";
      reader.saying.value = status === "complete" ? text.chat.ended : text.chat.endedAs(text.chat.status[status]);
    }
  });
}

function useOthersWords(): void {
  const { session, reader } = useChat();
  const heardTo = useRef<number | null>(null);
  useSignalEffect(() => {
    const last = session.branch.value.at(-1);
    if (!session.isLive.value || last === undefined) return;
    const isNew = heardTo.current !== null && last.sequence > heardTo.current;
    heardTo.current = Math.max(heardTo.current ?? 0, last.sequence);
    if (!isNew || last.senderType !== "user" || last.senderId === session.selfId.peek()) return;
    reader.saying.value = text.acts.says(authorName(last, session.people.peek()), gist(last.content));
  });
}
