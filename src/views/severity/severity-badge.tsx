import type { Severity, Verdict } from "../../domain/circuit/lists.ts";
import { Icon } from "../icon/icon.tsx";
import { useWording } from "../text/wording.tsx";

const severityIcons = { E: "error", W: "warning", I: "advice" } as const;
const verdictIcons = { PASS: "check", WARNING: "warning", FAIL: "error" } as const;
const verdictTones = { PASS: "pass", WARNING: "W", FAIL: "E" } as const;

/** Severity of a finding: icon and word, never one alone. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const { text } = useWording();
  return (
    <span class={`severity severity-${severity}`}>
      <Icon name={severityIcons[severity]} />
      {text.severity[severity]}
    </span>
  );
}

/** Verdict of a design or a revision: icon and word. `words` are those of the page's language. */
export function VerdictBadge({ verdict, words }: { verdict: Verdict; words: Readonly<Record<Verdict, string>> }) {
  return (
    <span class={`severity severity-${verdictTones[verdict]}`}>
      <Icon name={verdictIcons[verdict]} />
      {words[verdict]}
    </span>
  );
}
