import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerText } from "../../../src/domain/chat/answer-text.ts";
import { limits } from "../../../src/domain/chat/limits.ts";

/** Cuts a text at any units, pairs or not. */
function pieces(text: string, cuts: number[]): string[] {
  const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
}

const words = fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => text.toWellFormed());

describe("the text of an answer", () => {
  it("[ROOM-8] comes out whole, at its own offsets, however it was cut", () => {
    fc.assert(
      fc.property(words, fc.array(fc.nat(200)), (text, cuts) => {
        const answer = new AnswerText();
        let built = "";
        for (const piece of pieces(text, cuts)) {
          const told = answer.append(piece);
          if (!told) continue;
          expect(told.offset).toBe(built.length);
          expect(told.text.isWellFormed()).toBe(true);
          built += told.text;
        }
        built += answer.finish()?.text ?? "";
        expect([built, answer.value, answer.full]).toEqual([text, text, false]);
      }),
    );
  });

  it("[ROOM-8] gives a reader at any offset what it lacks, never half a pair", () => {
    fc.assert(
      fc.property(words, fc.nat(100), (text, offset) => {
        const answer = new AnswerText();
        answer.append(text);
        answer.finish();
        const piece = answer.since(offset);
        expect(piece === null).toBe(offset >= text.length);
        if (!piece) return;
        expect(piece.text.isWellFormed()).toBe(true);
        expect(piece.offset).toBeLessThanOrEqual(offset);
        expect(text.slice(0, piece.offset) + piece.text).toBe(text);
      }),
    );
  });

  it("[ROOM-8] half a pair that stays alone becomes the replacement character", () => {
    const answer = new AnswerText();
    expect(answer.append("a\ud83d")).toEqual({ offset: 0, text: "a" });
    expect(answer.finish()).toEqual({ offset: 1, text: "\ufffd" });
    expect(new AnswerText().append("\udd27b")).toEqual({ offset: 0, text: "\ufffdb" });
  });

  it("[CHAT-9] stops growing at its cap, between two characters", () => {
    const answer = new AnswerText();
    answer.append("x".repeat(limits.answerBytes - 3));
    expect(answer.full).toBe(false);
    expect(answer.append("🙂")).toBeNull();
    expect([answer.full, answer.value.length]).toEqual([true, limits.answerBytes - 3]);
    expect(answer.append("y")).toBeNull();
    const exact = new AnswerText();
    exact.append("é".repeat(limits.answerBytes / 2));
    expect([exact.full, exact.value.length]).toEqual([false, limits.answerBytes / 2]);
  });
});
