import type { LadderRung } from "../../domain/circuit/design.ts";
import type { FirmwareProof } from "../../domain/circuit/firmware/firmware-proof.ts";
import { fnv1a64 } from "../../domain/circuit/firmware/fnv.ts";
import { lineCount } from "../../domain/circuit/firmware/line-count.ts";
import { cppParser, cppSyntaxProblems } from "./cpp-syntax.ts";

/** Rung L1 of a C++ file: whether it parses. */
export const cppSyntaxProof: FirmwareProof = (file) => {
  if (file.language !== "cpp") return [];
  const problems = cppSyntaxProblems(file.content);
  const rung: LadderRung = {
    level: "L1",
    passed: problems.length === 0,
    evidence: {
      ...cppParser,
      inputHash: `fnv1a64:${fnv1a64([file.filename, file.content].join("\0"))}`,
      output:
        problems.length === 0
          ? `${lineCount(file.content)} lines parsed without an error`
          : problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`).join("\n"),
    },
  };
  return [rung];
};
