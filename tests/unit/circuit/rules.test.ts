import { describe, expect, it } from "vitest";
import type { Circuit, Finding } from "../../../src/domain/circuit/design.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { rules } from "../../../src/domain/circuit/rules/registry.ts";
import type { Options } from "./first-rule-cases.ts";
import { cases, esp, twoOleds, uno } from "./first-rule-cases.ts";
import { circuitOf, requirementsWith } from "./hand-made.ts";
import { ruleCases } from "./rule-cases.ts";

function findingsOf(ruleId: string, circuit: Circuit, options: Options = {}): Finding[] {
  const context = {
    requirements: options.requirements ?? null,
    language: "en" as const,
    usesWifi: options.usesWifi ?? null,
  };
  return checkCircuit(circuit, context).findings.filter((finding) => finding.ruleId === ruleId);
}

describe("the rules", () => {
  it("[RULE-6] every rule of the registry has its three circuits", () => {
    const withCases = [...Object.keys(cases), ...new Set(ruleCases.map((each) => each.rule))];
    expect(withCases.sort()).toEqual(rules.map((rule) => rule.id).sort());
  });

  for (const [ruleId, { bad, edge, good, sev }] of Object.entries(cases)) {
    it(`[RULE-6] ${ruleId}: violated, borderline, clean`, () => {
      const [first] = findingsOf(ruleId, ...bad);
      expect(first?.severity).toBe(sev[0]);
      expect(first?.message.length).toBeGreaterThan(20);
      expect(findingsOf(ruleId, ...edge)[0]?.severity ?? null).toBe(sev[1]);
      expect(findingsOf(ruleId, ...good)).toEqual([]);
    });
  }

  it("[RULE-6] an LED on a pin without a resistor is a warning, and the fix names 300 ohm at 5 V", () => {
    const [finding] = findingsOf(
      "led-resistor",
      circuitOf({ ...uno, D1: "led-5mm" }, { V: "U1:8 D1:A", GND: "D1:C U1:GND.1" }),
    );
    expect(finding).toMatchObject({
      severity: "W",
      fixes: [{ deltaCents: 5, patch: [{ op: "add-series-resistor", pin: "D1:A", ohms: 300 }] }],
    });
  });

  it("[RULE-6] an echo of 5 V straight into an ESP32 names measured and limit", () => {
    const circuit = circuitOf(
      { ...esp, U2: "hc-sr04" },
      { "5V": "U1:5V U2:VCC", GND: "U1:GND.1 U2:GND", E: "U2:ECHO U1:34" },
    );
    expect(findingsOf("over-voltage-pin", circuit)[0]).toMatchObject({
      pins: ["U1:34"],
      parts: ["U1", "U2"],
      measured: { value: 5, unit: "V" },
      limit: { value: 3.6, unit: "V" },
    });
  });

  it("[RULE-6] a 5 V display on an ESP32's I2C is over-voltage at both lines, and behind a level shifter it is not", () => {
    const power = { "5V": "U1:5V DS1:VCC", GND: "U1:GND.1 DS1:GND" };
    const direct = circuitOf({ ...esp, DS1: "lcd1602-i2c" }, { ...power, SDA: "U1:21 DS1:SDA", SCL: "U1:22 DS1:SCL" });
    expect(findingsOf("over-voltage-pin", direct).map((finding) => finding.pins[0])).toEqual(["U1:22", "U1:21"]);
    const shifted = circuitOf(
      { ...esp, DS1: "lcd1602-i2c", U2: "level-shifter-4ch" },
      {
        "5V": "U1:5V DS1:VCC U2:HV",
        "3V3": "U1:3V3 U2:LV",
        GND: "U1:GND.1 DS1:GND U2:GND.1",
        SDA: "U1:21 U2:LV1",
        SCL: "U1:22 U2:LV2",
        SDA5: "U2:HV1 DS1:SDA",
        SCL5: "U2:HV2 DS1:SCL",
      },
    );
    expect(checkCircuit(shifted, { requirements: null, language: "en", usesWifi: null })).toMatchObject({
      verdict: "PASS",
      findings: [],
    });
  });

  it("[RULE-6] ADC2 with WiFi is an error, and nothing is claimed when nobody knows of the firmware", () => {
    const circuit = circuitOf(
      { ...esp, U2: "soil-moisture-cap" },
      { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", A: "U1:25 U2:AOUT" },
    );
    expect(findingsOf("pin-capability", circuit, { usesWifi: true })[0]).toMatchObject({
      severity: "E",
      fixes: [{ patch: [{ op: "move-pin", part: "U1", pin: "25", to: "34" }] }],
    });
    expect(findingsOf("pin-capability", circuit)).toEqual([]);
  });

  it("[RULE-6] an address clash across a level shifter is seen, and offers the free strap", () => {
    const shifted = circuitOf(
      { ...uno, DS1: "ssd1306", DS2: "ssd1306", U2: "level-shifter-4ch" },
      {
        "5V": "U1:5V DS1:VCC U2:HV",
        "3V3": "U1:3.3V DS2:VCC U2:LV",
        GND: "U1:GND.1 DS1:GND DS2:GND U2:GND.1",
        SDA: "U1:A4 DS1:SDA U2:HV1",
        SCL: "U1:A5 DS1:SCL U2:HV2",
        SDA3: "U2:LV1 DS2:SDA",
        SCL3: "U2:LV2 DS2:SCL",
      },
    );
    expect(findingsOf("i2c-address", shifted)[0]).toMatchObject({ parts: ["DS1", "DS2"], nets: ["SDA", "SDA3"] });
    expect(findingsOf("i2c-address", twoOleds(null))[0]).toMatchObject({
      parts: ["DS1", "DS2"],
      fixes: [{ patch: [{ op: "set-address", part: "DS2", address: 0x3d }] }],
    });
    expect(findingsOf("i2c-address", twoOleds(0x3d, true))[0]).toMatchObject({ parts: ["DS1", "DS3"] });
    expect(findingsOf("i2c-address", twoOleds(0x3d, true))[0]?.fixes).toBeUndefined();
  });

  it("[RULE-7] a mains load that was asked for is never PASS", () => {
    const context = { requirements: requirementsWith({ mains: true }), language: "en" as const, usesWifi: null };
    expect(checkCircuit(circuitOf(esp, {}), context).verdict).toBe("WARNING");
  });

  it("[RULE-3] an unknown part is listed and not judged, and the circuit's own figures are not read", () => {
    const circuit = circuitOf(
      { ...esp, X1: "mystery", U2: "bme280" },
      { V: "U1:5V U2:VCC X1:A", GND: "U1:GND.1 U2:GND X1:B" },
    );
    const lying = { ...circuit, parts: circuit.parts.map((part) => ({ ...part, supplyVolts: { min: 0, max: 99 } })) };
    const result = checkCircuit(lying, { requirements: null, language: "en", usesWifi: null });
    expect(result.unknownParts).toEqual(["X1"]);
    expect(result.findings.map((finding) => finding.ruleId)).toEqual(["supply-range", "not-checked"]);
    expect(result.findings[1]).toMatchObject({ severity: "W", parts: ["X1"] });
  });

  it("[RULE-2] [RULE-4] [RULE-5] verdict, fix ids and margins", () => {
    const circuit = circuitOf(
      { ...uno, D1: "led-5mm", D2: "led-5mm" },
      { A: "U1:8 D1:A", B: "U1:7 D2:A", GND: "D1:C D2:C U1:GND.1" },
    );
    const result = checkCircuit(circuit, { requirements: null, language: "de", usesWifi: null });
    expect(result.verdict).toBe("WARNING");
    expect(result.findings.flatMap((finding) => finding.fixes ?? []).map((fix) => fix.id)).toEqual(["fix-1", "fix-2"]);
    expect(result.findings[0]?.message).toContain("Vorwiderstand");
    const shares = result.passed.flatMap(({ measured, limit }) =>
      measured && limit ? [Math.abs(limit.value - measured.value) / limit.value] : [],
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(result.passed.some((rule) => rule.ruleId === "led-resistor")).toBe(false);
  });
});

it("[RULE-5] one thing is not written as many", () => {
  const circuit = circuitOf({ ...esp, U2: "dht22" }, { V: "U1:3V3 U2:VCC", GND: "U1:GND.1 U2:GND", D: "U1:4 U2:DATA" });
  for (const language of ["en", "de"] as const) {
    const texts = checkCircuit(circuit, { requirements: null, language, usesWifi: null }).passed.map(
      ({ what }) => what,
    );
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) expect(text).not.toMatch(/\b(all|alle|of|von) 1 |^1 /);
  }
});
