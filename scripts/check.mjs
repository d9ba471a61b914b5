// npm run check: everything a change must pass. All steps run, so that one look shows all that is wrong.
import { spawnSync } from "node:child_process";
import { bringToolchain } from "./toolchain.mjs";

await bringToolchain(import.meta.filename);

const steps = {
  "format and lint": "biome ci . --error-on-warnings --colors=off",
  types: "tsc -b",
  "dead code": "knip --no-progress",
  build: "node scripts/build-worker.mjs && node scripts/build-client.mjs",
  budgets: "node scripts/budgets.mjs",
  tests: "node scripts/test.mjs",
};
const failed = Object.entries(steps).filter(([name, command]) => {
  console.log(`\n== ${name}`);
  return spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"] }).status !== 0;
});
console.log(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.map(([name]) => name).join(", ")}.`);
process.exit(failed.length === 0 ? 0 : 1);
