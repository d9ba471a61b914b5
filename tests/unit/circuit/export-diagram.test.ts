import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { bomCsv } from "../../../src/domain/circuit/csv/bom-csv.ts";
import { csvText } from "../../../src/domain/circuit/csv/csv-text.ts";
import { wiringCsv } from "../../../src/domain/circuit/csv/wiring-csv.ts";
import type { Circuit, Connection, Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { circuitFromRequest } from "../../../src/domain/circuit/rules/circuit-from-request.ts";
import { exportDiagram } from "../../../src/domain/circuit/wokwi/export-diagram.ts";
import { importDiagram } from "../../../src/domain/circuit/wokwi/import-diagram.ts";
import { ourPin } from "../../../src/domain/circuit/wokwi/pin-names.ts";
import { theirPin, wokwiType } from "../../../src/domain/circuit/wokwi/wokwi-types.ts";
import { wokwiDiagram } from "../../../src/protocol/design.ts";
import { allGoals } from "../../fixtures/goals/all-goals.ts";
import { servedGoals } from "../../fixtures/goals/served-goals.ts";

const sizes = new Map(allParts.map((part) => [part.id, part.sizeMm]));
const shape = ({ parts, nets }: Circuit) => ({
  parts: parts
    .map(({ id, catalogId, value, quantity }) => ({ id, catalogId, value, quantity }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  nets: nets.map((net) => [...net.pins].sort().join(" ")).sort(),
});
const goals = [...new Set([...servedGoals, ...allGoals].map(({ goal }) => goal))];
const german = "Wetterstation mit ESP32, OLED und Servo, unter 40 Euro";

describe.each([...goals, german])("the diagram of: %s", (goal) => {
  const design = designGoal({ goal });
  const diagram = exportDiagram(design);

  it("[WOKWI-20] read again has the same parts, values and nets", () => {
    const again = importDiagram(wokwiDiagram.parse(JSON.parse(JSON.stringify(diagram))));
    expect(shape(again.circuit)).toEqual(shape(design));
    expect(again.unknownPins).toEqual([]);
    expect(again.unknownParts).toEqual([]);
  });

  it("[WOKWI-21] lies without an overlap, has unique ids, and texts for values", () => {
    const boxes = diagram.parts.map(({ id, left, top }) => {
      const size = sizes.get(design.parts.find((part) => part.id === id)?.catalogId ?? "") ?? { width: 20, height: 20 };
      return { id, left, top, right: left + size.width * 3.78, bottom: top + size.height * 3.78 };
    });
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top,
          `${one.id} ${other.id}`,
        ).toBe(true);
    expect(new Set(diagram.parts.map(({ id }) => id)).size).toBe(diagram.parts.length);
    for (const { attrs } of diagram.parts)
      for (const value of Object.values(attrs)) expect(typeof value).toBe("string");
  });

  it("[WOKWI-24] has a line of CSV for every part and every wire", () => {
    const count = (text: string) => text.split("\r\n").length - 1;
    expect(count(bomCsv(design))).toBe(design.parts.length + 2);
    expect(count(wiringCsv(design))).toBe(design.connections.length + 1);
  });
});

describe("a diagram that is written", () => {
  it("[WOKWI-22] calls every pin of every part so that it is read as the same pin", () => {
    for (const part of allParts) {
      const type = wokwiType(part.id);
      if (type === null || part.id === "breadboard-830") continue;
      for (const { name } of part.pins)
        expect(ourPin(type.row, part, theirPin(type.row, name)), `${part.id} ${name}`).toBe(name);
    }
  });

  it("[WOKWI-23] lets the serial monitor hear boards that need it, where its pins are free", () => {
    const wires = (board: string, pins: string[] = []) => {
      const circuit = circuitFromRequest({
        parts: [{ id: "U1", catalogId: board }],
        nets: pins.map((pin) => ({ id: pin, pins: [pin] })),
      });
      return exportDiagram({ ...circuit, connections: [] }).connections.map(([from, to]) => `${from} ${to}`);
    };
    expect(wires("esp32-devkitc")).toEqual(["U1:TX $serialMonitor:RX", "U1:RX $serialMonitor:TX"]);
    expect(wires("esp32-c3-supermini")).toEqual(["U1:TX $serialMonitor:RX", "U1:RX $serialMonitor:TX"]);
    expect(wires("pico", ["U1:GP1"])).toEqual([]);
    expect(wires("uno-r3")).toEqual([]);
  });

  const catalogIds = allParts.map((part) => part.id);
  const random = fc
    .record({
      parts: fc.array(
        fc.tuple(fc.constantFrom(...catalogIds), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1e6 })),
        { minLength: 1, maxLength: 10 },
      ),
      joins: fc.array(fc.tuple(fc.nat(9), fc.nat(60), fc.nat(9), fc.nat(60)), { maxLength: 25 }),
    })
    .map(({ parts, joins }) => circuitOf(parts, joins));

  it("[WOKWI-20] any design is the same when its diagram is read again", () => {
    fc.assert(
      fc.property(random, ({ circuit, connections }) => {
        const diagram = wokwiDiagram.parse(JSON.parse(JSON.stringify(exportDiagram({ ...circuit, connections }))));
        expect(shape(importDiagram(diagram).circuit)).toEqual(shape(circuit));
      }),
      { seed: 20_261_129, numRuns: 300 },
    );
  });
});

