import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArduinoCore } from "../../../src/domain/circuit/catalogue-part.ts";

const headers = join(import.meta.dirname, "../../fixtures/arduino-headers");

/** Whether a C++ compiler is there to ask. */
export const hasCompiler = spawnSync("g++", ["--version"]).status === 0;

/** What g++ says of a sketch for a core against our own declarations, warnings included; empty when nothing. */
export function compilerSays(content: string, core: ArduinoCore): string {
  const folder = mkdtempSync(join(tmpdir(), "ohm-syntax-"));
  const file = join(folder, "sketch.cpp");
  writeFileSync(file, content);
  const define = `-DOHM_${core.toUpperCase()}`;
  const flags = ["-std=gnu++17", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-unused-parameter", define];
  const { stderr } = spawnSync("g++", [...flags, "-I", headers, "-include", "Arduino.h", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return stderr;
}

/** One translation unit of many sketches: a namespace for each, so that the compiler starts once and not a hundred times. */
export function oneUnit(contents: readonly string[]): string {
  const includes = [...new Set(contents.flatMap((content) => content.match(/^#include .*$/gm) ?? []))];
  const bodies = contents.map(
    (content, index) => `namespace sketch${index} {\n${content.replace(/^#include .*$/gm, "")}}\n`,
  );
  return [...includes, ...bodies].join("\n");
}
