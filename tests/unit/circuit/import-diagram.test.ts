import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circuitDesk } from "../../../src/application/circuit-desk.ts";
import { allParts, partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { checkCircuit } from "../../../src/domain/circuit/rules/check-circuit.ts";
import type { WokwiDiagram, WokwiPart } from "../../../src/domain/circuit/wokwi/diagram.ts";
import type { ImportedDiagram } from "../../../src/domain/circuit/wokwi/import-diagram.ts";
import { importDiagram } from "../../../src/domain/circuit/wokwi/import-diagram.ts";
import { stockPart } from "../../../src/domain/circuit/wokwi/stock-parts.ts";
import { checkBody } from "../../../src/protocol/design.ts";

const desk = circuitDesk({ proofs: [], cppProblems: () => [] });
type Ends = [string, string];
const part = (id: string, type: string, attrs: WokwiPart["attrs"] = {}): WokwiPart => ({ id, type, attrs });
const read = (parts: WokwiPart[], ...wires: Ends[]): ImportedDiagram =>
  importDiagram({ parts, connections: wires.map(([from, to]) => [from, to, "green", []]) });
const netPins = (imported: ImportedDiagram) => imported.circuit.nets.map((net) => net.pins);
const uno = part("uno", "wokwi-arduino-uno");
const context = { requirements: null, language: "en" as const, usesWifi: null };

describe("parts of a diagram", () => {
  it("[WOKWI-1] become parts of the catalogue with their ids, values from texts", () => {
    const { circuit, unknownParts } = read([
      uno,
      part("r1", "wokwi-resistor", { value: "220" }),
      part("r2", "wokwi-resistor", { value: "4k7" }),
      part("r3", "wokwi-resistor"),
      part("led1", "wokwi-led", { color: "blue" }),
      part("oled", "board-ssd1306", { i2cAddress: "0x3d" }),
    ]);
    expect(circuit.parts.map(({ id, catalogId, value }) => [id, catalogId, value])).toEqual([
      ["uno", "uno-r3", null],
      ["r1", "resistor", { kind: "ohms", ohms: 220 }],
      ["r2", "resistor", { kind: "ohms", ohms: 4700 }],
      ["r3", "resistor", { kind: "ohms", ohms: 1000 }],
      ["led1", "led-5mm", { kind: "colour", colour: "blue" }],
      ["oled", "ssd1306", { kind: "address", address: 0x3d }],
    ]);
    expect(unknownParts).toEqual([]);
  });

  it("[WOKWI-2] that the catalogue lacks are kept with their wires, reported and not judged", () => {
    const imported = read(
      [uno, part("attiny", "wokwi-attiny85"), part("c", "chip-co2"), part("x", "wokwi-does-not-exist")],
      ["attiny:PB0", "uno:2"],
      ["c:OUT", "uno:A0"],
    );
    expect(imported.unknownParts).toEqual([
      { id: "attiny", type: "wokwi-attiny85", isStock: true },
      { id: "c", type: "chip-co2", isStock: false },
      { id: "x", type: "wokwi-does-not-exist", isStock: false },
    ]);
    expect(imported.unknownPins).toEqual([]);
    expect(netPins(imported)).toEqual([
      ["attiny:PB0", "uno:2"],
      ["c:OUT", "uno:A0"],
    ]);
    const { findings, unknownParts } = checkCircuit(imported.circuit, context);
    expect(unknownParts).toEqual(["attiny", "c", "x"]);
    expect(findings.map((finding) => finding.ruleId)).not.toContain("unknown-pin");
  });

  it("[WOKWI-3] labels and instruments are no parts; a joint and an instrument's pin join their wires", () => {
    const imported = read(
      [
        uno,
        part("j", "wokwi-junction"),
        part("logic", "wokwi-logic-analyzer"),
        part("t", "wokwi-text"),
        part("d", "wokwi-dht22"),
      ],
      ["uno:2", "j:J"],
      ["j:J", "d:SDA"],
      ["logic:D0", "uno:5"],
      ["logic:D0", "d:VCC"],
    );
    expect(imported.circuit.parts.map(({ id }) => id)).toEqual(["uno", "d"]);
    expect(netPins(imported)).toEqual([
      ["d:DATA", "uno:2"],
      ["d:VCC", "uno:5"],
    ]);
  });

  it.each([
    ["wokwi-lcd1602", { pins: "i2c" }, "lcd1602-i2c"],
    ["wokwi-lcd1602", {}, "lcd1602-parallel"],
    ["wokwi-rgb-led", { common: "cathode" }, "rgb-led"],
    ["wokwi-rgb-led", {}, null],
    ["wokwi-7segment", { common: "cathode" }, "seven-segment"],
    ["wokwi-7segment", { common: "cathode", digits: "4" }, null],
    ["wokwi-led-strip", { pixels: "30" }, "neopixel-strip-30"],
    ["wokwi-led-ring", { pixels: "24" }, null],
    ["board-ssd1306", {}, "ssd1306"],
  ])("[WOKWI-4] %s with %j is %s", (type, attrs, catalogId) => {
    expect(read([part("x", type, attrs)]).circuit.parts[0]?.catalogId).toBe(catalogId);
  });

  it("[WOKWI-5] every row of the table names a part of the catalogue, and pins that it has", () => {
    const rows = [
      "arduino-uno",
      "arduino-nano",
      "arduino-mega",
      "esp32-devkit-v1",
      "esp32-c3-devkitm-1",
      "pi-pico",
      "dht22",
      "a4988",
    ];
    for (const name of rows) {
      const row = stockPart(part("x", `wokwi-${name}`), new Set());
      const ours = partById(row?.catalogId ?? "");
      expect(ours, name).toBeDefined();
      for (const pin of Object.values(row?.pins ?? {}))
        expect(
          ours?.pins.map((each) => each.name),
          name,
        ).toContain(pin);
    }
    for (const name of ["constructor", "__proto__", "toString"])
      expect(stockPart(part("x", `wokwi-${name}`), new Set())).toBeNull();
  });
});

describe("pins of a diagram", () => {
  it("[WOKWI-6] are known by both forms of their names and by their copies", () => {
    const imported = read(
      [
        part("esp", "board-esp32-devkit-c-v4"),
        part("v1", "wokwi-esp32-devkit-v1"),
        part("nano", "wokwi-arduino-nano"),
        uno,
      ],
      ["esp:D18", "v1:18"],
      ["esp:GPIO36", "v1:VP"],
      ["nano:12", "uno:A4.2"],
      ["esp:GND.3", "uno:GND.1"],
    );
    expect(imported.unknownPins).toEqual([]);
    expect(netPins(imported)).toEqual([
      ["esp:18", "v1:D18"],
      ["esp:GND.3", "uno:GND.1"],
      ["esp:VP", "v1:VP"],
      ["nano:D12", "uno:A4.2"],
    ]);
    expect(imported.theirPins.get("nano:D12")).toBe("nano:12");
  });

  it("[WOKWI-7] that do not exist are reported, with their nets; those that only Wokwi's part has are not", () => {
    const imported = read([uno, part("d", "wokwi-dht22")], ["uno:2", "d:XYZ"], ["uno:3", "ghost:1"], ["d:NC", "uno:4"]);
    expect(imported.unknownPins).toEqual(["d:XYZ", "ghost:1"]);
    const { findings } = checkCircuit(imported.circuit, context);
    expect(findings.filter((one) => one.ruleId === "unknown-pin").map((one) => one.pins)).toEqual([
      ["d:XYZ"],
      ["ghost:1"],
    ]);
  });

  it("[WOKWI-7] that only Wokwi's part has are not checked, and what is wired to them does not dangle", () => {
    const circuit = {
      parts: [part("p", "board-pi-pico-w"), part("led", "wokwi-led"), part("r", "wokwi-resistor")],
      connections: [
        ["p:TP5", "r:1"],
        ["r:2", "led:A"],
        ["led:C", "p:GND.1"],
      ],
    };
    const { findings, unknownParts } = desk.check(checkBody.parse({ format: "wokwi", circuit }));
    expect(unknownParts).toEqual([]);
    expect(findings.map(({ ruleId, parts }) => [ruleId, parts])).toEqual([["not-checked", ["p"]]]);
  });

  it("[WOKWI-8] on the serial monitor are told apart and join nothing", () => {
    const imported = read(
      [part("a", "board-esp32-devkit-c-v4"), part("b", "board-esp32-devkit-c-v4")],
      ["a:TX", "$serialMonitor:RX"],
      ["b:TX", "$serialMonitor:RX"],
      ["$serialMonitor:TX", "a:RX"],
    );
    expect(imported.circuit.nets).toEqual([]);
    expect(imported.monitored).toEqual(["a:TX", "b:TX", "a:RX"]);
  });
});

describe("nets of a diagram", () => {
  const board = part("bb", "wokwi-breadboard");

  it("[WOKWI-9] a breadboard joins by half rows and rails, up to the holes of its size", () => {
    const imported = read(
      [uno, board, part("mini", "wokwi-breadboard-mini"), part("r1", "wokwi-resistor")],
      ["uno:5V", "bb:tp.1"],
      ["bb:tp.50", "r1:1"],
      ["r1:2", "bb:7t.a"],
      ["bb:7t.e", "uno:2"],
      ["uno:3", "bb:7b.f"],
      ["uno:4", "mini:18t.a"],
    );
    expect(netPins(imported)).toEqual([
      ["bb:7a", "r1:2", "uno:2"],
      ["mini:18t.a", "uno:4"],
      ["bb:T+", "r1:1", "uno:5V"],
    ]);
    expect(imported.unknownPins).toEqual(["mini:18t.a"]);
  });

  it("[WOKWI-10] a board that is plugged in links every pin by its own hole", () => {
    const esp = part("esp", "board-esp32-devkit-c-v4");
    const imported = importDiagram({
      parts: [esp, part("bb1", "wokwi-breadboard-half"), part("led1", "wokwi-led")],
      connections: [
        ["esp:3V3", "bb1:5t.e", "", ["$bb"]],
        ["esp:EN", "bb1:6t.e", "", ["$bb"]],
        ["esp:VP", "bb1:7t.e", "", ["$bb"]],
        ["led1:A", "bb1:7t.a", "red", []],
        ["led1:C", "bb1:6t.a", "black", []],
      ],
    });
    expect(netPins(imported)).toEqual([
      ["bb1:6a", "esp:EN", "led1:C"],
      ["bb1:7a", "esp:VP", "led1:A"],
    ]);
  });

  it("[WOKWI-11] all ground symbols are one net with the boards' ground, all supply symbols of one voltage another", () => {
    const imported = read(
      [
        uno,
        part("g1", "wokwi-gnd"),
        part("g2", "wokwi-gnd"),
        part("v1", "wokwi-vcc"),
        part("v2", "wokwi-vcc"),
        part("d", "wokwi-dht22"),
        part("s", "wokwi-servo"),
      ],
      ["g1:GND", "d:GND"],
      ["g2:GND", "s:GND"],
      ["v1:VCC", "d:VCC"],
      ["v2:VCC", "s:V+"],
    );
    expect(imported.circuit.nets).toMatchObject([
      { id: "GND", kind: "ground", pins: ["d:GND", "s:GND", "uno:GND.1"] },
      { id: "VCC 5 V", kind: "supply", volts: 5, pins: ["d:VCC", "s:V+"] },
    ]);
    expect(checkCircuit(imported.circuit, context).findings.map((one) => one.ruleId)).not.toContain("missing-supply");
  });

  it("[WOKWI-12] place, rotation, hiding and order change nothing", () => {
    const parts = [uno, part("r1", "wokwi-resistor"), part("led1", "wokwi-led"), board];
    const wires: Ends[] = [
      ["uno:2", "r1:1"],
      ["r1:2", "bb:3t.a"],
      ["bb:3t.b", "led1:A"],
      ["led1:C", "uno:GND.2"],
    ];
    const plain = read(parts, ...wires);
    const turned = read(
      parts.map((one) => ({ ...one, rotate: 90, hide: true, left: 7, top: -3 })).reverse(),
      ...wires.map(([from, to]): Ends => [to, from]).reverse(),
    );
    expect(turned.circuit.nets).toEqual(plain.circuit.nets);
    expect([...turned.circuit.parts].reverse()).toEqual(plain.circuit.parts);
  });
});

describe("the check of a diagram", () => {
  const body = (circuit: unknown, firmware?: { filename: string; content: string }) =>
    checkBody.safeParse({ format: "wokwi", circuit, ...(firmware === undefined ? {} : { firmware }) });
  const ofDiagram = (circuit: unknown, firmware?: { filename: string; content: string }) => {
    const parsed = body(circuit, firmware);
    if (!parsed.success) throw new Error(parsed.error.message);
    return desk.check(parsed.data);
  };

  it("[WOKWI-13] answers with the verdict, the caller's ids and pin names, and the unknown parts", () => {
    const answer = ofDiagram({
      version: 1,
      parts: [
        part("esp", "wokwi-esp32-devkit-v1"),
        part("lcd", "wokwi-lcd1602", { pins: "i2c" }),
        part("odd", "chip-odd"),
      ],
      connections: [
        ["lcd:VCC", "esp:VIN", "red", []],
        ["lcd:GND", "esp:GND.1", "black", []],
        ["lcd:SDA", "esp:21", "blue", []],
        ["lcd:SCL", "esp:22", "yellow", []],
        ["odd:1", "esp:4", "", []],
      ],
    });
    expect(Object.keys(answer).sort()).toEqual(["findings", "power", "unknownParts", "verdict"]);
    expect(answer.verdict).toBe("FAIL");
    expect(answer.unknownParts).toEqual(["odd"]);
    const pins = answer.findings.filter((one) => one.ruleId === "over-voltage-pin").flatMap((one) => one.pins);
    expect(pins).toContain("esp:21");
  });

  it("[WOKWI-14] takes what the program says of the radio into account", () => {
    const circuit = {
      parts: [part("esp", "board-esp32-devkit-c-v4"), part("pot", "wokwi-potentiometer")],
      connections: [
        ["pot:VCC", "esp:3V3"],
        ["pot:GND", "esp:GND.1"],
        ["pot:SIG", "esp:25"],
      ],
    };
    const rulesWith = (content: string) =>
      ofDiagram(circuit, { filename: "sketch.ino", content }).findings.map((one) => one.ruleId);
    expect(rulesWith("#include <WiFi.h>")).toContain("pin-capability");
    expect(rulesWith("void loop() {}")).not.toContain("pin-capability");
  });

  it.each([
    ["a text", "diagram"],
    ["nothing", null],
    ["a list", []],
    ["no wires", { parts: [] }],
    ["a part without a type", { parts: [{ id: "x" }], connections: [] }],
    ["a wire with one end", { parts: [], connections: [["a:1"]] }],
    [
      "501 parts",
      { parts: Array.from({ length: 501 }, (_, index) => part(`p${index}`, "wokwi-led")), connections: [] },
    ],
    ["2,001 wires", { parts: [uno], connections: Array.from({ length: 2001 }, () => ["uno:2", "uno:3"]) }],
  ])("[WOKWI-15] refuses %s, within 100 ms", (_, circuit) => {
    const start = performance.now();
    const parsed = body(circuit);
    expect(performance.now() - start).toBeLessThan(100);
    expect(parsed.success).toBe(false);
    if (!parsed.success) expect(parsed.error.issues[0]?.path[0]).toBe("circuit");
  });

  it("[WOKWI-16] 500 parts and 2,000 wires are checked", () => {
    const parts = [
      uno,
      ...Array.from({ length: 499 }, (_, index) => part(`p${index}`, index % 2 ? "wokwi-led" : "wokwi-resistor")),
    ];
    const connections = Array.from(
      { length: 2000 },
      (_, index): Ends => [`p${index % 499}:1`, index % 3 ? `p${(index * 7) % 499}:A` : `uno:${index % 14}`],
    );
    expect(ofDiagram({ parts, connections }).verdict).toBe("FAIL");
  });
});

describe("any diagram", () => {
  const types = fc.constantFrom(
    "wokwi-arduino-uno",
    "board-esp32-devkit-c-v4",
    "wokwi-led",
    "wokwi-breadboard",
    "wokwi-gnd",
    "wokwi-vcc",
    "wokwi-junction",
    "wokwi-slide-switch",
    "board-ssd1306",
    "chip-x",
    "wokwi-text",
    "",
    "wokwi-",
  );
  const id = fc.constantFrom("a", "b", "c", "d", "$serialMonitor", "__proto__", "");
  const end = fc.oneof(
    fc
      .tuple(id, fc.constantFrom("1", "2", "GND.1", "VCC", "A", "tp.1", "5t.a", "RX", "toString", ""))
      .map(([one, pin]) => `${one}:${pin}`),
    fc.string(),
  );
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.jsonValue());
  const diagram = fc.record({
    parts: fc.array(
      fc.record({
        id,
        type: types,
        attrs: fc.dictionary(
          fc.constantFrom("value", "color", "pins", "catalogId", "quantity", "voltage", "i2cAddress", "nanofarads"),
          value,
        ),
      }),
      { maxLength: 8 },
    ),
    connections: fc.array(fc.tuple(end, end), { maxLength: 12 }),
  });

  it("[WOKWI-17] is read and checked without a throw, whatever it holds", () => {
    fc.assert(
      fc.property(diagram, (given) => {
        const parsed = checkBody.safeParse({ format: "wokwi", circuit: given });
        if (!parsed.success) return;
        desk.check(parsed.data);
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });

  it("[WOKWI-18] and any JSON is read or refused", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      diagram.chain((given) =>
        fc.record({
          parts: fc.oneof(fc.constant(given.parts), fc.jsonValue()),
          connections: fc.oneof(fc.constant(given.connections), fc.jsonValue()),
        }),
      ),
      fc.record({
        parts: fc.array(
          fc.record({ id: fc.jsonValue(), type: fc.jsonValue(), attrs: fc.jsonValue(), left: fc.jsonValue() }),
        ),
        connections: fc.array(fc.array(fc.jsonValue())),
      }),
    );
    fc.assert(
      fc.property(anything, (circuit) => {
        const parsed = checkBody.safeParse({ format: "wokwi", circuit });
        if (parsed.success) desk.check(parsed.data);
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });

  it("[WOKWI-12] gives the same nets in any order of its parts and wires", () => {
    fc.assert(
      fc.property(diagram, fc.infiniteStream(fc.nat()), ({ parts, connections }, noise) => {
        const unique = parts.filter((one, index) => parts.findIndex((each) => each.id === one.id) === index);
        const shuffled = <T>(list: T[]) =>
          list
            .map((each) => ({ each, at: noise.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const given: WokwiDiagram = { parts: unique, connections };
        const other: WokwiDiagram = { parts: shuffled(unique), connections: shuffled(connections) };
        expect(importDiagram(other).circuit.nets).toEqual(importDiagram(given).circuit.nets);
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
  });

  it("[WOKWI-19] a part that names its catalogue part is that part", () => {
    for (const ours of allParts) {
      const { circuit } = read([part("x", "chip-anything", { catalogId: ours.id })]);
      expect(circuit.parts[0]?.catalogId).toBe(ours.id);
    }
  });
});
