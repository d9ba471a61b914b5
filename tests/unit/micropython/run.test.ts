import { describe, expect, it } from "vitest";
import { problemsOf } from "./bench.ts";
import { boards, designOf, driven } from "./boards.ts";

/** Virtual seconds of each unit: the slowest part, a stepper, turns for eight. */
const seconds = { 1: 14, 2: 4, 3: 6 } as const;

/** Each part on one board, in turn, so that every board gets parts of every kind; compile.test.ts has all of them on all boards. */
const cases = driven.flatMap((part, at) =>
  boards.filter((_, place) => (at + place) % boards.length === 0).map((board) => ({ board, part })),
);

describe("our programs against recording stubs", () => {
  it.each(cases)("[FW-64] $part.id on $board.id", ({ board, part }) => {
    const design = designOf(board, part);
    if (design.status !== "ok") {
      expect(design.status).toBe("needs_answer");
      return;
    }
    for (const file of design.codeFiles) {
      expect(problemsOf(file, design, { seconds: seconds[file.unitNumber] }), `unit ${file.unitNumber}`).toEqual([]);
    }
  });
});
