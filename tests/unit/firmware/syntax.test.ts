import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { compilerSays, hasCompiler, oneUnit } from "./compiler.ts";
import { designs } from "./designs.ts";

function allSketches(core: "avr" | "esp32"): string {
  const board = core === "avr" ? "uno-r3" : "esp32-devkitc";
  const inputs = Object.values(designs).filter(({ parts }) => parts.some(({ part }) => part.id === board));
  return oneUnit(inputs.flatMap((input) => writeFirmware(input).map(({ content }) => content)));
}

describe.skipIf(!hasCompiler)(
  "syntax and calls against our declarations of cores and libraries (not run without g++)",
  () => {
    it.each(["avr", "esp32"] as const)(
      "[FW-30] every sketch for the %s has no error and no warning",
      (core) => {
        expect(execFileSync("g++", ["-dumpversion"], { encoding: "utf8" })).toMatch(/^\d+/);
        expect(compilerSays(allSketches(core), core)).toBe("");
      },
      60_000,
    );

    it("[FW-30] a wrong call is noticed", () => {
      expect(compilerSays("void setup() { digitalWrit(1, HIGH); }", "avr")).toContain("digitalWrit");
    }, 60_000);
  },
);
