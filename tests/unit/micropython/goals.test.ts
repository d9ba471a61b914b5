import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";
import { servedGoals } from "../../fixtures/goals/served-goals.ts";
import { problemsOf } from "./bench.ts";
import { micropython } from "./runtime.ts";

/** Two devices have no MicroPython: `two-devices.test.ts` holds what is said instead. */
const ofOneDevice = allGoals.filter(({ second }) => second === undefined);
const goals = [...new Set([...servedGoals, ...ofOneDevice].map(({ goal }) => goal))];

/** The goal in MicroPython; where its board has none, with the first answer to the question that is asked then. */
function inMicroPython(goal: string) {
  const design = designGoal({ goal, firmware: "micropython" });
  const [answer] = design.question?.answers ?? [];
  if (design.status === "ok" || answer === undefined) return design;
  const { edits } = readEdit(answer, design);
  return designRequirements(applyEdits(design.requirements, edits), design);
}

describe("every goal of the fixtures in MicroPython", () => {
  it.each(goals)("[FW-61] [FW-62] [FW-64] %s", (goal) => {
    const design = inMicroPython(goal);
    if (design.status !== "ok") {
      expect(designGoal({ goal }).status === "ok" ? design.reason : "").toBe("");
      return;
    }
    for (const file of design.codeFiles) {
      const wiring = file.ladder.find(({ level }) => level === "L2");
      expect(wiring?.passed, wiring?.evidence?.output ?? wiring?.reason).toBe(true);
      expect(micropython.compile([file, ...(file.modules ?? [])])).toEqual([]);
      const seconds = file.unitNumber === 1 ? 30 : 10;
      expect(problemsOf(file, design, { seconds }), `unit ${file.unitNumber}`).toEqual([]);
    }
  });
});
