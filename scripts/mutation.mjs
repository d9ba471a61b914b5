// npm run mutation [-- file ...]: mutation score of the circuit rules, file by file. The tool is no dependency of the project: it is
// installed by name into a folder of its own that git ignores. `npm run mutation -- led-resistor` looks at files with that in their name.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bringToolchain, stop } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);

const version = "10.1.1";
const home = ".mutation";
const rulesFolder = "src/domain/circuit/rules";
/** What is no rule: lists, types, and the table of rules. */
const notMutated = ["registry.ts", "rule.ts", "rule-rows.ts"];
/** The tests that know the rules; the whole suite would take hours. */
const tests = ["rules/*", "rules", "destroying-circuits", "board-circuits", "unmet-wishes", "power-and-cost"].map(
  (name) => `tests/unit/circuit/${name}.test.ts`,
);

function install() {
  if (existsSync(join(home, "node_modules/@stryker-mutator/vitest-runner/package.json"))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), JSON.stringify({ name: "ohm-mutation", private: true }));
  const names = ["core", "vitest-runner"].map((name) => `@stryker-mutator/${name}@${version}`);
  // Without peers: the project's own vitest runs the tests.
  const args = ["install", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error", ...names];
  if (spawnSync("npm", args, { cwd: home, stdio: "inherit" }).status !== 0)
    stop("The mutation tool was not installed.");
}

/** @param {string} file @returns {{killed: number, all: number, survived: string[]}} */
function mutate(file) {
  const report = join(home, `${basename(file)}.json`);
  const config = {
    testRunner: "vitest",
    plugins: [join(process.cwd(), home, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    vitest: { configFile: `${home}/vitest.config.mjs`, related: false },
    mutate: [file],
    // Messages are words: another wording breaks nothing.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignorePatterns: ["dist", ".wrangler", ".build", ".git", "docs", "web", "workers", "migrations"],
    tempDirName: `${home}/sandbox`,
    coverageAnalysis: "perTest",
    concurrency: 1,
    reporters: ["json"],
    jsonReporter: { fileName: report },
    disableTypeChecks: false,
    // It would rewrite the project's by TypeScript's JS API, which TypeScript 7 has not; nothing here needs it.
    tsconfigFile: `${home}/none.json`,
    allowEmpty: true,
    timeoutMS: 20_000,
  };
  writeFileSync(join(home, "stryker.json"), JSON.stringify(config));
  const stryker = join(home, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const done = spawnSync("nice", ["-n", "15", process.execPath, stryker, "run", join(home, "stryker.json")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) stop(`The mutation run of ${file} failed.`);
  const { mutants } = JSON.parse(readFileSync(report, "utf8")).files[file] ?? { mutants: [] };
  return summed(mutants);
}

/** @param {{status: string, mutatorName: string, replacement: string, location: {start: {line: number}}}[]} mutants */
function summed(mutants) {
  const judged = mutants.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
  const killed = judged.filter(({ status }) => status === "Killed" || status === "Timeout");
  const survived = judged
    .filter((mutant) => !killed.includes(mutant))
    .map((mutant) => `  ${mutant.location.start.line}: ${mutant.mutatorName} ${mutant.replacement.slice(0, 80)}`);
  return { killed: killed.length, all: judged.length, survived };
}

install();
writeFileSync(
  join(home, "vitest.config.mjs"),
  `export default { test: { include: ${JSON.stringify(tests)}, environment: "node", testTimeout: 60000 } };\n`,
);
const wanted = process.argv.slice(2);
const files = readdirSync(rulesFolder)
  .filter((name) => name.endsWith(".ts") && !notMutated.includes(name))
  .filter((name) => wanted.length === 0 || wanted.some((each) => name.includes(each)));
let [killed, all] = [0, 0];
for (const name of files) {
  const result = mutate(`${rulesFolder}/${name}`);
  killed += result.killed;
  all += result.all;
  console.log([`${name}: ${result.killed} of ${result.all} mutants noticed`, ...result.survived].join("\n"));
}
console.log(
  `Mutation score: ${((100 * killed) / Math.max(all, 1)).toFixed(1)} % (${killed} of ${all}, ${files.length} files)`,
);
