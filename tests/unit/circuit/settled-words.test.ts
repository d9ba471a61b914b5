import { describe, expect, it } from "vitest";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../../../src/domain/circuit/requirements/read-goal.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";

function goal(text: string): Requirements {
  const reading = readGoal(text);
  if (reading.kind !== "goal") throw new Error(`not read as a goal: ${reading.why}`);
  return reading.requirements;
}

const asked = (text: string): string[] =>
  goal(text).functions.flatMap(({ id, quantity, source }) =>
    source === "asked" ? [quantity > 1 ? `${quantity} ${id}` : id] : [],
  );

describe("what one word makes of another", () => {
  it.each([
    ["a TM1637 score display and a button, Uno", ["show-digits", "input-button"]],
    ["an MG996R servo on a Mega", ["act-servo"]],
    ["door lock with a servo and a keypad, Uno", ["act-servo", "input-keypad"]],
    ["Hörspielbox: MP3, Lautstärke mit Drehgeber, ESP32", ["play-audio", "input-encoder"]],
    ["Füllstand mit HC-SR04, die Pumpe schaltet ab, Uno", ["sense-distance", "act-pump"]],
    ["cat feeder with a 28BYJ-48, Uno", ["input-button", "act-stepper"]],
    ["Klingel mit MP3, ESP32", ["input-button", "play-audio"]],
    ["3 soil moisture sensors for 3 pots, Uno", ["3 sense-soil-moisture"]],
    ["Lüftersteuerung mit einem 5-V-Lüfter und NTC, Uno", ["act-fan", "sense-temperature"]],
    ["pan and tilt with two servos, Uno", ["2 act-servo"]],
    ["RFID door lock with a solenoid, Uno", ["read-card", "act-solenoid"]],
    ["fridge door alarm with an Uno", ["sense-contact", "act-sound"]],
    ["Kühlschrankalarm: Piepser, wenn die Tür länger als 2 Minuten offen ist, Uno", ["act-sound", "sense-contact"]],
    ["beep when the garage gate stays open, ESP32", ["act-sound", "sense-contact"]],
    ["open the window with a servo, Uno", ["act-servo"]],
    ["door alarm, Uno", ["act-sound", "sense-contact"]],
    ["Türalarm am Uno", ["act-sound", "sense-contact"]],
    ["buzzer and an alarm clock at the door, Uno", ["act-sound", "keep-time"]],
    ["a servo holds the door open, Uno", ["act-servo"]],
  ])("[REQ-44] %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  it.each([
    ["thermometer in the fridge with an ESP32", false],
    ["oven thermometer with a MAX6675, Uno", false],
    ["DS18B20 für den Boiler, ESP32", false],
    ["touch lamp with a neopixel stick and a TTP223, Uno", false],
    ["DS18B20 for the boiler and a relay, ESP32", true],
    ["thermometer that turns the fridge off, ESP32", true],
    ["Temperatur im Boiler messen und den Boiler schalten, ESP32", true],
    ["touch lamp with a relay and a neopixel stick, Uno", true],
    ["tell me by WiFi when the washing machine shakes no more, ESP32", false],
    ["Kühlschrankalarm mit Reedkontakt und Summer, Uno", false],
    ["Temperatur im Kühlschrank, Alarm, und den Kühlschrank schalten, Uno", true],
    ["timer for the dishwasher with a buzzer, Uno", true],
    ["thermometer for the kitchen, a fridge and an oven on an Uno", true],
  ])("[REQ-45] an appliance that is only measured is no load, any doubt makes it one: %s", (text, mains) => {
    expect(goal(text).mains).toBe(mains);
  });

  it("[REQ-46] what is measured is no source of power", () => {
    expect(goal("voltage and current of my 12 V battery with an INA219, Uno").power.named).toBe(false);
    expect(goal("INA219 on an Uno, runs on a battery").power.source).toBe("battery");
  });
});

