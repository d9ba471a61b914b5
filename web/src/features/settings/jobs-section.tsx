import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { JobView } from "../../../../src/protocol/jobs.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import type { Problem } from "../../wire/http.ts";
import { change, getJson } from "../../wire/http.ts";
import { readJobs } from "../../wire/read-jobs.ts";
import { shortTime } from "../chats/short-time.ts";
import { Section } from "./section.tsx";

/** How often the list is asked for while something goes on, ms. */
const lookMs = 2000;

/** What goes on without its person: how far, how it ended, and what failed to be tried again. Nothing is shown where nothing ever went on. */
export function JobsSection() {
  const [jobs, setJobs] = useState<readonly JobView[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const load = useCallback(async () => {
    const answer = await getJson("/api/jobs?limit=20", readJobs);
    if (answer.ok) setJobs(answer.value);
  }, []);
  useEffect(() => void load(), [load]);
  const isBusy = jobs.some(({ state }) => state === "queued" || state === "running");
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => document.visibilityState === "visible" && void load(), lookMs);
    return () => clearInterval(timer);
  }, [isBusy, load]);
  const retry = async (id: string) => {
    setProblem(await change("POST", `/api/jobs/${id}/retry`));
    // The button that was pressed goes when its job is under way again.
    list.current?.focus();
    await load();
  };
  if (jobs.length === 0) return null;
  return (
    <Section id="jobs" title={text.jobs.section}>
      <p class="hint">{text.jobs.explain}</p>
      <ul class="rows" ref={list} tabIndex={-1} aria-labelledby="jobs">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} onRetry={() => void retry(job.id)} />
        ))}
      </ul>
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problemWords(problem)}
        </p>
      )}
    </Section>
  );
}

function JobRow({ job, onRetry }: { job: JobView; onRetry: () => void }) {
  const { state, done, total, error, updatedAt } = job;
  const what = whatOf(job);
  const isOpen = state === "queued" || state === "running";
  return (
    <li class="row">
      <span class="grow">
        {what}
        <span class="second">
          <span class={state === "failed" ? "severity-E" : undefined}>{text.jobs.states[state]}</span>
          {isOpen && total !== null && total > 0 ? ` · ${text.jobs.progress(done, total)}` : ""}
          {` · ${shortTime(updatedAt, { nowMs: Date.now(), locale: text.locale })}`}
        </span>
        {state === "failed" && error !== null ? <span class="second">{error}</span> : null}
      </span>
      {state === "failed" ? (
        <button type="button" class="button" aria-label={text.jobs.retryOf(what)} onClick={onRetry}>
          {text.jobs.retry}
        </button>
      ) : null}
    </li>
  );
}

function whatOf({ kind, subject }: JobView): string {
  const [, words = text.jobs.otherKind] = Object.entries(text.jobs.kinds).find(([name]) => name === kind) ?? [];
  return words(subject === "" ? text.jobs.untitled : subject);
}
