import { describe, expect, it } from "vitest";
import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { ArduinoCore, CatalogPart } from "../../../src/domain/circuit/catalogue-part.ts";
import { arduinoCores } from "../../../src/domain/circuit/catalogue-part.ts";
import type { Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { driverOf } from "../../../src/domain/circuit/firmware/driver-table.ts";
import { compilerSays, hasCompiler, oneUnit } from "../firmware/compiler.ts";

const boards = allParts.filter((part) => part.board !== undefined);
const parts = allParts.filter((part) => part.board === undefined && part.functions.length > 0);
/** Boards with pins and current enough for every part of the catalogue. */
const mustCarryAll = ["esp32-devkitc", "uno-r3"];

const goalFor = (part: CatalogPart, board: CatalogPart) => `${board.aliases.en[0]} with a ${part.aliases.en[0]}`;

const known = new Map<string, Design>();
function designFor(part: CatalogPart, board: CatalogPart): Design {
  const key = `${part.id} ${board.id}`;
  const design = known.get(key) ?? designGoal({ goal: goalFor(part, board), board: board.id });
  known.set(key, design);
  return design;
}

const rungs = (design: Design, level: string) =>
  design.codeFiles.map((file) => file.ladder.find((rung) => rung.level === level));

describe.each(parts.map((part) => [part.id, part] as const))("%s", (id, part) => {
  it("[CAT-14] named on a board that can carry it, is in a design without errors that serves what it does", () => {
    for (const board of boards) {
      const design = designFor(part, board);
      if (design.status !== "ok") {
        // Only for want of pins or of current, and in words.
        expect(mustCarryAll, `${board.id}: ${design.reason}`).not.toContain(board.id);
        expect(design.reason, board.id).toMatch(/pins|V|mA|radio|Bluetooth/);
        continue;
      }
      expect(
        design.findings.filter((one) => one.severity === "E"),
        board.id,
      ).toEqual([]);
      expect(design.parts.map((one) => one.catalogId)).toContain(id);
      const served = design.requirements.functions.map((one) => one.id);
      expect(part.functions.some((one) => served.includes(one))).toBe(true);
    }
  });

  it("[FW-32] has firmware that climbs L0 and L2 in all three units, with one line of proof", () => {
    const designs = boards.map((board) => designFor(part, board)).filter((design) => design.codeFiles.length > 0);
    const driven = driverOf(id) === undefined ? part.hangsOn?.standard : id;
    for (const design of designs) {
      for (const rung of [...rungs(design, "L0"), ...rungs(design, "L2")])
        expect(rung?.passed, `${design.board.id}: ${rung?.evidence?.output}`).toBe(true);
      const lines = design.codeFiles[0]?.expectedSerial ?? [];
      expect(
        lines.some((line) => line.split(" ").includes(`${driven}`)),
        design.board.id,
      ).toBe(true);
    }
  });
});

describe("supplies that a goal names", () => {
  it.each([
    ["ESP32 thermometer on a LiPo", ["lipo-2000", "tp4056", "boost-5v"]],
    ["ESP32 thermometer with three AA batteries", ["aa-pack-3", "boost-5v"]],
    ["Arduino Uno thermometer on a 9 V battery", ["battery-9v", "buck-mp1584"]],
    ["solar powered ESP32 thermometer", ["solar-panel-6v", "cn3791", "cell-18650", "tp4056", "boost-5v"]],
    ["ESP32 thermometer on a power bank", ["power-bank"]],
    ["ESP32 with a NEMA 17 stepper motor", ["adapter-12v-2a", "buck-mp1584", "a4988"]],
    ["Arduino Uno with two TT motors and an L298N", ["l298n"]],
    ["ESP32 with 2 TT motors", ["drv8833"]],
    ["NodeMCU thermometer with Bluetooth and an OLED", ["hc-05"]],
  ])("[SEL-18] %s", (goal, ids) => {
    const design = designGoal({ goal });
    expect(design.findings.filter((one) => one.severity === "E")).toEqual([]);
    const used = design.parts.map((part) => part.catalogId);
    for (const id of ids) expect(used).toContain(id);
    expect(used.filter((id) => id === "drv8833" || id === "l298n").length).toBeLessThanOrEqual(1);
  });
});

describe("wiring by interface", () => {
  const netOf = (design: Design, id: string) => design.nets.find((net) => net.id === id)?.pins ?? [];
  const idOf = (design: Design, catalogId: string) =>
    design.parts.find((part) => part.catalogId === catalogId)?.id ?? "";

  it("[WIRE-12] SPI parts share SCK, MOSI and MISO and have a chip select each", () => {
    const design = designGoal({ goal: "ESP32 with RC522 and microSD module" });
    const [rfid, card] = [idOf(design, "mfrc522"), idOf(design, "microsd-module")];
    expect(netOf(design, "SCK")).toEqual(expect.arrayContaining([`${rfid}:SCK`, `${card}:SCK`]));
    expect(netOf(design, `${rfid}_SDA`)).toHaveLength(2);
    expect(netOf(design, `${card}_CS`)).toHaveLength(2);
    expect(design.codeFiles[2]?.content).toMatch(/digitalWrite\(kPin\w+Cs, HIGH\)/);
  });

  it("[WIRE-12] a 3.3 V part on SPI of a 5 V board is behind a buffer with its unused inputs at ground", () => {
    const design = designGoal({ goal: "Arduino Uno with RC522" });
    const [rfid, chip] = [idOf(design, "mfrc522"), idOf(design, "74hc4050")];
    expect(netOf(design, "SCK_3V3")).toEqual(expect.arrayContaining([`${rfid}:SCK`]));
    expect(netOf(design, "SCK")).not.toContain(`${rfid}:SCK`);
    expect(netOf(design, "GND")).toEqual(expect.arrayContaining([`${chip}:5A`, `${chip}:6A`]));
  });

  it("[WIRE-13] serial lines are crossed, and a 5 V board reaches a 3.3 V receiver through a divider", () => {
    const design = designGoal({ goal: "Arduino Uno with NEO-6M" });
    const gps = idOf(design, "gps-neo-6m");
    expect(netOf(design, `${gps}_RX_3V3`)).toContain(`${gps}:RX`);
    expect(design.codeFiles[0]?.content).toMatch(/SoftwareSerial gpsLine\(kPinGpsRx, kPinGpsTx\)/);
    expect(design.codeFiles[0]?.content).toMatch(/kPinGpsRx = \S+; {2}\/\/ \S+ TX/);
  });

  it("[WIRE-14] 1-Wire data has 4.7 k", () => {
    const design = designGoal({ goal: "ESP32 with a DS18B20" });
    const probe = idOf(design, "ds18b20");
    const resistor = design.parts.find((part) => part.value?.kind === "ohms");
    expect(resistor?.value).toEqual({ kind: "ohms", ohms: 4700 });
    expect(netOf(design, `${probe}_DQ`)).toContain(`${resistor?.id}:2`);
  });

  it("[WIRE-15] a strip has 330 ohm, a level of 5 V, a capacitor and 5 V of its own", () => {
    const design = designGoal({ goal: "ESP32 with a WS2812B strip" });
    const strip = idOf(design, "neopixel-strip-30");
    expect(design.parts.some((part) => part.value?.kind === "ohms" && part.value.ohms === 330)).toBe(true);
    expect(idOf(design, "74ahct125")).not.toBe("");
    expect(design.parts.some((part) => part.catalogId === "capacitor-electrolytic")).toBe(true);
    expect(netOf(design, `${strip}_DIN_R`)).toContain(`${strip}:DIN`);
  });

  it("[WIRE-16] drivers have their motor supply and the ground of the board", () => {
    const design = designGoal({ goal: "ESP32 with a NEMA 17 stepper motor" });
    const driver = idOf(design, "a4988");
    expect(netOf(design, "12V")).toContain(`${driver}:VMOT`);
    expect(netOf(design, "GND")).toEqual(expect.arrayContaining([`${driver}:GND.1`, `${driver}:GND.2`]));
    expect(netOf(design, "3V3")).toEqual(expect.arrayContaining([`${driver}:VDD`, `${driver}:RESET`]));
  });

  it("[WIRE-17] what the board's 3.3 V pin cannot feed gets a regulator", () => {
    const design = designGoal({ goal: "Arduino Uno with RFM95" });
    expect(netOf(design, "3V3_M")).toContain(`${idOf(design, "ams1117-3v3")}:OUT`);
    expect(design.findings.filter((one) => one.ruleId === "rail-budget")).toEqual([]);
  });
});

describe.skipIf(!hasCompiler)("syntax and calls (not run without g++)", () => {
  it.each(arduinoCores)(
    "[FW-30] the sketches of every part for the %s core have no error and no warning",
    (core: ArduinoCore) => {
      const own = boards.filter((board) => board.board?.core === core);
      const contents = own.flatMap((board) =>
        parts.flatMap((part) => designFor(part, board).codeFiles.map((file) => file.content)),
      );
      expect(compilerSays(oneUnit([...new Set(contents)]), core)).toBe("");
    },
    240_000,
  );
});
