import { describe, expect, it } from "vitest";
import { diffCounts, diffHunks } from "../../../src/domain/chat/diff-hunks.ts";
import { diffLines } from "../../../src/domain/chat/diff-lines.ts";
import { compareRevisions } from "../../../src/domain/circuit/compare-revisions.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

const first = designGoal({ goal: "Battery-powered ESP32 weather station with an OLED, budget $45" });
const { edits } = readEdit("use a DHT22 instead", first);
const other = designRequirements(applyEdits(first.requirements, edits), first);

describe("[ACT-11] two revisions compared", () => {
  it("of the same design differ in nothing", () => {
    expect(compareRevisions(first, structuredClone(first))).toEqual({
      parts: { added: [], removed: [], changed: [] },
      nets: { added: [], removed: [], changed: [] },
      rails: [],
      findings: { added: [], removed: [] },
      files: [],
    });
  });

  it("name parts that came, went and changed under their designator", () => {
    const compared = compareRevisions(first, other);
    const changed = compared.parts.changed.find(({ aspects }) => aspects.includes("part"));
    expect(changed?.before.id).toBe(changed?.after.id);
    expect(changed?.before.name).toMatch(/BME280/);
    expect(changed?.after.name).toMatch(/DHT22/);
    const back = compareRevisions(other, first);
    expect(back.parts.added).toEqual(compared.parts.removed);
    expect(back.parts.removed).toEqual(compared.parts.added);
  });

  it("name nets that came and went, and the pins that others lost and won", () => {
    const { nets } = compareRevisions(first, other);
    expect(nets.added.map(({ name }) => name).join()).toMatch(/DATA/);
    const sda = nets.changed.find(({ after }) => after.name === "SDA");
    expect(sda?.gone.some((pin) => pin.endsWith(":SDA"))).toBe(true);
    expect(sda?.come).toEqual([]);
    expect(sda?.after.colour).toBe("blue");
  });

  it("say what owning a part, more of it and another value change", () => {
    const parts = first.parts.map((part, at) => (at === 0 ? { ...part, owned: true, quantity: 2 } : part));
    const [changed] = compareRevisions(first, { ...first, parts }).parts.changed;
    expect(changed?.aspects).toEqual(["quantity", "owned"]);
  });

  it("hold currents of rails and findings against each other", () => {
    const { rails } = compareRevisions(first, other);
    expect(rails.every(({ before, after }) => before?.maxMa !== after?.maxMa || before?.typMa !== after?.typMa)).toBe(
      true,
    );
    const finding = { ruleId: "x", severity: "W" as const, message: "m", nets: [], pins: [], parts: [] };
    const { findings } = compareRevisions(first, { ...first, findings: [...first.findings, finding] });
    expect(findings).toEqual({ added: [finding], removed: [] });
  });

  it("list files that differ, with both texts", () => {
    const { files } = compareRevisions(first, other);
    expect(files).toHaveLength(3);
    expect(files[0]?.before).toContain("BME280");
    expect(files[0]?.after).not.toContain("BME280");
    expect(compareRevisions({ ...first, codeFiles: [] }, first).files[0]?.before).toBeNull();
  });
});

describe("[ACT-12] a comparison of texts by line", () => {
  const text = (...lines: string[]) => lines.join("\n");
  const many = Array.from({ length: 20 }, (_, at) => `line ${at}`);

  it("keeps three equal lines around a difference, and counts those it leaves out", () => {
    const changed = many.map((line, at) => (at === 10 ? "another" : line));
    const hunks = diffHunks(diffLines(text(...many), text(...changed)));
    expect(hunks.map((hunk) => (hunk.kind === "lines" ? hunk.lines.length : -hunk.amount))).toEqual([-7, 8, -6]);
  });

  it("numbers lines on the side where they are", () => {
    const [hunk] = diffHunks(diffLines(text("a", "b", "c"), text("a", "x", "y", "c")));
    expect(hunk).toEqual({
      kind: "lines",
      lines: [
        { op: "same", text: "a", from: 1, to: 1 },
        { op: "removed", text: "b", from: 2, to: null },
        { op: "added", text: "x", from: null, to: 2 },
        { op: "added", text: "y", from: null, to: 3 },
        { op: "same", text: "c", from: 3, to: 4 },
      ],
    });
  });

  it("shows a single equal line between two differences rather than say that it is there", () => {
    const [a, b] = [many.slice(0, 9), many.slice(0, 9).map((line, at) => (at === 0 || at === 8 ? "x" : line))];
    expect(diffHunks(diffLines(text(...a), text(...b))).map(({ kind }) => kind)).toEqual(["lines"]);
  });

  it("of equal texts has nothing to show", () => {
    const lines = diffLines(text(...many), text(...many));
    expect(diffHunks(lines)).toEqual([{ kind: "skipped", amount: 20 }]);
    expect(diffCounts(lines)).toEqual({ added: 0, removed: 0 });
  });
});
