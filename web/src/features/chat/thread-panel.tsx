import "../../ui/on-demand.css";
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { AnswerCard } from "./answer-card.tsx";
import { useChat } from "./chat-context.ts";
import type { PendingMessage } from "./chat-state.ts";
import { logItems } from "./log-items.ts";
import { NearMessage } from "./near-message.tsx";
import { PendingView } from "./pending-view.tsx";
import { SaidMessage } from "./said-message.tsx";
import { threadOf } from "./threads.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";

interface ThreadPanelProps {
  rootId: string;
  onTakeBack: (message: PendingMessage) => void;
}

/** One message and everything that was said to it, in the place of the conversation; what is written meanwhile belongs to it. */
export function ThreadPanel({ rootId, onTakeBack }: ThreadPanelProps) {
  const { session, reader } = useChat();
  const close = useRef<HTMLButtonElement>(null);
  const messages = useComputed(() => threadOf(rootId, session.branch.value, session.runs.value));
  const { scroller, content } = useStickToEnd(session.pending.value.length);
  useEffect(() => {
    close.current?.focus();
    return () => void setTimeout(() => document.querySelector<HTMLElement>(linkOf(rootId))?.focus());
  }, [rootId]);
  const leave = () => {
    reader.thread.value = null;
  };
  const said = new Set(messages.value.map(({ id }) => id));
  const waiting = session.pending.value.filter(
    ({ replyToId, seenAs }) => said.has(replyToId ?? "") && !(seenAs !== undefined && said.has(seenAs)),
  );
  const items = logItems({ messages: messages.value, runs: session.runs.value, queued: session.queued.value });
  return (
    <section
      class="thread"
      aria-label={text.acts.thread.title}
      onKeyDown={(event) => event.key === "Escape" && leave()}
    >
      <header class="thread-bar">
        <button type="button" class="button icon-only" ref={close} onClick={leave}>
          <Icon name="back" />
          <span class="unseen">{text.acts.thread.close}</span>
        </button>
        <h2>{text.acts.thread.title}</h2>
        <span class="quiet">{text.acts.thread.replies(session.replies.value.get(rootId)?.length ?? 0)}</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <div class="log" tabIndex={0} ref={scroller}>
        <ol class="log-items" ref={content}>
          {items.map((item, place) => (
            <li key={item.key}>
              {item.kind === "said" ? <SaidMessage item={item} threadId={rootId} /> : null}
              {item.kind === "answered" ? <AnswerCard item={item} isLast={place === items.length - 1} /> : null}
            </li>
          ))}
          {waiting.map((message) => (
            <PendingView key={message.clientId} message={message} onTakeBack={onTakeBack} />
          ))}
        </ol>
      </div>
      <NearMessage log={scroller.current} />
    </section>
  );
}

/** Where the thread was opened from. */
function linkOf(rootId: string): string {
  return `.log-frame [data-message="${CSS.escape(rootId)}"] .thread-link`;
}
