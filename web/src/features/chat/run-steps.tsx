import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import { tenthsFormat } from "../../ui/formats.ts";
import type { RunView } from "./chat-state.ts";

/**
 * The steps of a run in words, with a check on each that is done; they stay as a record, with the time that it took. A run
 * without steps has no record: its time stands beside its name.
 */
export function RunSteps({ run }: { run: RunView }) {
  if (run.steps.length === 0) return null;
  const isRunning = run.status === "running";
  return (
    <div class="steps">
      <ol aria-label={text.chat.steps}>
        {run.steps.map((step, place) => {
          const isCurrent = isRunning && place === run.steps.length - 1;
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
      </ol>
      <RunTime run={run} />
    </div>
  );
}

/** How long a run took, once it has ended. */
export function RunTime({ run }: { run: RunView }) {
  if (run.latencyMs === null) return null;
  const seconds = tenthsFormat(text.locale).format(run.latencyMs / 1000);
  return <span class="took">{text.chat.seconds(seconds)}</span>;
}
