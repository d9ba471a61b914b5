import { partById } from "../domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, LadderEvidence, LadderRung } from "../domain/circuit/design.ts";
import type { FirmwareProof, ProvenCircuit } from "../domain/circuit/firmware/firmware-proof.ts";
import { fnv1a64 } from "../domain/circuit/firmware/fnv.ts";
import { hashInput } from "../domain/circuit/firmware/ladder.ts";
import { lineCount } from "../domain/circuit/firmware/line-count.ts";
import { benchProgram } from "../domain/circuit/firmware/python/bench/bench-program.ts";
import { judgeRun } from "../domain/circuit/firmware/python/bench/judge-run.ts";
import type { BenchRecord } from "../domain/circuit/firmware/python/bench/parse-bench-record.ts";
import { parseBenchRecord } from "../domain/circuit/firmware/python/bench/parse-bench-record.ts";
import type { MicroPython } from "./micropython.ts";

/** Virtual seconds of a run: the slowest part of Unit 1, a stepper, turns for eight; it ends with the first measurement. */
const seconds = { 1: 20, 2: 2.5, 3: 2.5 } as const;

/**
 * Rungs L1 (its own compiler) and L3 (run against recording stubs) of the Python that this engine wrote. A file that does not compile is not
 * run.
 */
export function pythonProof(micropython: MicroPython): FirmwareProof {
  return (file, circuit) => {
    if (file.language !== "python") return [];
    const compiled = compileRung(file, micropython);
    return compiled.passed ? [compiled, benchRung(file, circuit, micropython)] : [compiled];
  };
}

function compileRung(file: CodeFile, micropython: MicroPython): LadderRung {
  const files = [file, ...(file.modules ?? [])];
  const problems = micropython.compile(files);
  const lines = files.reduce((sum, { content }) => sum + lineCount(content), 0);
  const input = files.flatMap(({ filename, content }) => [filename, content]).join("\0");
  const evidence: LadderEvidence = {
    tool: "MicroPython compile()",
    version: micropython.version,
    inputHash: `fnv1a64:${fnv1a64(input)}`,
    output: problems.length === 0 ? `${lines} lines in ${files.length} files compiled` : problems.join("\n"),
  };
  return { level: "L1", passed: problems.length === 0, evidence };
}

function benchRung(file: CodeFile, circuit: ProvenCircuit, micropython: MicroPython): LadderRung {
  const parts = circuit.parts.flatMap(({ id, catalogId, value }) => {
    const part = catalogId === null ? undefined : partById(catalogId);
    return part === undefined ? [] : [{ id, part, value }];
  });
  const wiring = { parts, nets: circuit.nets };
  const { output, error } = micropython.run(benchProgram(file, wiring, { seconds: seconds[file.unitNumber] }));
  const record = parseBenchRecord(output);
  const problems =
    record === null ? [`the run broke off: ${error ?? "it said nothing"}`] : judgeRun(file, record, wiring);
  const evidence: LadderEvidence = {
    tool: "MicroPython against ohm stubs",
    version: micropython.version,
    inputHash: hashInput(file, parts, circuit.nets),
    output: problems.length === 0 && record !== null ? sightOf(record) : problems.join("\n"),
  };
  return { level: "L3", passed: problems.length === 0, evidence };
}

/** `2.5 s: pins 21, 22, 25; addresses 0x3C, 0x76; longest turn 34 ms`. */
function sightOf(record: BenchRecord): string {
  const pins = Object.keys(record.pins);
  const addresses = [...record.addresses].sort((a, b) => a - b).map((each) => `0x${each.toString(16).toUpperCase()}`);
  return [
    `ran ${record.ranMs / 1000} s: ${pins.length === 0 ? "no pins" : `pins ${pins.join(", ")}`}`,
    ...(addresses.length === 0 ? [] : [`addresses ${addresses.join(", ")}`]),
    ...(record.fed === 0 ? [] : [`longest turn ${record.gapMs} ms`]),
    ...(record.sleptMs === null ? [] : [`then slept ${record.sleptMs / 1000} s`]),
  ].join("; ");
}
