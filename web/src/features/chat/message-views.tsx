import { agentIds } from "../../../../src/domain/chat/lists.ts";
import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { AnswerText } from "./answer-text.tsx";
import { ArtifactCards } from "./artifact-cards.tsx";
import { useChat } from "./chat-context.ts";
import type { PendingMessage, RunView } from "./chat-state.ts";
import type { LogItem } from "./log-items.ts";
import { RunSteps, RunTime } from "./run-steps.tsx";

/** A person's message. One's own stands on the right. */
export function SaidMessage({ item }: { item: Extract<LogItem, { kind: "said" }> }) {
  const { session } = useChat();
  const { message, isQueued, removedBy } = item;
  const isOwn = message.senderId === session.state.value.selfId;
  return (
    <li class={isOwn ? "said own" : "said"}>
      <p class="who">
        <b>{isOwn ? text.chat.you : (message.senderName ?? text.chat.system)}</b> <Time at={message.createdAt} />
      </p>
      <p class="bubble">{removedBy === null ? message.content : <i class="quiet">{text.chat.removed}</i>}</p>
      {isQueued ? <p class="sent-state">{text.chat.queued}</p> : null}
    </li>
  );
}

/** An own message on its way, with what it waits for. */
export function PendingView({
  message,
  onTakeBack,
}: {
  message: PendingMessage;
  onTakeBack: (message: PendingMessage) => void;
}) {
  return (
    <li class="said own pending">
      <p class="who">
        <b>{text.chat.you}</b> <Time at={message.at} />
      </p>
      <p class="bubble">{message.content}</p>
      <p class={message.state === "refused" ? "sent-state severity-E" : "sent-state"}>
        {pendingWords(message)}
        {message.state === "refused" ? (
          <button type="button" class="button" onClick={() => onTakeBack(message)}>
            {text.chat.takeBack}
          </button>
        ) : null}
      </p>
    </li>
  );
}

function pendingWords(message: PendingMessage): string {
  if (message.state === "refused") return text.chat.notSent(text.problems[message.code ?? "internal"]);
  if (message.state === "resending") return text.chat.resending(Math.ceil((message.retryAfterMs ?? 1000) / 1000));
  return message.state === "waiting" ? text.chat.waiting : text.chat.sending;
}

/** Everything that one run said, as one card: who, its steps, the text, what it wrote, and how it ended. */
export function AnswerCard({ item, isLast }: { item: Extract<LogItem, { kind: "answered" }>; isLast: boolean }) {
  const { run, messages } = item;
  const first = messages[0];
  return (
    <li class="answer">
      <p class="who">
        <span class="engine-mark">
          <Icon name="mark" />
        </span>
        <b>{text.chat.ohm}</b>
        <span class="agent">{speaker(first)}</span>
        {run !== null && run.steps.length === 0 ? <RunTime run={run} /> : null}
        <span class="grow" />
        {first === undefined ? null : <Time at={first.createdAt} />}
      </p>
      <div class="card">
        {run === null ? null : <RunSteps run={run} />}
        {messages.map((message) => (
          <Answer key={message.id} message={message} isLast={isLast} />
        ))}
        {first === undefined && run !== null ? <SilentRun run={run} /> : null}
      </div>
    </li>
  );
}

/** A run that has said nothing: not yet, or not any more. Its steps speak for it while there are some. */
function SilentRun({ run }: { run: RunView }) {
  if (run.status !== "running") return <p class="ended">{endWords(run.status, run.reason)}</p>;
  return run.steps.length === 0 ? <p class="ended">{text.chat.starting}</p> : null;
}

function Answer({ message, isLast }: { message: ChatMessage; isLast: boolean }) {
  const { session } = useChat();
  const ended = message.status === "running" ? "" : endWords(message.status, message.reason);
  return (
    <div class="answer-body">
      <AnswerText message={message} />
      <ArtifactCards message={message} />
      {ended === "" ? null : <p class="ended">{ended}</p>}
      {isLast && message.suggestions !== undefined && message.suggestions.length > 0 ? (
        <fieldset class="suggestions">
          <legend class="unseen">{text.chat.suggestions}</legend>
          {message.suggestions.map((suggestion) => (
            <button key={suggestion} type="button" class="button" onClick={() => session.post(suggestion)}>
              {suggestion}
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

function endWords(status: ChatMessage["status"], reason: string | undefined): string {
  const words = text.chat.status[status];
  const why = text.chat.reasons.get(reason ?? "");
  return words === "" || why === undefined ? words : text.chat.reason(words, why);
}

/** Id of the model that is built in. */
const engineModel = "ohm/engine";

function speaker(message: ChatMessage | undefined): string {
  const agent = agentIds.find((id) => id === message?.agent);
  const model = message?.modelId ?? "";
  const names = [agent === undefined ? "" : text.chat.agents[agent], model === engineModel ? text.chat.engine : model];
  return names.filter((name) => name !== "").join(" · ");
}

function Time({ at }: { at: number }) {
  const shown = new Intl.DateTimeFormat(text.locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
  return <time dateTime={new Date(at).toISOString()}>{shown}</time>;
}
