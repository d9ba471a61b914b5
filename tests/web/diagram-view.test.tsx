import { readdirSync, readFileSync } from "node:fs";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { allParts } from "../../src/domain/circuit/catalogue/catalogue.ts";
import { layoutDiagram } from "../../src/domain/picture/layout-diagram.ts";
import type { PictureKind } from "../../src/domain/picture/picture-kind.ts";
import { elementKinds, pictureKindOf } from "../../src/domain/picture/picture-kind.ts";
import type { ActiveThing } from "../../src/views/diagram/active-thing.ts";
import { resistorBands } from "../../src/views/diagram/art/resistor-bands.ts";
import { Diagram } from "../../src/views/diagram/diagram.tsx";
import { viewTextDe } from "../../src/views/text/view-text-de.ts";
import { WordingContext } from "../../src/views/text/wording.tsx";
import { drawnGoals, goalDesign } from "../unit/picture/goal-designs.ts";
import { handMade, handMadeDesigns, shapeOf } from "../unit/picture/hand-made-designs.ts";
import { renderInEnglish } from "./render-in-english.tsx";

const designs = [...Object.values(handMadeDesigns), ...drawnGoals.map(goalDesign)];

function drawn(
  index: number,
  props: { active?: ActiveThing; shownSteps?: number; onActivate?: () => void } = {},
): string {
  const design = designs[index];
  if (design === undefined) throw new Error(`no design ${index}`);
  return renderInEnglish(<Diagram layout={layoutDiagram(design, shapeOf)} design={design} active={null} {...props} />);
}

