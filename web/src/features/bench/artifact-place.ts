import type { CodeFile } from "../../../../src/domain/circuit/design.ts";
import type { Tab } from "./bench-state.ts";

/** A place on the bench: a tab, and on the Code tab a Success Unit. */
export interface BenchPlace {
  tab: Tab;
  unit?: CodeFile["unitNumber"];
  /** The device of that unit, null for the first one. */
  device?: string | null;
}

const units = [1, 2, 3] as const;
const places: Readonly<Record<string, BenchPlace>> = {
  bom: { tab: "parts" },
  budget: { tab: "parts" },
  wiring: { tab: "wiring" },
  verification: { tab: "checks" },
};

/** Where an artifact is seen on the bench; null for one that has no tab. */
export function artifactPlace(slug: string): BenchPlace | null {
  const unit = units.find((number) => slug.startsWith(`code-${number}`));
  return unit === undefined ? (places[slug] ?? null) : { tab: "code", unit, device: slug.slice(7) || null };
}
