import { useCallback, useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { projectStatuses } from "../../../../src/domain/chat/lists.ts";
import { money } from "../../../../src/views/figures/format-figure.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { VerdictBadge } from "../../../../src/views/severity/severity-badge.tsx";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { AskFirst } from "../../ui/ask-first.tsx";
import { say } from "../../ui/notice.tsx";
import type { Problem } from "../../wire/http.ts";
import { change, getJson, send } from "../../wire/http.ts";
import type { Project } from "../../wire/read-projects.ts";
import { readProject } from "../../wire/read-projects.ts";
import { ProjectChats } from "./project-chats.tsx";
import { ProjectDetails } from "./project-details.tsx";
import { ProjectSteps } from "./project-steps.tsx";
import "./projects.css";

/** Says something of a project; answers why not, null when it was done. */
export type Tell = (said: object) => Promise<Problem | null>;

/** One project: where its design stands, its steps, its chats, and what a person has said of it. */
export function ProjectPage({ id }: { id: string }) {
  const [project, setProject] = useState<Project | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = `/api/projects/${id}`;
  const load = useCallback(async () => {
    const answer = await getJson(path, readProject);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setProject(answer.value);
  }, [path]);
  useEffect(() => void load(), [load]);
  const name = project?.name ?? text.projects.untitled;
  const title = `${project === null ? text.projects.title : name} · ${text.shell.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const tell: Tell = async (said) => {
    const answer = await send({ method: "PATCH", path, value: said }, readProject);
    if (answer.ok) setProject(answer.value);
    else say({ words: text.projects.notDone(problemWords(answer.problem)) });
    return answer.ok ? null : answer.problem;
  };
  return (
    <main class="page" id="page" tabIndex={-1}>
      <div class="page-column">
        <Link href="/projects" class="back-link">
          <Icon name="back" /> {text.projects.back}
        </Link>
        {problem === null ? null : <NotThere problem={problem} onAgain={load} />}
        {project === null ? (
          problem === null && <p class="quiet">{text.projects.loading}</p>
        ) : (
          <>
            <h1>{name}</h1>
            {project.goal === null || project.goal === name ? null : <p class="project-goal">{project.goal}</p>}
            <Standing project={project} tell={tell} />
            <ProjectSteps project={project} tell={tell} />
            <ProjectChats project={project} tell={tell} onChanged={load} />
            <ProjectDetails key={project.id} project={project} tell={tell} />
            <Removal id={id} name={name} />
          </>
        )}
      </div>
    </main>
  );
}

function NotThere({ problem, onAgain }: { problem: Problem; onAgain: () => Promise<void> }) {
  const isMissing = problem.code === "not_found" || problem.code === "unauthenticated" || problem.code === "invalid";
  return (
    <p class="problem" role="alert">
      {isMissing ? text.projects.missing : problemWords(problem)}{" "}
      {isMissing ? null : (
        <button type="button" class="button" onClick={() => void onAgain()}>
          {text.shell.again}
        </button>
      )}
    </p>
  );
}

/** The figures of the design, and where the project stands. */
function Standing({ project, tell }: { project: Project; tell: Tell }) {
  const { designChatId, verdict, totalCents, budgetCents, costMicroUsd, status, automatic } = project;
  return (
    <section class="project-sheet" aria-labelledby="project-design">
      <h2 id="project-design">{text.projects.design}</h2>
      <div class="project-standing">
        {verdict === null ? null : <VerdictBadge verdict={verdict} words={text.verdicts} />}
        {totalCents === null ? null : (
          <span class="figure">
            {money(totalCents, text.locale)}
            {budgetCents === null ? null : <span class="quiet"> / {money(budgetCents, text.locale)}</span>}
          </span>
        )}
        <span class="quiet">
          {text.projects.spent}: <span class="figure">{money(costMicroUsd / 10_000, text.locale)}</span>
        </span>
      </div>
      {designChatId === null ? (
        <p class="quiet">{text.projects.noDesign}</p>
      ) : (
        <Link href={`/chat/${designChatId}`} class="button">
          {text.projects.openDesign}
        </Link>
      )}
      <label class="project-status">
        <span>{text.projects.status}</span>
        <select
          class="field"
          value={automatic.status ? "" : status}
          onChange={(event) =>
            void tell({ status: event.currentTarget.value === "" ? null : event.currentTarget.value })
          }
        >
          <option value="">
            {automatic.status ? text.projects.follows(text.projects.statuses[status]) : text.projects.follows("–")}
          </option>
          {projectStatuses.map((one) => (
            <option key={one} value={one}>
              {text.projects.statuses[one]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

function Removal({ id, name }: { id: string; name: string }) {
  const [, go] = useLocation();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    const problem = await change("DELETE", `/api/projects/${id}`);
    say({ words: problem === null ? text.projects.removed(name) : text.projects.notDone(problemWords(problem)) });
    if (problem === null) go("/projects");
  };
  if (isAsking) {
    return (
      <AskFirst
        ask={text.projects.sureToRemove}
        yes={text.projects.remove}
        onYes={() => void remove()}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <p>
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        {text.projects.remove}
      </button>
    </p>
  );
}
