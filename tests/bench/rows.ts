/** The value at `share` (0..1) of the sorted figures. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `p50 0.81 · p95 1.20` in the unit that is given. */
export function spread(figures: readonly number[], unit: string): string {
  return `p50 ${quantile(figures, 0.5).toFixed(2)} · p95 ${quantile(figures, 0.95).toFixed(2)} ${unit}`;
}

/** The quotients of two sides' figures of the same turn: `1.82 x (p25 1.71, p75 1.90)`. */
export function ratio(upper: readonly number[], lower: readonly number[]): string {
  const quotients = upper.map((figure, turn) => figure / (lower[turn] ?? Number.NaN));
  const [p25 = "", p50 = "", p75 = ""] = [0.25, 0.5, 0.75].map((share) => quantile(quotients, share).toFixed(2));
  return `${p50} x (p25 ${p25}, p75 ${p75})`;
}
