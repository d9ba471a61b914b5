import type { DiffLine } from "./diff-lines.ts";

/** A line of a comparison with its numbers from 1; null on the side where it is not. */
export interface NumberedLine extends DiffLine {
  from: number | null;
  to: number | null;
}

/** A run of lines to show, or how many equal ones are left out. */
export type DiffHunk = { kind: "lines"; lines: NumberedLine[] } | { kind: "skipped"; amount: number };

/** Equal lines that are kept before and after a difference. */
const contextLines = 3;

/** Numbers the lines of a comparison. */
function numbered(lines: readonly DiffLine[]): NumberedLine[] {
  let [from, to] = [0, 0];
  return lines.map((line) => {
    if (line.op !== "added") from += 1;
    if (line.op !== "removed") to += 1;
    return { ...line, from: line.op === "added" ? null : from, to: line.op === "removed" ? null : to };
  });
}

/** Leaves out what is equal and far from any difference. A gap of one line is shown: it takes no more room than to say so. */
export function diffHunks(lines: readonly DiffLine[]): DiffHunk[] {
  const all = numbered(lines);
  const keeps = new Set<number>();
  all.forEach(({ op }, at) => {
    if (op === "same") return;
    for (let near = at - contextLines; near <= at + contextLines; near += 1) keeps.add(near);
  });
  all.forEach((_, at) => {
    if (keeps.has(at - 1) && keeps.has(at + 1)) keeps.add(at);
  });
  const hunks: DiffHunk[] = [];
  all.forEach((line, at) => {
    const last = hunks.at(-1);
    if (!keeps.has(at)) {
      if (last?.kind === "skipped") last.amount += 1;
      else hunks.push({ kind: "skipped", amount: 1 });
    } else if (last?.kind === "lines") last.lines.push(line);
    else hunks.push({ kind: "lines", lines: [line] });
  });
  return hunks;
}

/** How many lines came and went. */
export function diffCounts(lines: readonly DiffLine[]): { added: number; removed: number } {
  const count = (op: DiffLine["op"]) => lines.filter((line) => line.op === op).length;
  return { added: count("added"), removed: count("removed") };
}
