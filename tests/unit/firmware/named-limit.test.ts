import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";

const sketch = (goal: string, unit: number) =>
  designGoal({ goal }).codeFiles.find(({ unitNumber }) => unitNumber === unit)?.content ?? "";

describe("limits that a person names", () => {
  it.each([
    ["ESP32 buzzer when over 30 degrees, with a DHT22", "kBuzzerLimit = 30.0f", "buzzerLimit"],
    ["Arduino Uno, red LED on above 27 °C, BME280", "Limit = 27.0f", "Limit"],
  ])("[FW-19] %s: the sketch uses the figure of the goal", (goal, constant, setting) => {
    expect(sketch(goal, 2)).toContain(constant);
    expect(sketch(goal, 3)).toMatch(new RegExp(`${setting}", ${constant.replace(/.*= /, "").replace("f", "")}f`, "i"));
  });

  it("[FW-19] below is below, in German as well", () => {
    const text = sketch("ESP32 mit Bodenfeuchtesensor und Pumpe: Pumpe an unter 40 %", 3);
    expect(text).toMatch(/pumpLimit", 40\.0f.*switches on below/);
  });
});
