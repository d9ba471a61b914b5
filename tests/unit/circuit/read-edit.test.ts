import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";

const station = designGoal({ goal: "Battery-powered ESP32 weather station with an OLED for my balcony, budget $45" });
const edited = (text: string, design: Design = station) =>
  applyEdits(design.requirements, readEdit(text, design).edits);
const wishes = (text: string, design: Design = station): string[] =>
  edited(text, design).functions.map(
    (one) => `${one.quantity} ${one.id}${one.catalogId === undefined ? "" : ` ${one.catalogId}`}`,
  );

const asBefore = ["1 sense-temperature", "1 sense-humidity", "1 sense-pressure", "1 show-text ssd1306"];
const withDht22 = ["1 sense-temperature dht22", "1 sense-humidity dht22", "1 show-text ssd1306"];

describe("replace", () => {
  it.each([
    "use a DHT22 instead",
    "Use a DHT22 instead of the BME280",
    "replace the BME280 with a DHT22",
    "replace the BME280 by a DHT-22 please",
    "swap the BME280 for a DHT22",
    "use a dht 22",
    "nimm stattdessen einen DHT22",
    "Ersetze den BME280 durch einen DHT22",
    "statt des BME280 einen DHT22",
    "Tausche den BME280 gegen einen DHT22!",
  ])("[REQ-20] %s", (text) => {
    expect(readEdit(text, station).edits).toEqual([
      {
        kind: "replace",
        fromCatalogIds: ["bme280"],
        functionIds: ["sense-temperature", "sense-humidity"],
        toCatalogId: "dht22",
      },
    ]);
    expect(wishes(text)).toEqual(withDht22);
  });

  it("[REQ-21] a function that the new part lacks is given up and said", () => {
    const changed = edited("use a DHT22 instead");
    expect(changed.dropped?.map((one) => one.id)).toEqual(["sense-pressure"]);
    expect(changed.assumed.map((one) => one.text).join(" ")).toContain("No air pressure any more");
  });

  it("[REQ-21] it comes back with the part that does it", () => {
    const swapped = designGoal({ goal: "weather station with a DHT22 and an OLED" });
    const back = edited("use a BME280 instead", swapped);
    expect(back.functions.map((one) => one.id)).toContain("sense-pressure");
    expect(back.dropped).toEqual([]);
  });

  it("[REQ-22] a display takes the place of a display, not of a sensor", () => {
    expect(wishes("use an LCD instead")).toEqual([...asBefore.slice(0, 3), "1 show-text lcd1602-i2c"]);
  });

  it("[REQ-23] instead of what? nothing is guessed", () => {
    expect(readEdit("use a servo instead", station).edits).toEqual([]);
  });
});

describe("add and remove", () => {
  it.each([
    ["add a buzzer", [...asBefore, "1 act-sound"]],
    ["Add two red LEDs", [...asBefore, "2 show-light led-5mm"]],
    ["füge einen Summer hinzu", [...asBefore, "1 act-sound"]],
    ["and also a button", [...asBefore, "1 input-button"]],
    ["use a servo", [...asBefore, "1 act-servo servo-sg90"]],
    ["remove the display", asBefore.slice(0, 3)],
    ["without the OLED", asBefore.slice(0, 3)],
    ["ohne Display", asBefore.slice(0, 3)],
    ["entferne das OLED-Display", asBefore.slice(0, 3)],
    ["Lass das Display weg", asBefore.slice(0, 3)],
    ["remove the display and add a buzzer", [...asBefore.slice(0, 3), "1 act-sound"]],
  ])("[REQ-24] %s", (text, expected) => {
    expect(wishes(text)).toEqual(expected);
  });

  it("[REQ-25] pieces count up", () => {
    const lit = designGoal({ goal: "ESP32 with a red LED and a button" });
    expect(wishes("add two red LEDs", lit)).toContain("3 show-light led-5mm");
  });

  it("[REQ-26] what is not there cannot be removed, and that is said", () => {
    const reading = readEdit("remove the servo", station);
    expect(reading.edits).toEqual([]);
    expect(reading.notDone.join()).toContain("servo");
  });
});

