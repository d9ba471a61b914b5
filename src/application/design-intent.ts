import type { Design } from "../domain/circuit/design.ts";
import type { DesignEngine } from "./design-engine.ts";

/** Whether a text wants something built, or this design changed, as the engine reads it. A question does not. */
export function carriesDesignIntent(
  engine: Pick<DesignEngine, "read">,
  { text, design }: { text: string; design: Design | null },
): boolean {
  const { isQuestion, isNewGoal, edits, notYet, pasted } = engine.read(text, design);
  return pasted !== null || (!isQuestion && (isNewGoal || edits.length > 0 || notYet.length > 0));
}
