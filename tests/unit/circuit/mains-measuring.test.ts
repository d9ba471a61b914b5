import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

describe("measuring at the mains", () => {
  it.each([
    "measure mains current",
    "Stromverbrauch am Hausanschluss messen",
    "measure the power consumption of my house with an SCT-013 clamp, ESP32",
    "energy monitor for 230V with OLED",
    "ESP32 that measures 230V AC voltage and current and shows it on an OLED",
    "measure how much power my washing machine uses, ESP32",
    "Stromverbrauch vom Kühlschrank messen und per WLAN senden",
    "notify me when the washing machine is done, measure current with SCT-013",
    "PZEM-004T with ESP32 and OLED",
    "home energy monitor",
  ])("[REQ-95] %s: refused by name, with what to take instead", (goal) => {
    const design = designGoal({ goal });
    expect(design.status).toBe("unsupported");
    expect(design.parts).toEqual([]);
    expect(design.reason).toMatch(
      /messen/.test(goal) ? /^Netzspannung ist.*zugelassenen Zähler/ : /^Mains voltage kills.*approved meter/,
    );
  });

  it("[REQ-95] beside a relay the rest is made, the measurement is not, and it never passes", () => {
    const design = designGoal({ goal: "relay for a 230V lamp and measure its current" });
    expect(design.verdict).toBe("FAIL");
    expect(design.parts.map(({ catalogId }) => catalogId)).not.toContain("ina219");
    expect(design.findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(["mains", "requirement"]));
  });

  it.each([
    "Measure voltage and current of my 12 V solar battery with an INA219, log to an SD card every minute, Arduino Nano",
    "USB power meter: INA219 and OLED on a Pico",
    "battery current of my e-bike, OLED",
    "monitor the power consumption of my solar garden lights",
  ])("[REQ-95] %s: of low voltage, and made", (goal) => {
    const design = designGoal({ goal });
    expect(design.status).toBe("ok");
    expect(design.parts.map(({ catalogId }) => catalogId)).toContain("ina219");
  });

  it("[REQ-95] as an edit it changes nothing and says why", () => {
    const design = designGoal({ goal: "ESP32 with DHT22" });
    expect(readEdit("also measure the mains current", design)).toMatchObject({
      edits: [],
      notDone: [expect.stringContaining("Mains voltage kills")],
    });
    expect(readEdit("miss auch den Stromverbrauch vom Kühlschrank", design)).toMatchObject({
      edits: [],
      notDone: [expect.stringContaining("Netzspannung")],
    });
  });
});

describe("a budget that is counted up or down", () => {
  const design = designGoal({ goal: "ESP32 with DHT22 and OLED, budget $40" });
  const cents = (text: string, of = design) =>
    readEdit(text, of).edits.flatMap((edit) => (edit.kind === "set-budget" ? edit.budget.displayCents : []));

  it.each([
    ["raise the budget by 5", 4500],
    ["budget +10", 5000],
    ["Budget + 10", 5000],
    ["increase my budget by $15", 5500],
    ["budget 5 dollars higher", 4500],
    ["lower the budget by 3 dollars", 3700],
    ["reduce the budget by 2.50", 3750],
    ["budget -5", 3500],
    ["Budget um 5 € erhöhen", 4585],
    ["erhöhe das Budget um 10 Euro", 5170],
    ["senke das Budget um 5 €", 3415],
    ["5 $ mehr Budget", 4500],
    ["raise the budget to 50", 5000],
    ["erhöhe das Budget auf 60 Dollar", 6000],
    ["add a buzzer, budget 50", 5000],
    ["one more LED and a budget of 45", 4500],
  ])("[REQ-96] %s: %i", (text, wanted) => {
    expect(cents(text)).toEqual([wanted]);
    expect(readEdit(text, design)).toMatchObject({ notDone: [], notUnderstood: [] });
  });

  it("[REQ-96] stays hard and in its currency", () => {
    const hard = designGoal({ goal: "ESP32 mit DHT22, höchstens 30 €" });
    expect(readEdit("Budget um 5 erhöhen", hard).edits).toMatchObject([
      { kind: "set-budget", budget: { displayCents: 3500, cents: 4095, currency: "EUR", hard: true } },
    ]);
  });

  it("[REQ-96] without a budget, or with nothing left of it, it is asked for", () => {
    expect(readEdit("raise the budget by 5", designGoal({ goal: "ESP32 with DHT22" }))).toMatchObject({
      edits: [],
      notDone: [expect.stringContaining("name the whole amount")],
    });
    expect(readEdit("budget -50", design).notDone[0]).toContain("no budget at all");
  });
});