type Row = [catalogId: string, quantity: number, figure: number];

/** A circuit of these parts whose wires join pins by number, and those wires. */
function circuitOf(
  rows: Row[],
  joins: [number, number, number, number][],
): { circuit: Circuit; connections: Pick<Connection, "from" | "to" | "colour">[] } {
  const parts = rows.map(([catalogId, quantity, figure], index) => ({
    id: `P${index}`,
    catalogId,
    quantity,
    value: catalogId === "resistor" ? { kind: "ohms" as const, ohms: figure } : null,
  }));
  const pinOf = (part: number, pin: number) => {
    const owner = parts[part % parts.length];
    const pins = allParts.find((each) => each.id === owner?.catalogId)?.pins ?? [];
    return pins.length === 0 || owner === undefined ? null : `${owner.id}:${pins[pin % pins.length]?.name}`;
  };
  const connections = joins.flatMap(([a, b, c, d]) => {
    const [from, to] = [pinOf(a, b), pinOf(c, d)];
    return from === null || to === null || from === to ? [] : [{ from, to, colour: "green" as const }];
  });
  const groups: Set<string>[] = [];
  for (const { from, to } of connections) {
    const touched = groups.filter((group) => group.has(from) || group.has(to));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([from, to, ...touched.flatMap((group) => [...group])]));
  }
  const strips = new Set(parts.filter((part) => part.catalogId === "breadboard-830").map((part) => part.id));
  const nets = groups
    .map((group, index) => ({ id: `N${index}`, pins: [...group] }))
    .filter(({ pins }) => pins.filter((pin) => !strips.has(pin.split(":")[0] ?? "")).length > 1);
  return { circuit: circuitFromRequest({ parts, nets }), connections };
}

/** A strict reader of RFC 4180, to hold the writer to it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  let row: string[] = [];
  while (rest !== "") {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (found === null) throw new Error(`not CSV: ${rest.slice(0, 40)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    rest = rest.slice(found[0].length);
    if (found[3] === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("CSV", () => {
  it("[WOKWI-25] is RFC 4180 for any text, and no cell is a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.oneof(fc.string(), fc.constantFrom("=1+1", "@SUM(A1)", "-3", "+49", "\t=2", 'a"b', "a,b", "x\r\ny")),
            { minLength: 1 },
          ),
        ),
        (cells) => {
          const rows = cells.filter((row) => row.length > 0);
          const read = readCsv(csvText(rows));
          expect(read).toEqual(
            rows.map((row) => row.map((cell) => (/^[\s\u00a0]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))),
          );
          for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@]/);
        },
      ),
      { seed: 20_261_129, numRuns: 500 },
    );
  });

  it("[WOKWI-26] has units in its headings and speaks the person's language", () => {
    const english: Design = designGoal({ goal: "ESP32 weather station with an OLED" });
    expect(readCsv(bomCsv(english))[0]).toContain("Unit price (USD)");
    expect(readCsv(wiringCsv(english))[0]).toEqual([
      "Step",
      "From",
      "To",
      "Net",
      "Voltage (V)",
      "Wire colour",
      "Note",
      "Warning",
    ]);
    const other = designGoal({ goal: german });
    expect(readCsv(bomCsv(other))[0]).toContain("Stückpreis (USD)");
    const [headings, first] = readCsv(wiringCsv(other));
    expect(headings?.[5]).toBe("Drahtfarbe");
    expect(["rot", "orange", "schwarz", "violett", "braun"]).toContain(first?.[5]);
    const [total] = readCsv(bomCsv(english)).slice(-1);
    expect(total?.[6]).toBe((english.cost.totalCents / 100).toFixed(2));
  });
});
