import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Circuit } from "../../../../src/domain/circuit/design.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import type { CheckContext } from "../../../../src/domain/circuit/rules/rule.ts";
import { cases } from "../first-rule-cases.ts";
import { moreCircuits } from "../more-circuits.ts";
import { ruleCases } from "../rule-cases.ts";

/** Written anew with OHM_WRITE_FINDINGS=1; read what has changed before you keep it. */
const path = "tests/fixtures/rule-findings.txt";
const plain: CheckContext = { requirements: null, language: "en", usesWifi: null };

/** Every circuit of the rules' cases by a name, with what its check knows. */
const circuits: [string, Circuit, Partial<CheckContext>][] = [
  ...Object.entries(cases).flatMap(([rule, { bad, edge, good }]) =>
    [bad, edge, good].map(([circuit, options], at): [string, Circuit, Partial<CheckContext>] => [
      `${rule} ${["violated", "borderline", "clean"][at]}`,
      circuit,
      { ...options },
    ]),
  ),
  ...ruleCases.flatMap(({ rule, name, bad, edge, good, context = {}, goodContext = {} }) => [
    [`${rule} violated: ${name}`, bad, context] satisfies [string, Circuit, Partial<CheckContext>],
    [`${rule} borderline: ${name}`, edge, goodContext] satisfies [string, Circuit, Partial<CheckContext>],
    [`${rule} clean: ${name}`, good, goodContext] satisfies [string, Circuit, Partial<CheckContext>],
  ]),
  ...Object.entries(moreCircuits).map(([name, circuit]): [string, Circuit, Partial<CheckContext>] => [
    name,
    circuit,
    {},
  ]),
];

const figures = ({
  measured,
  limit,
}: {
  measured?: { value: number; unit: string };
  limit?: { value: number; unit: string };
}) => [measured, limit].map((each) => (each === undefined ? "-" : `${each.value} ${each.unit}`)).join(" / ");

/** All that a check says of a circuit, one line for each finding and each rule that passed. */
function said(circuit: Circuit, context: Partial<CheckContext>): string {
  const { findings, passed } = checkCircuit(circuit, { ...plain, ...context });
  return [
    ...findings.map((each) =>
      [
        `${each.severity} ${each.ruleId}`,
        each.nets.join(" "),
        each.pins.join(" "),
        each.parts.join(" "),
        figures(each),
        (each.fixes ?? []).map((fix) => `${fix.label} (${fix.deltaCents}): ${JSON.stringify(fix.patch)}`).join("; "),
        each.message,
      ].join(" | "),
    ),
    ...passed.map((each) => `  ok ${each.ruleId} | ${each.parts.join(" ")} | ${figures(each)} | ${each.what}`),
  ].join("\n");
}

const stored = new Map(
  (existsSync(path) ? readFileSync(path, "utf8") : "")
    .split("\n\n")
    .map((block) => block.split("\n"))
    .map(([name = "", ...lines]) => [name.replace("== ", ""), lines.join("\n").trimEnd()]),
);
if (process.env.OHM_WRITE_FINDINGS === "1")
  writeFileSync(
    path,
    `${circuits.map(([name, circuit, context]) => `== ${name}\n${said(circuit, context)}`).join("\n\n")}\n`,
  );

describe("what is said of every circuit of the rules' cases", () => {
  it.each(circuits)(
    "[RULE-6] [RULE-15] %s: figures, places, fixes and words as they were read and found right",
    (name, circuit, context) => {
      expect(said(circuit, context)).toBe(stored.get(name));
    },
  );
});
