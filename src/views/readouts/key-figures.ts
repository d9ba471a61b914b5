import type { Design, RailLoad } from "../../domain/circuit/design.ts";
import type { Severity } from "../../domain/circuit/lists.ts";

/** The rail with the least room under its limit at its peak, as a share of it; among rails without a limit the fullest. Null without rails. */
export function mainRail(design: Design): RailLoad | null {
  const byRoom = [...design.power.rails].sort(
    (one, other) => used(other) - used(one) || other.maxMa - one.maxMa || one.name.localeCompare(other.name),
  );
  return byRoom[0] ?? null;
}

function used({ maxMa, limitMa }: RailLoad): number {
  return limitMa === null || limitMa === 0 ? 0 : maxMa / limitMa;
}

/** How many findings of each severity the design has. */
export function findingCounts(design: Design): Record<Severity, number> {
  const counts = { E: 0, W: 0, I: 0 };
  for (const finding of design.findings) counts[finding.severity] += 1;
  return counts;
}

/** How bad the price is: as the finding about the budget says, null within it. */
export function budgetSeverity(design: Design): Severity | null {
  const { totalCents, budgetCents } = design.cost;
  if (budgetCents === undefined || totalCents <= budgetCents) return null;
  return design.findings.find(({ ruleId }) => ruleId === "budget")?.severity ?? "W";
}
