import type { Design, Finding, Fix } from "../design.ts";
import { findingsWorse } from "../fixes/apply-fix.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { applyEdits } from "../requirements/apply-edits.ts";
import type { Requirements } from "../requirements.ts";

/** A finding of a design and one of the fixes that it offers. */
export interface FoundFix {
  finding: Finding;
  fix: Fix;
}

/** null where there is no fix of these ids. */
export function fixOf(design: Design, ruleId: string, fixId: string): FoundFix | null {
  for (const finding of design.findings) {
    const fix = finding.ruleId === ruleId ? finding.fixes?.find(({ id }) => id === fixId) : undefined;
    if (fix) return { finding, fix };
  }
  return null;
}

/** The requirements with a fix made: its change of what is wanted, or a repair that is made again at every wiring. */
export function withFix(design: Design, { ruleId }: Finding, { label, patch, edits }: Fix): Requirements {
  const { requirements } = design;
  if (edits !== undefined) return applyEdits(requirements, edits);
  const repair = { ruleId, label, patch: withoutHubs(patch, design), made: [] };
  return { ...requirements, repairs: [...(requirements.repairs ?? []), repair] };
}

/** Whether a fix left its finding as it was, or made another one or a worse one. */
export function isNoHelp(finding: Finding, before: Design, after: Design): boolean {
  return findingsWorse(finding, before.findings, after.findings).length > 0;
}

/** A patch whose pins are those of parts: where a pin of a breadboard was named, another pin of its net stands. */
function withoutHubs<T>(patch: T, design: Design): T {
  const hubs = new Set(design.parts.filter(({ category }) => category === "mechanical").map(({ id }) => id));
  const isHub = (ref: string) => hubs.has(splitPin(ref).partId);
  const standIn = (ref: string) =>
    design.nets.find(({ pins }) => pins.includes(ref))?.pins.find((pin) => !isHub(pin)) ?? ref;
  return JSON.parse(JSON.stringify(patch), (_, value: unknown) =>
    typeof value === "string" && value.includes(":") && isHub(value) ? standIn(value) : value,
  );
}
