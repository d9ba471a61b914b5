import { describe, expect, it } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { ArduinoCore } from "../../../src/domain/circuit/catalogue-part.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { twoDeviceGoals } from "../../fixtures/goals/two-device-goals.ts";
import { compilerSays, hasCompiler, oneUnit } from "./compiler.ts";

const design = (goal: string): Design => designGoal({ goal });
const file = (given: Design, deviceId: string, unit: number): string =>
  given.codeFiles.find((each) => each.deviceId === deviceId && each.unitNumber === unit)?.content ?? "";

const links = [
  "sender and receiver with nRF24L01: a joystick and a button on an Arduino Nano send, another Nano drives two DC motors with an L298N",
  "LoRa sensor node with a BME280 and a base station with an OLED, both ESP32",
  "sender and receiver with LoRa: DHT22 on a Pico battery sends, another Pico with an LCD receives",
  "two Arduino Unos with HC-05: one reads a potentiometer and sends, the other turns a servo",
  "two ESP32 with HC-05: one reads a potentiometer and sends, the other turns a servo",
  "one ESP8266 measures temperature and sends it via wifi to another ESP8266 with a TM1637",
  "ESP32 with DHT22 on battery sends by ESP-NOW to another ESP32 with a relay and an OLED",
];

describe("firmware of two ends of a link", () => {
  it.skipIf(!hasCompiler).each(["avr", "esp32", "esp8266", "rp2040"] as ArduinoCore[])(
    "[FW-56] every sketch of a pair for the %s has no error and no warning",
    (core) => {
      const designs = [
        ...twoDeviceGoals.filter(({ status }) => status === undefined).map(({ goal }) => goal),
        ...links,
      ].map(design);
      const sketches = designs.flatMap((each) =>
        each.devices
          .filter(({ board }) => partById(board.id)?.board?.core === core)
          .flatMap(({ id }) => [1, 2, 3].map((unit) => file(each, id, unit))),
      );
      expect(sketches.length).toBeGreaterThan(2);
      expect(compilerSays(oneUnit(sketches), core)).toBe("");
    },
    120_000,
  );
});
