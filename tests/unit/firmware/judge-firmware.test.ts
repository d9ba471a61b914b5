import { describe, expect, it } from "vitest";
import { circuitDesk } from "../../../src/application/circuit-desk.ts";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { withProofs } from "../../../src/domain/circuit/firmware/firmware-proof.ts";
import { withFirmwareVerdict } from "../../../src/domain/circuit/firmware/judge-firmware.ts";
import { climbLadder } from "../../../src/domain/circuit/firmware/ladder.ts";

const goal = "Arduino Uno with a red LED and a button";

/** The design with other text in one unit, and the ladder that this text climbs. */
function rewritten(design: Design, unitNumber: number, change: (content: string) => string): Design {
  const parts = design.parts.flatMap(({ id, catalogId, value }) => {
    const part = partById(catalogId ?? "");
    return part === undefined ? [] : [{ id, part, value }];
  });
  const codeFiles = design.codeFiles.map((file): CodeFile => {
    if (file.unitNumber !== unitNumber) return file;
    const changed = { ...file, content: change(file.content) };
    return { ...changed, ladder: climbLadder(changed, parts, design.nets) };
  });
  return withFirmwareVerdict({ ...design, codeFiles });
}

describe("what the programs mean for the verdict", () => {
  it("[FW-90] programs that agree with the wiring are a passed rule", () => {
    const design = designGoal({ goal });
    expect(design.verdict).toBe("PASS");
    expect(design.passed.filter(({ ruleId }) => ruleId === "firmware-wiring")).toEqual([
      {
        ruleId: "firmware-wiring",
        what: "the programs use the pins, buses and addresses that are wired (3 files)",
        parts: [],
      },
    ]);
    const german = designGoal({ goal: "Arduino Uno mit einer roten LED und einem Taster" });
    expect(german.passed.find(({ ruleId }) => ruleId === "firmware-wiring")?.what).toMatch(/^die Programme nutzen/);
  });

  it("[FW-90] one whose pins are not those that are wired fails the design, under the rule's id", () => {
    const design = designGoal({ goal });
    const wrong = rewritten(design, 3, (content) => content.replace(/(kPinLed\w* = )\d+/, "$113"));
    expect(wrong.codeFiles[2]?.content).not.toBe(design.codeFiles[2]?.content);
    expect(wrong.verdict).toBe("FAIL");
    const found = wrong.findings.filter(({ ruleId }) => ruleId === "firmware-wiring");
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.message).toMatch(/^Unit 3 \(unit-3-full\.ino\): /);
    expect(wrong.passed.some(({ ruleId }) => ruleId === "firmware-wiring")).toBe(false);
    expect(wrong.findings.filter(({ ruleId }) => ruleId !== "firmware-wiring")).toEqual(design.findings);
    // Judged again, nothing is said twice; mended, it passes as before.
    expect(withFirmwareVerdict(wrong)).toEqual(wrong);
    expect(rewritten(wrong, 3, () => design.codeFiles[2]?.content ?? "")).toEqual(design);
  });

  it("[FW-90] one that is not of its language, or stops when it is run, fails the design", () => {
    const proof = (level: "L1" | "L3") => (file: CodeFile) =>
      file.unitNumber === 2
        ? [{ level, passed: false, evidence: { tool: "a tool", version: "1", inputHash: "", output: "line 3" } }]
        : [];
    const syntax = withProofs(designGoal({ goal }), [proof("L1")]);
    expect(syntax.verdict).toBe("FAIL");
    expect(syntax.findings[0]).toMatchObject({
      ruleId: "firmware-syntax",
      message: "Unit 2 (unit-2-minimal.ino): it is not valid in its language. line 3",
      source: "a tool 1",
    });
    expect(withProofs(designGoal({ goal }), [proof("L3")]).findings[0]).toMatchObject({ ruleId: "firmware-run" });
  });

  it("[FW-90] in a check, a file that is no program that can be read is said to be unchecked", () => {
    const desk = circuitDesk({ proofs: [], cppProblems: () => [] });
    const { parts, nets } = designGoal({ goal });
    const check = (filename: string, content: string) =>
      desk.check({
        format: "ohm",
        circuit: {
          parts: parts.map(({ id, catalogId, value }) => ({ id, catalogId, value })),
          nets: nets.map((net) => ({ ...net })),
        },
        firmware: { filename, content },
      });
    expect(check("main.rs", "fn main() {}")).toMatchObject({
      verdict: "WARNING",
      findings: [{ ruleId: "firmware-wiring", severity: "W" }],
    });
    const wrong = check("blink.ino", "void setup() { pinMode(3, OUTPUT); } void loop() { digitalWrite(3, HIGH); }");
    expect(wrong.verdict).toBe("FAIL");
    expect(wrong.findings.map(({ ruleId }) => ruleId)).toContain("firmware-wiring");
  });
});
