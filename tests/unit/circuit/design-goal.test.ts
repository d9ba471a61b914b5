import { describe, expect, it } from "vitest";
import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { summarizeChange } from "../../../src/domain/circuit/compare-designs.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { designRequirements } from "../../../src/domain/circuit/design-requirements.ts";
import { applyEdits } from "../../../src/domain/circuit/requirements/apply-edits.ts";
import { readEdit } from "../../../src/domain/circuit/requirements/read-edit.ts";
import { refusedGoals, servedGoals } from "../../fixtures/goals/served-goals.ts";

const edit = (design: Design, text: string): Design =>
  designRequirements(applyEdits(design.requirements, readEdit(text, design).edits), design);
const partIds = (design: Design): (string | null)[] => design.parts.map((part) => part.catalogId);

/** Functions that the parts of a design can do, by the catalogue. */
function served(design: Design): Set<string> {
  return new Set(design.parts.flatMap((part) => partById(part.catalogId ?? "")?.functions ?? []));
}

describe.each(servedGoals)("$goal", (given) => {
  const design = designGoal({ goal: given.goal });

  it("[SEL-1] serves every function on the right board without an error", () => {
    expect(design.status).toBe("ok");
    expect(design.board.id).toBe(given.boardId);
    for (const id of given.functions) expect([...served(design)], id).toContain(id);
    for (const id of given.functions) expect(design.requirements.functions.map((one) => one.id)).toContain(id);
    expect(design.findings.filter((finding) => finding.severity === "E")).toEqual([]);
    expect(design.verdict).toBe(given.verdict);
    expect(design.codeFiles.map((file) => file.unitNumber)).toEqual([1, 2, 3]);
    expect(design.requirements.notUnderstood).toEqual([]);
  });

  it("[SEL-2] keeps the budget or reports it", () => {
    const { totalCents, lowCents, highCents, budgetCents } = design.cost;
    expect(lowCents).toBeLessThanOrEqual(totalCents);
    expect(totalCents).toBeLessThanOrEqual(highCents);
    expect(budgetCents).toBe(given.budgetCents);
    expect(
      totalCents <= (given.budgetCents ?? Number.POSITIVE_INFINITY) ||
        design.findings.some((one) => one.ruleId === "budget"),
    ).toBe(true);
    const sum = design.parts.reduce((total, part) => total + (part.owned ? 0 : part.quantity * part.unitPriceCents), 0);
    expect(totalCents).toBe(sum);
  });

  it("[SEL-3] is the same to the byte when it is made again", () => {
    expect(JSON.stringify(designGoal({ goal: given.goal }))).toBe(JSON.stringify(design));
  });

  it("[SEL-4] every part says why, and names real alternatives", () => {
    for (const part of design.parts) {
      expect(part.why).not.toMatch(/-\$/); // a real minus sign
      expect(part.why, part.id).not.toBe("");
      expect(part.role, part.id).not.toBe("");
      for (const other of part.alternatives) expect(partById(other.catalogId)).toBeDefined();
    }
  });

  it("[SEL-5] an edit changes what it names and keeps designators, pins and colours of the rest", () => {
    const next = edit(design, given.edit.text);
    expect(next.status).toBe("ok");
    expect(next.findings.filter((finding) => finding.severity === "E")).toEqual([]);
    for (const id of given.edit.adds)
      expect(partIds(next).filter((one) => one === id).length, id).toBeGreaterThan(
        partIds(design).filter((one) => one === id).length,
      );
    for (const id of given.edit.removes) expect(partIds(next)).not.toContain(id);
    const same = design.parts.filter((part) => !given.edit.removes.includes(part.catalogId ?? ""));
    for (const part of same)
      expect(next.parts.find((one) => one.id === part.id)?.catalogId, part.id).toBe(part.catalogId);

    const changed = new Set(
      [
        ...design.parts.filter((part) => !same.includes(part)),
        ...next.parts.filter(
          (part) => !design.parts.some((old) => old.id === part.id && old.catalogId === part.catalogId),
        ),
      ].map((part) => part.id),
    );
    const signals = (one: Design) =>
      one.nets
        .filter((net) => net.kind === "signal" || net.kind === "analog")
        .filter((net) => net.pins.every((pin) => !changed.has(pin.split(":")[0] ?? "")));
    for (const net of signals(design))
      expect(next.nets.map((one) => [...one.pins].sort())).toContainEqual([...net.pins].sort());
    const colours = new Map(next.connections.map((wire) => [`${wire.from} ${wire.to}`, wire.colour]));
    for (const wire of design.connections)
      expect(colours.get(`${wire.from} ${wire.to}`) ?? wire.colour).toBe(wire.colour);
  });
});

