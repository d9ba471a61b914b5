import { describe, expect, it } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { allocatePins } from "../../../src/domain/circuit/pins/allocate-pins.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";

const edit = (design: Design, text: string): Design =>
  designRequirements(applyEdits(design.requirements, readEdit(text, design).edits), design);
const boardOf = (goal: string) => {
  const read = readGoal(goal);
  return read.kind === "goal" ? read.requirements.board.catalogId : null;
};
const ids = (design: Design) => design.parts.map((part) => part.catalogId);
const net = (design: Design, id: string) => design.nets.find((each) => each.id === id)?.pins ?? [];

describe("words of boards", () => {
  it.each([
    ["weather station on an ESP32", "esp32-devkitc"],
    ["weather station on an ESP32 DevKit V1", "esp32-devkit-v1"],
    ["weather station with the 30 pin ESP32", "esp32-devkit-v1"],
    ["ESP32-S3 weather station", "esp32-s3-devkitc-1"],
    ["Wetterstation mit ESP32 S3", "esp32-s3-devkitc-1"],
    ["weather station with an ESP32-C3", "esp32-c3-devkitm-1"],
    ["thermometer on a C3", "esp32-c3-devkitm-1"],
    ["esp32c3 super mini thermometer", "esp32-c3-supermini"],
    ["Thermometer mit dem SuperMini", "esp32-c3-supermini"],
    ["weather station on a NodeMCU", "nodemcu-esp8266"],
    ["ESP8266 thermometer", "nodemcu-esp8266"],
    ["Wetterstation mit Wemos D1 mini", "d1-mini"],
    ["D1 mini thermometer", "d1-mini"],
    ["thermometer on an Arduino Nano", "arduino-nano"],
    ["Thermometer mit einem Nano", "arduino-nano"],
    ["Arduino Mega thermometer", "arduino-mega-2560"],
    ["thermometer with a Mega 2560", "arduino-mega-2560"],
    ["Raspberry Pi Pico thermometer", "pico"],
    ["thermometer with an RP2040", "pico"],
    ["thermometer on a Pico W", "pico-w"],
    ["Thermometer mit dem Raspberry Pi Pico W", "pico-w"],
    ["Arduino thermometer", "uno-r3"],
  ])("[REQ-50] %s is on %s", (goal, id) => {
    expect(boardOf(goal)).toBe(id);
    const read = readGoal(goal);
    expect(read.kind === "goal" && read.requirements.notUnderstood).toEqual([]);
    expect(read.kind === "goal" && read.requirements.missingBoard).toBeUndefined();
  });

  const station = designGoal({ goal: "ESP32 weather station with an OLED" });
  it.each([
    ["actually an ESP32-C3", "esp32-c3-devkitm-1"],
    ["use a Pico W", "pico-w"],
    ["use a Pico W instead", "pico-w"],
    ["switch to a D1 mini", "d1-mini"],
    ["Nimm lieber einen Nano", "arduino-nano"],
    ["nimm stattdessen einen SuperMini", "esp32-c3-supermini"],
    ["make it an Arduino Mega", "arduino-mega-2560"],
    ["use an ESP32-S3 instead of the ESP32", "esp32-s3-devkitc-1"],
  ])("[REQ-51] %s changes the board and keeps the rest", (text, id) => {
    expect(readEdit(text, station).edits).toEqual([{ kind: "set-board", catalogId: id }]);
    const after = edit(station, text);
    expect([after.status, after.board.id]).toEqual(["ok", id]);
    expect(after.findings.filter((one) => one.severity === "E")).toEqual([]);
    const sensor = (design: Design) => design.parts.find((part) => part.catalogId === "bme280")?.id;
    expect(sensor(after)).toBe(sensor(station));
    expect(after.parts.find((part) => part.category === "board")?.id).toBe("U1");
  });
});

