import type { SpokenLanguage } from "../lists.ts";
import type { DeviceLink } from "../requirements.ts";
import type { DeviceCue } from "./device-words.ts";
import type { NamedRadio } from "./named-radio.ts";
import type { Mention, Scan } from "./scan.ts";
import { isMark } from "./tokens.ts";
import { functionsOf } from "./wanted.ts";

/** Either end of the link. */
export type Role = DeviceLink["role"];

/** A clause of a goal, by its tokens, and whose it is. */
export interface Segment {
  from: number;
  to: number;
  /** null where nothing in it says whose it is; both where it says that it is of both. */
  role: Role | "both" | null;
  /** Ends with a colon: it says what all of it is. */
  isHeader: boolean;
}

/** A goal with what was read of it. */
export interface Text {
  text: string;
  found: Scan;
  cues: DeviceCue[];
  radio: NamedRadio | null;
  language: SpokenLanguage;
}

const joins = /^(and|und|while|während|whereas|but|aber|sowie|that|which)$/;
const towards = /^(to|zu|zum|zur|ans|in|into|nach|auf)$/;

/** A board that is wanted. */
export const isBoard = ({ meaning, negated }: Mention): boolean =>
  !negated && (meaning.kind === "board" || meaning.kind === "arduino" || meaning.kind === "other-board");

/** Something that a device would have. */
export const isThing = ({ meaning, negated }: Mention): boolean =>
  !negated && /^(part|function|project|missing)$/.test(meaning.kind);

/** The word at a place, empty beside the text. */
export const wordAt = ({ found }: Text, at: number): string => found.tokens[at]?.text ?? "";

/** "another Nano", "der zweite": the device that was not spoken of before. */
export const other =
  /^(another|second|other|zweiter|zweite|zweiten|zweites|zweitem|anderer|andere|anderen|anderes|anderem)$/;

/** "sends it to an ESP32 with a display": where what receives begins, a few words after the verb; undefined where nothing does. */
function targetAfter(given: Text, verb: number, end: number): number | undefined {
  const { found, cues, radio, language } = given;
  for (let at = verb + 1; at < Math.min(end, verb + 14); at++) {
    const word = wordAt(given, at);
    if (!(towards.test(word) || (word === "an" && language === "de"))) continue;
    const near = (from: number) => from > at && from <= at + 4 && from < end;
    const isNamed =
      cues.some((cue) => cue.role === "receiver" && near(cue.from)) ||
      found.mentions.some((mention) => isBoard(mention) && near(mention.from)) ||
      found.tokens.slice(at + 1, Math.min(end, at + 3)).some(({ text }) => other.test(text));
    const shows = found.mentions.some(
      (mention) =>
        near(mention.from) && isThing(mention) && functionsOf(mention, "en").some(({ id }) => /^(show-|act-)/.test(id)),
    );
    if (isNamed || (shows && radio?.isExplicit === true)) return at;
  }
  return undefined;
}

const moves =
  /^(controls?|controlling|drives?|driving|switch(es)?|switching|turns?|moves?|steers?|starts?|opens?|toggles?|steuert|schaltet|bewegt|dreht|startet|öffnet|lenkt|fährt)$/;

/** "a remote with two buttons switches a relay": where what is moved from afar begins. */
function movedByRemote(given: Text): number[] {
  if (!isRemote(given)) return [];
  return given.cues.flatMap((cue) => {
    if (cue.role !== "sender" || cue.kind !== "noun") return [];
    const rest = given.found.tokens.slice(cue.to);
    const end = rest.findIndex(({ text }) => isMark(text));
    const at = rest.slice(0, end < 0 ? rest.length : end).findIndex(({ text }) => moves.test(text));
    const isMoved = given.found.mentions.some(
      (mention) => mention.from >= cue.to + at && functionsOf(mention, "en").some(({ id }) => isMoving(id)),
    );
    return at >= 0 && isMoved ? [cue.to + at] : [];
  });
}

/** Whether a function moves or lights something. */
export const isMoving = (id: string): boolean => /^(act-|show-light|show-pixels|play-)/.test(id);

/** Whether the text speaks of something in the hand. */
export const isRemote = ({ text }: Text): boolean =>
  /remote|handset|hand controller|handheld|fernbedienung|fernsteuerung|sender/i.test(text);

/** Where what a device sends to another one begins, and what is moved from afar. */
function targetsOf(given: Text): Set<number> {
  const { tokens } = given.found;
  const targets = given.cues.flatMap((cue) => {
    if (cue.kind !== "verb" || cue.role !== "sender") return [];
    const end = tokens.findIndex(({ text }, at) => at > cue.from && (isMark(text) || joins.test(text)));
    return targetAfter(given, cue.from, end < 0 ? tokens.length : end) ?? [];
  });
  return new Set([...movedByRemote(given), ...targets]);
}

/** "one with a knob sends the other moves a servo": where the other begins without a mark, with a thing of its own behind it. */
function othersOf({ found: { tokens, mentions } }: Text): number[] {
  const first = tokens.findIndex(({ text }) => /^(one|eine|einer|eines|first)$/.test(text));
  return tokens.flatMap(({ text }, at) => {
    if (first < 0 || at <= first || !other.test(text) || !/^(the|der|die|das)$/.test(tokens[at - 1]?.text ?? ""))
      return [];
    const end = tokens.findIndex((token, index) => index > at && isMark(token.text));
    const hasOwn = mentions.some(
      (mention) =>
        isThing(mention) &&
        mention.from > at &&
        (end < 0 || mention.from < end) &&
        functionsOf(mention, "en").length > 0,
    );
    return hasOwn ? [at - 1] : [];
  });
}

/** Clauses between marks and joining words; what a device sends to another one begins a clause of its own. */
export function segmentsOf(given: Text): Segment[] {
  const { tokens, mentions } = given.found;
  const isInside = (at: number) => mentions.some(({ from, to }) => from < at && at < to);
  const targets = targetsOf(given);
  const starts = tokens.flatMap(({ text }, at) => (isMark(text) || (joins.test(text) && !isInside(at)) ? [at] : []));
  const cuts = [...new Set([...starts, ...targets, ...othersOf(given)])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let from = 0;
  for (const cut of [...cuts, tokens.length]) {
    const word = wordAt(given, cut);
    const first = wordAt(given, from);
    const begin = joins.test(first) || towards.test(first) ? from + 1 : from;
    // "has a joystick and sends": a clause without a thing goes on about the one before.
    const last =
      joins.test(first) && !mentions.some((one) => one.from >= begin && one.to <= cut) ? segments.at(-1) : undefined;
    if (last !== undefined && !targets.has(from) && last.to === from) last.to = cut;
    else if (cut > begin)
      segments.push({ from: begin, to: cut, role: targets.has(from) ? "receiver" : null, isHeader: word === ":" });
    from = isMark(word) ? cut + 1 : cut;
  }
  return segments;
}
