import type { Circuit, Finding } from "../design.ts";
import type { Severity } from "../lists.ts";
import type { CheckResult } from "../rules/check-circuit.ts";
import { checkCircuit } from "../rules/check-circuit.ts";
import type { CheckContext } from "../rules/rule.ts";
import { applyPatches } from "./apply-patch.ts";

/** Which fix of a check: the rule that offers it and its id there. */
export interface FixChoice {
  ruleId: string;
  fixId: string;
  /** Greatest designator numbers ever given, so that none comes back. */
  designators?: Readonly<Record<string, number>>;
}

/**
 * What became of a fix. `refused`: `unknown` where the check offers no such fix, `misfit` where it cannot be applied, `no-help` where its
 * finding would stay or another one would come; `added` are those.
 */
export type FixOutcome =
  | { kind: "applied"; circuit: Circuit; check: CheckResult }
  | { kind: "refused"; why: "unknown" | "misfit" | "no-help"; added: Finding[] };

/** What makes two findings of two checks the same: rule, severity and where. Figures may change, fix ids do. */
export const findingKey = ({ ruleId, severity, pins, parts }: Finding): string =>
  JSON.stringify([ruleId, severity, pins, parts]);

/** Where two findings of one rule lie: a figure that has become better may have turned an E into a W. */
const placeKey = ({ ruleId, pins, parts }: Finding): string => JSON.stringify([ruleId, pins, parts]);

const severityRank: Record<Severity, number> = { I: 0, W: 1, E: 2 };

function worstByPlace(findings: readonly Finding[]): Map<string, number> {
  const worst = new Map<string, number>();
  for (const finding of findings) {
    const key = placeKey(finding);
    worst.set(key, Math.max(worst.get(key) ?? 0, severityRank[finding.severity]));
  }
  return worst;
}

/**
 * Applies one fix of a check to the circuit and checks again. A fix that leaves its finding, or brings an E or a W that was not there, is
 * refused and changes nothing; so fixes that are applied one after the other come to an end.
 */
export function applyFix(circuit: Circuit, choice: FixChoice, context: CheckContext): FixOutcome {
  const before = checkCircuit(circuit, context);
  const finding = before.findings.find(
    (each) => each.ruleId === choice.ruleId && each.fixes?.some((fix) => fix.id === choice.fixId),
  );
  const fix = finding?.fixes?.find((each) => each.id === choice.fixId);
  if (finding === undefined || fix === undefined) return { kind: "refused", why: "unknown", added: [] };
  const changed = applyPatches(circuit, fix.patch, choice.designators ?? {});
  if (changed === null) return { kind: "refused", why: "misfit", added: [] };
  const check = checkCircuit(changed, context);
  const known = worstByPlace(before.findings);
  const added = check.findings.filter(
    (each) => each.severity !== "I" && severityRank[each.severity] > (known.get(placeKey(each)) ?? 0),
  );
  const stays = check.findings.some((each) => findingKey(each) === findingKey(finding));
  return stays || added.length > 0
    ? { kind: "refused", why: "no-help", added }
    : { kind: "applied", circuit: changed, check };
}
