import type { Role, Text } from "./device-clauses.ts";
import { isBoard } from "./device-clauses.ts";

/** Whether a goal counts more than one device of a kind, or more boards than two. */
export function tooMany({ found, cues }: Text): boolean {
  const boards = found.mentions.filter(isBoard);
  const counted = Math.max(0, ...boards.map(({ quantity }) => quantity ?? 0));
  return cues.some(({ many }) => many) || boards.length > 3 || counted > 2;
}

const countWords = /^([2-9]|\d\d|two|three|four|five|several|many|zwei|drei|vier|fünf|mehrere|viele)$/;

/** The goal with one device of each kind: what was counted before a device's name is one. */
function withOneEach({ text, found, cues, language }: Text): string {
  const changes = cues.flatMap((cue) => {
    if (!cue.many) return [];
    const at = [cue.from - 1, cue.from - 2].find((index) => countWords.test(found.tokens[index]?.text ?? ""));
    const count = at === undefined ? undefined : found.tokens[at];
    const last = found.tokens[cue.to - 1];
    return [
      ...(count === undefined ? [] : [{ start: count.start, end: count.end, with: language === "de" ? "ein" : "one" }]),
      ...(last?.text.endsWith("s") === true ? [{ start: last.end - 1, end: last.end, with: "" }] : []),
    ];
  });
  const boards = found.mentions.flatMap((mention) => {
    const count = found.tokens[mention.from - 1];
    return isBoard(mention) && (mention.quantity ?? 0) > 2 && count !== undefined
      ? [{ start: count.start, end: count.end, with: language === "de" ? "zwei" : "two" }]
      : [];
  });
  return [...changes, ...boards]
    .sort((a, b) => b.start - a.start)
    .reduce((all, change) => `${all.slice(0, change.start)}${change.with}${all.slice(change.end)}`, text);
}

/** The same with one sender, and the receiver alone. */
export function answersFor(given: Text, { receiver }: Record<Role, string>): string[] {
  const say = (en: string, de: string) => (given.language === "de" ? de : en);
  return [withOneEach(given), `${say("A station", "Eine Station")}: ${receiver}`];
}
