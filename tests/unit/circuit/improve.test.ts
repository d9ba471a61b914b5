import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";

const edit = (design: Design, text: string): Design =>
  designRequirements(applyEdits(design.requirements, readEdit(text, design).edits), design);
const ids = (design: Design): (string | null)[] => design.parts.map((part) => part.catalogId);
const errors = (design: Design) => design.findings.filter((one) => one.severity === "E");
const boardPins = (design: Design): Map<string, string> => {
  const board = design.parts.find((part) => part.catalogId === design.board.id)?.id;
  return new Map(
    design.nets
      .filter((net) => net.kind === "signal" || net.kind === "analog")
      .flatMap((net) => net.pins.flatMap((pin) => (pin.startsWith(`${board}:`) ? [[net.id, pin] as const] : []))),
  );
};

const station = designGoal({ goal: "weather station with a display, on battery" });
const lit = designGoal({ goal: "ESP32 with a red LED, a green LED, a button and an HC-SR04" });

describe("improvements", () => {
  it.each([
    ["make it cheaper", { kind: "cheaper" }],
    ["make it $5 cheaper", { kind: "cheaper", byCents: 500 }],
    ["cheaper please", { kind: "cheaper" }],
    ["save $5", { kind: "cheaper", byCents: 500 }],
    ["5 dollars less", { kind: "cheaper", byCents: 500 }],
    ["make it less expensive", { kind: "cheaper" }],
    ["mach es billiger", { kind: "cheaper" }],
    ["mach es 5 Euro billiger", { kind: "cheaper", byCents: 585 }],
    ["spar 5 Euro ein", { kind: "cheaper", byCents: 585 }],
    ["make it smaller", { kind: "smaller" }],
    ["mach es kleiner", { kind: "smaller" }],
    ["make it run 5 days longer", { kind: "longer-life" }],
    ["extend the battery life by 3 days", { kind: "longer-life" }],
    ["der Akku soll länger halten", { kind: "longer-life" }],
    ["save power", { kind: "longer-life" }],
  ])("[REQ-52] %s", (text, aim) => {
    expect(readEdit(text, station)).toMatchObject({
      edits: [{ kind: "improve", aim }],
      notDone: [],
      notUnderstood: [],
    });
  });

  it("[SEL-31] cheaper is cheaper, with the same functions that were asked and no error", () => {
    const next = edit(station, "make it cheaper");
    expect(next.cost.totalCents).toBeLessThan(station.cost.totalCents);
    expect(next.requirements.improved).toMatchObject({ reached: true });
    expect(errors(next)).toEqual([]);
    const asked = (design: Design) =>
      design.requirements.functions.filter((one) => one.source === "asked").map((one) => one.id);
    expect(asked(next)).toEqual(asked(station));
    expect(next.power.batteryHours ?? 0).toBeGreaterThan((station.power.batteryHours ?? 0) * 0.8);
  });

  it("[SEL-31] an amount is reached with the fewest new parts, or it says how far it goes", () => {
    const little = edit(station, "make it $1 cheaper");
    expect(station.cost.totalCents - little.cost.totalCents).toBeGreaterThanOrEqual(100);
    const much = edit(station, "make it $30 cheaper");
    const text = much.requirements.improved?.text;
    // How far it is from what was asked, and what giving something up would bring.
    expect(text).toMatch(/as far as it goes: \$\d+\.\d\d short of what you asked/);
    expect(text).toMatch(/; without the .+ it would be \$\d+\.\d\d less$/);
    expect(edit(station, "mach es 30 Euro billiger").requirements.improved?.text).toMatch(
      /weiter geht es nicht, \$\d+\.\d\d fehlen;.* ohne .+ wären es \$\d+\.\d\d weniger$/,
    );
    expect(much.cost.totalCents).toBeLessThanOrEqual(little.cost.totalCents);
  });

  it("[SEL-31] what was named, owned or moved stays", () => {
    const goal = "ESP32 weather station with a BME280 and an OLED, I have a breadboard";
    const before = designGoal({ goal });
    for (const text of ["make it cheaper", "make it smaller"]) {
      const next = edit(before, text);
      for (const id of ["esp32-devkitc", "bme280", "ssd1306", "breadboard-830"]) expect(ids(next), text).toContain(id);
      expect(next.requirements.improved?.reached).toBe(false);
      expect(next.requirements.improved?.text).toMatch(/with (another board|other parts)/);
    }
  });

  it("[SEL-31] what was taken stays over the next edits", () => {
    const cheap = edit(station, "make it cheaper");
    const next = edit(cheap, "add a red LED");
    for (const part of cheap.parts) expect(ids(next), part.id).toContain(part.catalogId);
    expect(next.requirements.improved).toBeUndefined();
  });

  it("[SEL-32] a longer life is longer, and pauses that were assumed get longer, those that were named not", () => {
    const next = edit(station, "make it last longer");
    expect(next.power.batteryHours ?? 0).toBeGreaterThan(station.power.batteryHours ?? 0);
    expect(next.requirements.power.wakeMinutes ?? 0).toBeGreaterThan(10);
    const named = designGoal({ goal: "ESP32 weather station with a DHT22 and an OLED, on battery, every 10 minutes" });
    expect(edit(named, "make it last longer").requirements.power.wakeMinutes).toBe(10);
    expect(edit(lit, "make it last longer").requirements.improved?.text).toContain("no life to lengthen");
  });

  it("[SEL-33] smaller is smaller", () => {
    const before = designGoal({ goal: "thermometer with LCD" });
    expect(edit(before, "make it smaller").requirements.improved?.text).toMatch(/cm² instead of/);
    expect(edit(before, "Mach es bitte kleiner").requirements.improved?.reached).toBe(true);
  });

  it.each(allGoals.filter(({ status }) => status === undefined).slice(0, 12))(
    "[SEL-31] cheaper than: $goal",
    ({ goal }) => {
      const before = designGoal({ goal });
      const next = edit(before, "make it cheaper");
      expect(errors(next)).toEqual([]);
      if (next.requirements.improved?.reached === true)
        expect(next.cost.totalCents).toBeLessThan(before.cost.totalCents);
      else expect(ids(next)).toEqual(ids(before));
      const named = before.requirements.functions.flatMap((one) => one.catalogId ?? []);
      for (const id of named) expect(ids(next)).toContain(id);
    },
  );
});

