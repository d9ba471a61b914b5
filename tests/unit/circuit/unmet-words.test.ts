import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";

function goal(text: string): Requirements {
  const reading = readGoal(text);
  if (reading.kind !== "goal") throw new Error(`not read as a goal: ${reading.why}`);
  return reading.requirements;
}

describe("conditions", () => {
  it.each([
    [
      "Relais schaltet bei über 25 Grad den Lüfter 12V, Uno, Anzeige auf LCD",
      { functionId: "sense-temperature", when: "above", value: 25, unit: "°C", output: "act-switch-load", turns: "on" },
    ],
    [
      "turn a 12V fan on above 25 °C",
      { functionId: "sense-temperature", when: "above", value: 25, unit: "°C", output: "act-switch-load", turns: "on" },
    ],
    [
      "beep when it is colder than -5°C",
      { functionId: "sense-temperature", when: "below", value: -5, unit: "°C", output: "act-sound", turns: "on" },
    ],
    [
      "buzzer when the temperature is over 77 °F",
      { functionId: "sense-temperature", when: "above", value: 25, unit: "°C", output: "act-sound", turns: "on" },
    ],
    [
      "Pumpe an wenn die Bodenfeuchte unter 30 % fällt",
      { functionId: "sense-soil-moisture", when: "below", value: 30, unit: "%", output: "act-pump", turns: "on" },
    ],
    [
      "LED when the humidity is above 65.5%",
      { functionId: "sense-humidity", when: "above", value: 65.5, unit: "%", output: "show-light", turns: "on" },
    ],
    [
      "red LED when something is closer than 10 cm",
      { functionId: "sense-distance", when: "below", value: 10, unit: "cm", output: "show-light", turns: "on" },
    ],
    [
      "buzzer when temperature > 30",
      { functionId: "sense-temperature", when: "above", value: 30, unit: "°C", output: "act-sound", turns: "on" },
    ],
  ] as const)("[REQ-38] %s", (text, condition) => {
    const requirements = goal(text);
    expect(requirements.conditions).toEqual([condition]);
    expect(requirements.functions.map(({ id }) => id)).toContain(condition.functionId);
  });

  it.each(["weather station under $45", "thermometer, at most 40 €", "measure temperature over USB every 5 minutes"])(
    "[REQ-38] %s: no condition",
    (text) => {
      expect(goal(text).conditions).toBeUndefined();
    },
  );

  it("[REQ-38] what no sensor measures is unmet, not dropped", () => {
    expect(goal("LED on below 200 lux").unmet).toEqual([expect.objectContaining({ about: "condition" })]);
  });
});

describe("wishes that no design meets", () => {
  it.each([
    ["heart rate monitor with an OLED", "heart rate monitor", "part"],
    ["CO2 and temperature on an OLED", "CO2", "part"],
    ["door lock with a fingerprint", "fingerprint", "part"],
    ["soil moisture and a 12 V pump", "12 V pump", "load"],
    ["thermometer on a coin cell", "coin cell", "power"],
    ["Thermometer mit Bleiakku", "Bleiakku", "power"],
    ["thermometer with a 24 V supply", "24 V supply", "power"],
    ["thermometer in my car on the car battery", "car battery", "power"],
    ["thermometer on a LiFePO4", "LiFePO4", "power"],
    ["GSM alarm and a button", "GSM", "part"],
    ["motion sensor with camera", "camera", "part"],
    ["compass with OLED", "compass", "part"],
    ["12V relay for a 12V fan with a button", "12V relay", "load"],
  ])("[REQ-39] %s", (text, what, about) => {
    const { unmet = [], notUnderstood } = goal(text);
    expect(unmet).toContainEqual(expect.objectContaining({ what, about }));
    expect(notUnderstood.join(" ")).not.toContain(what);
    expect(unmet.every(({ why }) => why.length > 0)).toBe(true);
  });

  it("[REQ-39] a design that meets everything has none", () => {
    const goals = [
      "ESP32 with DHT22",
      "5V relay for a 12V fan, button",
      "soil moisture and a 5 V pump",
      "thermometer with an RTC clock",
      "log temperature to an SD card",
      "solar powered thermometer",
      "thermometer on a 9 V battery",
      "Thermometer mit AA Batterien",
      "turn an MG996R with a knob",
      "stepper motor and a button",
      "button and RFID with a buzzer",
      "GPS with OLED",
    ];
    for (const text of goals) expect(designGoal({ goal: text }).requirements.unmet, text).toBeUndefined();
  });

  it("[REQ-40] a figure that nothing reads is listed", () => {
    expect(goal("thermometer at 433 MHz with 17 kg, 3 W").notUnderstood).toEqual(
      expect.arrayContaining(["17 kg", "3 W"]),
    );
  });
});
