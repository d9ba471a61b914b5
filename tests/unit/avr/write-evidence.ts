// npm run evidence [-- --all]: compiles and simulates what is not in the table of stored runs yet, and writes it. With --all
// everything is done anew.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { storedRuns } from "../../../src/adapters/evidence/stored-runs.ts";
import { AvrCompiler, hasAvrToolchain, toolchainVersion } from "./avr-toolchain.ts";
import {
  compileAll,
  entriesOf,
  entryOf,
  hashOf,
  simulateAll,
  simulatedFiles,
  simulator,
  tableSource,
} from "./evidence.ts";
import { avrPrograms } from "./programs.ts";

if (!hasAvrToolchain) {
  console.error("Needs Debian's gcc-avr, avr-libc and arduino-core-avr.");
  process.exit(1);
}
const toolchain = toolchainVersion();
const isSame =
  storedRuns.toolchain === toolchain && storedRuns.simulator === simulator && !process.argv.includes("--all");
const stored = new Map(isSame ? entriesOf(storedRuns).map((entry) => [entry.hash, entry]) : []);
const compiler = new AvrCompiler();
process.on("exit", () => compiler.close());
const programs = avrPrograms().map((program) => ({ program, hash: hashOf(program, toolchain) }));
const missing = programs.filter(({ hash }) => !stored.has(hash)).map(({ program }) => program);
console.log(`Compiling ${missing.length} of ${programs.length} programs ...`);
const compiled = await compileAll(missing, compiler);
const entries = programs.flatMap(({ program, hash }) => {
  const now = compiled.get(program);
  return now === undefined ? (stored.get(hash) ?? []) : entryOf(hash, now);
});
console.log(`${entries.filter(({ sizes }) => sizes !== "").length} are linked. Simulating ...`);
const seen = new Set(isSame ? storedRuns.simulated : []);
const wanted = simulatedFiles(toolchain).filter(({ hash, says }) => !seen.has(`${hash} ${says}`));
await simulateAll(compiler, (says) => wanted.some((one) => one.says === says));
const path = join(import.meta.dirname, "../../../src/adapters/evidence/stored-runs.ts");
const at = missing.length === 0 && wanted.length === 0 ? storedRuns.at : new Date().toISOString().slice(0, 10);
writeFileSync(path, tableSource({ at, toolchain, entries }));
spawnSync("biome", ["format", "--write", path], { stdio: "inherit" });
console.log(`${entries.length} compilations, ${simulatedFiles(toolchain).length} simulations: ${path}`);