describe("number and colour of pieces", () => {
  const lit = designGoal({ goal: "ESP32 with two red LEDs and a button" });
  const lights = (text: string, design: Design = lit) =>
    edited(text, design)
      .functions.filter((one) => one.id === "show-light")
      .map((one) => `${one.quantity} ${one.colour ?? "plain"}`);

  it.each([
    ["use 5 LEDs instead of 2", ["5 red"]],
    ["nimm 5 LEDs statt 2", ["5 red"]],
    ["two more LEDs", ["4 red"]],
    ["zwei weitere LEDs", ["4 red"]],
    ["add another LED", ["3 red"]],
    ["remove one LED", ["1 red"]],
    ["entferne eine LED", ["1 red"]],
    ["one LED less", ["1 red"]],
    ["remove the LEDs", []],
    ["swap the LED for a blue one", ["2 blue"]],
    ["make the LEDs blue", ["2 blue"]],
    ["use blue LEDs instead", ["2 blue"]],
    ["replace the red LEDs with green ones", ["2 green"]],
    ["tausche die LEDs gegen blaue", ["2 blue"]],
    ["add a green LED", ["2 red", "1 green"]],
  ])("[REQ-35] %s", (text, expected) => {
    expect(lights(text)).toEqual(expected);
  });

  it("[REQ-35] where several are there and none is named, nothing is guessed", () => {
    const traffic = designGoal({ goal: "Arduino Uno traffic light" });
    for (const text of ["remove one LED", "make the LED blue"]) {
      const reading = readEdit(text, traffic);
      expect(reading.edits, text).toEqual([]);
      expect(reading.notDone.join(), text).toMatch(/name the colour/);
    }
    expect(lights("swap the green LED for a blue one", traffic)).toEqual(["1 red", "1 yellow", "1 blue"]);
  });

  it("[REQ-35] more pieces than a board serves are refused", () => {
    expect(readEdit("use 50 LEDs", lit)).toMatchObject({ edits: [], notDone: [expect.stringContaining("at most 12")] });
  });
});

describe("board, budget, power", () => {
  it.each([
    "actually an Uno",
    "switch to an Arduino Uno",
    "use an Uno instead",
    "Nimm lieber einen Uno",
    "make it an Arduino",
  ])("[REQ-27] %s", (text) => {
    expect(readEdit(text, station).edits).toEqual([{ kind: "set-board", catalogId: "uno-r3" }]);
  });

  it.each([
    ["the budget is at most 60 euros", { cents: 7020, hard: true }],
    ["Budget jetzt $30", { cents: 3000, hard: false }],
  ])("[REQ-28] %s", (text, budget) => {
    expect(edited(text).budget).toMatchObject(budget);
  });

  it.each([
    ["Measure every 30 minutes", 30],
    ["Miss alle 5 Minuten", 5],
    ["Measure every hour", 60],
    ["Keep every 10 minutes", 10],
  ])("[REQ-29] %s", (text, wakeMinutes) => {
    const changed = edited(text);
    expect(changed.power).toMatchObject({ source: "battery", named: true, wakeMinutes });
    expect(changed.assumed.some((one) => one.field === "interval")).toBe(false);
  });

  it("[REQ-29] power can be changed", () => {
    expect(edited("power it over USB").power).toMatchObject({ source: "usb", named: true, wakeMinutes: null });
  });
});

