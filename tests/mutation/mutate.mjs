// npm run mutation [-- file ...] [--sample=N]: the mutation score of the circuit rules, file by file. Stryker's instrumenter makes the mutants; it
// is no dependency of the project but installed by name into a folder of its own that git ignores. Stryker's own runner starts the tests anew
// for each mutant, which took 3 s each; here all mutants are in one bundle and one process switches them on in turn.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const version = "10.1.1";
const home = ".mutation";
const rulesFolder = "src/domain/circuit/rules";
const fixesFolder = "src/domain/circuit/fixes";
/** Lists and types, which hold nothing that could be wrong in a way that a test of a rule sees. */
const notMutated = ["registry.ts", "rule.ts", "rule-rows.ts", "circuit-from-request.ts"];
const tests = [
  "rules.test",
  "destroying-circuits.test",
  "board-circuits.test",
  "unmet-wishes.test",
  "power-and-cost.test",
];
/** Property tests take seconds each and would run for every mutant that survives: the score is that of the others. */
const leftOut = /mistakes|converge/;

function installInstrumenter() {
  const path = join(home, "node_modules/@stryker-mutator/instrumenter/dist/src/index.js");
  if (!existsSync(path)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), JSON.stringify({ name: "ohm-mutation", private: true }));
    const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", `@stryker-mutator/instrumenter@${version}`];
    if (spawnSync("npm", args, { cwd: home, stdio: "inherit" }).status !== 0) process.exit(1);
  }
  return import(pathToFileURL(resolve(path)).href);
}

/** Source files of the rules and fixes, or those that were named. */
function filesToMutate(wanted) {
  return [rulesFolder, fixesFolder]
    .flatMap((folder) => readdirSync(folder).map((name) => ({ folder, name })))
    .filter(({ name }) => name.endsWith(".ts") && !notMutated.includes(name))
    .filter(({ name }) => wanted.length === 0 || wanted.some((each) => name.includes(each)))
    .map(({ folder, name }) => resolve(folder, name));
}

async function instrumented(files) {
  const { Instrumenter } = await installInstrumenter();
  const silent = new Proxy({}, { get: () => () => false });
  const sources = files.map((name) => ({ name, content: readFileSync(name, "utf8"), mutate: true }));
  // Messages are words: another wording breaks nothing.
  const options = { excludedMutations: ["StringLiteral"], plugins: null, ignorers: [], noHeader: false };
  return new Instrumenter(silent).instrument(sources, options);
}

async function bundled(sources) {
  const contents = new Map(sources.map(({ name, content }) => [name, content]));
  const rules = readdirSync("tests/unit/circuit/rules").filter((name) => name.endsWith(".test.ts"));
  const entries = [...tests.map((name) => `./${name}.ts`), ...rules.map((name) => `./rules/${name}`)];
  const outfile = resolve(home, "bundle.mjs");
  await build({
    stdin: {
      contents: entries.map((path) => `import ${JSON.stringify(path)};`).join("\n"),
      resolveDir: resolve("tests/unit/circuit"),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    alias: { vitest: resolve("tests/mutation/vitest-stand-in.mjs") },
    plugins: [
      {
        name: "mutants",
        setup: (on) =>
          on.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const content = contents.get(path);
            return content === undefined ? undefined : { contents: content, loader: "ts" };
          }),
      },
    ],
  });
  return pathToFileURL(outfile).href;
}

/** The tests of a fresh copy of the bundle, with this mutant on from its first line. */
async function load(url, space, mutant) {
  space.activeMutant = mutant;
  try {
    await import(`${url}?${mutant ?? "none"}`);
    return globalThis.ruleTests.filter(({ name }) => !leftOut.test(name));
  } catch {
    return null;
  }
}

async function fails({ run }) {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

/** Whether any of these tests fails while the mutant is on. A mutant that is met a million times runs in circles. */
async function isNoticed(all, space, mutant) {
  Object.assign(space, { activeMutant: mutant, hitCount: 0, hitLimit: 1_000_000 });
  let noticed = false;
  for (const test of all) {
    noticed = await fails(test);
    if (noticed) break;
  }
  space.activeMutant = undefined;
  return noticed;
}

/** Every n-th mutant of a file, so that each file has `most` of them at most; the same ones each time. */
const sampled = (mutants, most) => {
  const step = Math.max(1, mutants.length / most);
  return Array.from({ length: Math.min(most, mutants.length) }, (_, at) => mutants[Math.floor(at * step)]);
};

const args = process.argv.slice(2);
const most = Number(args.find((arg) => arg.startsWith("--sample="))?.slice(9) ?? Number.POSITIVE_INFINITY);
const { files, mutants: made } = await instrumented(filesToMutate(args.filter((arg) => !arg.startsWith("--"))));
const mutants = made.filter(({ mutatorName }) => mutatorName !== "StringLiteral");
const url = await bundled(files);
globalThis.__stryker__ = { mutantCoverage: { static: {}, perTest: {} } };
const space = globalThis.__stryker__;
const all = await load(url, space, undefined);
const covering = new Map();
for (const [at, test] of all.entries()) {
  space.currentTestId = String(at);
  if (await fails(test)) throw new Error(`without a mutant this fails already: ${test.name}`);
  for (const id of Object.keys(space.mutantCoverage.perTest[at] ?? {}))
    covering.set(id, [...(covering.get(id) ?? []), test]);
}
space.currentTestId = undefined;
let [noticedInAll, judgedInAll] = [0, 0];
for (const [file, own] of Map.groupBy(mutants, ({ fileName }) => fileName)) {
  const survived = [];
  const judged = sampled(own, most);
  for (const mutant of judged) {
    let own = covering.get(mutant.id);
    if (own === undefined && space.mutantCoverage.static[mutant.id] !== undefined)
      own = await load(url, space, mutant.id);
    if (own !== null && !(await isNoticed(own ?? [], space, mutant.id))) survived.push(mutant);
  }
  noticedInAll += judged.length - survived.length;
  judgedInAll += judged.length;
  console.log(
    `${file.replace(`${process.cwd()}/`, "")}: ${judged.length - survived.length} of ${judged.length} noticed`,
  );
  for (const { location, mutatorName, replacement } of survived)
    console.log(`  ${location.start.line + 1}: ${mutatorName} -> ${replacement.replaceAll(/\s+/g, " ").slice(0, 90)}`);
}
console.log(
  `Mutation score: ${((100 * noticedInAll) / judgedInAll).toFixed(1)} % (${noticedInAll} of ${judgedInAll} mutants, ${all.length} tests)`,
);
