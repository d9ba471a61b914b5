import type { Role, Segment, Text } from "./device-clauses.ts";
import { isBoard, isThing, wordAt } from "./device-clauses.ts";
import type { Mention } from "./scan.ts";
import { functionsOf } from "./wanted.ts";

const opposite = { sender: "receiver", receiver: "sender" } as const;

/** Text of some clauses, without the words that only name a device. */
function written({ text, found, cues }: Text, segments: readonly Segment[], skip: (at: number) => boolean): string {
  const pieces = segments.map(({ from, to }) => {
    const runs: string[] = [];
    let start = -1;
    for (let at = from; at <= to; at++) {
      const isCue = cues.some((cue) => cue.kind === "noun" && cue.from <= at && at < cue.to);
      const isKept = at < to && !isCue && !skip(at);
      if (isKept && start < 0) start = at;
      if (isKept || start < 0) continue;
      runs.push(text.slice(found.tokens[start]?.start, found.tokens[at - 1]?.end));
      start = -1;
    }
    return runs.join(" ");
  });
  return pieces.filter((piece) => piece !== "").join(", ");
}

const receives = /^(show-|act-|play-|log-)/;

/** Whose a thing is by what it does, and a board by its clause or its place among several; null for both. */
function ownerOf({ found }: Text, mention: Mention, segments: readonly Segment[]): Role | null {
  if (isBoard(mention)) {
    const said = segments.find(({ from, to }) => mention.from >= from && mention.to <= to)?.role;
    if (said === "sender" || said === "receiver") return said;
    const boards = found.mentions.filter(isBoard);
    if (mention.quantity === 2 || boards.length < 2) return null;
    return boards[0] === mention ? "sender" : "receiver";
  }
  const ids = functionsOf(mention, "en").map(({ id }) => id);
  if (ids.length === 0 || ids.some((id) => id.startsWith("talk-"))) return null;
  return ids.every((id) => receives.test(id)) ? "receiver" : "sender";
}

/** Tokens of things that the other device has, with the count before them. */
function thingsOf(given: Text, role: Role, segments: readonly Segment[]): Set<number> {
  const tokens = new Set<number>();
  for (const mention of given.found.mentions) {
    if (ownerOf(given, mention, segments) !== role) continue;
    for (let at = mention.from; at < mention.to; at++) tokens.add(at);
    if (/^(\d+|two|three|four|zwei|drei|vier)$/.test(wordAt(given, mention.from - 1))) tokens.add(mention.from - 1);
  }
  return tokens;
}

/** What is told of a device beside its board and radio. */
const hasThings = ({ found }: Text, segments: readonly Segment[], role: Role): boolean =>
  found.mentions.some(
    (mention) =>
      isThing(mention) &&
      functionsOf(mention, "en").some(({ id }) => !id.startsWith("talk-")) &&
      segments.some((segment) => segment.role === role && mention.from >= segment.from && mention.to <= segment.to),
  );

/** Either device's text: its clauses and those of both; where the clauses do not tell, things by what they do. */
export function textsOf(given: Text, segments: readonly Segment[]): Record<Role, string> {
  const told = (["sender", "receiver"] as const).filter((role) => hasThings(given, segments, role));
  const untold = segments.some(({ role }) => role === null);
  const radioHas = (text: string) =>
    given.radio === null || text.toLowerCase().includes(given.radio.written.toLowerCase())
      ? ""
      : `, ${given.radio.written}`;
  const pooled = told.length === 0 || (untold && told.length < 2) || (told.length === 1 && told[0] === "receiver");
  const textOf = (role: Role) => {
    const others = pooled ? thingsOf(given, opposite[role], segments) : new Set<number>();
    const own = pooled
      ? segments
      : segments.filter((segment) => segment.role === role || segment.role === "both" || segment.role === null);
    const shared = pooled ? new Set<number>() : sharedThings(given, segments);
    const text = written(given, own, (at) => others.has(at) || shared.has(at));
    return `${text}${radioHas(text)}`;
  };
  return { sender: textOf("sender"), receiver: textOf("receiver") };
}

/** A heading such as "RC car" or "weather station" says what the whole is, and asks nothing of either device. */
function sharedThings({ found }: Text, segments: readonly Segment[]): Set<number> {
  const tokens = new Set<number>();
  for (const mention of found.mentions) {
    const isShared = segments.some(
      ({ role, isHeader, from, to }) =>
        isHeader && role !== "sender" && role !== "receiver" && mention.from >= from && mention.to <= to,
    );
    const isTalk = functionsOf(mention, "en").some(({ id }) => id.startsWith("talk-"));
    if (
      isShared &&
      mention.meaning.kind !== "board" &&
      mention.meaning.kind !== "arduino" &&
      isThing(mention) &&
      !isTalk
    )
      for (let at = mention.from; at < mention.to; at++) tokens.add(at);
  }
  return tokens;
}
