import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitOf, requirementsWith } from "./hand-made.ts";

const check = (change: Partial<Requirements>, language: "en" | "de" = "en") =>
  checkCircuit(circuitOf({ U1: "esp32-devkitc" }, {}), {
    requirements: requirementsWith(change),
    language,
    usesWifi: null,
  }).findings.filter((one) => one.ruleId === "requirement");

describe("a wish that the design does not meet", () => {
  it.each([
    "heart rate monitor with only an OLED",
    "baby breathing monitor with a buzzer",
    "door lock with a fingerprint and an OLED",
    "temperature over GSM",
    "CO2 Ampel mit LEDs",
  ])("[RULE-11] never passes: %s", (goal) => {
    const design = designGoal({ goal });
    const said = design.findings.filter((one) => one.ruleId === "requirement");
    expect(design.status === "ok" ? design.verdict : "FAIL").not.toBe("PASS");
    if (design.status === "ok") expect(said).not.toEqual([]);
  });

  it("[RULE-11] is E with its reason, once, wherever the reader put it", () => {
    const [first, ...others] = check({
      unmet: [{ what: "heart rate", why: "not in my catalogue yet" }],
      notUnderstood: ["heart rate (not in my catalogue yet)"],
    });
    expect(first).toMatchObject({ severity: "E", message: expect.stringContaining("heart rate") });
    expect(first?.message).toContain("not in my catalogue yet");
    expect(others).toEqual([]);
    expect(check({ unsupported: "a drone" })[0]?.message).toContain("a drone");
    expect(check({ notUnderstood: ["CO2 (noch nicht im Katalog)"] }, "de")[0]?.message).toContain("CO2");
  });

  it("[RULE-11] a board outside the catalogue is E, and W where another one was named too", () => {
    expect(check({ missingBoard: "Teensy" })[0]).toMatchObject({ severity: "E" });
    const named = { catalogId: "esp32-devkitc", named: true };
    expect(check({ missingBoard: "Teensy", board: named })[0]).toMatchObject({ severity: "W" });
  });

  it("[RULE-12] words that nothing explains are one W that quotes them", () => {
    const said = check({ notUnderstood: ["baby breathing", "wobbly (but nice) thing"] });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ severity: "W" });
    expect(said[0]?.message).toContain('"baby breathing", "wobbly (but nice) thing"');
  });

  it("[RULE-12] what an edit gave up is W, what was only assumed is not judged", () => {
    const gone = { id: "sense-pressure" as const, label: "pressure", because: "the DHT22 does not do it" };
    expect(check({ dropped: [gone] })[0]).toMatchObject({ severity: "W" });
    expect(check({ dropped: [{ ...gone, source: "assumed" }] })).toEqual([]);
  });
});
