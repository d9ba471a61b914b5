import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, Design } from "../../../src/domain/circuit/design.ts";
import type { BenchWay } from "../../../src/domain/circuit/firmware/python/bench/bench-program.ts";
import { benchProgram } from "../../../src/domain/circuit/firmware/python/bench/bench-program.ts";
import { judgeRun } from "../../../src/domain/circuit/firmware/python/bench/judge-run.ts";
import type { BenchRecord } from "../../../src/domain/circuit/firmware/python/bench/parse-bench-record.ts";
import { parseBenchRecord } from "../../../src/domain/circuit/firmware/python/bench/parse-bench-record.ts";
import type { WiredPart } from "../../../src/domain/circuit/firmware/wired-part.ts";
import { micropython } from "./runtime.ts";

/** The parts and nets of a design as firmware sees them. */
export function wiringOf(design: Design): { parts: WiredPart[]; nets: Design["nets"] } {
  const parts = design.parts.flatMap(({ id, catalogId, value }) => {
    const part = partById(catalogId ?? "");
    return part === undefined ? [] : [{ id, part, value }];
  });
  return { parts, nets: design.nets };
}

/** Runs one file of a design against the stubs. */
export function onBench(file: CodeFile, design: Design, way: BenchWay): BenchRecord {
  const { output, error } = micropython.run(benchProgram(file, wiringOf(design), way));
  const record = parseBenchRecord(output);
  if (record === null) throw new Error(`the bench fell: ${error ?? output}`);
  return record;
}

/** What is wrong with a file of a design when it runs. */
export function problemsOf(file: CodeFile, design: Design, way: BenchWay): string[] {
  return judgeRun(file, onBench(file, design, way), wiringOf(design));
}
