import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";

const wishes = (text: string, design: Design): string[] =>
  applyEdits(design.requirements, readEdit(text, design).edits).functions.map(
    (one) => `${one.quantity} ${one.id}${one.colour === undefined ? "" : ` ${one.colour}`}`,
  );
const screen = designGoal({ goal: "ESP32 with DHT22 and an OLED" });
const relay = designGoal({ goal: "ESP32, relay for a 12 V fan and a button" });
const lights = designGoal({ goal: "three LEDs and a button on an Uno" });
const station = designGoal({ goal: "ESP32 with a BME280 and an OLED" });

describe("what an edit must not do", () => {
  it.each([
    "don't remove the display",
    "do not remove the display",
    "please never remove the OLED",
    "entferne das Display nicht",
    "entferne nicht das Display",
    "do not replace the DHT22 with a BME280",
  ])("[REQ-41] %s", (text) => {
    const { functions } = applyEdits(screen.requirements, readEdit(text, screen).edits);
    expect(functions.map(({ id }) => id)).toContain("show-text");
    expect(readEdit(text, screen).notDone).not.toEqual([]);
  });

  it("[REQ-41] a pin number is no number of pieces", () => {
    for (const text of ["nutze Pin 13 für den DHT22", "use pin 13 for the DHT22", "use GPIO 4 for the DHT22"])
      expect(
        wishes(text, screen).every((wish) => wish.startsWith("1 ")),
        text,
      ).toBe(true);
  });

  it("[REQ-41] what the catalogue lacks is told, and given up when it is removed", () => {
    expect(readEdit("add a compass", screen)).toMatchObject({
      edits: [],
      notDone: [expect.stringContaining("compass")],
    });
    const wish = designGoal({ goal: "thermometer with a compass and OLED" });
    expect(applyEdits(wish.requirements, readEdit("remove the compass", wish).edits).unmet).toBeUndefined();
  });
});

describe("number of pieces in an edit", () => {
  it.each([
    ["replace the relay with a buzzer", relay, ["1 input-button", "1 act-sound"]],
    ["remove one LED", lights, ["2 show-light", "1 input-button"]],
    ["remove the second LED", lights, ["2 show-light", "1 input-button"]],
    ["entferne die zweite LED", lights, ["2 show-light", "1 input-button"]],
  ] as const)("[REQ-42] %s", (text, design, expected) => {
    expect(wishes(text, design)).toEqual(expected);
  });

  it("[REQ-42] a second sensor joins, two take the place of one, and one of two goes", () => {
    const second = wishes("add a second BME280", station).filter((one) => one.includes("sense-temperature"));
    expect(second).toEqual(["2 sense-temperature"]);
    const two = wishes("replace the DHT22 with two BME280", screen);
    expect(two).toContain("2 sense-temperature");
  });

  it("[REQ-38] a limit in an edit is a condition", () => {
    const { conditions } = applyEdits(screen.requirements, readEdit("add a buzzer above 30 °C", screen).edits);
    expect(conditions).toMatchObject([
      { functionId: "sense-temperature", when: "above", value: 30, output: "act-sound" },
    ]);
  });
});

describe("colours and counts", () => {
  it.each([
    ["three LEDs: red, yellow, green on an Uno", ["1 show-light red", "1 show-light yellow", "1 show-light green"]],
    ["2 red and 3 blue LEDs", ["2 show-light red", "3 show-light blue"]],
    ["LED blue and LED white", ["1 show-light blue", "1 show-light white"]],
    ["an LED, red button", ["1 show-light", "1 input-button red"]],
    ["drei LEDs in rot, gelb und grün", ["1 show-light red", "1 show-light yellow", "1 show-light green"]],
  ])("[REQ-43] %s", (text, expected) => {
    const reading = readGoal(text);
    if (reading.kind !== "goal") throw new Error(reading.why);
    expect(
      reading.requirements.functions.map((one) => `${one.quantity} ${one.id}${one.colour ? ` ${one.colour}` : ""}`),
    ).toEqual(expected);
  });

  it.each(["0 LEDs and a button", "99999999999999999999 LEDs"])("[REQ-43] %s is refused", (goal) => {
    expect(designGoal({ goal }).status).toBe("unsupported");
  });
});
