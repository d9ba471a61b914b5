import { describe, expect, it } from "vitest";
import { allParts } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import { driverOf } from "../../../src/domain/circuit/firmware/driver-table.ts";
import { pythonDriverOf } from "../../../src/domain/circuit/firmware/python/python-driver-table.ts";
import { micropython } from "./runtime.ts";

/** A driver of motors is nothing without its motor. */
const goalOf = (id: string) => (id === "a4988" ? "stepper with an a4988 over USB" : `${id} over USB`);
const driven = allParts.filter((part) => driverOf(part.id) !== undefined);

describe("MicroPython's own compiler", () => {
  it("[FW-61] says where a text is no Python", async () => {
    const problems = await micropython.compile([
      { filename: "main.py", content: "x = 1\ny = (\n" },
      { filename: "good.py", content: "x = 1\n" },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^main\.py line \d+: SyntaxError/);
  });

  it("[FW-60] every part with an Arduino driver has one in MicroPython", () => {
    expect(driven.filter((part) => pythonDriverOf(part.id) === undefined).map(({ id }) => id)).toEqual([]);
  });

  it.each(driven)("[FW-60] [FW-61] $id on an ESP32 compiles, and agrees with the wiring", async (part) => {
    const design = designGoal({ goal: goalOf(part.id), board: "esp32-devkitc", firmware: "micropython" });
    expect(design.status, design.reason).toBe("ok");
    expect(design.codeFiles).toHaveLength(3);
    for (const file of design.codeFiles) {
      expect(file.language).toBe("python");
      const [schema, , wiring] = file.ladder;
      expect(schema?.passed, schema?.evidence?.output).toBe(true);
      expect(wiring?.passed, wiring?.evidence?.output).toBe(true);
      expect(await micropython.compile([file, ...(file.modules ?? [])])).toEqual([]);
    }
  });
});
