import { describe, expect, it } from "vitest";
import { pinsAgree } from "../../../src/application/mix-artifact.ts";
import { changeByHand } from "../../../src/domain/circuit/by-hand/change-by-hand.ts";
import type { HandAct } from "../../../src/domain/circuit/by-hand/hand-act.ts";
import { isPinned } from "../../../src/domain/circuit/by-hand/pinned.ts";
import { recheckDesign } from "../../../src/domain/circuit/by-hand/recheck-design.ts";
import type { Design, FixPatch } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { designFromDiagram } from "../../../src/domain/circuit/wokwi/design-from-diagram.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";

function done(design: Design, act: HandAct): Design {
  const outcome = changeByHand(design, act);
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.design;
}

function edited(design: Design, text: string): Design {
  return designRequirements(applyEdits(design.requirements, readEdit(text, design).edits), design);
}

/** The design with a finding that no rule made, and a fix of it. */
function withFinding(design: Design, patch: FixPatch[]): Design {
  const finding = { ruleId: "planted", severity: "W" as const, message: "", nets: [], pins: [], parts: [] };
  const fixes = [{ id: "fix-1", label: "mend it", deltaCents: 0, patch }];
  return { ...design, findings: [...design.findings, { ...finding, fixes }] };
}

const planted: HandAct = { kind: "fix", ruleId: "planted", fixId: "fix-1" };
const idOf = ({ parts }: Design, catalogId: string) => parts.find((part) => part.catalogId === catalogId)?.id ?? "";

describe("a fix by hand", () => {
  const design = designGoal({ goal: "Arduino Uno with a red LED and a button" });
  const led = idOf(design, "led-5mm");
  const button = idOf(design, "button-6mm");
  const net =
    design.nets.find(({ kind, pins }) => kind === "signal" && pins.some((pin) => pin.startsWith(`${button}:`)))?.pins ??
    [];
  const pin = net.find((one) => one.startsWith(`${button}:`)) ?? "";
  const ground = design.nets.find(({ kind }) => kind === "ground")?.pins[0] ?? "";
  const capacitor: FixPatch = { op: "insert-part", catalogId: "capacitor-ceramic", between: [pin, ground] };

  it("[ACT-10] brings its part, its wires and its price", () => {
    const after = done(withFinding(design, [capacitor]), planted);
    const added = after.parts.find(({ catalogId }) => catalogId === "capacitor-ceramic");
    expect(added).toMatchObject({ id: "C1", why: "mend it" });
    expect(after.connections.some(({ from, to }) => [from, to].some((end) => end.startsWith("C1:")))).toBe(true);
    expect(after.cost.totalCents).toBe(design.cost.totalCents + (added?.unitPriceCents ?? 0));
    expect(after.codeFiles.map(({ content }) => content)).toEqual(design.codeFiles.map(({ content }) => content));
    expect(after.requirements.repairs).toMatchObject([{ ruleId: "planted", made: ["C1"] }]);
  });

  it("[ACT-10] is kept by later changes with the same designators, and goes with what it was for", () => {
    const fixed = done(withFinding(design, [capacitor]), planted);
    const later = edited(fixed, "add a buzzer");
    expect(idOf(later, "capacitor-ceramic")).toBe("C1");
    const kept = ({ connections }: Design) => connections.filter(({ id }) => id.includes("C1:")).map(({ id }) => id);
    expect(kept(later)).toEqual(kept(fixed));
    const gone = edited(later, "remove the button");
    expect(idOf(gone, "capacitor-ceramic")).toBe("");
    expect(gone.requirements.repairs).toBeUndefined();
  });

  it("[ACT-10] takes another part in the place of one", () => {
    const patch: FixPatch = { op: "replace-part", part: led, catalogId: "led-5mm", pins: [] };
    expect(done(withFinding(design, [patch]), planted).parts.map(({ id }) => id)).toEqual(
      design.parts.map(({ id }) => id),
    );
  });

  it("[ACT-10] that leaves its finding is refused", () => {
    // A patch that fits nothing changes nothing, and a finding of a real rule stays.
    const cheap = designGoal({ goal: "ESP32 weather station with an OLED, at most $20" });
    const [finding] = cheap.findings;
    if (!finding) throw new Error("The budget was kept");
    const fix = { id: "fix-1", label: "nothing", deltaCents: 0, patch: [] };
    const outcome = changeByHand(
      { ...cheap, findings: [{ ...finding, fixes: [fix] }] },
      { kind: "fix", ruleId: finding.ruleId, fixId: "fix-1" },
    );
    expect(outcome).toMatchObject({ kind: "refused", why: "impossible" });
  });
});

