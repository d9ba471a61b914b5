import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

const count = (goal: string, catalogId: string) =>
  designGoal({ goal }).parts.filter((part) => part.catalogId === catalogId).length;

describe("words that a maker writes", () => {
  it.each([
    ["garage door sensor with ESP32, when door open longer than 10 minutes beep", "buzzer-passive"],
    ["ESP32, button pressed for 3 seconds LED on", "led-5mm"],
    ["nach 5 Minuten Summer, Uno", "buzzer-passive"],
    ["within 3 m buzzer on, Uno HC-SR04", "buzzer-passive"],
    ["um 7 Uhr Summer, Pico mit RTC", "ds3231"],
    ["ESP32 with motion sensor, if no motion for 5 minutes turn LED off", "pir-hc-sr501"],
    ["PIR am Uno, wenn keine Bewegung LED aus", "pir-hc-sr501"],
  ])("[REQ-100] %s: one %s", (goal, catalogId) => {
    expect(count(goal, catalogId)).toBe(1);
  });

  it.each([
    ["ESP32 with 2 reed switches", "reed-switch"],
    ["Uno with two slide switches and an LED", "slide-switch"],
    ["Uno with 2 tilt switches and an LED", "tilt-switch"],
  ])("[REQ-106] %s: two of them, and no relay", (goal, catalogId) => {
    expect(count(goal, catalogId)).toBe(2);
    expect(count(goal, "relay-module-1ch")).toBe(0);
  });

  it("[REQ-100] pieces are still counted, and refusals refuse", () => {
    expect(count("Uno with 3 red LEDs", "led-5mm")).toBe(3);
    expect(count("ESP32 with DHT22, no OLED", "ssd1306")).toBe(0);
  });

  it.each(["add a 12V pump", "füge eine 12V-Pumpe hinzu"])("[REQ-101] %s: told, and not a pump for 5 V", (text) => {
    const { edits, notDone } = readEdit(text, designGoal({ goal: "ESP32 with a buzzer" }));
    expect(edits).toEqual([]);
    expect(notDone[0]).toMatch(/12V.?[Pp]ump.*3 (to|bis) 6 V/);
  });

  it.each([
    "use a BME280 instead, no actually keep the DHT22",
    "use a BME280, or rather not",
    "remove the OLED. No wait, keep it",
    "nimm einen BME280, nein warte",
  ])("[REQ-101] %s: changes nothing", (text) => {
    const { edits, notDone } = readEdit(text, designGoal({ goal: "ESP32 station with DHT22 and OLED" }));
    expect(edits).toEqual([]);
    expect(notDone).toHaveLength(1);
  });

  it("[REQ-101] who begins with no asks for something else", () => {
    const { edits } = readEdit("no, actually use a BME280", designGoal({ goal: "ESP32 station with DHT22 and OLED" }));
    expect(edits).toHaveLength(1);
  });

  it.each([
    "Two ESP32: one outside with a BME280, the other inside with an OLED",
    "zwei ESP32 per Funk, einer draußen mit BME280 am Akku, der andere drinnen mit OLED",
  ])("[REQ-102] %s: a device for each", (goal) => {
    const { devices, parts } = designGoal({ goal });
    expect(devices).toHaveLength(2);
    const owner = (id: string) => parts.filter(({ catalogId }) => catalogId === id).map(({ deviceId }) => deviceId);
    expect(owner("bme280")).toEqual([devices[0]?.id]);
    expect(owner("ssd1306")).toEqual([devices[1]?.id]);
  });

  it("[REQ-102] two boards that come to one device are told", () => {
    const { requirements } = designGoal({ goal: "two ESP32 with DHT22" });
    expect(requirements.assumed.map(({ text }) => text).join()).toContain("One device");
  });
});

describe("what a maker builds", () => {
  it("[RULE-51] a serial line in software may hear and speak on any pin of a Pico", () => {
    const goal = "retro joystick and 4 buttons as game controller over bluetooth, Pico";
    expect(designGoal({ goal }).findings.filter(({ severity }) => severity === "E")).toEqual([]);
  });

  it.each([
    ["add 2 white LEDs to the car", "receiver"],
    ["füge am Auto eine blaue LED hinzu", "receiver"],
    ["add a button to the remote", "main"],
  ])("[REQ-103] %s: for the %s", (text, deviceId) => {
    const goal = "RC car: transmitter with joystick on Nano, receiver Uno with L298N and two motors and nrf24";
    const { edits } = readEdit(text, designGoal({ goal }));
    expect(edits).toMatchObject([{ kind: "change-device", deviceId }]);
  });

  it.each(["would a DHT22 be cheaper?", "could a buzzer help?", "will a DHT22 fit?"])(
    "[REQ-104] %s: asks, and changes nothing",
    (text) => {
      const { edits, question } = readEdit(text, designGoal({ goal: "ESP32 station BME280 OLED" }));
      expect([edits, question]).toEqual([[], true]);
    },
  );

  it("[REQ-104] a polite request is none", () => {
    const { edits } = readEdit("could you use a DHT22?", designGoal({ goal: "ESP32 station BME280 OLED" }));
    expect(edits).toHaveLength(1);
  });

  it.each([
    "replace this by an Arduino Uno parking sensor with a buzzer",
    "ersetze alles durch eine Wetterstation",
    "build me a weather station instead",
  ])("[REQ-105] %s: is another goal", (text) => {
    const { edits, newGoal } = readEdit(
      text,
      designGoal({ goal: "ESP32 plant monitor with soil moisture and an LCD" }),
    );
    expect([edits, newGoal]).toEqual([[], true]);
  });

  it("[REQ-105] one part in the place of another is none", () => {
    const { edits } = readEdit("replace the DHT22 with a BME280", designGoal({ goal: "ESP32 station DHT22 OLED" }));
    expect(edits).toHaveLength(1);
  });
});
