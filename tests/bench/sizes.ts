import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const folder = "dist/worker";

/** What the budgets weigh, and what of the Worker a cold start has to parse before its first answer. */
export async function* sizeRows(): AsyncGenerator<string> {
  const budgets = spawnSync(process.execPath, ["scripts/budgets.mjs"], { encoding: "utf8" });
  yield budgets.stdout.trim() || budgets.stderr;
  const modules = withImports("index.js");
  const bytes = modules.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  yield `Worker, parsed at a cold start: ${(bytes / 1000).toFixed(0)} kB raw in ${modules.length} modules`;
}

/** A module and everything that it imports without asking for it later. */
function withImports(entry: string): string[] {
  const all = new Set([entry]);
  for (const name of all) {
    const text = readFileSync(join(folder, name), "utf8");
    for (const [, imported = ""] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) all.add(imported);
  }
  return [...all];
}
