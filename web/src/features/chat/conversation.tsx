import { useComputed } from "@preact/signals";
import { useState } from "preact/hooks";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { useChat } from "./chat-context.ts";
import type { PendingMessage } from "./chat-state.ts";
import { earliestMissing, runningRun } from "./chat-state.ts";
import { Composer } from "./composer.tsx";
import { logItems } from "./log-items.ts";
import { AnswerCard, PendingView, SaidMessage } from "./message-views.tsx";
import { RunAnnouncer } from "./run-announcer.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

/** The conversation: a log that sticks to its end only while it is there, and the field below it. */
export function Conversation() {
  const { session } = useChat();
  const running = useComputed(() => runningRun(session.state.value)?.id ?? null);
  const placeholder = running.value !== null ? "queue" : session.revision.value === 0 ? "first" : "change";
  const [offered, setOffered] = useState("");
  const takeBack = (message: PendingMessage) => {
    session.takeBack(message.clientId);
    setOffered(message.content);
  };
  return (
    <>
      <Log onTakeBack={takeBack} />
      <RunAnnouncer />
      <Composer
        place={session.id}
        label={text.composer.label}
        placeholder={text.composer.placeholders[placeholder]}
        offered={offered}
        // Where there is a keyboard one types on at once; on a phone the field would open one over the answer.
        autoFocus={matchMedia("(pointer: fine)").matches}
        onSend={session.post}
        onStop={running.value === null ? undefined : session.stop}
      />
    </>
  );
}

function Log({ onTakeBack }: { onTakeBack: (message: PendingMessage) => void }) {
  const { session } = useChat();
  const messages = useComputed(() => session.state.value.messages);
  const runs = useComputed(() => session.state.value.runs);
  const queued = useComputed(() => session.state.value.queued);
  const removed = useComputed(() => session.state.value.removed);
  const pending = useComputed(() => session.state.value.pending);
  const { scroller, content, isAtEnd, toEnd } = useStickToEnd(pending.value.length);
  const loaded = useComputed(() => session.state.value.welcomedSeq !== null);
  const items = useComputed(() =>
    logItems({ messages: messages.value, runs: runs.value, queued: queued.value, removed: removed.value }),
  );
  const waiting = pending.value.filter(
    (message) => message.seenAs === undefined || !messages.value.some(({ id }) => id === message.seenAs),
  );
  return (
    <div class="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <div class="log" role="log" aria-label={text.chat.conversation} aria-live="off" tabIndex={0} ref={scroller}>
        <ol class="log-items" ref={content}>
          {loaded.value ? null : <li class="quiet">{text.chat.loading}</li>}
          {earliestMissing({ messages: messages.value }) === null ? null : (
            <li>
              <button type="button" class="button" onClick={session.loadEarlier}>
                {text.chat.earlier}
              </button>
            </li>
          )}
          {items.value.map((item, place) =>
            item.kind === "said" ? (
              <SaidMessage key={item.key} item={item} />
            ) : (
              <AnswerCard key={item.key} item={item} isLast={place === items.value.length - 1} />
            ),
          )}
          {waiting.map((message) => (
            <PendingView key={message.clientId} message={message} onTakeBack={onTakeBack} />
          ))}
        </ol>
      </div>
      {isAtEnd ? null : (
        <button type="button" class="button to-end" onClick={toEnd}>
          <Icon name="down" />
          {text.chat.toEnd}
        </button>
      )}
    </div>
  );
}
