import { describe, expect, it } from "vitest";
import { pythonDriverOf } from "../../../src/domain/circuit/firmware/python/python-driver-table.ts";
import { boards, designOf, driven } from "./boards.ts";
import { micropython } from "./runtime.ts";

describe("MicroPython's own compiler", () => {
  it("[FW-61] says where a text is no Python", () => {
    const problems = micropython.compile([
      { filename: "main.py", content: "x = 1\ny = (\n" },
      { filename: "good.py", content: "x = 1\n" },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^main\.py line \d+: SyntaxError/);
  });

  it("[FW-60] every part with an Arduino driver has one in MicroPython", () => {
    expect(driven.filter((part) => pythonDriverOf(part.id) === undefined).map(({ id }) => id)).toEqual([]);
    expect(boards.map(({ id }) => id).sort()).toEqual(
      "d1-mini esp32-c3-devkitm-1 esp32-c3-supermini esp32-devkit-v1 esp32-devkitc esp32-s3-devkitc-1 nodemcu-esp8266 pico pico-w".split(
        " ",
      ),
    );
  });

  it.each(boards)(
    "[FW-60] [FW-61] [FW-62] every part on $id compiles and agrees with the wiring, or is asked about",
    (board) => {
      const asked: string[] = [];
      for (const part of driven) {
        const design = designOf(board, part);
        if (design.status !== "ok") {
          expect(design).toMatchObject({ status: "needs_answer", codeFiles: [] });
          asked.push(part.id);
          continue;
        }
        expect(design.codeFiles.map(({ filename, language }) => `${filename} ${language}`)).toEqual(
          Array.from({ length: 3 }, () => "main.py python"),
        );
        for (const { ladder } of design.codeFiles) {
          const [schema, , wiring] = ladder;
          expect(schema?.passed, schema?.evidence?.output).toBe(true);
          expect(wiring?.passed, wiring?.evidence?.output).toBe(true);
        }
        const files = design.codeFiles.flatMap((file) => [file, ...(file.modules ?? [])]);
        expect(micropython.compile(files), part.id).toEqual([]);
      }
      // The ESP8266 has no free serial port and one converter; the small boards have not enough pins for the largest parts.
      expect(asked.length, asked.join(" ")).toBeLessThanOrEqual(9);
    },
    180_000,
  );
});
