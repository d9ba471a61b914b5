import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";
import { everyday, isWorse } from "../../fixtures/goals/design-goal.ts";
import { makersGoals } from "../../fixtures/goals/makers-goals.ts";
import { twoDeviceGoals } from "../../fixtures/goals/two-device-goals.ts";

const counted = (pieces: [string, number][], mark: (id: string, count: number) => string): string[] =>
  pieces.map(([id, count]) => (count > 1 ? mark(id, count) : id));

function partsOf(design: Design): string[] {
  const counts = new Map<string, number>();
  for (const { catalogId } of design.parts) {
    const isBoard = design.devices.some(({ board }) => board.id === catalogId);
    if (catalogId === null || isBoard || everyday.has(catalogId)) continue;
    counts.set(catalogId, (counts.get(catalogId) ?? 0) + 1);
  }
  return counted([...counts], (id, count) => `${count}x${id}`);
}

function askedOf({ requirements }: Design): string[] {
  const asked = requirements.functions.filter((one) => one.source === "asked");
  return [
    ...new Set(
      counted(
        asked.map((one) => [one.id, one.quantity]),
        (id, count) => `${id}*${count}`,
      ),
    ),
  ];
}

describe("goals and their outcome", () => {
  it("[SEL-30] there are 60, half of them what makers really ask, in both languages", () => {
    expect(allGoals.length).toBeGreaterThanOrEqual(60);
    expect((makersGoals.length + twoDeviceGoals.length) * 2).toBeGreaterThanOrEqual(allGoals.length);
    expect(new Set(allGoals.map((one) => one.goal)).size).toBe(allGoals.length);
    const german = allGoals.filter((one) => designGoal({ goal: one.goal }).requirements.language === "de");
    expect(german.length).toBeGreaterThanOrEqual(15);
  });

  it.each(allGoals)("[SEL-30] $goal", (given) => {
    const design = designGoal({ goal: given.goal });
    const { requirements } = design;
    expect(design.status).toBe(given.status ?? "ok");
    expect(design.board.id).toBe(given.board);
    expect(design.devices[1]?.board.id).toBe(given.second);
    expect(design.verdict).toBe(given.verdict);
    expect(askedOf(design)).toEqual(given.asked);
    expect(partsOf(design)).toEqual(given.parts);
    expect(requirements.power.source).toBe(given.power);
    expect(requirements.place ?? undefined).toBe(given.place);
    expect(requirements.assumed.map((one) => one.field)).toEqual(given.assumed);
    expect(requirements.notUnderstood).toEqual(given.notUnderstood ?? []);
    expect([...new Set(design.parts.flatMap((one) => (one.owned ? [one.catalogId] : [])))]).toEqual(given.owned ?? []);
    expect([requirements.budget?.cents, requirements.budget?.hard]).toEqual([given.budgetCents, given.hard]);
    const warns = [...new Set(design.findings.filter((one) => isWorse(one.severity)).map((one) => one.ruleId))];
    expect(warns).toEqual(given.warns ?? []);
    if (design.status !== "ok") return;
    expect(design.findings.filter((one) => one.severity === "E")).toEqual([]);
    expect(JSON.stringify(designGoal({ goal: given.goal }))).toBe(JSON.stringify(design));
  });
});
