import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allGoals } from "../../fixtures/goals/all-goals.ts";

const text = readFileSync(new URL("../../../docs/engine.md", import.meta.url), "utf8");
const rows = text.split("\n").filter((line) => line.startsWith("| "));

describe("docs/engine.md", () => {
  it.each(allGoals)("[SEL-34] has a row of: $goal", ({ goal, status, verdict }) => {
    const row = rows.find((line) => line.startsWith(`| ${goal} |`));
    expect(row).toBeDefined();
    expect(row).toContain(status === undefined ? `| ${verdict} |` : `| ${status} |`);
  });

  it("[SEL-34] says on which day its figures were made", () => {
    expect(text).toMatch(/Made on \d{4}-\d\d-\d\d\./);
    expect(text).toMatch(/50 distinct goals in one run less an empty one: mean [\d.]+ ms/);
  });
});
