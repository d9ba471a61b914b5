import { describe, expect, it } from "vitest";
import type { DesignPart } from "../../../src/domain/circuit/design.ts";
import { checkFirmware } from "../../../src/domain/circuit/firmware/check-firmware.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { withAssumptions } from "../../../src/domain/circuit/requirements/assumptions.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import { selectParts } from "../../../src/domain/circuit/selection/select-parts.ts";
import { wireSelection } from "../../../src/domain/circuit/wiring/wire-selection.ts";

const goals = [
  "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45",
  "Arduino Uno that shows temperature and humidity from a DHT22 on an LCD",
  "ESP32 plant watering with a pump and soil moisture sensor and a button",
  "Uno parking sensor with HC-SR04, two LEDs and a buzzer",
  "ESP32 with HC-SR04 that opens a bin lid with a servo, battery powered",
  "Arduino Uno servo controlled by a potentiometer",
  "ESP32 web page with temperature and soil moisture, battery powered, every 30 minutes",
  "ESP32 with LCD1602 and BME280 and SSD1306",
  "Motion alarm with PIR and active buzzer on an Arduino Uno",
  "Uno with two servos and a button",
  "two soil moisture sensors and two LEDs on an ESP32",
];

/** From one sentence through extraction, selection and wiring to the input of firmware. */
function wired(goal: string) {
  const reading = readGoal(goal);
  if (reading.kind === "none") throw new Error(reading.why);
  const requirements = withAssumptions(reading.requirements);
  const selection = selectParts(requirements, null);
  if ("reason" in selection) throw new Error(selection.reason);
  const wiring = wireSelection(selection, requirements, null);
  if ("reason" in wiring) throw new Error(wiring.reason);
  return { title: goal, deviceId: "main", requirements, parts: wiring.parts, nets: wiring.nets };
}

describe.each(goals)("firmware for the goal: %s", (goal) => {
  const input = wired(goal);
  const files = writeFirmware(input);

  it("[FW-6] climbs L0 and L2 on pins that the engine allocated", () => {
    for (const { ladder } of files) {
      expect(ladder.filter(({ passed }) => passed).map(({ level }) => level)).toEqual(["L0", "L2"]);
    }
  });

  it("[FW-26] the public check of a circuit finds nothing wrong either", () => {
    const parts = input.parts.map(({ id, part, value }) => ({ id, catalogId: part.id, value }));
    for (const file of files) {
      const found = checkFirmware(file, { parts, nets: input.nets });
      expect(found.filter(({ severity }) => severity !== "I")).toEqual([]);
    }
  });
});

it("[FW-26] a sketch beyond the limit is refused, unknown parts are left out", () => {
  const unknown: Pick<DesignPart, "id" | "catalogId" | "value"> = { id: "X1", catalogId: null, value: null };
  const circuit = { parts: [unknown], nets: [] };
  expect(checkFirmware({ content: "void loop() {}" }, circuit)).toMatchObject([
    { ruleId: "firmware-wiring", severity: "W" },
  ]);
  expect(() => checkFirmware({ content: "x".repeat(100_001) }, circuit)).toThrow("100000");
});
