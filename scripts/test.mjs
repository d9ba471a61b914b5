// npm test [-- project ...] [--complete]: installs what is missing and runs every project, one after the other.
// With --complete a test that could not run is a failure.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringToolchain } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const projects = wanted.length > 0 ? wanted : ["unit", "workers", "e2e"];
const complete = process.argv.includes("--complete");
const folder = mkdtempSync(join(tmpdir(), "ohm-test-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

if (projects.includes("unit") && spawnSync("g++", ["--version"]).status !== 0) install("g++");
const avr = ["gcc-avr", "avr-libc", "arduino-core-avr"];
const hasAvr = existsSync("/usr/share/arduino/hardware/arduino/avr/cores/arduino/Arduino.h");
if (projects.includes("unit") && (!hasAvr || spawnSync("avr-g++", ["--version"]).status !== 0)) install(...avr);
if (projects.includes("e2e")) process.env.OHM_CHROMIUM = chromium();
const sum = { passed: 0, failed: 0, notRun: /** @type {string[]} */ ([]) };
for (const project of projects) {
  const counts = join(folder, `${project}.json`);
  const run = spawnSync(
    "vitest",
    ["run", "--project", project, "--passWithNoTests", "--reporter=dot", "--reporter=./scripts/count-tests.mjs"],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        OHM_COUNTS: counts,
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_WRITE_LOGS: "false",
      },
      shell: process.platform === "win32",
    },
  );
  const seen = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : { passed: 0, failed: 0, notRun: [] };
  // A project that cannot even start reports no test.
  if (run.status !== 0 && seen.failed === 0) seen.failed = 1;
  sum.passed += seen.passed;
  sum.failed += seen.failed;
  sum.notRun.push(...seen.notRun);
}

if (sum.notRun.length > 0)
  console.log(`\n${sum.notRun.length} not run\n${sum.notRun.map((line) => `  not run: ${line}`).join("\n")}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 || sum.passed === 0 || (complete && sum.notRun.length > 0) ? 1 : 0);

/** The browser for the e2e tests: Debian's, installed when we may and it is missing; "" when there is none. */
function chromium() {
  const found = () =>
    [process.env.OHM_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
      (path) => path && existsSync(path),
    );
  if (!found()) install("chromium");
  return found() ?? "";
}

/** Installs packages of Debian's where we are root; where we are not, the tests that need them are listed as not run. @param {string[]} names */
function install(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${names.join(", ")}, once ...`);
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const apt = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], apt);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], apt);
}
