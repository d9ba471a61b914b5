import { describe, expect, it } from "vitest";
import type { Connection, Design } from "../../../src/domain/circuit/design.ts";
import type { Selection, Wiring } from "../../../src/domain/circuit/design-stages.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import { e24AtLeast } from "../../../src/domain/circuit/wiring/e24.ts";
import { ledResistorOhms } from "../../../src/domain/circuit/wiring/led-current.ts";
import { wireSelection } from "../../../src/domain/circuit/wiring/wire-selection.ts";
import { asked, circuitOfWiring, designOf, requirementsWith, selectionOf } from "./hand-made.ts";

function wired(
  selection: Selection,
  requirements: Requirements = requirementsWith(),
  previous: Design | null = null,
): Wiring {
  const wiring = wireSelection(selection, requirements, previous);
  if ("kind" in wiring) throw new Error(wiring.reason);
  return wiring;
}

const net = (wiring: Wiring, id: string) => wiring.nets.find((each) => each.id === id)?.pins ?? [];
const boardPin = (wiring: Wiring, id: string) => net(wiring, id).find((pin) => pin.startsWith("U1:"));

const onBattery = requirementsWith({ power: { source: "battery", named: true, lifeHours: null, wakeMinutes: 10 } });
const weather = () =>
  selectionOf(
    ["U1", "esp32-devkitc"],
    ["U2", "bme280"],
    ["DS1", "ssd1306"],
    ["BT1", "cell-18650"],
    ["PS1", "tp4056"],
    ["PS2", "boost-5v"],
  );
const everything = () =>
  selectionOf(
    ["U1", "esp32-devkitc"],
    ["U2", "hc-sr04"],
    ["DS1", "lcd1602-i2c"],
    ["M1", "servo-sg90"],
    ["D1", "led-5mm", "red"],
    ["D2", "led-5mm", "blue"],
    ["SW1", "button-6mm"],
    ["BZ1", "buzzer-passive"],
    ["U3", "dht22"],
    ["U4", "soil-moisture-cap"],
    ["K1", "relay-module-1ch"],
    ["M2", "pump-5v"],
    ["Q1", "mosfet-module"],
  );
const unoAll = () =>
  selectionOf(
    ["U1", "uno-r3"],
    ["U2", "bme280"],
    ["U3", "hc-sr04"],
    ["DS1", "lcd1602-i2c"],
    ["D1", "led-5mm", "white"],
    ["BZ1", "buzzer-active"],
    ["RV1", "potentiometer-10k"],
    ["U4", "pir-hc-sr501"],
    ["U5", "ldr-module"],
  );
const all: [string, () => Selection, Requirements][] = [
  ["weather station on a cell", weather, onBattery],
  ["everything on an ESP32", everything, requirementsWith()],
  [
    "everything on an ESP32 by an adapter",
    () => {
      const { parts, ...rest } = everything();
      return { ...rest, parts: [...parts, ...selectionOf(["U9", "uno-r3"], ["PS1", "adapter-5v-2a"]).parts] };
    },
    requirementsWith({ power: { source: "adapter", named: true, lifeHours: null, wakeMinutes: null } }),
  ],
  ["many on an Uno", unoAll, requirementsWith({ language: "de" })],
  [
    "servo on a cell",
    () =>
      selectionOf(
        ["U1", "uno-r3"],
        ["M1", "servo-sg90"],
        ["BT1", "cell-18650"],
        ["PS1", "tp4056"],
        ["PS2", "boost-5v"],
      ),
    onBattery,
  ],
];

/** Pins that wires join with the first. */
function reachedBy(wires: Connection[], first: string): Set<string> {
  const reached = new Set([first]);
  for (const _ of wires) {
    const next = wires.filter((wire) => reached.has(wire.from) || reached.has(wire.to));
    for (const wire of next) reached.add(wire.from).add(wire.to);
  }
  return reached;
}

