import { describe, expect, it } from "vitest";
import type { CodeFile, Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { onBench, problemsOf } from "./bench.ts";

const inPython = (goal: string, board = "esp32-devkitc"): Design =>
  designGoal({ goal, board, firmware: "micropython" });
const unit = (design: Design, number: number): CodeFile => {
  const file = design.codeFiles.find(({ unitNumber }) => unitNumber === number);
  if (file === undefined) throw new Error(design.reason);
  return file;
};
const altered = (file: CodeFile, from: string | RegExp, to: string): CodeFile => {
  const content = file.content.replace(from, to);
  expect(content).not.toBe(file.content);
  return { ...file, content };
};
const way = { seconds: 8 };

describe("the bench finds what is wrong", () => {
  const design = inPython("thermometer with a BME280 and an OLED, and an LED above 25 °C");
  const full = unit(design, 3);

  it("[FW-64] nothing is wrong with what the engine wrote", () => {
    expect(problemsOf(full, design, way)).toEqual([]);
  });

  it.each([
    ["another pin of the LED", /^PIN_LED = \d+/m, "PIN_LED = 13", /pin 13 was used/],
    ["a pin of the bus", "PIN_SDA = 21", "PIN_SDA = 19", /sda is pin 19/],
    ["another address", "BME280_ADDRESS = 0x76", "BME280_ADDRESS = 0x77", /0x77 is nobody's|no part has the address/],
    ["a loop that waits", "        time.sleep_ms(5)\n", "        time.sleep_ms(500)\n", /waited 5\d\d ms/],
    ["a pin that only reads", /^PIN_LED = \d+/m, "PIN_LED = 34", /pin 34 can only read/],
    ["an error", "load_settings()\n    ", "load_settings()\n    missing()\n    ", /NameError/],
  ] as const)("[FW-64] %s", (...[, from, to, problem]) => {
    expect(problemsOf(altered(full, from, to), design, way).join("\n")).toMatch(problem);
  });

  it("[FW-64] Unit 1 says which part is silent", () => {
    const { lines } = onBench(unit(design, 1), design, { seconds: 8, silent: ["U2"] });
    expect(lines).toContain("[fail] bme280 U2 0x76");
    expect(lines.some((line) => line.startsWith("[ok] ssd1306"))).toBe(true);
  });

  it("[FW-5] [FW-64] Unit 3 goes on beside a silent part and says so once", () => {
    const { lines, ended } = onBench(full, design, { seconds: 8, silent: ["U2"] });
    expect(ended).toBe("time");
    expect(lines.filter((line) => line.includes("does not answer"))).toHaveLength(1);
  });

  it("[FW-5] [FW-64] a setting that was typed is stored, one beyond its limits is not", () => {
    const { lines, files } = onBench(full, design, { seconds: 8, typed: "ledLimit 30\nledLimit 4000\n\n" });
    expect(files).toEqual(["settings.json"]);
    expect(lines.filter((line) => line.startsWith("ledLimit"))).toEqual([
      "ledLimit 30.0",
      "ledLimit 30.0",
      "ledLimit 30.0",
    ]);
  });
});

describe("what only some designs do", () => {
  it.each(["esp32-devkitc", "nodemcu-esp8266"])(
    "[FW-8] %s on a battery goes to deep sleep after its awake time",
    (board) => {
      const design = inPython("battery powered DHT22, every 10 minutes", board);
      const record = onBench(unit(design, 3), design, { seconds: 20 });
      expect(record).toMatchObject({ ended: "sleep", sleptMs: 600_000 });
      expect(record.ranMs).toBeGreaterThanOrEqual(6000);
    },
  );

  it("[FW-8] a Pico on a battery waits and measures again", () => {
    const design = inPython("battery powered DHT22, every minute", "pico");
    const { lines, ended } = onBench(unit(design, 3), design, { seconds: 140 });
    expect(ended).toBe("time");
    expect(lines.filter((line) => line.endsWith("sleeping")).length).toBeGreaterThanOrEqual(2);
  });

  it.each(["esp32-devkitc", "pico-w"])("[FW-10] the page of %s is served once a name is filled in", (board) => {
    const design = inPython("thermometer with a DHT22 and WiFi", board);
    const file = unit(design, 3);
    expect(onBench(file, design, { seconds: 8 }).served).toBe(0);
    const record = onBench(altered(file, 'WIFI_NAME = ""', 'WIFI_NAME = "home"'), design, { seconds: 12 });
    expect(record.served).toBeGreaterThan(0);
    expect(record.errors).toEqual([]);
    expect(record.lines.join("\n")).toContain("page at http://192.168.1.23");
  });

  it("[FW-14] what nothing was named for obeys on and off over serial", () => {
    const design = inPython("a relay on an ESP32 for a 12 V lamp");
    const { lines, ended } = onBench(unit(design, 2), design, { seconds: 8, typed: "on\noff\n" });
    expect(ended).toBe("time");
    expect(lines).toEqual([]);
  });
});
