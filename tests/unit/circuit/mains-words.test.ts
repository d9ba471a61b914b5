import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

const change = (before: Design, text: string): Design =>
  designRequirements(applyEdits(before.requirements, readEdit(text, before).edits), before);
const sensor = designGoal({ goal: "ESP32 with DHT22" });

describe("mains in an edit", () => {
  it.each([
    "add a relay for the 230V lamp",
    "füge ein Relais für die 230V Heizung hinzu",
    "add a relay for my kettle",
    "switch the heater with it",
    "add a relay",
    "schalte auch die Lampe",
  ])("[REQ-36] %s: never PASS", (text) => {
    const after = change(sensor, text);
    expect(after.requirements.functions.map((one) => one.id)).toContain("act-switch-load");
    expect(after.requirements.mains).toBe(true);
    expect(after.verdict).not.toBe("PASS");
  });

  it("[REQ-36] mains that was named stays while a switched load is left, and goes with it", () => {
    const lamp = change(sensor, "add a relay for the 230V lamp");
    for (const text of ["add a 12V fan", "the relay switches a 12 V load", "remove the DHT22", "use a 12V fan instead"])
      expect(change(lamp, text).requirements.mains, text).toBe(true);
    expect(change(lamp, "remove the relay").requirements.mains).toBe(false);
  });

  it("[REQ-36] one more load on 12 V does not make an undescribed one low", () => {
    const open = change(sensor, "add a relay for the heater");
    expect(change(open, "add a 12V fan").requirements.mains).toBe(true);
  });
});

describe("what a relay switches", () => {
  it.each([
    "ESP32 schaltet Heizlüfter über WLAN",
    "ESP32 relay for the aquarium heater",
    "relay for a toaster with a button",
    "Relais für die Waschmaschine mit ESP32",
    "ESP32 switches the ceiling light by motion",
    "smart socket with an ESP32",
    "Uno schaltet eine Steckdose",
    "relay for the kettle and a button",
    "fan heater thermostat with DHT22",
    "relay to control the boiler, ESP32",
    "Relais für den Herd, Uno",
    "Lampe mit Relais und Taster",
    "relay and a button on an Uno",
    "ESP32 with a 5 V relay and a button",
    "fan with a relay above 25 °C, powered by a 5V supply",
    "relay for a 24 VAC valve with a button",
    "relay for a 12V fan and a heater, with a button",
  ])("[REQ-37] %s: mains until a low voltage is named", (goal) => {
    const design = designGoal({ goal });
    expect(design.requirements.mains).toBe(true);
    expect(design.verdict).not.toBe("PASS");
  });

  it.each([
    "relay for a 12 V fan with a button",
    "Relais schaltet einen 12-V-Lüfter, Taster, Uno",
    "a button switches the fan 12V with a relay",
    "5V relay and a button for a 24 V solenoid valve",
    "relay switches 12 V, with a button",
  ])("[REQ-37] %s: low voltage", (goal) => {
    expect(designGoal({ goal }).requirements).toMatchObject({ mains: false, switched: { load: "low" } });
  });

  it.each([
    ["ESP32 with a relay and a button", 0],
    ["ESP32 mit Relais und Taster", 0],
  ])("[REQ-37] %s: asks what it switches, and each answer settles it", (goal) => {
    const design = designGoal({ goal });
    const [low = "", high = ""] = design.question?.answers ?? [];
    expect(design.question?.text).toMatch(/relay|Relais/);
    expect(change(design, low).requirements).toMatchObject({ mains: false, switched: { load: "low", volts: 12 } });
    expect(change(design, low).question).toBeUndefined();
    expect(change(design, high).requirements).toMatchObject({ mains: true, switched: { load: "mains" } });
  });
});
