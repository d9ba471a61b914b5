import type { CodeFile, LadderEvidence, LadderRung } from "../../domain/circuit/design.ts";
import type { FirmwareProof, ProvenCircuit } from "../../domain/circuit/firmware/firmware-proof.ts";
import { compilationHash, simulationHash } from "../../domain/circuit/firmware/program-text.ts";
import type { StoredRuns } from "./stored-runs.ts";
import { boardsOf, storedRuns } from "./stored-runs.ts";

/** What came of one stored compilation: sizes in bytes where it was linked, and the headers that were not the real library's. */
interface Compilation {
  programBytes: number | null;
  ramBytes: number | null;
  replaced: string[];
}

/** Rungs L4 and L5 of an AVR file, from what our tests compiled and simulated: only for exactly that program, board and wiring. */
export const storedEvidenceProof: FirmwareProof = (file, circuit) => rungsOf(storedRuns, file, circuit);

function rungsOf(runs: StoredRuns, file: CodeFile, circuit: ProvenCircuit): LadderRung[] {
  const boardId = circuit.parts.flatMap(({ catalogId }) => catalogId ?? []).find((id) => boardsOf.has(id));
  if (file.language !== "cpp" || boardId === undefined) return [];
  const hash = compilationHash(file.content, boardId, runs.toolchain);
  const compilation = compilationsOf(runs).get(shortOf(hash));
  if (compilation === undefined) return [];
  const rungs: LadderRung[] = [
    { level: "L4", passed: true, evidence: compiledEvidence(runs, hash, { boardId, ...compilation }) },
  ];
  const simulation = simulationHash(hash, circuit, runs.simulator);
  const said = runs.simulated
    .filter((line) => line.startsWith(`${shortOf(simulation)} `))
    .map((line) => line.slice(17));
  if (said.length === 0) return rungs;
  const evidence: LadderEvidence = {
    tool: "avr8js",
    version: runs.simulator.replace("avr8js ", ""),
    at: runs.at,
    inputHash: simulation,
    output: [...said, ...insteadOf(compilation)].join("\n"),
  };
  return [...rungs, { level: "L5", passed: true, evidence }];
}

function compiledEvidence(runs: StoredRuns, hash: string, it: Compilation & { boardId: string }): LadderEvidence {
  const sizes = boardsOf.get(it.boardId);
  const [compiler = "", version = ""] = runs.toolchain.split(/ (.*)/);
  const output =
    it.programBytes === null
      ? `compiled, not linked: of ${it.replaced.join(", ")} only our own declarations were there`
      : [
          `compiled and linked: ${it.programBytes} of ${sizes?.programBytes} bytes of flash, ${it.ramBytes} of ${sizes?.ramBytes} of RAM`,
          ...insteadOf(it),
        ].join("\n");
  return { tool: compiler, version, at: runs.at, inputHash: hash, output };
}

function insteadOf({ replaced }: Compilation): string[] {
  return replaced.length === 0 ? [] : [`in place of ${replaced.join(", ")} a small library of our own`];
}

const shortOf = (hash: string) => hash.slice(-16);

const read = new WeakMap<StoredRuns, Map<string, Compilation>>();

/** The table by hash, read once. */
function compilationsOf(runs: StoredRuns): Map<string, Compilation> {
  const known = read.get(runs);
  if (known !== undefined) return known;
  const table = new Map(
    runs.compiled
      .join(" ")
      .split(" ")
      .map((entry): [string, Compilation] => {
        const [hash = "", sizes = "", replaced = ""] = entry.split(":");
        const [programBytes, ramBytes] = sizes.split("+").map(Number);
        const isLinked = sizes !== "";
        return [
          hash,
          {
            programBytes: isLinked ? (programBytes ?? 0) : null,
            ramBytes: isLinked ? (ramBytes ?? 0) : null,
            replaced: replaced.split("+").flatMap((index) => (index === "" ? [] : (runs.headers[Number(index)] ?? []))),
          },
        ];
      }),
  );
  read.set(runs, table);
  return table;
}
