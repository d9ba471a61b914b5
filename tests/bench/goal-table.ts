import { partById } from "../../src/domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, Design, DesignPart } from "../../src/domain/circuit/design.ts";
import { designGoal } from "../../src/domain/circuit/design-goal.ts";
import { isBoardsOwn } from "../../src/domain/circuit/selection/candidates.ts";
import { quantile } from "./rows.ts";

/** What the table of docs/engine.md says of a goal. */
export interface GoalRow {
  goal: string;
  /** "4 of 4 on Arduino Nano", or the status of a refusal. */
  coverage: string;
  verdict: string;
  /** "$51.85 of $70.20". */
  cost: string;
  runnerUp: string;
  /** Rungs that every file of the design passed. */
  rungs: string;
}

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** How many of the functions that were asked some part or the board serves. */
function coverage(design: Design): string {
  if (design.status !== "ok") return design.status;
  const provided = new Set(design.parts.flatMap((part) => partById(part.catalogId ?? "")?.functions ?? []));
  const ids = [...new Set(design.requirements.functions.map((one) => one.id))];
  const served = ids.filter((id) => provided.has(id) || (isBoardsOwn(id) && design.status === "ok"));
  return `${served.length} of ${ids.length} on ${partById(design.board.id)?.board?.shortName ?? design.board.name}`;
}

function cost({ status, cost: { totalCents, budgetCents } }: Design): string {
  if (status !== "ok") return "";
  return budgetCents === undefined ? dollars(totalCents) : `${dollars(totalCents)} of ${dollars(budgetCents)}`;
}

/** The best other choice: of the board where the engine chose it, else of the first part that has one. */
function runnerUp(design: Design): string {
  const board = design.parts.find((part) => part.catalogId === design.board.id);
  const withOthers = design.parts.filter((part) => part !== board && part.alternatives.length > 0);
  const [part] = [...(design.requirements.board.named || board === undefined ? [] : [board]), ...withOthers];
  const [other] = part?.alternatives ?? [];
  if (part === undefined || other === undefined) return "none";
  const { deltaCents, name, effect } = other;
  const delta = deltaCents === 0 ? "same price" : `${deltaCents < 0 ? "-" : "+"}${dollars(Math.abs(deltaCents))}`;
  return `${nameOf(part)}: ${name}, ${delta}${effect === "" ? "" : `, ${effect}`}`;
}

const nameOf = ({ name }: DesignPart): string => name.replace(/[,(].*$/, "").trim();

function rungs(files: readonly CodeFile[]): string {
  const [first] = files;
  if (first === undefined) return "";
  const passed = (level: string) =>
    files.every(({ ladder }) => ladder.some((rung) => rung.level === level && rung.passed));
  return first.ladder.flatMap(({ level }) => (passed(level) ? [level] : [])).join(" ");
}

/** Designs a goal and tells what came of it. */
export function goalRow(goal: string): GoalRow {
  const design = designGoal({ goal });
  return {
    goal,
    coverage: coverage(design),
    verdict: design.status === "ok" ? design.verdict : "",
    cost: cost(design),
    runnerUp: design.status === "ok" ? runnerUp(design) : "",
    rungs: rungs(design.codeFiles),
  };
}

/** The rows as a table in Markdown. */
export function goalTable(rows: readonly GoalRow[]): string {
  const cell = (text: string) => text.replaceAll("|", "/");
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const lines = rows.map((row) => line([row.goal, row.coverage, row.verdict, row.cost, row.runnerUp, row.rungs]));
  return [
    line(["goal", "functions served", "verdict", "cost of budget", "runner-up", "rungs"]),
    line(Array.from({ length: 6 }, () => "---")),
    ...lines,
  ].join("\n");
}

const cpuMs = (run: () => void): number => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * CPU of one design in milliseconds, per goal: the median over `rounds` of what a design of this goal took less what a refused goal takes
 * on the same road, after one round to warm up.
 */
export function designCpuMs(goals: readonly string[], rounds: number): Map<string, number> {
  const once = (goal: string) => cpuMs(() => designGoal({ goal }));
  for (const goal of goals) once(goal);
  const empty = quantile(
    Array.from({ length: rounds * 4 }, () => once("a quantum computer")),
    0.5,
  );
  return new Map(
    goals.map((goal) => {
      const took = Array.from({ length: rounds }, () => once(goal));
      return [goal, quantile(took, 0.5) - empty];
    }),
  );
}

/** CPU per design of all goals in one run, less an empty run of as many refused goals, in milliseconds. */
export function runCpuMs(goals: readonly string[]): number {
  const full = cpuMs(() => {
    for (const goal of goals) designGoal({ goal });
  });
  const empty = cpuMs(() => {
    for (const _ of goals) designGoal({ goal: "a quantum computer" });
  });
  return (full - empty) / goals.length;
}
