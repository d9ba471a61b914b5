import type { Design, RailLoad } from "../../domain/circuit/design.ts";
import type { Severity } from "../../domain/circuit/lists.ts";

/** The rail that carries most at its peak; the first of equals. Null without rails. */
export function mainRail(design: Design): RailLoad | null {
  return design.power.rails.reduce<RailLoad | null>(
    (most, rail) => (most === null || rail.maxMa > most.maxMa ? rail : most),
    null,
  );
}

/** How many findings of each severity the design has. */
export function findingCounts(design: Design): Record<Severity, number> {
  const counts = { E: 0, W: 0, I: 0 };
  for (const finding of design.findings) counts[finding.severity] += 1;
  return counts;
}
