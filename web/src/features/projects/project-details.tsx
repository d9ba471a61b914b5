import { useId, useState } from "preact/hooks";
import { limits } from "../../../../src/domain/chat/limits.ts";
import { problemWords } from "../../text/problem-words.ts";
import { text } from "../../text/text.ts";
import { Form } from "../../ui/form.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Problem } from "../../wire/http.ts";
import type { Project } from "../../wire/read-projects.ts";
import type { Tell } from "./project-page.tsx";

/** What a person says of a project in words. An empty field follows the design chat. */
export function ProjectDetails({ project, tell }: { project: Project; tell: Tell }) {
  const [said, setSaid] = useState(() => fieldsOf(project));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [isBudgetWrong, setBudgetWrong] = useState(false);
  const metricsId = useId();
  const type = (field: keyof Fields) => (value: string) => {
    setSaved(false);
    setSaid({ ...said, [field]: value });
  };
  const save = async () => {
    const budgetCents = centsOf(said.budget);
    setBudgetWrong(budgetCents === undefined);
    if (budgetCents === undefined) return;
    const metrics = said.metrics.split("\n").map((line) => line.trim());
    const refused = await tell({
      ...{ name: textOrNull(said.name), goal: textOrNull(said.goal), location: textOrNull(said.location) },
      ...{ budgetCents, successMetrics: metrics.filter((line) => line !== "") },
    });
    setProblem(refused);
    setSaved(refused === null);
  };
  const words = text.projects;
  return (
    <section class="project-sheet" aria-labelledby="project-details">
      <h2 id="project-details">{words.details}</h2>
      <Form
        action={words.save}
        problem={problem === null ? null : problemWords(problem)}
        done={isSaved ? words.saved : ""}
        onSend={save}
      >
        <TextField
          label={words.name}
          value={said.name}
          onInput={type("name")}
          autocomplete="off"
          maxLength={limits.titleCharacters}
        />
        <TextField label={words.goal} value={said.goal} onInput={type("goal")} autocomplete="off" maxLength={1000} />
        <TextField
          label={words.location}
          value={said.location}
          onInput={type("location")}
          autocomplete="off"
          maxLength={200}
        />
        <TextField
          label={words.budget}
          value={said.budget}
          onInput={type("budget")}
          problem={isBudgetWrong ? words.budgetWrong : null}
          autocomplete="off"
          maxLength={12}
        />
        <div class="form-field">
          <label for={metricsId}>{words.metrics}</label>
          <textarea
            id={metricsId}
            class="field"
            rows={3}
            value={said.metrics}
            onInput={(event) => type("metrics")(event.currentTarget.value)}
          />
        </div>
        <p class="hint">{words.follow}</p>
      </Form>
    </section>
  );
}

interface Fields {
  name: string;
  goal: string;
  location: string;
  budget: string;
  metrics: string;
}

function fieldsOf({ automatic, name, goal, location, budgetCents, successMetrics }: Project): Fields {
  return {
    name: automatic.name ? "" : (name ?? ""),
    goal: automatic.goal ? "" : (goal ?? ""),
    location: location ?? "",
    budget: budgetCents === null ? "" : String(budgetCents / 100),
    metrics: successMetrics.join("\n"),
  };
}

function textOrNull(value: string): string | null {
  return value.trim() === "" ? null : value.trim();
}

/** US cents of an amount as people write it, null for none, undefined for what is no amount. */
function centsOf(written: string): number | null | undefined {
  const amount = written.trim().replace(/^\$/, "").replace(",", ".");
  if (amount === "") return null;
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(amount)) return undefined;
  const cents = Math.round(Number(amount) * 100);
  return cents > 0 ? cents : undefined;
}
