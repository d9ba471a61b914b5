import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import type { RunView } from "./chat-state.ts";

/** The steps of a run in words, with a check on each that is done; they stay as a record, with the time that it took. */
export function RunSteps({ run }: { run: RunView }) {
  const isRunning = run.status === "running";
  const seconds =
    run.latencyMs === null
      ? null
      : new Intl.NumberFormat(text.locale, { maximumFractionDigits: 1 }).format(run.latencyMs / 1000);
  if (isRunning && run.steps.length === 0) return <p class="steps">{text.chat.starting}</p>;
  const steps = run.steps.length === 0 ? [{ step: 1, of: 1, label: text.chat.answered }] : run.steps;
  return (
    <ol class="steps" aria-label={text.chat.steps}>
      {steps.map((step, place) => {
        const isCurrent = isRunning && place === steps.length - 1;
        return (
          <li key={`${step.step} ${step.label}`} class={isCurrent ? "current" : ""}>
            {isCurrent ? (
              text.chat.step(step.label, step.step, step.of)
            ) : (
              <>
                <Icon name="check" />
                {step.label}
              </>
            )}
          </li>
        );
      })}
      {seconds === null ? null : <li class="took">{text.chat.seconds(seconds)}</li>}
    </ol>
  );
}