describe("edits in a row", () => {
  const first = designGoal({ goal: servedGoals[0]?.goal ?? "" });

  it("[SEL-6] the sensor that takes over keeps the designator of the function", () => {
    const second = edit(first, "use a DHT22 instead");
    expect(first.parts.find((part) => part.catalogId === "bme280")?.id).toBe("U2");
    expect(second.parts.find((part) => part.catalogId === "dht22")?.id).toBe("U2");
  });

  it("[SEL-6] a designator is never given to another thing, not even after its part is gone", () => {
    let design = edit(first, "add a red LED");
    const led = design.parts.find((part) => part.catalogId === "led-5mm")?.id;
    design = edit(design, "remove the LED");
    expect(design.parts.some((part) => part.id === led)).toBe(false);
    design = edit(design, "add a green LED");
    const next = design.parts.find((part) => part.catalogId === "led-5mm")?.id;
    expect(next).not.toBe(led);
    expect(new Set(design.parts.map((part) => part.id)).size).toBe(design.parts.length);
  });

  it("[SEL-15] what the design has stays, though another part would now be cheaper", () => {
    const next = edit(first, "remove the air pressure");
    expect(next.requirements.functions.map((one) => one.id)).not.toContain("sense-pressure");
    expect(partIds(next)).toContain("bme280");
    expect(partIds(designGoal({ goal: "ESP32 thermometer and hygrometer with an OLED" }))).toContain("dht22");
  });

  it("[SEL-16] each LED is a part of its colour", () => {
    const design = designGoal({ goal: "two red LEDs and a green LED on an Uno" });
    const leds = design.parts.filter((part) => part.catalogId === "led-5mm");
    expect(leds.map((part) => [part.id, part.value])).toEqual([
      ["D1", { kind: "colour", colour: "red" }],
      ["D2", { kind: "colour", colour: "red" }],
      ["D3", { kind: "colour", colour: "green" }],
    ]);
  });

  it("[SEL-7] the summary tells parts, wires, money and lost functions", () => {
    const second = edit(first, "use a DHT22 instead");
    const change = summarizeChange(first, second);
    expect(change.added.map((one) => one.catalogId)).toEqual(["dht22"]);
    expect(change.removed.map((one) => one.catalogId)).toEqual(["bme280"]);
    expect(change.deltaCents).toBe(second.cost.totalCents - first.cost.totalCents);
    expect(change.lostFunctions).toEqual(["air pressure"]);
    expect(change.text).toMatch(/^\+DHT22 −BME280, .*−\$1\.45, no air pressure any more$/);
    expect(summarizeChange(null, first).text).toMatch(/^\d+ parts, \d+ wires, \$44\.04$/);
    expect(summarizeChange(first, first).text).toBe("Same parts and wires");
  });

  it("[SEL-8] every answer to the question is understood", () => {
    expect(first.question?.answers).toHaveLength(4);
    for (const answer of first.question?.answers ?? []) {
      const next = edit(first, answer);
      expect(next.question, answer).toBeUndefined();
      expect(next.requirements.power.wakeMinutes, answer).toBeGreaterThan(0);
    }
  });

  it("[SEL-8] so are the answers when the power outdoors is assumed", () => {
    const open = designGoal({ goal: "ESP32 weather station for the garden" });
    expect(open.question?.answers.map((answer) => edit(open, answer).requirements.power.source)).toEqual([
      "battery",
      "usb",
    ]);
  });
});

