import { useState } from "preact/hooks";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { download } from "../../wire/download.ts";
import type { Problem } from "../../wire/http.ts";
import { Section } from "./section.tsx";

/** Everything that is one's own, to take away as one file. */
export function DataSection() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async () => {
    if (isBusy) return;
    setBusy(true);
    const answer = await download("/api/me/export");
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) save(answer.value);
  };
  return (
    <Section id="data" title={text.data.section}>
      <p class="form-acts">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void take()}>
          {isBusy ? text.data.exporting : text.data.export}
        </button>
        <span class="hint">{text.data.exportHint}</span>
      </p>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {whyNot(problem)}
        </p>
      )}
    </Section>
  );
}

/** Hands a file to the browser, as a link does that is pressed. */
function save(file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "ohm-export.ndjson";
  link.click();
  // The browser has begun by then; until it has, the address must stand.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function whyNot(problem: Problem): string {
  if (problem.code !== "rate_limited") return problemWords(problem);
  return text.account.tooMany(Math.ceil((problem.retryAfterMs ?? 60_000) / 60_000));
}
