import fc from "fast-check";
import { expect, it } from "vitest";
import { diffLines } from "../../../src/domain/chat/diff-lines.ts";

const texts = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));
const side = (lines: ReturnType<typeof diffLines>, without: "added" | "removed") =>
  lines.flatMap(({ op, text }) => (op === without ? [] : [text])).join("\n");

it("[CHAT-11] a comparison holds both texts, and nothing changed where nothing did", () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const lines = diffLines(from, to);
      expect([side(lines, "added"), side(lines, "removed")]).toEqual([from, to]);
      expect(diffLines(from, from).every(({ op }) => op === "same")).toBe(true);
    }),
  );
});

it("[CHAT-11] a comparison keeps as many lines as can be kept", () => {
  expect(diffLines("a\nb\nc\nd", "a\nc\nx\nd")).toEqual([
    { op: "same", text: "a" },
    { op: "removed", text: "b" },
    { op: "same", text: "c" },
    { op: "added", text: "x" },
    { op: "same", text: "d" },
  ]);
});

it("[CHAT-11] texts too different to compare are shown whole, in no time", () => {
  const lines = (prefix: string) => Array.from({ length: 3000 }, (_, n) => `${prefix}${n}`).join("\n");
  const compared = diffLines(lines("a"), lines("b"));
  expect(compared.slice(0, 3000).every(({ op }) => op === "removed")).toBe(true);
  expect(compared).toHaveLength(6000);
});
