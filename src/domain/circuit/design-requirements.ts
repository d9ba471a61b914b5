import { clarifyingQuestion } from "./assembly/clarifying-question.ts";
import { designParts } from "./assembly/design-parts.ts";
import { designTitle } from "./assembly/design-title.ts";
import { refusedDesign } from "./assembly/refused-design.ts";
import { costOf } from "./cost/cost-of.ts";
import type { Design } from "./design.ts";
import type { Refusal, Selection, StageListener } from "./design-stages.ts";
import { writeFirmware } from "./firmware/write-firmware.ts";
import { powerBudget } from "./power/power-budget.ts";
import { withAssumptions } from "./requirements/assumptions.ts";
import type { Requirements } from "./requirements.ts";
import { checkCircuit } from "./rules/check-circuit.ts";
import { greatestDesignators } from "./selection/designators.ts";
import { selectParts, totalCents } from "./selection/select-parts.ts";
import { wireSelection } from "./wiring/wire-selection.ts";

const isRefusal = (outcome: object): outcome is Refusal => "reason" in outcome;

/** Gives up what nobody asked for when that alone keeps the budget. */
function withinBudget(
  requirements: Requirements,
  previous: Design | null,
): { requirements: Requirements; outcome: Selection | Refusal } {
  const outcome = selectParts(requirements, previous);
  const { budget, language } = requirements;
  if (isRefusal(outcome) || budget === null || totalCents(outcome) <= budget.cents) return { requirements, outcome };
  const because = language === "de" ? "es passt nicht ins Budget" : "it does not fit the budget";
  const extras = requirements.functions.filter((one) => one.source === "assumed");
  const lean = withAssumptions({
    ...requirements,
    functions: requirements.functions.filter((one) => one.source === "asked"),
    dropped: [
      ...(requirements.dropped ?? []),
      ...extras.map(({ id, label, source }) => ({ id, label, because, source })),
    ],
  });
  if (extras.length === 0) return { requirements, outcome };
  const leaner = selectParts(lean, previous);
  return isRefusal(leaner) || totalCents(leaner) > budget.cents
    ? { requirements, outcome }
    : { requirements: lean, outcome: leaner };
}

/** Writes the chosen board into the requirements, as assumed where nobody named it. */
function withBoard(requirements: Requirements, selection: Selection): Requirements {
  const { id, name } = selection.board.part;
  if (requirements.board.named) return requirements;
  const text = requirements.language === "de" ? `Board: ${name}` : `Board: ${name}`;
  return {
    ...requirements,
    board: { catalogId: id, named: false },
    assumed: [{ field: "board", text }, ...requirements.assumed.filter((one) => one.field !== "board")],
  };
}

/**
 * Requirements to a whole checked design: selection, wiring, power, cost, rule check, firmware, verdict. `previous` is the design that an
 * edit started from: what did not change keeps its designators, pins and colours. Status `unsupported` or `needs_answer` comes without
 * parts. Pure: same input, same bytes. `onStage` is told each stage as it begins.
 */
export function designRequirements(
  wanted: Requirements,
  previous: Design | null,
  onStage: StageListener = () => undefined,
): Design {
  onStage("parts");
  const { requirements: affordable, outcome } = withinBudget(wanted, previous);
  if (isRefusal(outcome)) return refusedDesign(outcome, affordable, previous);
  const requirements = withBoard(affordable, outcome);
  onStage("wiring");
  const wiring = wireSelection(outcome, requirements, previous);
  if (isRefusal(wiring)) return refusedDesign(wiring, requirements, previous);

  const { deviceId } = outcome;
  const board = { id: outcome.board.part.id, name: outcome.board.part.name };
  const title = designTitle(requirements, outcome.board.part);
  const parts = designParts(wiring.parts, wiring.nets, deviceId);
  const circuit = { parts, nets: wiring.nets };
  const usesWifi = requirements.functions.some((one) => one.id === "talk-wifi");
  onStage("code");
  const codeFiles = writeFirmware({ title, deviceId, requirements, parts: wiring.parts, nets: wiring.nets });
  onStage("checks");
  const checked = checkCircuit(circuit, { requirements, language: requirements.language, usesWifi });
  const question = clarifyingQuestion(requirements);
  return {
    status: "ok",
    ...(question === null ? {} : { question }),
    title,
    requirements,
    devices: [{ id: deviceId, name: title, board }],
    board,
    parts,
    nets: wiring.nets,
    connections: wiring.connections,
    codeFiles,
    verdict: checked.verdict,
    findings: checked.findings,
    passed: checked.passed,
    power: powerBudget(circuit, requirements),
    cost: costOf(
      wiring.parts.map(({ quantity, owned, part }) => ({ quantity, owned, price: part.price })),
      requirements,
    ),
    designators: greatestDesignators(
      parts.map((part) => part.id),
      previousDesignators(previous),
    ),
  };
}

const previousDesignators = (previous: Design | null): Record<string, number> =>
  greatestDesignators(
    (previous?.parts ?? []).map((part) => part.id),
    previous?.designators,
  );
