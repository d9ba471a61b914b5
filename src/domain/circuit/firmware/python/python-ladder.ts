import type { DesignNet, LadderRung } from "../../design.ts";
import type { UncheckedFile } from "../check-file.ts";
import { maxFileLength } from "../check-file.ts";
import { unbalanced } from "../cpp-tokens.ts";
import { hashInput, rungNotRun } from "../ladder.ts";
import type { WiredPart } from "../wired-part.ts";
import { checkPython } from "./check-python.ts";
import { pythonDriverOf } from "./python-driver-table.ts";
import type { PythonSource } from "./python-tokens.ts";
import { readPython } from "./python-tokens.ts";

const checkerVersion = "1";

const notRun = {
  L1: "not run here: MicroPython's compiler was not asked",
  L3: "not run here: the program was not executed against recording stubs",
  L4: "not run here: MicroPython compiles on the board itself",
  L5: "not run here: no simulator of this board",
} as const;

const semver = /^\d+\.\d+\.\d+$/;

/** Modules of MicroPython's firmware for these boards that our programs may import. */
const firmwareModules: ReadonlySet<string> = new Set(
  "array dht ds18x20 errno framebuf gc json machine math micropython neopixel network onewire os random re select socket struct sys time".split(
    " ",
  ),
);

/** Rung L0: what is wrong with the fields of a Python file; empty when nothing is. */
function pythonProblems(file: UncheckedFile, source: PythonSource, parts: readonly WiredPart[]): string[] {
  const bracket = unbalanced(source.tokens);
  const modules = new Set((file.modules ?? []).map(({ filename }) => filename.replace(/\.py$/, "")));
  const listed = new Set(file.libraries.map(({ name }) => name));
  const known = new Set(parts.flatMap(({ part }) => pythonDriverOf(part.id)?.install?.name ?? []));
  const foreign = [...source.imports].filter(
    (name) => source.imports.has(name) && !firmwareModules.has(name) && !modules.has(name) && !listed.has(name),
  );
  return [
    ...(file.filename === "main.py" ? [] : ["filename: not main.py"]),
    ...(file.language === "python" ? [] : ["language: not python"]),
    ...([1, 2, 3].includes(file.unitNumber) ? [] : ["unitNumber: not 1, 2 or 3"]),
    ...(file.content.length <= maxFileLength ? [] : [`content: longer than ${maxFileLength}`]),
    ...(bracket === null ? [] : [`content: "${bracket.text}" in line ${bracket.line} has no partner`]),
    ...foreign.map((name) => `libraries: ${name} is imported, and nothing brings it`),
    ...[...listed].filter((name) => !known.has(name)).map((name) => `libraries: ${name} is listed for no part`),
    ...[...listed, ...modules]
      .filter((name) => !source.imports.has(name))
      .map((name) => `libraries: ${name} is never imported`),
    ...file.libraries
      .filter(({ version }) => !semver.test(version))
      .map(({ name }) => `libraries: ${name} has no version`),
    ...(file.unitNumber === 1 || file.expectedSerial === undefined ? [] : ["expectedSerial: only Unit 1 has it"]),
  ];
}

/**
 * Climbs the ladder for one Python file as far as reading its text goes: L0 (its fields) and L2 (its pins, buses and addresses against
 * the wiring). L1 and L3 need MicroPython itself and are filled in by whoever has it.
 */
export function climbPythonLadder(
  file: UncheckedFile,
  parts: readonly WiredPart[],
  nets: readonly DesignNet[],
): LadderRung[] {
  const inputHash = hashInput(file, parts, nets);
  const source = readPython(file.content.slice(0, maxFileLength));
  const problems = pythonProblems(file, source, parts);
  const evidence = (tool: string, output: string) => ({ tool, version: checkerVersion, inputHash, output });
  const schema: LadderRung = {
    level: "L0",
    passed: problems.length === 0,
    evidence: evidence(
      "ohm file schema",
      problems.length === 0 ? "all fields parsed; everything that the file imports is there" : problems.join("\n"),
    ),
  };
  return [
    schema,
    rungNotRun("L1", notRun.L1),
    wiringRung(),
    rungNotRun("L3", notRun.L3),
    rungNotRun("L4", notRun.L4),
    rungNotRun("L5", notRun.L5),
  ];

  function wiringRung(): LadderRung {
    if (problems.length > 0)
      return { level: "L2", passed: false, evidence: null, reason: "not run here: the file did not pass L0" };
    const { findings, summary } = checkPython(source, parts, nets);
    const wrong = findings.filter((finding) => finding.severity !== "I");
    const output = wrong.length === 0 ? `${summary}, as in the wiring` : wrong.map(({ message }) => message).join("\n");
    return { level: "L2", passed: wrong.length === 0, evidence: evidence("ohm firmware-wiring", output) };
  }
}
