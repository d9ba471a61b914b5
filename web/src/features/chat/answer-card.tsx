import type { ChatMessage } from "../../../../src/domain/chat/message.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { withWords } from "../../text/speak.ts";
import { text } from "../../text/text.ts";
import { lazy } from "../../ui/lazy.tsx";
import { AnswerText } from "./answer-text.tsx";
import { ArtifactCards } from "./artifact-cards.tsx";
import { useChat } from "./chat-context.ts";
import type { RunView } from "./chat-state.ts";
import type { Answered, AnswerItem, Elsewhere } from "./log-items.ts";
import { MessageFoot } from "./message-foot.tsx";
import { MessageTools } from "./message-tools.tsx";
import { Moment } from "./moment.tsx";
import { RunSteps, RunTime } from "./run-steps.tsx";
import { quietWords, speaker } from "./who-said.ts";

/** Everything that one run said, as one card: who, its steps, the text, what it wrote, and how it ended. Other answers stand beside it. */
export function AnswerCard({ item, isLast }: { item: AnswerItem; isLast: boolean }) {
  if (item.alternatives.length === 0) return <Answers answered={item} isLast={isLast} hasCompany={hasVoices([item])} />;
  const all = [item, ...item.alternatives];
  return (
    <div class="alternatives">
      {all.map((answered, place) => (
        <Answers
          key={answered.key}
          answered={answered}
          isLast={isLast && place === all.length - 1}
          hasCompany={hasVoices(all)}
          isAnother={place > 0}
        />
      ))}
    </div>
  );
}

/** Whether more than one agent or model speaks in these answers. */
function hasVoices(answers: readonly Answered[]): boolean {
  const voices = answers.flatMap(({ messages }) => messages.map(({ agent, modelId }) => `${agent} ${modelId}`));
  return new Set(voices).size > 1;
}

interface AnswersProps {
  answered: Answered;
  isLast: boolean;
  /** Somebody else spoke too, so it matters who was first. */
  hasCompany: boolean;
  isAnother?: boolean;
}

function Answers({ answered, isLast, hasCompany, isAnother }: AnswersProps) {
  const { run, messages } = answered;
  const first = messages[0];
  const quiet = quietWords(first?.silent);
  return (
    <div class="answer">
      <p class="who">
        <EngineMark />
        <b>{text.chat.ohm}</b>
        <span class="agent">{speaker(first)}</span>
        {isAnother === true ? <span class="tag">{text.talk.another}</span> : null}
        {hasCompany && first?.isFirstResponder === true ? <LeadTag /> : null}
        {run !== null && run.steps.length === 0 ? <RunTime run={run} /> : null}
        <span class="grow" />
        {first === undefined ? null : <MessageTools message={first} />}
        {first === undefined ? null : <Moment at={first.createdAt} />}
      </p>
      <div class="card">
        {run === null ? null : <RunSteps run={run} />}
        {messages.map((message) => (
          <Answer key={message.id} message={message} isLast={isLast} isFirst={message === first} />
        ))}
        {first === undefined && run !== null ? <SilentRun run={run} /> : null}
        {quiet === "" ? null : <p class="ended">{quiet}</p>}
      </div>
    </div>
  );
}

function EngineMark() {
  return (
    <span class="engine-mark">
      <Icon name="mark" />
    </span>
  );
}

function LeadTag() {
  return (
    <span class="tag" title={text.talk.leadHint}>
      {text.talk.lead}
    </span>
  );
}

/** A run that has said nothing: not yet, or not any more. Its steps speak for it while there are some. */
function SilentRun({ run }: { run: RunView }) {
  if (run.status !== "running") {
    return (
      <>
        <p class="ended">{endWords(run.status, run.reason)}</p>
        <Overtaken runId={run.id} reason={run.reason} />
      </>
    );
  }
  return run.steps.length === 0 ? <p class="ended">{text.chat.starting}</p> : null;
}

const proposal = lazy(async () => (await withWords("tabs", import("../bench/apply-proposal.tsx"))).ApplyProposal, {
  waiting: null,
  failed: () => null,
});

/** What a run wanted that the design overtook is kept, and can still be applied. */
function Overtaken({ runId, reason }: { runId: string | null; reason: string | undefined }) {
  return runId !== null && reason === "head_moved" ? <proposal.Lazy runId={runId} /> : null;
}

function Answer({ message, isLast, isFirst }: { message: ChatMessage; isLast: boolean; isFirst: boolean }) {
  const ended = message.status === "running" ? "" : endWords(message.status, message.reason);
  const { removed } = message;
  return (
    <div class="answer-body" data-message={message.id}>
      {isFirst ? null : (
        <p class="who">
          <span class="agent">{speaker(message)}</span>
          <span class="grow" />
          <MessageTools message={message} />
        </p>
      )}
      {removed === undefined ? (
        <AnswerText message={message} />
      ) : (
        <p class="gone">{text.talk.removedBy(removed.name)}</p>
      )}
      <ArtifactCards message={message} />
      {ended === "" ? null : <p class="ended">{ended}</p>}
      <Overtaken runId={message.runId} reason={message.reason} />
      {isLast ? <Suggestions message={message} /> : null}
      <MessageFoot message={message} />
    </div>
  );
}

function Suggestions({ message }: { message: ChatMessage }) {
  const { session } = useChat();
  const { suggestions } = message;
  if (suggestions === undefined || suggestions.length === 0) return null;
  // Among several people an answer that is not addressed would ask nobody.
  const reply = session.company.value ? { replyToId: message.id } : {};
  return (
    <fieldset class="suggestions">
      <legend class="unseen">{text.chat.suggestions}</legend>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion}
          type="button"
          class="button"
          onClick={() => session.post({ content: suggestion, ...reply })}
        >
          {suggestion}
        </button>
      ))}
    </fieldset>
  );
}

function endWords(status: ChatMessage["status"], reason: string | undefined): string {
  const words = text.chat.status[status];
  const why = text.chat.reasons.get(reason ?? "");
  return words === "" || why === undefined ? words : text.chat.reason(words, why);
}

/** Where another answer came in, and the way to it. */
export function ElsewhereLine({ item }: { item: Elsewhere }) {
  const { reader } = useChat();
  return (
    <p class="elsewhere">
      <EngineMark />
      {text.talk.anotherAbove}
      <button
        type="button"
        class="button"
        onClick={() => {
          reader.target.value = { id: item.message.id };
        }}
      >
        {text.talk.show}
      </button>
    </p>
  );
}
