import type { PassedRule } from "../../domain/circuit/design.ts";

/** Share of the limit that is used, 0..; null where the rule has no figures in one unit. */
export function usedShare(rule: Pick<PassedRule, "measured" | "limit">): number | null {
  const { measured, limit } = rule;
  if (measured === undefined || limit === undefined || measured.unit !== limit.unit || limit.value === 0) return null;
  const share = Math.abs(measured.value / limit.value);
  // A passed minimum lies above its limit; its margin is how far the limit lies below it.
  return share > 1 ? 1 / share : share;
}

/** Passed rules with the least margin first; those without figures last, in their own order. */
export function byMargin(rules: readonly PassedRule[]): PassedRule[] {
  return [...rules].sort((one, other) => (usedShare(other) ?? -1) - (usedShare(one) ?? -1));
}
