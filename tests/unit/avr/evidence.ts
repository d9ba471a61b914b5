import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compilationHash, simulationHash } from "../../../src/domain/circuit/firmware/program-text.ts";
import type { AvrCompiler, Compiled } from "./avr-toolchain.ts";
import { avrTargets, eachOf, targetOf } from "./avr-toolchain.ts";
import { simulated } from "./plays.ts";
import type { AvrProgram } from "./programs.ts";
import { designFor, Stage, unitOf } from "./stage.ts";

const lock = join(import.meta.dirname, "../../../node_modules/avr8js/package.json");

/** What simulates, with its version: `avr8js 0.21.1`. */
export const simulator = `avr8js ${JSON.parse(readFileSync(lock, "utf8")).version}`;

const short = (hash: string) => hash.slice(-16);

/** The short hash of a program's compilation. */
export const hashOf = ({ content, target }: AvrProgram, toolchain: string) =>
  short(compilationHash(content, target.catalogId, toolchain));

/** Every simulated file: the short hash of program, board and wiring, and what it did. */
export function simulatedFiles(toolchain: string): { hash: string; says: string }[] {
  return simulated.flatMap(({ goal, boardId, plays }) => {
    const design = designFor(goal);
    return plays.map(({ unit, says }) => {
      const compilation = compilationHash(unitOf(design, unit).content, boardId, toolchain);
      return { hash: short(simulationHash(compilation, design, simulator)), says };
    });
  });
}

/** Compiles programs; throws at the first that has an error or a warning. */
export async function compileAll(
  programs: readonly AvrProgram[],
  compiler: AvrCompiler,
): Promise<Map<AvrProgram, Compiled>> {
  const results = new Map<AvrProgram, Compiled>();
  await eachOf(programs, async (program) => {
    const compiled = await compiler.compile(program.content, program.target);
    if (compiled.said !== "") throw new Error(`${program.name}: ${compiled.said}`);
    results.set(program, compiled);
  });
  return results;
}

/** Simulates the plays that are wanted; throws at the first that does something else. */
export async function simulateAll(
  compiler: AvrCompiler,
  isWanted: (says: string, goal: string) => boolean,
): Promise<void> {
  for (const { goal, boardId, plays } of simulated) {
    const design = designFor(goal);
    for (const { unit, act } of plays.filter(({ says }) => isWanted(says, goal))) {
      const { hex } = await compiler.compile(unitOf(design, unit).content, targetOf(boardId));
      if (hex === undefined) throw new Error(`${goal}: not linked`);
      await act(new Stage(design, hex, targetOf(boardId)));
    }
  }
}

/** A compilation as it stands in the table: hash, bytes of flash and RAM where it was linked, headers that were not the real library's. */
export function entryOf(hash: string, { hex, programBytes, ramBytes, declaredOnly, standIns }: Compiled): TableEntry {
  // What was linked is replaced by stand-ins; what was not, lacks what was only declared.
  const replaced = hex === undefined ? [...declaredOnly, ...standIns] : standIns;
  return { hash, sizes: hex === undefined ? "" : `${programBytes}+${ramBytes}`, replaced };
}

/** One line of the table, with headers by name. */
export interface TableEntry {
  hash: string;
  sizes: string;
  replaced: string[];
}

/** The entries of a table that was written before. */
export function entriesOf({
  compiled,
  headers,
}: {
  compiled: readonly string[];
  headers: readonly string[];
}): TableEntry[] {
  return compiled.flatMap((line) =>
    line.split(" ").map((entry) => {
      const [hash = "", sizes = "", replaced = ""] = entry.split(":");
      const names = replaced.split("+").flatMap((index) => (index === "" ? [] : (headers[Number(index)] ?? [])));
      return { hash, sizes, replaced: names };
    }),
  );
}

/** Lines of at most 110 characters, each a text in the table. */
function packed(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 110) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The table as source. */
export function tableSource({
  at,
  toolchain,
  entries,
}: {
  at: string;
  toolchain: string;
  entries: TableEntry[];
}): string {
  const headers = [...new Set(entries.flatMap(({ replaced }) => replaced))].sort();
  const words = entries.map(
    ({ hash, sizes, replaced }) => `${hash}:${sizes}:${replaced.map((header) => headers.indexOf(header)).join("+")}`,
  );
  const texts = (lines: readonly string[]) => lines.map((line) => `    ${JSON.stringify(line)},\n`).join("");
  const boards = avrTargets.map(
    ({ catalogId, programBytes, ramBytes }) =>
      `  ["${catalogId}", { programBytes: ${programBytes}, ramBytes: ${ramBytes} }],\n`,
  );
  const said = simulatedFiles(toolchain).map(({ hash, says }) => `${hash} ${says}`);
  return `// Written by \`npm run evidence\`, which compiles and simulates what is in it. Not to be edited.

/** Runs of our tests. A hash is the last 16 digits of the input's; \`compiled\` holds hash:flash+RAM:headers that were replaced. */
export interface StoredRuns {
  /** ISO date of the runs. */
  at: string;
  toolchain: string;
  simulator: string;
  /** Headers for which something of our own stood in. */
  headers: readonly string[];
  compiled: readonly string[];
  /** Hash of program, board and wiring, and what was seen. */
  simulated: readonly string[];
}

/** AVR boards by catalogue id, with what they hold. */
export const boardsOf: ReadonlyMap<string, { programBytes: number; ramBytes: number }> = new Map([
${boards.join("")}]);

export const storedRuns: StoredRuns = {
  at: "${at}",
  toolchain: "${toolchain}",
  simulator: "${simulator}",
  headers: [
${texts(headers)}  ],
  compiled: [
${texts(packed(words))}  ],
  simulated: [
${texts(said)}  ],
};
`;
}
