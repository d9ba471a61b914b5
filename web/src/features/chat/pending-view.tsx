import { text } from "../../text/text.ts";
import type { PendingMessage } from "./chat-state.ts";
import { Moment } from "./moment.tsx";
import { Quote } from "./quote.tsx";

/** An own message on its way, with what it waits for. */
export function PendingView({
  message,
  onTakeBack,
}: {
  message: PendingMessage;
  onTakeBack: (message: PendingMessage) => void;
}) {
  return (
    <li>
      <div class="said own pending">
        <p class="who">
          <b>{text.chat.you}</b> <Moment at={message.at} />
        </p>
        {message.replyToId === undefined ? null : <Quote messageId={message.replyToId} />}
        <p class="bubble plain">{message.content}</p>
        <p class={message.state === "refused" ? "sent-state severity-E" : "sent-state"}>
          {pendingWords(message)}
          {message.state === "refused" ? (
            <button type="button" class="button" onClick={() => onTakeBack(message)}>
              {text.chat.takeBack}
            </button>
          ) : null}
        </p>
      </div>
    </li>
  );
}

function pendingWords(message: PendingMessage): string {
  if (message.state === "refused") return text.chat.notSent(refusalWords(message));
  if (message.state === "resending") return text.chat.resending(Math.ceil((message.retryAfterMs ?? 1000) / 1000));
  return message.state === "waiting" ? text.chat.waiting : text.chat.sending;
}

function refusalWords({ code }: PendingMessage): string {
  // Kept by this browser from a time when the room had not said yet who was here.
  return code === "unauthenticated" ? text.talk.unknownAuthor : text.problems[code ?? "internal"];
}