describe("choice of a board that nobody named", () => {
  const chosen = (goal: string) => designGoal({ goal }).board.id;

  it("[SEL-20] the radio that is asked for, the pins that are needed and the idle current on a battery decide beside the price", () => {
    expect(partById(chosen("WiFi weather station"))?.board?.hasWifi).toBe(true);
    expect(partById(chosen("Bluetooth thermometer with an OLED"))?.board?.hasBluetooth).toBe(true);
    expect(partById(chosen("battery powered weather station, every 10 minutes"))?.board?.sleepMa).toBeLessThan(1);
    const many = designGoal({ goal: "12 LEDs and 8 buttons" });
    expect(many.status).toBe("ok");
    const analog = designGoal({ goal: "eight soil moisture sensors" });
    expect(analog.status).toBe("ok");
    expect(chosen("weather station, I already have an Arduino Mega")).toBe("arduino-mega-2560");
  });

  it("[SEL-21] says why, and names the runner-up with its price and what would be different", () => {
    const board = designGoal({ goal: "WiFi weather station" }).parts[0];
    expect(board?.why).toMatch(/^You named no board; .* Runner-up: .+ \([+−±]\$\d/);
    expect(board?.alternatives.length).toBeGreaterThan(2);
    for (const other of board?.alternatives ?? []) expect(partById(other.catalogId)?.board?.hasWifi).toBe(true);
    const named = designGoal({ goal: "battery powered ESP32 weather station, every 10 minutes" }).parts[0];
    expect(named?.why).toContain(
      "Asleep it draws 10 mA; a ESP32-C3 SuperMini would draw 0.6 mA".replace("a ESP", "an ESP"),
    );
  });

  it("[SEL-20] the choice stays over an edit that it still serves", () => {
    const first = designGoal({ goal: "WiFi weather station" });
    expect(edit(first, "add a buzzer").board.id).toBe(first.board.id);
  });
});

describe("boards that cannot", () => {
  it.each([
    ["Arduino Uno web server that shows the temperature", "WiFi"],
    ["Nano thermometer with WiFi", "WiFi"],
    ["Pico thermometer with WiFi and an OLED", "WiFi"],
    ["eight soil moisture sensors on an Uno", "analog inputs"],
    ["D1 mini with 12 buttons", "inputs with a pull-up"],
    ["Pico mit WLAN und Thermometer", "WLAN"],
  ])("[SEL-22] %s asks, and each answer leads to a design", (goal, word) => {
    const refused = designGoal({ goal });
    expect(refused.status).toBe("needs_answer");
    expect(JSON.stringify(refused.findings)).toContain(word);
    for (const answer of refused.question?.answers ?? []) {
      expect(edit(refused, answer).status, answer).toBe("ok");
    }
    expect(refused.question?.answers.length).toBeGreaterThan(0);
  });
});

describe("feed and sleep of a board", () => {
  it("[WIRE-20] a cell feeds a Pico at VSYS without a converter, unless something wants 5 V", () => {
    const bare = designGoal({ goal: "battery powered Pico weather station, every 10 minutes" });
    expect(ids(bare)).not.toContain("boost-5v");
    expect(net(bare, "VBAT")).toContain("U1:VSYS");
    const servo = designGoal({ goal: "battery powered Pico with a servo and a button" });
    expect(ids(servo)).toContain("boost-5v");
    expect(net(servo, "5V")).toContain("U1:VSYS");
    expect(net(servo, "5V")).not.toContain("U1:VBUS");
  });

  it("[WIRE-20] over USB the 5 V come from VBUS, from an adapter they do not", () => {
    const usb = designGoal({ goal: "Pico parking sensor with an HC-SR04 and an LCD" });
    expect(net(usb, "5V")).toContain("U1:VBUS");
    const adapter = designGoal({ goal: "Pico parking sensor with an HC-SR04, plugged in" });
    expect(net(adapter, "5V")).toContain("U1:VSYS");
    expect(net(adapter, "5V")).not.toContain("U1:VBUS");
    expect(adapter.findings.filter((one) => one.severity !== "I")).toEqual([]);
  });

  it("[WIRE-20] a cell at VSYS gives more current than 5 V would take", () => {
    const bare = designGoal({ goal: "battery powered Pico weather station, every 10 minutes" });
    const own = bare.power.rails.flatMap((rail) => rail.loads).find((load) => load.part === "U1");
    expect(own?.typMa).toBeGreaterThan(25 * (5 / 4.2));
  });

  it("[WIRE-21] a sleeping ESP8266 has D0 on RST, one that is awake has not", () => {
    const asleep = designGoal({ goal: "battery powered D1 mini weather station, every 10 minutes" });
    expect(net(asleep, "WAKE")).toEqual(["U1:D0", "U1:RST"]);
    expect(asleep.connections.filter((wire) => wire.net === "WAKE")).toHaveLength(1);
    const awake = designGoal({ goal: "D1 mini weather station with an OLED" });
    expect(net(awake, "WAKE")).toEqual([]);
    const [, , unit3] = asleep.codeFiles;
    expect(unit3?.content).toContain("ESP.deepSleep(");
  });

  it("[WIRE-22] signals with a level of their own never share an output of a timer", () => {
    const board = partById("pico");
    if (board === undefined) throw new Error("no pico");
    const needs = Array.from({ length: 14 }, (_, index) => ({
      id: `N${index}`,
      partId: `D${index}`,
      pinName: "A",
      kind: "pwm" as const,
    }));
    const request = { board, needs, reserved: new Set(["GP4", "GP5"]), usesWifi: false, language: "en" as const };
    const allocation = allocatePins({ ...request, previous: new Map() });
    if (allocation.kind !== "allocated") throw new Error(allocation.reason);
    const outputs = [...allocation.pins.values()].map((pin) => `${pin.pwm?.timer}${pin.pwm?.output}`);
    expect(new Set(outputs).size).toBe(14);
  });
});
