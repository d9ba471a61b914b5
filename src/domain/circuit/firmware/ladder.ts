import type { CodeFile, DesignNet, LadderRung } from "../design.ts";
import type { UncheckedFile } from "./check-file.ts";
import { fileProblems, maxFileLength } from "./check-file.ts";
import { checkWiring } from "./check-wiring.ts";
import type { CppSource } from "./cpp-tokens.ts";
import { readTokens } from "./cpp-tokens.ts";
import { fnv1a64 } from "./fnv.ts";
import type { WiredPart } from "./wired-part.ts";

const checkerVersion = "1";

/** The rungs that this build does not run, with the reason that people read. */
const notRun = {
  L1: "not run here: no parser was at hand",
  L3: "not run here: only MicroPython can be executed against recording stubs",
  L4: "not run here: a compiler runs in our tests only, and no stored run is of exactly this file",
  L5: "not run here: a simulator runs in our tests only, and no stored run is of exactly this file and wiring",
} as const;

/** A rung that nothing has looked at, with the reason that people read. */
export function rungNotRun(level: LadderRung["level"], reason: string): LadderRung {
  return { level, passed: false, evidence: null, reason };
}

/** Names exactly the file and the wiring that were looked at: another byte or wire gives another hash. */
export function hashInput(
  file: Pick<CodeFile, "filename" | "content" | "modules">,
  parts: readonly WiredPart[],
  nets: readonly DesignNet[],
): string {
  const wiring = {
    parts: parts.map(({ id, part, value }) => [id, part.id, value]),
    nets: nets.map(({ id, kind, pins }) => [id, kind, pins]),
  };
  const modules = (file.modules ?? []).flatMap(({ filename, content }) => [filename, content]);
  return `fnv1a64:${fnv1a64([file.filename, file.content, ...modules, JSON.stringify(wiring)].join("\0"))}`;
}

/**
 * Climbs the verification ladder for one C++ file: L0 (its fields) and L2 (its pins, buses and addresses against the wiring)
 * are run, the others say why they are not. A rung without evidence was not run; L2 is not run on a file that fails L0.
 */
export function climbLadder(
  file: UncheckedFile,
  parts: readonly WiredPart[],
  nets: readonly DesignNet[],
): LadderRung[] {
  const inputHash = hashInput(file, parts, nets);
  const source = readTokens(file.content.slice(0, maxFileLength));
  const problems = fileProblems(file, source, parts);
  const schema: LadderRung = {
    level: "L0",
    passed: problems.length === 0,
    evidence: {
      tool: "ohm file schema",
      version: checkerVersion,
      inputHash,
      output:
        problems.length === 0
          ? "all fields parsed; the libraries are those that the file includes"
          : problems.join("\n"),
    },
  };
  return [
    schema,
    rungNotRun("L1", notRun.L1),
    wiringRung(source, { parts, nets, inputHash, readable: schema.passed }),
    rungNotRun("L3", notRun.L3),
    rungNotRun("L4", notRun.L4),
    rungNotRun("L5", notRun.L5),
  ];
}

interface WiringInput {
  parts: readonly WiredPart[];
  nets: readonly DesignNet[];
  inputHash: string;
  readable: boolean;
}

function wiringRung(source: CppSource, input: WiringInput): LadderRung {
  if (!input.readable) return rungNotRun("L2", "not run here: the file did not pass L0");
  const { findings, summary } = checkWiring(source, input.parts, input.nets);
  const wrong = findings.filter((finding) => finding.severity !== "I");
  return {
    level: "L2",
    passed: wrong.length === 0,
    evidence: {
      tool: "ohm firmware-wiring",
      version: checkerVersion,
      inputHash: input.inputHash,
      output: wrong.length === 0 ? `${summary}, as in the wiring` : wrong.map((finding) => finding.message).join("\n"),
    },
  };
}

/** Production ready: Unit 3 with L0, L1 and L2 passed, the rungs that a request can run for C++. */
export function isProductionReady(unitNumber: number, ladder: readonly LadderRung[]): boolean {
  return unitNumber === 3 && ladder.slice(0, 3).every((rung) => rung.passed);
}