describe("what changes nothing", () => {
  it.each(["what does the OLED do?", "Why a BME280?", "Wie lange hält der Akku?", "is the DHT22 better?"])(
    "[REQ-30] the question %s",
    (text) => {
      expect(readEdit(text, station)).toMatchObject({ edits: [], question: true });
    },
  );

  it("[REQ-30] a polite request is no question", () => {
    expect(readEdit("Can you add a buzzer?", station).edits).toHaveLength(1);
  });

  it.each(["Build me a parking sensor with an Uno", "Now I want a plant watering system", "a quantum computer"])(
    "[REQ-31] the new goal %s",
    (text) => {
      expect(readEdit(text, station)).toMatchObject({ edits: [], newGoal: true });
    },
  );

  it.each([
    ["add a $5 surcharge", /not what it is for/],
    ["wait 2 hours first", /not what it is for/],
    ["move the OLED to pin 5", /hangs on a bus/],
    ["move the OLED to the other I2C bus", /cannot move buses/],
    ["use pin 5 for that", /which part/],
    ["lege es auf Pin 5", /welches Teil/],
    ["rename it", /rename/],
    ["undo that", /History/],
    ["remove the board", /needs its board/],
    ["entferne das Board", /braucht sein Board/],
    ["remove the battery", /source of power/],
    ["remove the 18650", /source of power/],
    ["remove the TP4056", /stays/],
    ["add a 5 V supply", /one source of power/],
  ])("[REQ-32] %s is answered with a reason and changes nothing", (text, reason) => {
    const reading = readEdit(text, station);
    expect(reading.edits).toEqual([]);
    expect(reading.notDone.join(". ")).toMatch(reason);
  });

  it.each(["budget is fine", "thanks!", "the price is ok", "what a nice design."])("[REQ-34] %s", (text) => {
    expect(readEdit(text, station)).toMatchObject({ edits: [], notDone: [] });
  });

  it("[REQ-32] what can be done is done, and the rest is said", () => {
    const reading = readEdit("add a buzzer and make it $5 cheaper", station);
    expect(reading.edits.map(({ kind }) => kind)).toEqual(["add", "improve"]);
    expect(readEdit("add a buzzer and rename it", station).notDone.join()).toMatch(/rename/);
  });

  it.each([
    ["budget $30", 3000],
    ["$30", 3000],
    ["lower the budget to $30", 3000],
    ["it may cost $30", 3000],
    ["keep it under 30 dollars", 3000],
    ["make it cheaper, at most $40", 4000],
    ["höchstens 20 $", 2000],
  ])("[REQ-34] %s is a budget", (text, cents) => {
    expect(readEdit(text, station)).toMatchObject({ edits: [{ kind: "set-budget", budget: { cents } }], notDone: [] });
  });

  it("[REQ-34] a length of time is a wanted life only where it is called one", () => {
    expect(readEdit("it should last 14 days", station).edits).toMatchObject([{ kind: "set-power", lifeHours: 336 }]);
    expect(readEdit("Der Akku soll 14 Tage halten", station).edits).toMatchObject([{ lifeHours: 336 }]);
  });

  it("[REQ-33] any text is read, and applying never changes the argument", () => {
    const words = fc.constantFrom(
      "use",
      "DHT22",
      "instead",
      "of",
      "BME280",
      "remove",
      "display",
      "add",
      "two",
      "LEDs",
      "no",
      "Uno",
      "$",
      "20",
      "?",
      ".",
      "every",
      "hour",
      "ohne",
      "LCD",
    );
    const before = JSON.stringify(station.requirements);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 200 }),
          fc.array(words, { maxLength: 20 }).map((all) => all.join(" ")),
        ),
        (text) => {
          const { edits } = readEdit(text, station);
          applyEdits(station.requirements, edits);
          expect(JSON.stringify(station.requirements)).toBe(before);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe("another source of power", () => {
  it.each(["ohne Akku, über USB", "without the battery, over USB", "no battery but USB power"])(
    "[REQ-63] what goes and what comes is one change: %s",
    (text) => {
      const { edits, notDone } = readEdit(text, station);
      expect([edits, notDone]).toMatchObject([[{ kind: "set-power", source: "usb" }], []]);
    },
  );
});
