import type { ProjectStep } from "../../../../src/domain/chat/project-steps.ts";
import { Icon } from "../../../../src/views/icon/icon.tsx";
import { text } from "../../text/text.ts";
import type { Project } from "../../wire/read-projects.ts";
import type { Tell } from "./project-page.tsx";

/** The steps of a project as boxes to tick. What a person has set stays, until they let it follow the design again. */
export function ProjectSteps({ project, tell }: { project: Project; tell: Tell }) {
  return (
    <section class="project-sheet" aria-labelledby="project-steps">
      <h2 id="project-steps">{text.projects.workflow}</h2>
      <ol class="project-steps">
        {project.steps.map((step) => (
          <StepLine key={step.id} step={step} tell={tell} />
        ))}
      </ol>
      <p class="hint">{text.projects.workflowHint}</p>
    </section>
  );
}

function StepLine({ step: { id, state, own }, tell }: { step: ProjectStep; tell: Tell }) {
  const name = text.projects.steps[id];
  return (
    <li class={`project-step ${state}`} aria-current={state === "current" ? "step" : undefined}>
      <label>
        <input
          type="checkbox"
          checked={state === "done"}
          onChange={(event) => void tell({ steps: { [id]: event.currentTarget.checked ? "done" : "open" } })}
        />
        <span>{name}</span>
        <span class="quiet">{text.projects.stepStates[state]}</span>
      </label>
      {own ? (
        <button
          type="button"
          class="button bare"
          title={text.projects.stepAgain(name)}
          onClick={() => void tell({ steps: { [id]: null } })}
        >
          <Icon name="restore" />
          <span class="unseen">{text.projects.stepAgain(name)}</span>
        </button>
      ) : null}
    </li>
  );
}
