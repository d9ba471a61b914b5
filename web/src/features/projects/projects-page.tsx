import { useCallback, useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { money } from "../../../../src/views/figures/format-figure.ts";
import { VerdictBadge } from "../../../../src/views/severity/severity-badge.tsx";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import { getJson, send } from "../../wire/http.ts";
import type { ListedProject } from "../../wire/read-projects.ts";
import { readProject, readProjects } from "../../wire/read-projects.ts";
import { shortTime } from "../chats/short-time.ts";
import { mayHaveSession } from "../start/known-session.ts";
import "./projects.css";

interface Loaded {
  projects: ListedProject[];
  nextCursor: string | null;
}

/** One's projects, last changed first. */
export function ProjectsPage() {
  const title = `${text.projects.title} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async (cursor: string | null, before: ListedProject[]) => {
    // A first visit has none, without asking.
    if (!mayHaveSession()) return setLoaded({ projects: [], nextCursor: null });
    const answer = await getJson(`/api/projects${cursor === null ? "" : `?cursor=${cursor}`}`, readProjects);
    // Who has no session has no projects either.
    const isNobody = !answer.ok && answer.problem.code === "unauthenticated";
    setProblem(answer.ok || isNobody ? null : answer.problem);
    if (isNobody) setLoaded({ projects: [], nextCursor: null });
    if (answer.ok) setLoaded({ ...answer.value, projects: [...before, ...answer.value.projects] });
  }, []);
  useEffect(() => void load(null, []), [load]);
  const next = loaded?.nextCursor;
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column">
        <h1>{text.projects.title}</h1>
        <p class="quiet">{text.projects.explain}</p>
        {problem === null ? null : (
          <p class="problem" role="alert">
            {problemWords(problem)}{" "}
            <button type="button" class="button" onClick={() => void load(null, [])}>
              {text.shell.again}
            </button>
          </p>
        )}
        {loaded === null ? (
          problem === null && <p class="quiet">{text.projects.loading}</p>
        ) : (
          <ProjectList projects={loaded.projects} />
        )}
        {next ? (
          <button type="button" class="button" onClick={() => void load(next, loaded?.projects ?? [])}>
            {text.projects.more}
          </button>
        ) : null}
        {loaded === null ? null : <NewProject />}
      </div>
    </main>
  );
}

function ProjectList({ projects }: { projects: readonly ListedProject[] }) {
  if (projects.length === 0) {
    return (
      <p>
        {text.projects.empty} <Link href="/">{text.projects.start}</Link>
      </p>
    );
  }
  return (
    <ul class="project-rows" aria-label={text.projects.title}>
      {projects.map((project) => (
        <li key={project.id} class="project-row">
          <Link href={`/project/${project.id}`} class="project-name">
            {project.name ?? text.projects.untitled}
          </Link>
          <span class="project-figures quiet">
            <span>{text.projects.statuses[project.status]}</span>
            {project.verdict === null ? null : <VerdictBadge verdict={project.verdict} words={text.verdicts} />}
            {project.totalCents === null ? null : <span class="figure">{money(project.totalCents, text.locale)}</span>}
            <span>{text.projects.chats(project.chats)}</span>
            <time dateTime={new Date(project.updatedAt).toISOString()}>
              {shortTime(project.updatedAt, { nowMs: Date.now(), locale: text.locale })}
            </time>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Makes a project by its name, and goes there. */
function NewProject() {
  const [, go] = useLocation();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = async () => {
    if (name.trim() === "") return;
    const answer = await send({ method: "POST", path: "/api/projects", value: { name: name.trim() } }, readProject);
    if (answer.ok) go(`/project/${answer.value.id}`);
    else setProblem(answer.problem);
  };
  return (
    <section class="project-sheet">
      <Form action={text.projects.create} problem={problem === null ? null : problemWords(problem)} onSend={create}>
        <TextField
          label={text.projects.newName}
          value={name}
          onInput={setName}
          autocomplete="off"
          maxLength={limits.titleCharacters}
        />
      </Form>
    </section>
  );
}