/** A rail has 50 holes, a half row 5, a pin takes one wire. */
function wiresAt(pin: string): number {
  if (!pin.startsWith("BB")) return 1;
  return /:[TB]/.test(pin) ? 50 : 5;
}

describe("wiring", () => {
  for (const [name, selection, requirements] of all) {
    it(`[WIRE-11] ${name}: no E finding`, () => {
      const circuit = circuitOfWiring(wired(selection(), requirements));
      const { findings } = checkCircuit(circuit, { requirements, language: "en", usesWifi: true });
      expect(findings.filter((finding) => finding.severity === "E")).toEqual([]);
    });

    it(`[WIRE-5] ${name}: each net is a tree, at most five wires to a half row`, () => {
      const { nets, connections } = wired(selection(), requirements);
      for (const each of nets) {
        const wires = connections.filter((wire) => wire.net === each.id);
        expect(wires).toHaveLength(each.pins.length - 1);
        expect([...reachedBy(wires, each.pins[0] ?? "")].sort()).toEqual([...each.pins].sort());
      }
      const ends = Map.groupBy(
        connections.flatMap((wire) => [wire.from, wire.to]),
        (pin) => pin,
      );
      for (const [pin, uses] of ends) expect(uses.length, pin).toBeLessThanOrEqual(wiresAt(pin));
    });

    it(`[WIRE-10] ${name}: steps count on, and ground comes before signals at every sensor`, () => {
      const { connections, parts } = wired(selection(), requirements);
      expect(connections.map((wire) => wire.step)).toEqual(connections.map((_, index) => index + 1));
      for (const part of parts.filter((each) => each.part.family === "sensor")) {
        expect(connections.find((wire) => wire.to.startsWith(`${part.id}:`))?.net).toBe("GND");
      }
    });

    it(`[WIRE-2] ${name}: the same again, and nothing moves when it is its own previous revision`, () => {
      const first = wired(selection(), requirements);
      expect(wired(selection(), requirements)).toEqual(first);
      const again = wired(selection(), requirements, designOf(first, requirements));
      expect(again.connections).toEqual(first.connections);
      expect(again.parts.map((part) => part.id)).toEqual(first.parts.map((part) => part.id));
    });

    it(`[WIRE-9] ${name}: two nets of one part have two colours`, () => {
      const { connections, parts } = wired(selection(), requirements);
      const free = parts.filter((part) => part.part.board === undefined && part.part.id !== "breadboard-830");
      for (const { id } of free) {
        const mine = connections.filter((wire) => [wire.from, wire.to].some((pin) => pin.startsWith(`${id}:`)));
        const colours = new Map(mine.map((wire) => [wire.net, wire.colour]));
        expect(new Set(colours.values()).size, id).toBe(colours.size);
      }
    });
  }

  it("[WIRE-2] [WIRE-4] an edit keeps pins, designators and wires of what stays, and gives no designator twice", () => {
    const before = wired(
      selectionOf(["U1", "esp32-devkitc"], ["D1", "led-5mm", "red"], ["D2", "led-5mm", "red"], ["U2", "dht22"]),
    );
    expect(before.parts.filter((part) => part.part.id === "resistor").map((part) => [part.id, part.serves])).toEqual([
      ["R1", "D1"],
      ["R2", "D2"],
    ]);
    const previous = designOf(before, requirementsWith());
    const after = wired(
      selectionOf(["U1", "esp32-devkitc"], ["D2", "led-5mm", "red"], ["D3", "led-5mm", "red"], ["U2", "dht22"]),
      requirementsWith(),
      { ...previous, designators: { R: 7 } },
    );
    expect(boardPin(after, "D2_A")).toBe(boardPin(before, "D2_A"));
    expect(boardPin(after, "U2_DATA")).toBe(boardPin(before, "U2_DATA"));
    expect(after.parts.filter((part) => part.part.id === "resistor").map((part) => [part.id, part.serves])).toEqual([
      ["R2", "D2"],
      ["R8", "D3"],
    ]);
    const kept = new Set(before.connections.map((wire) => wire.id));
    expect(
      after.connections
        .filter((wire) => wire.id.includes("D2:") || wire.id.includes("U2:"))
        .every((wire) => kept.has(wire.id)),
    ).toBe(true);
  });

  it("[WIRE-6] an HC-SR04 on an ESP32 gets 1k over 2k, on an Uno nothing", () => {
    const esp = wired(selectionOf(["U1", "esp32-devkitc"], ["U2", "hc-sr04"]));
    expect(esp.parts.flatMap((part) => (part.value?.kind === "ohms" ? part.value.ohms : []))).toEqual([1000, 2000]);
    expect(net(esp, "U2_ECHO_5V")).toEqual(["U2:ECHO", "R1:1"]);
    const uno = wired(selectionOf(["U1", "uno-r3"], ["U2", "hc-sr04"]));
    expect(uno.parts.some((part) => part.part.id === "resistor")).toBe(false);
  });

  it("[WIRE-6] a 5 V display on an ESP32 and a 3.3 V sensor on an Uno are behind a shifter", () => {
    const esp = wired(selectionOf(["U1", "esp32-devkitc"], ["DS1", "lcd1602-i2c"]));
    expect([net(esp, "SDA"), net(esp, "SDA_5V")]).toEqual([
      ["U1:21", "U2:LV1"],
      ["U2:HV1", "DS1:SDA"],
    ]);
    const uno = wired(selectionOf(["U1", "uno-r3"], ["U2", "bme280"]));
    expect([net(uno, "SDA"), net(uno, "SDA_3V3")]).toEqual([
      ["U1:A4", "U3:HV1"],
      ["U3:LV1", "U2:SDA"],
    ]);
  });

  it("[WIRE-7] LED resistors: E24 for 10 mA", () => {
    expect([
      ledResistorOhms(5, 2),
      ledResistorOhms(3.3, 2),
      ledResistorOhms(5, 3.2),
      ledResistorOhms(3.3, 3.2),
    ]).toEqual([300, 130, 180, 33]);
    expect([e24AtLeast(91), e24AtLeast(92), e24AtLeast(1000), e24AtLeast(4.8)]).toEqual([91, 100, 1000, 5.1]);
  });

  it("[WIRE-8] a servo on USB gets an adapter and a capacitor; a pump its switch and a diode, ring to plus", () => {
    const wiring = wired(
      selectionOf(["U1", "esp32-devkitc"], ["M1", "servo-sg90"], ["M2", "pump-5v"], ["Q1", "mosfet-module"]),
    );
    const motors = net(wiring, "5V_M");
    expect(motors).toEqual(expect.arrayContaining(["PS1:+", "M1:V+", "Q1:VIN+", "C1:+", "C2:+"]));
    expect(motors.some((pin) => pin.startsWith("U1:"))).toBe(false);
    expect(net(wiring, "M2_+")).toEqual(expect.arrayContaining(["Q1:OUT+", "M2:+", "D1:C"]));
    expect(wiring.connections.find((wire) => wire.to === "D1:C")?.warning).toContain("ring");
  });

  it("[WIRE-3] more I2C twins than addresses, and more analog signals than inputs, are refused in words", () => {
    const oleds = wireSelection(
      selectionOf(["U1", "uno-r3"], ["DS1", "ssd1306"], ["DS2", "ssd1306"], ["DS3", "ssd1306"]),
      requirementsWith(),
      null,
    );
    expect(oleds).toMatchObject({ kind: "needs_answer", reason: expect.stringContaining("0x3C, 0x3D") });
    const rows = Array.from({ length: 7 }, (_, index): [string, string] => [`RV${index + 1}`, "potentiometer-10k"]);
    const knobs = wireSelection(selectionOf(["U1", "uno-r3"], ...rows), requirementsWith({ language: "de" }), null);
    expect(knobs).toMatchObject({ kind: "unsupported", reason: expect.stringContaining("7 analoge Eingänge") });
  });

  it("[WIRE-8] [WIRE-11] servos get one adapter that carries them all; more are refused with the figures and what fits", () => {
    const servos = (count: number) => {
      const rows = Array.from({ length: count }, (_, index): [string, string] => [`M${index + 1}`, "servo-sg90"]);
      return wireSelection(selectionOf(["U1", "esp32-devkitc"], ...rows), requirementsWith(), null);
    };
    const two = servos(2);
    if ("kind" in two) throw new Error(two.reason);
    expect(two.parts.filter((part) => part.part.id === "adapter-5v-2a")).toHaveLength(1);
    expect(net(two, "5V_M")).toEqual(expect.arrayContaining(["PS1:+", "M1:V+", "M2:V+"]));
    const checked = checkCircuit(circuitOfWiring(two), { requirements: null, language: "en", usesWifi: false });
    expect(checked.findings).toEqual([]);
    const four = servos(4);
    if ("kind" in four) throw new Error(four.reason);
    expect(four.parts.filter((part) => part.part.id === "adapter-5v-4a")).toHaveLength(1);
    const six = servos(6);
    if ("kind" in six) throw new Error(six.reason);
    expect(six.parts.filter((part) => part.part.id === "adapter-5v-6a")).toHaveLength(1);
    expect(servos(7)).toMatchObject({
      kind: "unsupported",
      reason: expect.stringMatching(/4900 mA.*6000 mA.*at most 6/),
    });
    expect(servos(9)).toMatchObject({ kind: "unsupported", reason: expect.stringContaining("6300 mA") });
  });

  it("[WIRE-23] what a servo or a tone takes of an AVR's timers dims nothing else, where there are other pins", () => {
    const rows = [
      ["M1", "servo-sg90"],
      ["U2", "l298n"],
      ["M2", "dc-motor-tt"],
      ["M3", "dc-motor-tt"],
    ] as [string, string][];
    const wiring = wired(selectionOf(["U1", "uno-r3"], ...rows));
    const inputs = ["IN1", "IN2", "IN3", "IN4"].map((name) => {
      const pins = [...wiring.nets].find((each) => each.pins.includes(`U2:${name}`))?.pins ?? [];
      return pins.find((pin) => pin.startsWith("U1:"));
    });
    expect([...inputs].sort()).toEqual(["U1:11", "U1:3", "U1:5", "U1:6"]);
    expect(["U1:9", "U1:10"]).toContain(
      wiring.nets.find((each) => each.pins.includes("M1:PWM"))?.pins.find((pin) => pin.startsWith("U1:")),
    );
  });

  it("[WIRE-1] two equal displays take two addresses, and a second BME280 straps SDO", () => {
    const wiring = wired(selectionOf(["U1", "esp32-devkitc"], ["U2", "bme280"], ["U3", "bme280"]));
    expect(wiring.parts.flatMap((part) => (part.value?.kind === "address" ? part.value.address : []))).toEqual([
      0x76, 0x77,
    ]);
    expect(net(wiring, "3V3")).toContain("U3:SDO");
  });

  it("[WIRE-1] with WiFi analog stays on ADC1, and no strapping, flash or USB pin is used", () => {
    const requirements = requirementsWith({ functions: [asked("talk-wifi")] });
    const rows = Array.from({ length: 6 }, (_, index): [string, string] => [`RV${index + 1}`, "potentiometer-10k"]);
    const wiring = wired(selectionOf(["U1", "esp32-devkitc"], ...rows, ["SW1", "button-6mm"]), requirements);
    const pins = wiring.nets.flatMap((each) =>
      each.kind === "analog" ? each.pins.filter((pin) => pin.startsWith("U1:")) : [],
    );
    expect(pins.sort()).toEqual(["U1:32", "U1:33", "U1:34", "U1:35", "U1:VN", "U1:VP"]);
    expect(boardPin(wiring, "SW1_1.l")).not.toMatch(/:(0|2|5|12|15|TX|RX|34|35)$/);
  });
});
