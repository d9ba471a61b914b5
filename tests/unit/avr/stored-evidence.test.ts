import { describe, expect, it } from "vitest";
import { storedEvidenceProof } from "../../../src/adapters/evidence/stored-evidence-proof.ts";
import { storedRuns } from "../../../src/adapters/evidence/stored-runs.ts";
import type { CodeFile, Design } from "../../../src/domain/circuit/design.ts";
import { compilationHash, programText, simulationHash } from "../../../src/domain/circuit/firmware/program-text.ts";
import { entriesOf, hashOf, simulatedFiles, simulator } from "./evidence.ts";
import { simulated } from "./plays.ts";
import { avrPrograms } from "./programs.ts";
import { designFor, unitOf } from "./stage.ts";

const { toolchain } = storedRuns;

describe("the table of stored runs", () => {
  it("[FW-51] simulates at least twelve designs, on all three boards", () => {
    expect(new Set(simulated.map(({ goal }) => goal)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(simulated.map(({ boardId }) => boardId)).size).toBe(3);
  });

  it("[FW-52] is of the simulator that is installed", () => {
    expect(storedRuns.simulator).toBe(simulator);
  });

  // Where it fails: npm run evidence.
  it("[FW-52] holds what the engine writes today, all of it and nothing else", () => {
    const programs = avrPrograms().map((program) => hashOf(program, toolchain));
    expect(new Set(entriesOf(storedRuns).map(({ hash }) => hash))).toEqual(new Set(programs));
    const simulations = simulatedFiles(toolchain).map(({ hash, says }) => `${hash} ${says}`);
    expect(new Set(storedRuns.simulated)).toEqual(new Set(simulations));
  });
});

describe("rungs from the table", () => {
  /** A simulated file that the table knows as it is written today. */
  const known = simulatedFiles(toolchain).findIndex(({ hash, says }) =>
    storedRuns.simulated.includes(`${hash} ${says}`),
  );
  const all = simulated.flatMap(({ goal, boardId, plays }) =>
    plays.map(({ unit, says }) => ({ goal, boardId, unit, says })),
  );
  const one = all[known];

  it("[FW-53] a file has L4 and L5 only with that program, board and wiring", () => {
    if (one === undefined) throw new Error("the table knows no simulated file");
    const design = designFor(one.goal);
    const file = unitOf(design, one.unit);
    const rungs = (it: CodeFile, circuit: Design) => storedEvidenceProof(it, circuit);
    const levels = (it: CodeFile, circuit: Design) => rungs(it, circuit).map(({ level }) => level);
    const [compiled, run] = rungs(file, design);
    expect(compiled).toMatchObject({
      level: "L4",
      passed: true,
      evidence: {
        tool: "avr-gcc",
        at: storedRuns.at,
        inputHash: compilationHash(file.content, one.boardId, toolchain),
        output: expect.stringMatching(/^compiled and linked: \d+ of \d+ bytes of flash, \d+ of \d+ of RAM/),
      },
    });
    expect(run).toMatchObject({ level: "L5", evidence: { tool: "avr8js", output: expect.stringContaining(one.says) } });
    expect(levels({ ...file, content: file.content.replace("setup", "setUp") }, design)).toEqual([]);
    expect(levels({ ...file, content: `// Somebody's lamp\n${file.content}` }, design)).toEqual(["L4", "L5"]);
    expect(levels({ ...file, language: "python" }, design)).toEqual([]);
    const nets = design.nets.map((net, index) => (index === 0 ? { ...net, pins: [...net.pins, "U1:A5"] } : net));
    expect(levels(file, { ...design, nets })).toEqual(["L4"]);
    const turned = { ...design, parts: [...design.parts].reverse(), nets: [...design.nets].reverse() };
    expect(levels(file, turned)).toEqual(["L4", "L5"]);
  });

  it("[FW-55] the program is the text without comments and empty lines", () => {
    expect(programText('int a; // b\n\n/* c\n d */ char s[] = "// no"; \n')).toBe('int a;\n  char s[] = "// no";');
    const hash = compilationHash("int a;", "uno-r3", "x");
    expect(hash).toMatch(/^fnv1a64:[0-9a-f]{16}$/);
    expect(compilationHash("int a; // b", "uno-r3", "x")).toBe(hash);
    expect(compilationHash("int a;", "arduino-nano", "x")).not.toBe(hash);
    expect(compilationHash("int a;", "uno-r3", "y")).not.toBe(hash);
    const nothing = { parts: [], nets: [] };
    expect(simulationHash(hash, nothing, "s")).not.toBe(simulationHash(hash, nothing, "t"));
  });
});