describe("counts", () => {
  it.each([
    ["1e9 LEDs on an ESP32", ["1000000000 show-light"]],
    ["1.000 LEDs on an ESP32", ["1000 show-light"]],
    ["two thousand LEDs", ["2000 show-light"]],
    ["ein paar LEDs am Uno", ["3 show-light"]],
    ["2 m of LED strip on an Uno", ["2 show-pixels"]],
    ["LED Streifen 1,5 m am Uno", ["2 show-pixels"]],
    ["RGB LED strip 2 m, 60 LEDs/m, and a button, Uno", ["2 show-pixels", "input-button"]],
    ["LED strip 3 m by phone, ESP32", ["3 show-pixels", "talk-wifi"]],
    ["several buttons and a buzzer, Uno", ["3 input-button", "act-sound"]],
    ["5 Stück DS18B20 am ESP32", ["5 sense-temperature"]],
    ["3 soil moisture sensors, one pump each, Uno", ["3 sense-soil-moisture", "3 act-pump"]],
    ["60 neopixels on a D1 mini", ["2 show-pixels"]],
    ["2 neopixel strips on a D1 mini", ["2 show-pixels"]],
    ["two jars of beer and an LED", ["show-light"]],
  ])("[REQ-47] %s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  it.each([
    ["half a year", 4380],
    ["ein halbes Jahr", 4380],
    ["half a day", 12],
    ["1,5 years", 13_140],
    ["a couple weeks", 336],
    ["fünf Tage", 120],
  ])("[REQ-6] lasts %s", (words, hours) => {
    expect(goal(`soil moisture on battery, lasts ${words}`).power.lifeHours).toBe(hours);
  });
});

describe("words as they are written", () => {
  it("[REQ-48] one wrong letter in a long word is forgiven, and told", () => {
    const read = goal("temprature and humidty with an ESP32");
    expect(read.functions.map((one) => one.id)).toEqual(["sense-temperature", "sense-humidity", "show-text"]);
    expect(read.notUnderstood).toEqual([]);
    expect(read.assumed.map((one) => one.text)).toContain("Read “temprature” as “temperature”");
    expect(goal("Bitte die Tempratur mit dem ESP32 messen").assumed.map((one) => one.text)).toContain(
      "„Tempratur“ als „temperatur“ gelesen",
    );
  });

  it("[REQ-48] a word that is another word is left alone", () => {
    expect(goal("lieber eine LED am Uno").functions.map((one) => one.id)).toEqual(["show-light"]);
  });

  it("[REQ-49] a family of boards is refused or wanted as one", () => {
    const isEsp = (id: string) => id.startsWith("esp") || id === "d1-mini" || id.startsWith("nodemcu");
    const refused = goal("Wetterstation, kein ESP").excluded;
    expect(refused.every(isEsp)).toBe(true);
    expect(refused.length).toBeGreaterThan(5);
    expect(goal("weather station on an ESP board").excluded.some(isEsp)).toBe(false);
    expect(goal("weather station, not an Uno").excluded).toEqual(["uno-r3"]);
  });

  it("[REQ-10] a question that goes on to tell what is built is a goal", () => {
    expect(readGoal("is my door open? Reed switch on a D1 mini").kind).toBe("goal");
    expect(readGoal("is a reed switch good on a D1 mini?").kind).toBe("none");
  });

  it.each([
    ["camera slider with a NEMA 17, 12V 2A adapter, Uno", "adapter-12v-2a"],
    ["neopixels, 5 V 4 A power supply, Uno", "adapter-5v-4a"],
    ["neopixels, 12V/5A Netzteil, Uno", "adapter-12v-5a"],
  ])("[REQ-4] an adapter with its amperes: %s", (text, id) => {
    expect(goal(text).power).toMatchObject({ source: "adapter", catalogId: id });
  });
});

describe("what a board cannot tell apart", () => {
  it("[REQ-55] more parts of one address than a bus takes are asked about, and the answer leads to a design", () => {
    const asked = designGoal({ goal: "two VL53L0X on an ESP32-C3 SuperMini" });
    const [answer = ""] = asked.question?.answers ?? [];
    const next = designRequirements(applyEdits(asked.requirements, readEdit(answer, asked).edits), asked);
    expect([asked.status, next.status]).toEqual(["needs_answer", "ok"]);
    expect(next.parts.filter((part) => part.catalogId === "vl53l0x")).toHaveLength(1);
  });
});

describe("one for several", () => {
  it.each([
    ["Bewässerung für 4 Töpfe, Uno", "Einmal Bodenfeuchte und Pumpe für alle (4 Töpfe)"],
    ["watering system for three plants, Uno", "One soil moisture and pump for all three plants"],
  ])("[REQ-61] %s", (text, said) => {
    expect(
      goal(text)
        .assumed.map((one) => one.text)
        .join(),
    ).toContain(said);
  });

  it("[REQ-61] nothing is said where a number was given, or one plant is meant", () => {
    for (const text of ["3 soil moisture sensors and 3 pumps for 3 pots, Uno", "watering for a plant, Uno"])
      expect(
        goal(text)
          .assumed.map((one) => one.text)
          .join(),
      ).not.toMatch(/for all/);
  });
});
