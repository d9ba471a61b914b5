import type { LadderRung } from "../../domain/circuit/design.ts";
import { useWording } from "../text/wording.tsx";

/** The six rungs as a badge: filled only with evidence, the highest one that passed marked. */
export function LadderBadge({ ladder }: { ladder: readonly LadderRung[] }) {
  const { text } = useWording();
  const passed = ladder.filter((rung) => rung.passed && rung.evidence !== null).map((rung) => rung.level);
  return (
    <span class="ladder" role="img" aria-label={text.code.ladder(passed)}>
      {ladder.map(({ level }) => (
        <i key={level} class={passed.includes(level) ? (level === passed.at(-1) ? "passed top" : "passed") : ""}>
          {level}
        </i>
      ))}
    </span>
  );
}

/** Every rung with its evidence, or with the reason why there is none. */
export function LadderList({ ladder }: { ladder: readonly LadderRung[] }) {
  const { text } = useWording();
  return (
    <ol class="ladder-list">
      {ladder.map((rung) => (
        <li key={rung.level} class={rung.passed ? "passed" : rung.evidence === null ? "not-run" : "failed"}>
          <span class="mono">{rung.level}</span>
          <div>
            <b>{text.code.rung[rung.level]}</b>
            <RungReason rung={rung} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function RungReason({ rung }: { rung: LadderRung }) {
  const { text, locale } = useWording();
  if (rung.evidence === null) return <span>{text.code.reason(rung.reason ?? text.code.notRun)}</span>;
  const { tool, version, at } = rung.evidence;
  return (
    <>
      {rung.passed ? null : <span class="severity-E">{text.code.failed}</span>}
      <span class="rung-output">{text.code.shown(rung.evidence.output.split("\n"))}</span>
      <span class="quiet" title={rung.evidence.inputHash}>
        {at === undefined
          ? text.code.checked(tool, version)
          : text.code.stored(
              tool,
              version,
              new Date(at).toLocaleDateString(locale, { dateStyle: "long", timeZone: "UTC" }),
            )}
      </span>
    </>
  );
}
