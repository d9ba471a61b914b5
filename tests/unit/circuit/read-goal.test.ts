import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../../src/domain/circuit/requirements/amounts.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";
import { leastCpuMs } from "../cpu-time.ts";

function goal(text: string): Requirements {
  const reading = readGoal(text);
  if (reading.kind !== "goal") throw new Error(`not read as a goal: ${reading.why}`);
  return reading.requirements;
}

const asked = (text: string): string[] =>
  goal(text).functions.map((one) => `${one.quantity} ${one.id}${one.colour === undefined ? "" : ` ${one.colour}`}`);

describe("functions and quantities", () => {
  it.each([
    ["three LEDs and a button", ["3 show-light", "1 input-button"]],
    ["drei LEDs und zwei Knöpfe", ["3 show-light", "2 input-button"]],
    ["2x LED on an Uno", ["2 show-light"]],
    ["two red LEDs and one green LED", ["2 show-light red", "1 show-light green"]],
    ["a red and green LED", ["1 show-light red", "1 show-light green"]],
    ["an Arduino traffic light", ["1 show-light red", "1 show-light yellow", "1 show-light green"]],
    ["parking sensor with a buzzer", ["1 sense-distance", "1 act-sound"]],
    ["Einparkhilfe mit Summer", ["1 sense-distance", "1 act-sound"]],
    ["water my plants with a pump", ["1 sense-soil-moisture", "1 act-pump"]],
    ["turn a servo with a knob", ["1 act-servo", "1 input-knob"]],
  ])("[REQ-1] %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  it("[REQ-2] a weather station measures temperature and humidity; pressure is assumed", () => {
    const { functions } = goal("a weather station");
    expect(functions.map((one) => [one.id, one.source])).toEqual([
      ["sense-temperature", "asked"],
      ["sense-humidity", "asked"],
      ["sense-pressure", "assumed"],
      ["show-text", "assumed"],
    ]);
  });

  it("[REQ-3] a named part is held to, in any spelling", () => {
    for (const text of ["measure with a DHT-22", "temperature by dht 22", "Temperatur mit DHT22"]) {
      expect(goal(text).functions.find((one) => one.id === "sense-temperature")?.catalogId, text).toBe("dht22");
    }
  });
});

describe("context", () => {
  it("[REQ-4] the reference goal is read whole", () => {
    const read = goal("Battery-powered ESP32 weather station with an OLED for my balcony, budget $45");
    expect(read.board).toEqual({ catalogId: "esp32-devkitc", named: true });
    expect(read.power).toEqual({ source: "battery", named: true, lifeHours: null, wakeMinutes: 10 });
    expect(read.place).toBe("outdoors");
    expect(read.budget).toEqual({ cents: 4500, hard: false, currency: "USD", displayCents: 4500 });
    expect(read.functions.find((one) => one.id === "show-text")?.catalogId).toBe("ssd1306");
    expect(read.assumed.map((one) => one.field)).toEqual(["interval", "function"]);
    expect(read.notUnderstood).toEqual([]);
    expect(read.language).toBe("en");
  });

  it("[REQ-4] so is its German sister", () => {
    const read = goal("Ich möchte eine Balkonwetterstation mit Akku und OLED-Display, höchstens 40 €");
    expect(read.language).toBe("de");
    expect(read.place).toBe("outdoors");
    expect(read.power.source).toBe("battery");
    expect(read.budget).toEqual({
      cents: 4680,
      hard: true,
      currency: "EUR",
      displayCents: 4000,
      rateDate: "2026-08-21",
    });
    expect(read.assumed.map((one) => one.text)).toContain("Misst alle 10 Minuten und schläft dazwischen");
  });

  it.each([
    ["LED, budget $45", 4500, false],
    ["LED under 30 euros", 3510, true],
    ["LED max 40 €", 4680, true],
    ["LED for at most 25.50 USD", 2550, true],
    ["LED, budget 1,200 dollars", 120_000, false],
    ["LED, budget of 20", 2000, false],
    ["LED, 45€ höchstens", 5265, true],
  ])("[REQ-5] money: %s", (text, cents, hard) => {
    expect(goal(text).budget).toMatchObject({ cents, hard });
  });

  it("[REQ-5] a budget without currency is dollars, and said so", () => {
    expect(goal("LED, budget of 20").assumed.map((one) => one.field)).toContain("currency");
  });

  it.each([
    ["soil moisture on battery every 30 minutes", { wakeMinutes: 30, lifeHours: null }],
    ["temperature on battery, lasts 3 months", { wakeMinutes: 10, lifeHours: 2190 }],
    ["Temperatur mit Akku, jede Stunde, hält zwei Wochen", { wakeMinutes: 60, lifeHours: 336 }],
  ])("[REQ-6] times: %s", (text, expected) => {
    expect(goal(text).power).toMatchObject(expected);
  });

  it("[REQ-7] owned and refused parts", () => {
    const read = goal("weather station without a display, I already have a DHT22 and an ESP32");
    expect(read.owned).toEqual(["dht22", "esp32-devkitc"]);
    expect(read.functions.some((one) => one.id === "show-text")).toBe(false);
    expect(goal("thermometer, no BME280 please").excluded).toEqual(["bme280"]);
  });

  it("[REQ-7] a refusal reaches over an or", () => {
    const read = goal("weather station with no display or buzzer");
    expect(read.functions.map((one) => one.id)).toEqual(["sense-temperature", "sense-humidity", "sense-pressure"]);
  });

  it("[REQ-8] mains is seen", () => {
    expect(goal("switch my 230 V lamp by a button").mains).toBe(true);
    expect(goal("schalte meine Stehlampe mit einem Taster").mains).toBe(true);
    expect(goal("blink an LED").mains).toBe(false);
  });

  it("[REQ-9] what is not understood is listed as written, without filler words", () => {
    expect(goal("A flux capacitor with a BME280 and Teleport charging").notUnderstood).toEqual([
      "flux capacitor",
      "Teleport charging",
    ]);
    expect(goal("Please build me a small thermometer for the kitchen").notUnderstood).toEqual([]);
    expect(goal("log the temperature").unmet).toBeUndefined();
  });
});