describe("every goal of the fixtures", () => {
  it("[ACT-5] agrees with itself: parts and wires, code and wires, and the checker says the same again", () => {
    for (const { goal } of allGoals) {
      const design = designGoal({ goal });
      if (design.status !== "ok") continue;
      expect(pinsAgree(design.parts, design.nets), goal).toBe(true);
      const again = recheckDesign(design);
      expect([again.verdict, again.findings, again.power], goal).toEqual([
        design.verdict,
        design.findings,
        design.power,
      ]);
    }
  });

  it("[ACT-3] marks each part as owned and back, and pins what can be pinned", () => {
    for (const { goal } of allGoals.slice(0, 12)) {
      const design = designGoal({ goal });
      for (const { id, category } of design.parts) {
        const owned = done(design, { kind: "mark", partId: id, owned: true });
        const before = design.parts.find((part) => part.id === id);
        expect(owned.parts.find((part) => part.id === id)).toMatchObject({ owned: true, catalogId: before?.catalogId });
        const pinned = changeByHand(design, { kind: "mark", partId: id, pinned: true });
        if (pinned.kind === "refused") expect([pinned.why, category === "board"]).toEqual(["misfit", false]);
        else {
          const part = pinned.design.parts.find((one) => one.id === id);
          expect(part && isPinned(part, pinned.design.requirements), `${goal} ${id}`).toBe(true);
        }
      }
    }
  });
});

describe("a diagram that was drawn elsewhere", () => {
  /** An LED on pin 13 without a resistor. */
  const diagram = {
    parts: [
      { id: "uno", type: "wokwi-arduino-uno" },
      { id: "led", type: "wokwi-led", attrs: { color: "red" } },
    ],
    connections: [
      ["uno:13", "led:A", "green", []],
      ["led:C", "uno:GND.1", "black", []],
    ] satisfies [string, string, string, unknown[]][],
  };

  it("[ACT-10] is fixed as it stands: no other wire moves, and the finding is gone", () => {
    const design = designFromDiagram(diagram, null, "en")?.design;
    const finding = design?.findings.find(({ ruleId }) => ruleId === "led-resistor");
    const [fix] = finding?.fixes ?? [];
    if (!design || !fix) throw new Error("The LED was not found");
    const after = done(design, { kind: "fix", ruleId: "led-resistor", fixId: fix.id });
    expect(after.findings.some(({ ruleId, severity }) => ruleId === "led-resistor" && severity !== "I")).toBe(false);
    expect(after.parts.find(({ catalogId }) => catalogId === "resistor")).toMatchObject({ id: "R1", deviceId: "main" });
    const ground = (one: Design) => one.connections.filter(({ net }) => net === "GND").map(({ id }) => id);
    expect(ground(after)).toEqual(ground(design));
    expect(after.cost.totalCents).toBeGreaterThan(design.cost.totalCents);
    for (const { from, to, net } of after.connections) {
      const { pins = [] } = after.nets.find(({ id }) => id === net) ?? {};
      expect(pins).toEqual(expect.arrayContaining([from, to]));
    }
  });
});

describe("a relay that switches mains", () => {
  it("[ACT-2] has no transistor in its place, offered or asked for", () => {
    const design = designGoal({ goal: "ESP32 switches a 230 V lamp with a relay over wifi" });
    const relay = design.parts.find(({ catalogId }) => catalogId?.startsWith("relay"));
    if (!relay) throw new Error("There is no relay");
    expect(relay.alternatives.filter(({ catalogId }) => /irlz44n|2n2222/.test(catalogId))).toEqual([]);
    const act: HandAct = { kind: "swap", partId: relay.id, catalogId: "irlz44n" };
    expect(changeByHand(design, act)).toMatchObject({ kind: "refused", why: "misfit" });
  });
});
