import { describe, expect, it } from "vitest";
import type { CodeFile, DesignPart } from "../../../src/domain/circuit/design.ts";
import { lineCount } from "../../../src/domain/circuit/firmware/line-count.ts";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { codeLines } from "../../../src/views/code/code-pieces.ts";
import { CodeView } from "../../../src/views/code/code-view.tsx";
import { pinNames } from "../../../src/views/code/pin-names.ts";
import { designs } from "../../unit/firmware/designs.ts";
import { renderInEnglish } from "../render-in-english.tsx";

const station = designs["balcony weather station"];
if (station === undefined) throw new Error("design");
const files = writeFirmware(station);
const parts = station.parts.map(
  ({ id, part }): Pick<DesignPart, "id" | "deviceId" | "category"> => ({ id, deviceId: "main", category: part.family }),
);

const connections = station.nets.flatMap(({ id, name, pins: [from = "", ...others] }) =>
  others.map((to) => ({
    id: `${from}-${to}`,
    from,
    to,
    net: id,
    colour: name === "SDA" ? ("blue" as const) : ("yellow" as const),
  })),
);

function page(unit: CodeFile["unitNumber"], active: string | null = null): string {
  return renderInEnglish(
    <CodeView
      files={files}
      selectedUnit={unit}
      onSelectUnit={() => undefined}
      nets={station?.nets ?? []}
      parts={parts}
      connections={connections}
      active={active === null ? null : { kind: "net", id: active }}
      onActivate={() => undefined}
    />,
  );
}

describe("Code tab", () => {
  it("[WEB-40] shows the chosen unit with its libraries, and expected serial lines for unit 1 alone", () => {
    expect(page(1)).toContain("unit-1-bring-up.ino");
    expect(page(1)).toContain("[ok] bme280 U2 0x77 id=0x60");
    expect(page(1)).toContain("Adafruit BME280 Library");
    expect(page(3)).toContain("unit-3-full.ino");
    expect(page(3)).not.toContain("115200 baud");
  });

  it("[FW-66] shows Python with its pins linked, and the driver files that it needs beside it", () => {
    const python = writeFirmware({ ...station, requirements: { ...station.requirements, firmware: "micropython" } });
    const [file] = python;
    if (file === undefined) throw new Error("file");
    expect([...pinNames(file, { nets: station.nets, parts, connections }).keys()]).toEqual(["PIN_SDA", "PIN_SCL"]);
    const html = renderInEnglish(
      <CodeView
        files={python}
        selectedUnit={1}
        onSelectUnit={() => undefined}
        nets={station.nets}
        parts={parts}
        connections={connections}
        active={null}
        onActivate={() => undefined}
      />,
    );
    expect(html).toContain("main.py");
    expect(html).toContain("MicroPython");
    expect(html).toContain("Driver files to save beside it on the board");
    expect(html).toContain("bmx280.py");
    expect(html).toContain("ssd1306");
  });

  it("[WEB-45] counts the lines that it numbers", () => {
    for (const { unitNumber, content } of files) {
      const numbers = /aria-hidden="true">([\d\n]+)</.exec(page(unitNumber))?.[1]?.split("\n") ?? [];
      expect(page(unitNumber)).toContain(`${numbers.length} lines`);
      expect(lineCount(content)).toBe(numbers.length);
    }
    expect([lineCount(""), lineCount("a"), lineCount("a\n"), lineCount("a\n\n")]).toEqual([0, 1, 1, 2]);
  });

  it("[WEB-41] fills only rungs with evidence, and gives the reason of the others", () => {
    expect(page(2)).toContain('aria-label="Passed: L0, L2"');
    expect(page(2)).toContain("pins 21, 22; addresses 0x3C, 0x77, as in the wiring");
    expect(page(2)).toContain("not run here: a compiler runs in our tests only");
  });

  it("[WEB-42] pins in the code are linked to their net and light up with it", () => {
    expect(page(1)).toContain("U1.21 → U2.SDA, U3.SDA");
    const net = station.nets.find(({ name }) => name === "SDA")?.id ?? "";
    expect(page(1)).not.toContain('class="line lit"');
    expect(page(1, net).match(/class="line lit"/g)).toHaveLength(2);
  });

  it("[WEB-42] a pin in the code is underlined in the colour of its wire", () => {
    expect(page(1)).toMatch(/class="code-pin wire-blue">kPinSda</);
    expect(page(1)).toMatch(/class="code-pin wire-yellow">kPinScl</);
    expect(page(1)).not.toMatch(/class="code-pin">/);
  });

  it("[WEB-43] sets no style attribute and no markup of the code itself", () => {
    expect(page(1)).not.toContain("style=");
    const text = page(1).replace(/<[^>]*>/g, "");
    expect(text).toContain("#include &lt;Wire.h>");
  });

  it.each(files)("[WEB-44] the pieces of unit $unitNumber joined are the file", ({ content, language }) => {
    const lines = codeLines(content, language);
    expect(lines.map((pieces) => pieces.map(({ text }) => text).join("")).join("\n")).toBe(content);
    expect(new Set(lines.flat().map(({ ink }) => ink)).size).toBeGreaterThan(5);
  });

  it("[WEB-44] comments and strings may span or break off anywhere", () => {
    for (const [content, language] of [
      ["/* a\nb */ int", "cpp"],
      ['"abc', "cpp"],
      ["'''", "python"],
      ['"""a\nb"""', "python"],
      ["", "cpp"],
    ] as const) {
      expect(
        codeLines(content, language)
          .map((pieces) => pieces.map(({ text }) => text).join(""))
          .join("\n"),
      ).toBe(content);
    }
  });
});
