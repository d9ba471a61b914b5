import type { Design } from "../domain/circuit/design.ts";
import { designRequirements } from "../domain/circuit/design-requirements.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { summarizeChange } from "../domain/circuit/compare-designs.ts";
import { applyEdits } from "../domain/circuit/requirements/apply-edits.ts";
import { notYet } from "../domain/circuit/requirements/edit-words.ts";
import { readEdit } from "../domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../domain/circuit/requirements/read-goal.ts";
import type { StageListener } from "../domain/circuit/design-stages.ts";
import type { DesignEngine, EngineChange, EngineReading, GoalProposal } from "./design-engine.ts";

/** The design engine of `domain/circuit`, as turns use it. */
export const circuitEngine: DesignEngine = { read, design, change };

function read(text: string, before: Design | null): EngineReading {
  const goal = readGoal(text);
  const isGoal = goal.kind === "goal";
  const edit = before ? readEdit(text, before) : null;
  const unsupported = isGoal ? goal.requirements.unsupported : undefined;
  const nothingKnown = !isGoal && goal.why === "nothing_known";
  const recognised = isGoal ? goal.requirements.functions.map(({ label }) => label) : [];
  return {
    language: isGoal ? goal.requirements.language : goal.language,
    goal: unsupported !== undefined || nothingKnown ? "unsupported" : isGoal ? "ok" : "none",
    isQuestion: edit ? edit.question : !isGoal && goal.why === "question",
    isNewGoal: edit?.newGoal ?? isGoal,
    recognised,
    edits: edit?.edits ?? [],
    notYet: (edit?.notUnderstood ?? []).filter(isNotYet),
  };
}

/** What an edit reader cannot do yet comes as a sentence among the pieces that it did not understand. */
function isNotYet(piece: string): boolean {
  return notYet.some(({ en, de }) => piece === en || piece === de);
}

function design(proposal: GoalProposal, before: Design | null, stage: StageListener): Design {
  return designGoal(proposal, before, stage);
}

/** Each request on the design that the one before it left; one that fails leaves the whole change out. */
function change(before: Design, requests: readonly string[], stage: StageListener): EngineChange {
  stage("requirements");
  let current = before;
  const unread: string[] = [];
  for (const request of requests) {
    const { edits, notUnderstood } = readEdit(request, current);
    unread.push(...notUnderstood);
    if (edits.length === 0) continue;
    const requirements = { ...applyEdits(current.requirements, edits), notUnderstood };
    const next = designRequirements(requirements, current, stage);
    if (next.status !== "ok") {
      const { reason = "", question } = next;
      return { kind: "refused", status: next.status, reason, ...(question ? { question } : {}) };
    }
    current = next;
  }
  if (current === before) return { kind: "refused", status: "not_understood", reason: unread.join("; ") };
  return { kind: "changed", design: current, summary: summarizeChange(before, current).text };
}
