import { describe, expect, it } from "vitest";
import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { ArduinoCore } from "../../../src/domain/circuit/catalogue-part.ts";
import { arduinoCores } from "../../../src/domain/circuit/catalogue-part.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { driverOf } from "../../../src/domain/circuit/firmware/driver-table.ts";
import { compilerSays, hasCompiler, oneUnit } from "./compiler.ts";

const boards = allParts.filter((part) => part.board !== undefined);
/** Parts of every kind of wire; all parts on all boards over USB are in every-part.test.ts. */
const kinds =
  "bme280 dht22 hc-sr04 soil-moisture-cap ldr-module pir-hc-sr501 ssd1306 lcd1602-i2c button-6mm potentiometer-10k led-5mm buzzer-passive buzzer-active servo-sg90 relay-module-1ch pump-5v".split(
    " ",
  );
const driven = allParts.filter((part) => kinds.includes(part.id) && driverOf(part.id) !== undefined);
/** Fed over USB; and asleep on a battery, with the page of readings where the board has a radio. */
const ways = ["usb", "battery"] as const;

interface Case {
  board: (typeof boards)[number];
  part: (typeof driven)[number];
  way: (typeof ways)[number];
}

const known = new Map<string, Design>();

function designOf({ board, part, way }: Case): Design {
  const key = `${board.id} ${part.id} ${way}`;
  const radio = board.board?.hasWifi === true ? ", WiFi" : "";
  const goal = way === "usb" ? `${part.id} over USB` : `battery powered ${part.id}, DHT22${radio}, every 10 minutes`;
  const design = known.get(key) ?? designGoal({ goal, board: board.id });
  known.set(key, design);
  return design;
}

const cases = boards.flatMap((board) => driven.flatMap((part) => ways.map((way): Case => ({ board, part, way }))));

describe.each(cases)("$board.id with $part.id on $way", (each) => {
  it("[CAT-22] is a design without an E whose firmware agrees with the wiring", () => {
    const design = designOf(each);
    expect(design.status, JSON.stringify(design.question)).toBe("ok");
    expect(design.board.id).toBe(each.board.id);
    expect(design.parts.map((part) => part.catalogId)).toContain(each.part.id);
    expect(design.findings.filter((finding) => finding.severity === "E")).toEqual([]);
    for (const file of design.codeFiles) {
      const [schema, , wiring] = file.ladder;
      expect(schema?.passed, schema?.evidence?.output).toBe(true);
      expect(wiring?.passed, wiring?.evidence?.output).toBe(true);
    }
  });
});

describe.skipIf(!hasCompiler)("every sketch against our declarations of the cores (not run without g++)", () => {
  it.each(arduinoCores)(
    "[FW-31] the %s core's sketches have no error and no warning",
    (core: ArduinoCore) => {
      const own = cases.filter(({ board }) => board.board?.core === core);
      const contents = own.flatMap((each) => designOf(each).codeFiles.map((file) => file.content));
      expect(contents.length).toBeGreaterThan(0);
      expect(compilerSays(oneUnit([...new Set(contents)]), core)).toBe("");
    },
    120_000,
  );
});
