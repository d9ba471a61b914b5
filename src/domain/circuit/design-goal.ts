import { refusedDesign } from "./assembly/refused-design.ts";
import { partById } from "./catalogue/catalogue.ts";
import type { Design } from "./design.ts";
import { designRequirements } from "./design-requirements.ts";
import type { Refusal, StageListener } from "./design-stages.ts";
import type { FirmwareLanguage } from "./lists.ts";
import { withAssumptions } from "./requirements/assumptions.ts";
import type { GoalReading } from "./requirements/read-goal.ts";
import { readGoal } from "./requirements/read-goal.ts";
import type { Requirements } from "./requirements.ts";

/** A goal in words, with what a form may say beside it. `budgetCents` is a hard limit in US cents; `board` a catalogue id. */
export interface GoalInput {
  goal: string;
  firmware?: FirmwareLanguage | undefined;
  board?: string | undefined;
  budgetCents?: number | undefined;
}

function nothingAsked(input: GoalInput, reading: Extract<GoalReading, { kind: "none" }>): Design {
  const german = reading.language === "de";
  const requirements: Requirements = {
    goal: input.goal,
    language: reading.language,
    functions: [],
    board: { catalogId: null, named: false },
    firmware: input.firmware ?? "arduino",
    power: { source: "usb", named: false, lifeHours: null, wakeMinutes: null },
    place: null,
    budget: null,
    excluded: [],
    owned: [],
    mains: false,
    constraints: [],
    assumed: [],
    notUnderstood: reading.notUnderstood,
  };
  const unknown = reading.notUnderstood.slice(0, 3).join(", ");
  const reason = german
    ? `Ich finde darin kein Gerät, das ich bauen kann${unknown === "" ? "" : ` (nicht verstanden: ${unknown})`}.`
    : `I find no device in this that I can build${unknown === "" ? "" : ` (not understood: ${unknown})`}.`;
  const refusal: Refusal = { kind: "unsupported", reason, question: null };
  return refusedDesign(refusal, requirements, null);
}

/**
 * A goal in words to a whole design. `previous` is the chat's design that it replaces, whose designators are not used again. A goal that holds nothing to build, or a board that the catalogue does not hold,
 * answers status `unsupported` with the reason.
 */
export function designGoal(
  input: GoalInput,
  previous: Design | null = null,
  onStage: StageListener = () => undefined,
): Design {
  onStage("requirements");
  const reading = readGoal(input.goal);
  if (reading.kind === "none") return nothingAsked(input, reading);
  let { requirements } = reading;
  if (input.firmware !== undefined) requirements = { ...requirements, firmware: input.firmware };
  if (input.budgetCents !== undefined) {
    const budget = { cents: input.budgetCents, hard: true, currency: "USD", displayCents: input.budgetCents };
    requirements = withAssumptions({
      ...requirements,
      budget,
      assumed: requirements.assumed.filter((one) => one.field !== "currency"),
    });
  }
  if (input.board === undefined) return designRequirements(requirements, previous, onStage);
  if (partById(input.board)?.board === undefined) {
    const reason =
      requirements.language === "de"
        ? `Ein Board "${input.board}" ist nicht im Katalog.`
        : `There is no board "${input.board}" in the catalogue.`;
    return refusedDesign({ kind: "unsupported", reason, question: null }, requirements, null);
  }
  return designRequirements({ ...requirements, board: { catalogId: input.board, named: true } }, previous, onStage);
}