describe("moving pins", () => {
  it.each([
    ["move the red LED to pin 4", "D1_A", "4"],
    ["move D2 to pin 4", "D2_A", "4"],
    ["put the button on GPIO 14", "SW1_1.l", "14"],
    ["lege den Taster auf Pin 14", "SW1_1.l", "14"],
    ["verschiebe die grüne LED auf GPIO4", "D2_A", "4"],
    ["move the echo of the HC-SR04 to 32", "U2_ECHO", "32"],
  ])("[REQ-53] %s", (text, need, pin) => {
    expect(readEdit(text, lit)).toMatchObject({
      edits: [{ kind: "move-pin", need, pin }],
      notDone: [],
      notUnderstood: [],
    });
    const next = edit(lit, text);
    expect(boardPins(next).get(need)).toBe(`U1:${pin}`);
    expect(errors(next)).toEqual([]);
    const holder = [...boardPins(lit)].find(([, at]) => at === `U1:${pin}`)?.[0];
    for (const [net, at] of boardPins(lit))
      if (net !== need && net !== holder) expect(boardPins(next).get(net)).toBe(at);
    expect(next.parts.map((part) => [part.id, part.catalogId])).toEqual(
      lit.parts.map((part) => [part.id, part.catalogId]),
    );
  });

  it.each([
    ["move the LED to pin 4", /Several parts/],
    ["move the button to pin 34", /no pull-up/],
    ["move the HC-SR04 to pin 27", /TRIG, ECHO/],
    ["move the button to pin 99", /no pin 99/],
    ["lege die rote LED auf Pin 35", /kein Ausgang/],
    ["move the buzzer to pin 4", /which part/],
  ])("[REQ-53] %s says why not", (text, reason) => {
    const reading = readEdit(text, lit);
    expect(reading.edits).toEqual([]);
    expect(reading.notDone.join(" ")).toMatch(reason);
  });

  it("[REQ-53] a moved signal stays where it was put, until the board changes", () => {
    const moved = edit(lit, "move D1 to pin 4");
    for (const text of ["add a buzzer", "remove the button", "make it cheaper"])
      expect(boardPins(edit(moved, text)).get("D1_A"), text).toBe("U1:4");
    const uno = edit(moved, "use an Arduino Uno instead");
    expect([uno.status, uno.requirements.pins]).toEqual(["ok", undefined]);
  });

  it.each([
    ["NodeMCU with a button and a DHT22", "move the button to D5", "D5"],
    ["NodeMCU with a button and a DHT22", "move the button to GPIO14", "D5"],
    ["Uno with a button", "move the button to D7", "7"],
    ["Pico with a button", "move the button to GP9", "GP9"],
  ])("[REQ-53] pins by the names of their board: %s, %s", (goal, text, pin) => {
    const design = designGoal({ goal });
    expect(readEdit(text, design).edits).toMatchObject([{ kind: "move-pin", pin }]);
  });

  it("[REQ-53] an amount of money or pieces is no pin", () => {
    expect(readEdit("setze das Budget auf 20 $", lit).edits.map(({ kind }) => kind)).toEqual(["set-budget"]);
    expect(readEdit("use 5 LEDs", lit).edits.some(({ kind }) => kind === "move-pin")).toBe(false);
  });
});
