import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { programText } from "../../../src/domain/circuit/firmware/program-text.ts";
import { servedGoals } from "../../fixtures/goals/served-goals.ts";
import type { AvrTarget } from "./avr-toolchain.ts";
import { avrTargets, targetOf } from "./avr-toolchain.ts";
import { simulated } from "./plays.ts";
import { designFor } from "./stage.ts";

/** A program for a board; two files that differ in comments alone are one. */
export interface AvrProgram {
  /** Whose it is first, for messages. */
  name: string;
  content: string;
  target: AvrTarget;
}

const parts = allParts.filter((part) => part.board === undefined && part.functions.length > 0);

/** The designs whose AVR firmware is compiled: the fixture goals on the board that they get, every part on every AVR board, what is simulated. */
function* designs(): Generator<[name: string, design: Design]> {
  for (const { goal } of servedGoals) yield [goal, designGoal({ goal })];
  for (const { goal } of simulated) yield [goal, designFor(goal)];
  for (const { catalogId } of avrTargets) {
    const board = allParts.find(({ id }) => id === catalogId);
    for (const part of parts) {
      const goal = `${board?.aliases.en[0]} with a ${part.aliases.en[0]}`;
      yield [`${catalogId} with ${part.id}`, designGoal({ goal, board: catalogId })];
    }
  }
}

/** Every different program of those designs. */
export function avrPrograms(): AvrProgram[] {
  const programs = new Map<string, AvrProgram>();
  for (const [name, design] of designs()) {
    if (!avrTargets.some(({ catalogId }) => catalogId === design.board.id)) continue;
    for (const { unitNumber, content } of design.codeFiles) {
      const key = `${design.board.id}\n${programText(content)}`;
      const target = targetOf(design.board.id);
      if (!programs.has(key)) programs.set(key, { name: `${name}, unit ${unitNumber}`, content, target });
    }
  }
  return [...programs.values()];
}
