import { partById } from "../catalogue/catalogue.ts";
import type { Circuit, Finding, PassedRule } from "../design.ts";
import type { Severity, Verdict } from "../lists.ts";
import { powerOfGraph } from "../power/power-budget.ts";
import { buildGraph } from "./circuit-graph.ts";
import { rules } from "./registry.ts";
import type { CheckContext, RuleInput } from "./rule.ts";

/** Outcome of a check. `unknownParts` are the ids of parts that the catalogue does not know: nothing is claimed about them. */
export interface CheckResult {
  verdict: Verdict;
  findings: Finding[];
  passed: PassedRule[];
  unknownParts: string[];
}

const severityOrder: Record<Severity, number> = { E: 0, W: 1, I: 2 };

/** FAIL if any E, else WARNING if any W, else PASS. */
export function verdictOf(findings: readonly Pick<Finding, "severity">[]): Verdict {
  if (findings.some((finding) => finding.severity === "E")) return "FAIL";
  return findings.some((finding) => finding.severity === "W") ? "WARNING" : "PASS";
}

/** Share of the limit that is left: what was measured may be a most (current) or a least (hours). */
function margin(rule: PassedRule): number {
  if (rule.measured === undefined || rule.limit === undefined || rule.limit.value === 0)
    return Number.POSITIVE_INFINITY;
  return Math.abs(rule.limit.value - rule.measured.value) / Math.abs(rule.limit.value);
}

/** Findings of all rules with fix ids that are unique among them, worst first. */
function collect(input: RuleInput): { findings: Finding[]; passed: PassedRule[] } {
  const drafts: Finding[] = [];
  const passed: PassedRule[] = [];
  for (const rule of rules) {
    const report = rule.check(input);
    if (report.passed !== null) passed.push({ ruleId: rule.id, ...report.passed });
    for (const { fixes, ...draft } of report.findings) {
      drafts.push({
        ruleId: rule.id,
        ...draft,
        ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => ({ id: "", ...fix })) }),
      });
    }
  }
  let fixNumber = 0;
  const findings = drafts
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
    .map((finding) =>
      finding.fixes === undefined
        ? finding
        : { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, id: `fix-${++fixNumber}` })) },
    );
  passed.sort((a, b) => margin(a) - margin(b));
  return { findings, passed };
}

/**
 * Runs every rule over a circuit. Figures come from the catalogue, never from the circuit's parts; the order of parts and nets changes
 * nothing; nothing throws for a circuit of any shape.
 */
export function checkCircuit(circuit: Circuit, context: CheckContext): CheckResult {
  const graph = buildGraph(circuit, partById);
  const power = powerOfGraph(graph, context.requirements);
  const { findings, passed } = collect({ ...context, graph, power, find: partById });
  const unknownParts = graph.parts.filter((part) => part.catalog === null).map((part) => part.id);
  return { verdict: verdictOf(findings), findings, passed, unknownParts };
}
