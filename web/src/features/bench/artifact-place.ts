import type { Tab } from "./bench-state.ts";

/** Where an artifact is seen on the bench; null for one that has no tab. */
export function artifactPlace(slug: string): { tab: Tab; unit?: number } | null {
  const unit = /^code-(\d+)/.exec(slug)?.[1];
  if (unit !== undefined) return { tab: "code", unit: Number(unit) };
  if (slug === "bom" || slug === "budget") return { tab: "parts" };
  if (slug === "wiring") return { tab: "wiring" };
  if (slug === "code") return { tab: "code" };
  return slug === "verification" ? { tab: "checks" } : null;
}