/** Tags of a text in order; throws where a tag is closed that is not the last open one. */
function openTags(markup: string): string[] {
  const open: string[] = [];
  for (const [, close, name, , selfClosed] of markup.matchAll(
    /<(\/?)([a-z]+)((?:\s[^\s=>]+(?:="[^"]*")?)*)\s*(\/?)>/g,
  )) {
    if (close === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes another tag`);
    } else if (selfClosed !== "/") open.push(name ?? "");
  }
  return open;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

describe("Diagram", () => {
  it.each(designs.map((_, index) => index))(
    "[PIC-10] is well-formed, without style attributes and broken figures: %i",
    (index) => {
      const markup = drawn(index, { active: { kind: "net", id: "GND" } });
      expect(openTags(markup)).toEqual([]);
      expect(markup).not.toMatch(/\sstyle=/);
      expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      expect(count(markup, /<svg /g)).toBe(1);
    },
  );

  it("[PIC-11] says every wire in words, as its title and in a list in build order", () => {
    const markup = drawn(0);
    const wires = designs[0]?.connections ?? [];
    expect(markup).toContain("<title>Step 1. BAT: BT1.+ to PS1.B+, brown</title>");
    expect(count(markup, /<li>Step \d+\./g)).toBe(wires.length);
    expect([...markup.matchAll(/<li>Step (\d+)\./g)].map((found) => Number(found[1]))).toEqual(
      wires.map((_, index) => index + 1),
    );
  });

  it("[PIC-12] lights the twins of a net, a wire, a pin and a part", () => {
    const design = designs[0];
    const lit = (active: ActiveThing) => drawn(0, { active });
    expect(count(lit({ kind: "net", id: "SDA" }), /dg-pad-on/g)).toBe(3);
    expect(count(lit({ kind: "wire", id: "w1" }), /dg-pad-on/g)).toBe(2);
    expect(count(lit({ kind: "pin", id: "U1:21" }), /dg-pad-on/g)).toBe(2);
    expect(count(lit({ kind: "part", id: "U3" }), /dg-pad-on/g)).toBeGreaterThanOrEqual(8);
    expect(count(drawn(0), /dg-pad-on|dg-lit"/g)).toBe(0);
    expect(design?.nets.some((net) => net.id === "SDA")).toBe(true);
  });

  it("[PIC-13] dots the wires that are still to come", () => {
    const wires = designs[0]?.connections.length ?? 0;
    const todo = (markup: string) =>
      new Set([...markup.matchAll(/dg-todo[^"]*" data-wire="([^"]+)"/g)].map((found) => found[1]));
    expect(todo(drawn(0)).size).toBe(0);
    expect(todo(drawn(0, { shownSteps: 4 })).size).toBe(wires - 4);
    expect(todo(drawn(0, { shownSteps: 0 })).size).toBe(wires);
  });

  it("[PIC-14] can be walked through by keyboard where somebody listens, and is still where nobody does", () => {
    const parts = designs[0]?.parts.length ?? 0;
    const wires = designs[0]?.connections.length ?? 0;
    expect(count(drawn(0, { onActivate: () => undefined }), /tabindex="0"/g)).toBe(parts + wires);
    expect(drawn(0)).not.toContain("tabindex");
  });

  it("[PIC-15] has a picture of its own for the parts that people use most", () => {
    const kinds = new Map(
      allParts.map((part) => [part.id, pictureKindOf({ catalogId: part.id, name: part.name, category: part.family })]),
    );
    const expected: Record<string, PictureKind> = {
      "esp32-devkitc": "esp32",
      "uno-r3": "uno",
      bme280: "bme280",
      dht22: "dht22",
      ssd1306: "oled",
      "lcd1602-i2c": "lcd",
      "hc-sr04": "sonar",
      "servo-sg90": "servo",
      "relay-module-1ch": "relay",
      "cell-18650": "cell",
      tp4056: "charger",
      "boost-5v": "boost",
      "led-5mm": "led",
      resistor: "resistor",
      "button-6mm": "button",
      "buzzer-passive": "buzzer",
      "soil-moisture-cap": "soil",
      "capacitor-ceramic": "capacitor",
      "level-shifter-4ch": "shifter",
    };
    for (const [id, kind] of Object.entries(expected)) expect(kinds.get(id), id).toBe(kind);
  });

  it("[PIC-15] only modules whose face says nothing are drawn as a plain board with a chip and the name", () => {
    const drawn = allParts.filter((part) => part.board === undefined && part.pins.length > 0);
    const kinds = drawn.map((part) => pictureKindOf({ catalogId: part.id, name: part.name, category: part.family }));
    expect(kinds.filter((kind) => kind === "module").length / drawn.length).toBeLessThan(0.2);
  });

  it.each(allParts.filter((part) => part.pins.length > 0).map((part) => [part.id, part] as const))(
    "[PIC-10] [PIC-15] the picture of one part is whole: %s",
    (_, part) => {
      const one = handMade([["X1", part.id]], []);
      const markup = renderInEnglish(<Diagram layout={layoutDiagram(one, shapeOf)} design={one} active={null} />);
      expect(openTags(markup)).toEqual([]);
      expect(markup).not.toMatch(/\sstyle=|NaN|undefined|Infinity|(?:width|height|r)="-/);
    },
  );

  it("[PIC-20] pictures of @wokwi/elements are files of the installed version, small, with its licence and without script", () => {
    const files = readdirSync("web/public/parts").filter((file) => file.endsWith(".svg"));
    expect(files.toSorted()).toEqual(elementKinds.map((kind) => `${kind}.svg`).toSorted());
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const file of files) {
      const svg = readFileSync(`web/public/parts/${file}`, "utf8");
      expect(svg, file).toContain(
        `From @wokwi/elements ${devDependencies["@wokwi/elements"]}, Copyright (c) 2020 Uri Shaked`,
      );
      expect(svg, file).not.toMatch(/<script|<foreignObject|\son\w+=|https?:(?!\/\/www\.w3\.org\/)/);
      expect(svg.length, file).toBeLessThan(10_000);
    }
    expect(readFileSync("web/public/parts/LICENSE.txt", "utf8")).toContain("The MIT License");
  });

  it("[PIC-16] says the picture in German too", () => {
    const design = designs[0];
    if (design === undefined) throw new Error("a design expected");
    const markup = render(
      <WordingContext.Provider value={{ text: viewTextDe, locale: "de-DE" }}>
        <Diagram layout={layoutDiagram(design, shapeOf)} design={design} active={null} />
      </WordingContext.Provider>,
    );
    expect(markup).toContain("Schritt 1. BAT: BT1.+ an PS1.B+, braun");
  });
});

describe("resistorBands", () => {
  const [black, brown, red, orange, yellow, , , violet] = [
    "#1b1b1b",
    "#7a4a21",
    "#d5342b",
    "#e8842c",
    "#f2c230",
    "",
    "",
    "#8a4fb5",
  ];
  const gold = "#c9a648";

  it.each([
    [330, [orange, orange, brown, gold]],
    [4700, [yellow, violet, red, gold]],
    [10_000, [brown, black, orange, gold]],
    [1, [brown, black, gold, gold]],
    [22, [red, red, black, gold]],
  ])("[PIC-17] codes %i ohm by IEC 60062", (ohms, bands) => {
    expect(resistorBands(ohms)).toEqual(bands);
  });

  it.each([0, -5, Number.NaN, 1e12])("[PIC-17] has no bands for %d ohm", (ohms) => {
    expect(resistorBands(ohms)).toBeNull();
  });
});
