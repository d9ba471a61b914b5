import { money } from "../../../../src/views/figures/format-figure.ts";
import { text } from "../../text/text.ts";
import { ExampleDrawing } from "./example-drawing.tsx";
import type { ExampleFigures } from "./examples.ts";
import { examples } from "./examples.ts";

/** By goal; the build lets the engine design every example, so that the cards say what a click brings. */
declare const EXAMPLE_FIGURES: Readonly<Record<string, ExampleFigures>>;

/** The example goals, each with its drawing and what the engine makes of it. */
export function ExampleList({ isBusy, onChoose }: { isBusy: boolean; onChoose: (goal: string) => void }) {
  return (
    <ul class="examples" aria-label={text.start.examples}>
      {examples.map(({ goal, drawing }) => (
        <li key={goal}>
          <button type="button" class="example" disabled={isBusy} onClick={() => onChoose(goal)}>
            <ExampleDrawing drawing={drawing} />
            <span class="example-goal">{goal}</span>
            <Figures figures={EXAMPLE_FIGURES[goal]} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Figures({ figures }: { figures: ExampleFigures | undefined }) {
  if (figures === undefined) return null;
  return (
    <span class="example-figures second">
      <span>{text.start.parts(figures.parts)}</span> <span>{money(figures.totalCents, text.locale)}</span>
    </span>
  );
}
