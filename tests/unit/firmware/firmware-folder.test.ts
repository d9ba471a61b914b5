import { expect, it } from "vitest";
import { firmwareFolder } from "../../../src/application/firmware-folder.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";

it("[FW-70] each unit of a firmware has a folder of its own, in MicroPython too, where every program is main.py", () => {
  for (const goal of [
    "ESP32 weather station with an OLED",
    "Thermometer with a Pico W, a BME280 and an OLED in MicroPython",
  ]) {
    const names = firmwareFolder(designGoal({ goal })).map(({ filename }) => filename);
    expect(new Set(names).size, goal).toBe(names.length);
    expect(new Set(names.map((name) => name.split("/")[0])).size).toBe(4);
  }
});
