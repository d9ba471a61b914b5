import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../../src/domain/circuit/rules/registry.ts";
import { ruleRows } from "../../../src/domain/circuit/rules/rule-rows.ts";

const path = "docs/engine-rules.md";
const [begin, end] = ["<!-- table: made from src/domain/circuit/rules/rule-rows.ts -->", "<!-- end of table -->"];

function table(): string {
  const lines = ruleRows.map(
    ({ id, severities, checks, instead }) => `| ${id} | ${severities} | ${checks} | ${instead ?? "rule"} |`,
  );
  return ["| id | severity | what is checked | where |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

describe("docs/engine-rules.md", () => {
  it("[RULE-16] every row without a reason is a rule of the registry, and every rule has its row", () => {
    const ids = ruleRows.filter(({ instead }) => instead === undefined).map(({ id }) => id);
    expect([...ids].sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(new Set(ruleRows.map(({ id }) => id)).size).toBe(ruleRows.length);
  });

  it("[RULE-16] its table is that of the code (OHM_WRITE_DOCS=1 writes it)", () => {
    const text = readFileSync(path, "utf8");
    const [before = "", rest = ""] = text.split(begin);
    const [, after = ""] = rest.split(end);
    const wanted = `${before}${begin}\n${table()}\n${end}${after}`;
    if (process.env.OHM_WRITE_DOCS === "1") writeFileSync(path, wanted);
    expect(readFileSync(path, "utf8")).toBe(wanted);
  });
});
