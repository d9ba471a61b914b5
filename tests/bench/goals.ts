// npm run goals [-- --write]: what the engine makes of every goal in tests/fixtures/goals, and the CPU that a design takes. With --write the
// table goes into docs/engine.md, with the day.

import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { allGoals } from "../fixtures/goals/all-goals.ts";
import { designCpuMs, goalRow, goalTable, runCpuMs } from "./goal-table.ts";
import { quantile } from "./rows.ts";

const document = new URL("../../docs/engine.md", import.meta.url);
const marks = { from: "<!-- goals -->", to: "<!-- /goals -->" };

const goals = allGoals.map(({ goal }) => goal);
const served = allGoals.filter(({ status }) => status === undefined).map(({ goal }) => goal);
const rows = goals.map(goalRow);
const cpu = designCpuMs(served, 5);

for (const [at, row] of rows.entries()) {
  const ms = cpu.get(row.goal);
  console.log(`${at + 1}. ${row.goal}`);
  const figures = [row.coverage, row.verdict, row.cost, row.rungs, ms === undefined ? "" : `${ms.toFixed(1)} ms`];
  console.log(`   ${figures.filter((figure) => figure !== "").join(" · ")}`);
  if (row.runnerUp !== "") console.log(`   runner-up: ${row.runnerUp}`);
}
const fifty = served.slice(0, 50);
const figures = [...cpu.values()];
const load = `${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`;
const summary = [
  `CPU per design, ${fifty.length} distinct goals in one run less an empty one: mean ${runCpuMs(fifty).toFixed(1)} ms`,
  `CPU per design, each goal by itself, median of 5: p50 ${quantile(figures, 0.5).toFixed(1)} ms, max ${Math.max(...figures).toFixed(1)} ms (${load})`,
];
for (const line of summary) console.log(line);

if (process.argv.includes("--write")) {
  const text = readFileSync(document, "utf8");
  const [before, rest] = [text.slice(0, text.indexOf(marks.from)), text.slice(text.indexOf(marks.to))];
  const day = new Date().toISOString().slice(0, 10);
  const body = `${goalTable(rows)}\n\nMade on ${day}.\n\n${summary.map((line) => `- ${line}`).join("\n")}\n`;
  writeFileSync(document, `${before}${marks.from}\n${body}${rest}`);
}