describe("selection", () => {
  it("[SEL-9] a hard budget gives up what nobody asked for before it is broken", () => {
    const goal = "ESP32 weather station with an OLED, on battery";
    const open = designGoal({ goal });
    const tight = designGoal({ goal, budgetCents: open.cost.totalCents - 100 });
    expect(partIds(open)).toContain("bme280");
    expect(partIds(tight)).toContain("dht22");
    expect(tight.cost.totalCents).toBeLessThanOrEqual(open.cost.totalCents - 100);
    expect(tight.requirements.dropped?.map((one) => one.id)).toEqual(["sense-pressure"]);
  });

  it("[SEL-9] a budget that cannot be kept is an error with the figures", () => {
    const broke = designGoal({ goal: "ESP32 weather station", budgetCents: 500 });
    expect(broke.status).toBe("ok");
    expect(broke.verdict).toBe("FAIL");
    expect(broke.findings.map((one) => one.ruleId)).toContain("budget");
  });

  it("[SEL-10] what is owned is taken and costs nothing", () => {
    const design = designGoal({ goal: "weather station on an ESP32, I already have a BME280 and a breadboard" });
    const owned = design.parts.filter((part) => part.owned).map((part) => part.catalogId);
    expect(owned).toEqual(["bme280", "breadboard-830"]);
    expect(design.parts.find((part) => part.catalogId === "bme280")?.unitPriceCents).toBeGreaterThan(0);
  });

  it("[SEL-11] an ESP32 gets the 3.3 V display unless the 5 V one is named, an Uno the cheaper one", () => {
    expect(partIds(designGoal({ goal: "show the temperature on a display with an ESP32" }))).toContain("ssd1306");
    expect(partIds(designGoal({ goal: "show the temperature on a display with an Uno" }))).toContain("lcd1602-i2c");
    expect(partIds(designGoal({ goal: "show the temperature on an LCD with an ESP32" }))).toContain(
      "level-shifter-4ch",
    );
  });

  it("[SEL-12] the runner-up is named with what speaks against it", () => {
    const sensor = designGoal({ goal: "ESP32 weather station" }).parts.find((part) => part.catalogId === "bme280");
    expect(sensor?.why).toContain("DHT22");
    expect(sensor?.alternatives[0]).toEqual({
      catalogId: "dht22",
      name: "DHT22 module (AM2302)",
      deltaCents: -145,
      effect: "no air pressure; on a pin of its own",
    });
    expect(sensor?.alternatives.length).toBeLessThanOrEqual(6);
  });
});

describe("refusals", () => {
  it.each(refusedGoals)("[SEL-13] $goal", ({ goal, status, word }) => {
    const design = designGoal({ goal });
    expect(design).toMatchObject({ status, parts: [], nets: [], connections: [], codeFiles: [], verdict: "FAIL" });
    expect(design.reason).toContain(word);
  });

  it("[SEL-13] the answers offered with a refusal lead on", () => {
    const refused = designGoal({ goal: "Arduino Uno web server that shows the temperature" });
    const boards = refused.question?.answers.map((answer) => edit(refused, answer));
    expect(boards?.map((one) => [one.status, one.board.id])).toEqual([
      ["ok", "esp32-devkitc"],
      ["ok", "uno-r3"],
    ]);
  });

  it("[SEL-13] a board that is not there leads to one that is", () => {
    const refused = designGoal({ goal: "weather station on a Raspberry Pi" });
    expect(refused).toMatchObject({ status: "needs_answer", parts: [] });
    const answers = refused.question?.answers.map((answer) => edit(refused, answer));
    expect(answers?.map((one) => [one.status, one.board.id])).toEqual([
      ["ok", "esp32-devkitc"],
      ["ok", "uno-r3"],
    ]);
  });

  it.each([
    [{ goal: "blink an LED", board: "raspberry-pi-9" }, "raspberry-pi-9"],
    [{ goal: "200 LEDs on an ESP32" }, "200"],
    [{ goal: "hello" }, "no device"],
    [{ goal: "build me a flux capacitor" }, "flux capacitor"],
  ])("[SEL-13] %o", (input, word) => {
    const design = designGoal(input);
    expect(design.status).toBe("unsupported");
    expect(design.reason).toContain(word);
  });

  it("[SEL-14] a board and a budget from a form count", () => {
    const design = designGoal({ goal: "blink an LED", board: "uno-r3", budgetCents: 9000 });
    expect(design.board.id).toBe("uno-r3");
    expect(design.requirements.budget).toEqual({ cents: 9000, hard: true, currency: "USD", displayCents: 9000 });
  });
});