describe("named and not there", () => {
  it("[REQ-15] a part outside the catalogue is listed as such", () => {
    const why = "it is not in my catalogue yet";
    expect(goal("weather station with a SCD40 and camera").unmet).toEqual([
      { what: "SCD40", why, about: "part" },
      { what: "camera", why, about: "part" },
    ]);
  });

  it("[REQ-15] nothing stands in for a board outside the catalogue", () => {
    expect(goal("weather station on a Raspberry Pi").missingBoard).toBe("Raspberry Pi");
    expect(goal("weather station on a Raspberry Pi Pico 2").missingBoard).toBe("Raspberry Pi Pico 2");
    expect(goal("weather station on an Arduino Nano 33 IoT").missingBoard).toBe("Arduino Nano 33");
    expect(goal("weather station on an Arduino Nano").missingBoard).toBeUndefined();
    expect(goal("weather station on an Arduino").missingBoard).toBeUndefined();
  });

  it("[REQ-16] a figure with a unit is no number of pieces", () => {
    expect(asked("a 5 V relay")).toEqual(["1 act-switch-load"]);
    expect(asked("a 10 mm LED and 2 buttons")).toEqual(["1 show-light", "2 input-button"]);
  });

  it("[REQ-17] refusing one part does not refuse its function", () => {
    const read = goal("weather station, but not with a DHT22");
    expect(read.excluded).toEqual(["dht22"]);
    expect(read.functions.map((one) => one.id)).toContain("sense-humidity");
  });
});

describe("no goal", () => {
  it.each([
    ["hello, how are you?", "small_talk"],
    ["", "empty"],
    ["what is a pull-up resistor?", "question"],
    ["Was ist ein DHT22?", "question"],
    ["build me a teleporter", "nothing_known"],
  ])("[REQ-10] %s", (text, why) => {
    expect(readGoal(text)).toMatchObject({ kind: "none", why });
  });

  it("[REQ-11] what nobody can build here is named", () => {
    expect(goal("a quantum computer").unsupported).toBe("a quantum computer");
    expect(goal("Baue eine Drohne mit DHT22").unsupported).toBe("eine Drohne");
    expect(goal("show the temperature on my phone").unsupported).toBeUndefined();
  });
});

describe("any text", () => {
  it("[REQ-12] no text throws, and the same text reads the same", () => {
    const words = fc.constantFrom(
      "LED",
      "no",
      "€",
      "45",
      "every",
      "10",
      "minutes",
      "ohne",
      "BME280",
      "I have",
      ".",
      ",",
      "weather",
      "station",
      "\u0000",
      "𝟜",
      "İ",
      "--",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 400 }),
          fc.array(words, { maxLength: 60 }).map((all) => all.join(" ")),
        ),
        (text) => {
          expect(readGoal(text)).toEqual(readGoal(text));
        },
      ),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it.each([
    ["one word", "a".repeat(4096)],
    ["digits", "1".repeat(4096)],
    ["commas in figures", "1,".repeat(2048)],
    ["compounds", "wetterstation".repeat(315)],
    ["short words", "le ".repeat(1365)],
    ["mentions", "two red LEDs, ".repeat(290)],
  ])("[REQ-13] 4 kB of %s is read within 100 ms", (_name, text) => {
    expect(leastCpuMs(() => readGoal(text), 4)).toBeLessThan(100);
  });

  it.each([
    ["45", 45],
    ["45,50", 45.5],
    ["45.5", 45.5],
    ["1,200", 1200],
    ["1.200,50", 1200.5],
    ["x1", null],
    ["", null],
  ])("[REQ-14] the number %s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
