// node tests/bench/audit-diagrams.ts <folder> [seed] [number]: reads and checks every diagram.json of a folder that lies outside of the
// repository, prints verdicts, findings by rule, what was not read, and draws findings by the seed for docs/engine-audit.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../src/domain/circuit/design.ts";
import { checkCircuit } from "../../src/domain/circuit/rules/check-circuit.ts";
import { importDiagram, inTheirWords } from "../../src/domain/circuit/wokwi/import-diagram.ts";
import { wokwiDiagram } from "../../src/protocol/design.ts";

const [folder = "", seedText = "1", numberText = "60"] = process.argv.slice(2);
if (folder === "") throw new Error("Name the folder with the diagrams.");

interface Found {
  file: string;
  finding: Finding;
}

const counts = (words: readonly string[]) => {
  const sums = new Map<string, number>();
  for (const word of words) sums.set(word, (sums.get(word) ?? 0) + 1);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};

const list = (title: string, words: readonly string[]) => {
  console.log(`\n${title}`);
  for (const [word, sum] of counts(words)) console.log(`  ${String(sum).padStart(5)}  ${word}`);
};

const verdicts: string[] = [];
const found: Found[] = [];
const refused: string[] = [];
const crashed: string[] = [];
const unknownTypes: string[] = [];
const stockPins: string[] = [];
const strangePins: string[] = [];
let milliseconds = 0;

for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith(".json")) continue;
  const read = wokwiDiagram.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
  if (!read.success) {
    refused.push(`${file}: ${read.error.issues[0]?.message ?? ""}`);
    continue;
  }
  try {
    const start = performance.now();
    const imported = importDiagram(read.data);
    const { verdict, findings } = checkCircuit(imported.circuit, {
      requirements: null,
      language: "en",
      usesWifi: null,
    });
    milliseconds += performance.now() - start;
    verdicts.push(verdict);
    for (const finding of inTheirWords(findings, imported)) found.push({ file, finding });
    unknownTypes.push(...imported.unknownParts.map(({ type, isStock }) => `${type}${isStock ? " (stock)" : ""}`));
    const types = new Map(read.data.parts.map(({ id, type }) => [id, type]));
    for (const pin of imported.unknownPins) {
      const type = types.get(pin.slice(0, pin.indexOf(":")));
      (type === undefined ? strangePins : stockPins).push(`${file} ${pin}, ${type ?? "no such part"}`);
    }
  } catch (error) {
    crashed.push(`${file}: ${String(error)}`);
  }
}

console.log(
  `${verdicts.length} diagrams checked in ${milliseconds.toFixed(0)} ms, ${refused.length} refused, ${crashed.length} crashed`,
);
for (const line of [...refused, ...crashed]) console.log(`  ${line}`);
list("Verdicts", verdicts);
list(
  "Findings by rule",
  found.map(({ finding }) => `${finding.severity} ${finding.ruleId}`),
);
list("Part types that are not checked", unknownTypes);
list("Pins that the part does not have", stockPins);
list("Pins of parts that are not in the diagram", strangePins);

/** Numbers in 0..1 from a seed: mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = generator(Number(seedText));
const drawn = [...found];
for (let index = drawn.length - 1; index > 0; index--) {
  const other = Math.floor(next() * (index + 1));
  const [one, two] = [drawn[index], drawn[other]];
  if (one !== undefined && two !== undefined) [drawn[index], drawn[other]] = [two, one];
}
console.log(`\n${numberText} of ${found.length} findings, seed ${seedText}`);
for (const [index, { file, finding }] of drawn.slice(0, Number(numberText)).entries()) {
  const { severity, ruleId, message, pins, measured, limit, source } = finding;
  const figures = measured && limit ? ` [${measured.value} ${measured.unit}, limit ${limit.value} ${limit.unit}]` : "";
  console.log(
    `${index + 1}. ${file} ${severity} ${ruleId}: ${message}${figures} {${pins.slice(0, 6).join(", ")}} (${source ?? "no figure"})`,
  );
}
