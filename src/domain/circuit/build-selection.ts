import type { Design } from "./design.ts";
import type { Refusal, Selection, Wiring } from "./design-stages.ts";
import { withAssumptions } from "./requirements/assumptions.ts";
import type { Requirements } from "./requirements.ts";
import { refuseParts } from "./selection/firmware-fit.ts";
import { wireSelection } from "./wiring/wire-selection.ts";

/** Whether an outcome says why there is no design. */
export const isRefusal = (outcome: object): outcome is Refusal => "reason" in outcome;

/** Writes the chosen board into the requirements, as assumed where nobody named it. */
function withBoard(requirements: Requirements, selection: Selection): Requirements {
  const { id, name } = selection.board.part;
  if (requirements.board.named) return requirements;
  return {
    ...requirements,
    board: { catalogId: id, named: false },
    assumed: [
      { field: "board", text: `Board: ${name}` },
      ...requirements.assumed.filter((one) => one.field !== "board"),
    ],
  };
}

/** The requirements without what nobody asked for; null where there is nothing of the kind. */
export function withoutExtras(requirements: Requirements): Requirements | null {
  const extras = requirements.functions.filter((one) => one.source === "assumed");
  if (extras.length === 0) return null;
  const because = requirements.language === "de" ? "es passt nicht ins Budget" : "it does not fit the budget";
  return withAssumptions({
    ...requirements,
    functions: requirements.functions.filter((one) => one.source === "asked"),
    dropped: [
      ...(requirements.dropped ?? []),
      ...extras.map(({ id, label, source }) => ({ id, label, because, source })),
    ],
  });
}

/** A selection that is wired, with what it costs: wiring adds resistors, shifters and capacitors. */
export interface Built {
  requirements: Requirements;
  selection: Selection;
  wiring: Wiring;
  totalCents: number;
}

/** Wires a selection and counts what it costs, or says why it cannot be wired. */
export function build(wanted: Requirements, selection: Selection, previous: Design | null): Built | Refusal {
  const requirements = withBoard(wanted, selection);
  const pieces = selection.parts.map(({ part }) => part);
  const refused = refuseParts(selection.board.part, pieces, requirements);
  if (refused !== null) return refused;
  const wiring = wireSelection(selection, requirements, previous);
  if (isRefusal(wiring)) return wiring;
  const bought = wiring.parts.filter((part) => !part.owned);
  const totalCents = bought.reduce((sum, { quantity, part }) => sum + quantity * part.price.typicalCents, 0);
  const { repairs: _all, ...rest } = requirements;
  const held = wiring.repairs.length === 0 ? {} : { repairs: wiring.repairs };
  return { requirements: { ...rest, ...held }, selection, wiring, totalCents };
}
