import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../../src/domain/circuit/design-goal.ts";
import type { Requirements } from "../../../../src/domain/circuit/requirements.ts";
import { checkCircuit } from "../../../../src/domain/circuit/rules/check-circuit.ts";
import { circuitOf, requirementsWith } from "../hand-made.ts";

const found = (goal: string, rule: string): Finding[] =>
  designGoal({ goal }).findings.filter((finding) => finding.ruleId === rule);

function judged(circuit: ReturnType<typeof circuitOf>, requirements: Requirements, language: "en" | "de" = "en") {
  const { findings, passed } = checkCircuit(circuit, { requirements, language, usesWifi: null });
  return { findings: findings.filter(({ ruleId }) => ruleId === "requirement"), passed };
}

const led = circuitOf(
  { U1: "uno-r3", D1: "led-5mm", R1: "resistor" },
  {
    LED: "U1:8 R1:1",
    LED_R: "R1:2 D1:A",
    GND: "D1:C U1:GND.1",
  },
);
const light = { id: "show-light" as const, label: "LED", quantity: 1, source: "asked" as const };

describe("[RULE-15] the battery's words", () => {
  it("days from 48 hours on, hours below, and the board that idles where it takes a milliampere or more", () => {
    const [pico] = found("battery powered Pico weather station, every 10 minutes, lasts 1 year", "battery");
    expect(pico?.message).toMatch(
      /^It runs [\d.]+ (hours|days) on one charge, not 365 days\. U1 alone takes \d+ mA asleep, because its Arduino core has no deep sleep\. An ESP32-C3 SuperMini takes 0\.6 mA asleep: ask for it, or let it wake less often\.$/,
    );
    expect(pico?.parts).toEqual(expect.arrayContaining(["U1", "BT1"]));
    expect(pico?.limit).toEqual({ value: 8760, unit: "h" });
    const hours = pico?.measured?.value ?? 0;
    expect(pico?.message).toContain(hours >= 48 ? `${Math.round((hours / 24) * 10) / 10} days` : "hours");
    const [esp] = found("battery powered ESP32 weather station, every 10 minutes, lasts 1 year", "battery");
    expect(esp?.message).toContain("because its USB chip, regulator and LED stay on");
    const [quiet] = found(
      "battery powered ESP32-C3 SuperMini weather station, every 10 minutes, lasts 5 years",
      "battery",
    );
    expect(quiet?.message).not.toContain("alone takes");
    expect(quiet?.parts).not.toContain("U1");
  });

  it("in German with a decimal comma", () => {
    const [pico] = found("Wetterstation mit Pico und Akku, alle 10 Minuten, soll 1 Jahr halten", "battery");
    expect(pico?.message).toMatch(
      /^Es läuft \d+(,\d)? (Stunden|Tage) mit einer Ladung, nicht 365 Tage\. Allein U1 nimmt/,
    );
  });
});

describe("[RULE-15] what a person asked for", () => {
  it("names the function and how many of it are there", () => {
    const { findings } = judged(led, requirementsWith({ functions: [{ ...light, quantity: 3 }] }));
    expect(findings).toMatchObject([
      { severity: "E", message: "You asked for LED (1/3), and no part serves it.", parts: ["D1"] },
    ]);
    const one = judged(led, requirementsWith({ functions: [light] }));
    expect(one.findings).toEqual([]);
    expect(one.passed.find(({ ruleId }) => ruleId === "requirement")?.what).toBe(
      "the function that was asked for is served",
    );
  });

  it("names another board, a part that is not there, one that was refused, and a language that cannot run", () => {
    const board = judged(led, requirementsWith({ board: { catalogId: "pico", named: true } }));
    expect(board.findings).toMatchObject([
      { message: "You named the board pico, and the design has another one.", parts: ["U1"] },
    ]);
    expect(judged(led, requirementsWith({ board: { catalogId: "uno-r3", named: true } })).findings).toEqual([]);
    const part = judged(led, requirementsWith({ functions: [{ ...light, catalogId: "led-rgb" }] }));
    expect(part.findings).toMatchObject([
      { message: "You named led-rgb for LED, and it is not in the design.", parts: [] },
    ]);
    const refused = judged(led, requirementsWith({ excluded: ["led-5mm"] }), "de");
    expect(refused.findings).toMatchObject([{ message: "D1 (LED, 5 mm) war nicht gewünscht.", parts: ["D1"] }]);
    const python = judged(led, requirementsWith({ firmware: "micropython" }));
    expect(python.findings).toMatchObject([{ message: "Arduino Uno R3 cannot run micropython.", parts: ["U1"] }]);
  });
});
