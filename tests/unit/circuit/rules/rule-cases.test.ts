import { describe, expect, it } from "vitest";
import type { Circuit, Finding } from "../../../../src/domain/circuit/design.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import type { CheckContext } from "../../../../src/domain/circuit/rules/rule.ts";
import type { RuleCase } from "../rule-cases.ts";
import { ruleCases } from "../rule-cases.ts";

const plain: CheckContext = { requirements: null, language: "en", usesWifi: null };
const check = (circuit: Circuit, context: Partial<CheckContext> = {}) =>
  checkCircuit(circuit, { ...plain, ...context });

function findingsOf({ rule }: RuleCase, circuit: Circuit, context: Partial<CheckContext> = {}): Finding[] {
  return check(circuit, context).findings.filter((finding) => finding.ruleId === rule);
}

describe.each(ruleCases.map((each) => [`${each.rule}: ${each.name}`, each] as const))("%s", (_name, each) => {
  it("[RULE-6] is found, with its figures against the limit", () => {
    const found = findingsOf(each, each.bad, each.context);
    const finding = found.find(({ severity, measured, limit }) => {
      if (severity !== each.sev) return false;
      if (each.figures === null) return true;
      const [value, most, unit] = each.figures;
      return measured?.value === value && limit?.value === most && measured.unit === unit && limit.unit === unit;
    });
    expect(finding, JSON.stringify(found)).toBeDefined();
  });

  it("[RULE-6] is not found in the borderline and the clean circuit", () => {
    for (const circuit of [each.edge, each.good]) {
      const found = findingsOf(each, circuit, each.goodContext);
      expect(found.filter((finding) => finding.severity === each.sev)).toEqual([]);
    }
    expect(findingsOf(each, each.good, each.goodContext)).toEqual([]);
  });

  it("[RULE-15] is said in English and German, with the source of its limit", () => {
    const [english, german] = (["en", "de"] as const).map((language) =>
      findingsOf(each, each.bad, { ...each.context, language }),
    );
    for (const finding of [...(english ?? []), ...(german ?? [])]) {
      expect(finding.message).toMatch(/^.{30,}[.)!]$/s);
      expect(finding.message).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
      expect(finding.source?.length).toBeGreaterThan(5);
      for (const fix of finding.fixes ?? []) expect(fix.label.length).toBeGreaterThan(5);
    }
    for (const [at, finding] of (english ?? []).entries()) expect(german?.[at]?.message).not.toBe(finding.message);
  });
});
