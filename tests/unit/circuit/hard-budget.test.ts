import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allParts, partsWithFunction } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CatalogPart } from "../../../src/domain/circuit/catalogue-part.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import type { FunctionWanted } from "../../../src/domain/circuit/requirements.ts";

/** The dearer ones cannot be part of the cheapest design. */
const cheapest = (parts: readonly CatalogPart[]): CatalogPart[] =>
  [...parts].sort((a, b) => a.price.typicalCents - b.price.typicalCents).slice(0, 3);
const boardIds = cheapest(allParts.filter((part) => part.board !== undefined)).map((part) => part.id);

/** The cheapest design that there is for what was asked, found by naming every part and board in turn. */
function cheapestCents(free: Design): number {
  const asked = free.requirements.functions.filter((one) => one.source === "asked");
  let named: FunctionWanted[][] = [[]];
  for (const one of asked) {
    const ids = cheapest(partsWithFunction(one.id).filter(({ board }) => board === undefined)).map(({ id }) => id);
    const choices = one.catalogId === undefined ? ids : [one.catalogId];
    named = named.flatMap((before) => choices.map((catalogId) => [...before, { ...one, catalogId }]));
  }
  const boards = free.requirements.board.named ? [free.board.id] : boardIds;
  const totals = boards.flatMap((catalogId) =>
    named.map((functions) => {
      const requirements = { ...free.requirements, functions, board: { catalogId, named: true }, dropped: [] };
      const design = designRequirements(requirements, null);
      return design.status === "ok" ? design.cost.totalCents : Number.POSITIVE_INFINITY;
    }),
  );
  return Math.min(...totals);
}

const isOver = (design: Design) =>
  design.findings.some(({ ruleId, severity }) => ruleId === "budget" && severity === "E");

// In the first two a level shifter or divider that only wiring adds decides.
describe.each([
  "distance meter with display",
  "Arduino Uno weather station",
  "weather station with a display",
  "thermometer and distance with display and buzzer",
])("[SEL-17] %s under a hard budget", (goal) => {
  const free = designGoal({ goal });
  const least = cheapestCents(free);

  it("keeps every budget that some choice keeps", () => {
    const budgets = fc.integer({ min: least, max: Math.max(least, free.cost.totalCents) });
    fc.assert(
      fc.property(budgets, (budgetCents) => {
        const design = designGoal({ goal, budgetCents });
        expect(design.cost.totalCents).toBeLessThanOrEqual(budgetCents);
        expect(isOver(design)).toBe(false);
      }),
      { seed: 20261122, numRuns: 12, examples: [[least]] },
    );
  });

  it("comes as near as there is to one that none keeps, and says so", () => {
    const design = designGoal({ goal, budgetCents: least - 1 });
    expect(isOver(design)).toBe(true);
    for (const one of free.requirements.functions.filter(({ source }) => source === "asked"))
      expect(design.requirements.functions.map(({ id }) => id)).toContain(one.id);
  });
});
