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

/**
 * Where a finding lies, the same before and after a change: its rule with its pins, or with its nets where it is about a whole rail, whose
 * list of loads may have grown.
 */
const placeKey = ({ ruleId, pins, nets }: Finding): string =>
  JSON.stringify(pins.length > 0 ? [ruleId, pins] : [ruleId, "", nets]);

const severityRank: Record<Severity, number> = { I: 1, W: 2, E: 3 };

/** How many findings at one place are at least as bad as this one. */
function countLike(finding: Finding, all: readonly Finding[]): number {
  const [key, rank] = [placeKey(finding), severityRank[finding.severity]];
  return all.filter((each) => severityRank[each.severity] >= rank && placeKey(each) === key).length;
}

/** What a change of a circuit made worse: the findings that are new or graver, and the one it was made for where that is as bad as it was. */
export function findingsWorse(finding: Finding, before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const added = after.filter((each) => countLike(each, after) > countLike(each, before));
  // A finding that has become milder at its place, such as an E that is a W now, is helped.
  const stays = countLike(finding, after) >= countLike(finding, before);
  return stays ? [finding, ...added] : added;
}

/**
 * Applies one fix of a check to the circuit and checks again. A fix that leaves its finding as it is, or makes another one or a worse one, is
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
  const worse = findingsWorse(finding, before.findings, check.findings);
  return worse.length > 0
    ? { kind: "refused", why: "no-help", added: worse.filter((each) => each !== finding) }
    : { kind: "applied", circuit: changed, check };
}
