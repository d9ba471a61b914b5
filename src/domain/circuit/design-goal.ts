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
  /** Catalogue ids that the person has at home, beside those that the goal names. */
  owned?: readonly string[] | undefined;
}

function nothingAsked(
  input: GoalInput,
  reading: Extract<GoalReading, { kind: "none" }>,
  previous: Design | null,
): Design {
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
  return refusedDesign(refusal, requirements, previous);
}

/** The requirements of a reading, with what a form says beside the words; board and language of the form are those of every device. */
function requirementsOf(input: GoalInput, read: Requirements): Requirements {
  const { firmware, board, budgetCents } = input;
  const have = (input.owned ?? []).filter((id) => partById(id) !== undefined);
  const own = (one: Requirements): Requirements => ({
    ...one,
    ...(firmware === undefined ? {} : { firmware }),
    ...(board === undefined ? {} : { board: { catalogId: board, named: true } }),
    ...(have.length === 0 ? {} : { owned: [...new Set([...one.owned, ...have])] }),
  });
  const devices = read.devices?.map((device) => ({ ...device, requirements: own(device.requirements) }));
  const requirements = own(read);
  const whole = devices === undefined ? requirements : { ...requirements, devices };
  if (budgetCents === undefined) return whole;
  const budget = { cents: budgetCents, hard: true, currency: "USD", displayCents: budgetCents };
  const assumed = whole.assumed.filter((one) => one.field !== "currency");
  const priced = { ...whole, budget, assumed };
  return devices === undefined ? withAssumptions(priced) : priced;
}

/**
 * A goal in words to a whole design. A goal that holds nothing to build, or a board that the catalogue does not hold, answers status
 * `unsupported` with the reason. `previous` is the design of the chat that this one takes the place of: its designators are not given
 * again to other things. `onStage` is told each stage as it begins.
 */
export function designGoal(
  input: GoalInput,
  previous: Design | null = null,
  onStage: StageListener = () => undefined,
): Design {
  onStage("requirements");
  const reading = readGoal(input.goal);
  if (reading.kind === "none") return nothingAsked(input, reading, previous);
  const requirements = requirementsOf(input, reading.requirements);
  const { board, language } = requirements;
  if (!board.named || partById(board.catalogId ?? "")?.board !== undefined)
    return designRequirements(requirements, previous, onStage);
  const reason =
    language === "de"
      ? `Ein Board "${input.board}" ist nicht im Katalog.`
      : `There is no board "${input.board}" in the catalogue.`;
  return refusedDesign({ kind: "unsupported", reason, question: null }, requirements, previous);
}
