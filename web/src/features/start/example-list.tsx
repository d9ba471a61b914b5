import { money } from "../../../../src/views/figures/format-figure.ts";
import { text } from "../../text/text.ts";
import { ExampleDrawing } from "./example-drawing.tsx";
import type { Example, ExampleFigures } from "./examples.ts";
import { examples } from "./examples.ts";

/** By example; the build lets the engine design every example, so that the cards say what a click brings. */
declare const EXAMPLE_FIGURES: Readonly<Record<Example, ExampleFigures>>;

/** The example goals, each with its drawing and what the engine makes of it. */
export function ExampleList({ isBusy, onChoose }: { isBusy: boolean; onChoose: (goal: string) => void }) {
  return (
    <ul class="examples" aria-label={text.start.examples}>
      {examples.map((example) => {
        const goal = text.start.goals[example];
        return (
          <li key={example}>
            <button type="button" class="example" disabled={isBusy} onClick={() => onChoose(goal)}>
              <ExampleDrawing drawing={example} />
              <span class="example-goal">{goal}</span>
              <Figures figures={EXAMPLE_FIGURES[example]} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Figures({ figures }: { figures: ExampleFigures }) {
  return (
    <span class="example-figures second">
      <span>{text.start.parts(figures.parts)}</span> <span>{money(figures.totalCents, text.locale)}</span>
    </span>
  );
}
