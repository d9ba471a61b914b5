import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeFirmware } from "../../../src/domain/circuit/firmware/write-firmware.ts";
import { designs } from "./designs.ts";

const headers = join(import.meta.dirname, "../../fixtures/arduino-headers");
const hasCompiler = spawnSync("g++", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "ohm-syntax-"));
afterAll(() => rmSync(folder, { recursive: true }));

function compilerSays(content: string, mcu: "AVR" | "ESP32"): string {
  const file = join(folder, "sketch.cpp");
  writeFileSync(file, content);
  const flags = ["-std=gnu++17", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-unused-parameter", `-DOHM_${mcu}`];
  const { stderr } = spawnSync("g++", [...flags, "-I", headers, "-include", "Arduino.h", file], { encoding: "utf8" });
  return stderr;
}

// One translation unit per board: a namespace for each sketch, so that the compiler starts twice and not forty times.
function allSketches(mcu: "AVR" | "ESP32"): string {
  const board = mcu === "AVR" ? "uno-r3" : "esp32-devkitc";
  const inputs = Object.values(designs).filter(({ parts }) => parts.some(({ part }) => part.id === board));
  const contents = inputs.flatMap((input) => writeFirmware(input).map(({ content }) => content));
  const includes = [...new Set(contents.flatMap((content) => content.match(/^#include .*$/gm) ?? []))];
  const bodies = contents.map(
    (content, index) => `namespace sketch${index} {\n${content.replace(/^#include .*$/gm, "")}}\n`,
  );
  return [...includes, ...bodies].join("\n");
}

describe.skipIf(!hasCompiler)(
  "syntax and calls against our declarations of cores and libraries (not run without g++)",
  () => {
    it.each(["AVR", "ESP32"] as const)(
      "[FW-30] every sketch for the %s has no error and no warning",
      (mcu) => {
        expect(execFileSync("g++", ["-dumpversion"], { encoding: "utf8" })).toMatch(/^\d+/);
        expect(compilerSays(allSketches(mcu), mcu)).toBe("");
      },
      60_000,
    );

    it("[FW-30] a wrong call is noticed", () => {
      expect(compilerSays("void setup() { digitalWrit(1, HIGH); }", "AVR")).toContain("digitalWrit");
    }, 60_000);
  },
);
