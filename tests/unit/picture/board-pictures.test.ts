import { describe, expect, it } from "vitest";
import { allParts, partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { DiagramLayout } from "../../../src/domain/picture/diagram-layout.ts";
import { inspectLayout } from "../../../src/domain/picture/inspect-layout.ts";
import { layoutDiagram } from "../../../src/domain/picture/layout-diagram.ts";
import { boardKinds } from "../../../src/domain/picture/picture-kind.ts";
import { goalDesign } from "./goal-designs.ts";

const boards = allParts.filter((part) => part.board !== undefined);
const goals = [
  "weather station with an OLED",
  "HC-SR04, buzzer, red LED and a button",
  "battery powered BME280, every 10 minutes",
  "DHT22, soil moisture sensor, relay and an LCD",
];
const shapeOf = (id: string) => partById(id) ?? null;
const pictureOf = (boardId: string, goal: string): DiagramLayout => {
  const board = partById(boardId);
  return layoutDiagram(goalDesign(`${board?.id}, ${goal}`), shapeOf);
};

describe.each(boards.map((board) => [board.id, board] as const))("%s", (id, board) => {
  it.each(goals)("[PIC-1] [PIC-2] its picture has no fault: %s", (goal) => {
    const design = goalDesign(`${id}, ${goal}`);
    const faults = inspectLayout(layoutDiagram(design, shapeOf));
    expect({ ...faults, crossings: 0 }).toEqual({
      overlaps: [],
      wiresThroughThings: [],
      collinear: [],
      stray: [],
      crossings: 0,
    });
    expect(faults.crossings).toBeLessThanOrEqual(design.parts.length);
  });

  it("[PIC-5] it is drawn as a board with all its pins, each side in printed order", () => {
    const layout = pictureOf(id, goals[0] ?? "");
    const drawn = layout.parts.find((part) => part.id === "U1");
    expect(boardKinds).toContain(drawn?.kind);
    const isUsed = (pin: string) => drawn?.pads.some((pad) => pad.pin === pin && pad.net !== null) === true;
    const ofDouble = board.pins.filter((pin) => pin.side === "right" && id === "arduino-mega-2560");
    const hidden = ofDouble.some((pin) => isUsed(pin.name)) ? [] : ofDouble;
    const shown = board.pins.filter((pin) => !hidden.includes(pin)).map((pin) => pin.name);
    expect(drawn?.pads.map((pad) => pad.pin).sort()).toEqual(shown.sort());
    for (const side of ["left", "right"] as const) {
      const printed = board.pins.filter((pin) => pin.side === side).map((pin) => pin.name);
      const isUpright = board.pins.every((pin) => pin.side === "left" || pin.side === "right");
      const pads = drawn?.pads.filter((pad) => pad.side === side).sort((a, b) => a.y - b.y);
      if (isUpright) expect(pads?.map((pad) => pad.pin)).toEqual(printed);
    }
  });
});

describe("kinds of boards", () => {
  it("[PIC-5] a Mega's double header is drawn where something is plugged into it", () => {
    const picture = pictureOf("arduino-mega-2560", "12 LEDs, 12 buttons");
    const drawn = picture.parts.find((part) => part.id === "U1");
    const y = (pin: string) => drawn?.pads.find((pad) => pad.pin === pin)?.y ?? Number.NaN;
    expect([y("22"), y("24"), y("52")]).toEqual([y("23"), y("25"), y("53")]);
    expect(y("22")).toBeLessThan(y("52"));
    expect(y("21")).toBeLessThan(y("22"));
  });

  it("[PIC-15] every board of the catalogue has a picture of its own", () => {
    const kinds = boards.map(
      (board) => pictureOf(board.id, goals[0] ?? "").parts.find((part) => part.id === "U1")?.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(boardKinds));
  });
});
