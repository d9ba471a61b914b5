import type { SpokenLanguage } from "../lists.ts";
import type { DeviceLink, LinkRadio } from "../requirements.ts";
import type { DeviceCue } from "./device-words.ts";
import { deviceCues } from "./device-words.ts";
import { spokenLanguage } from "./language.ts";
import type { NamedRadio } from "./named-radio.ts";
import { namedRadio } from "./named-radio.ts";
import type { Mention, Scan } from "./scan.ts";
import { isMark } from "./tokens.ts";
import { functionsOf } from "./wanted.ts";

type Role = DeviceLink["role"];

/** A goal for two devices as the text of either, or why it cannot be divided, with goals that can. */
export type DevicesReading =
  | {
      kind: "two";
      texts: Record<Role, string>;
      radio: LinkRadio;
      isRadioNamed: boolean;
      /** "the other one": it is of the same kind as the first, where no board of its own is named. */
      sameBoard: boolean;
    }
  | { kind: "undivided"; why: "too-many" | "not-told"; answers: string[] };

interface Segment {
  from: number;
  to: number;
  /** null where nothing in it says whose it is; both where it says that it is of both. */
  role: Role | "both" | null;
  /** Ends with a colon: it says what all of it is. */
  isHeader: boolean;
}

const joins = /^(and|und|while|während|whereas|but|aber|sowie|that|which)$/;
const towards = /^(to|zu|zum|zur|ans|in|into|nach|auf)$/;
const other = /^(another|second|other|zweiter|zweite|zweiten|zweites|zweitem|anderer|andere|anderen|anderes|anderem)$/;
const one = /^(one|einer|eine|eins|first|erste|erster|ersten)$/;
const both = /^(both|beide|beiden|beides|each|jeweils|je|jedes|two|zwei)$/;
const boardless = /^(and|und|the|of|a|an|in|on|by|with|mit|per|via|über|for|für)$/;

const isBoard = ({ meaning, negated }: Mention): boolean =>
  !negated && (meaning.kind === "board" || meaning.kind === "arduino" || meaning.kind === "other-board");
const isThing = ({ meaning, negated }: Mention): boolean =>
  !negated && /^(part|function|project|missing)$/.test(meaning.kind);
const opposite = { sender: "receiver", receiver: "sender" } as const;

interface Text {
  text: string;
  found: Scan;
  cues: DeviceCue[];
  radio: NamedRadio | null;
  language: SpokenLanguage;
}

const wordAt = ({ found }: Text, at: number): string => found.tokens[at]?.text ?? "";

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

const isMoving = (id: string): boolean => /^(act-|show-light|show-pixels|play-)/.test(id);

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

/** Clauses between marks and joining words; what a device sends to another one begins a clause of its own. */
function segmentsOf(given: Text): Segment[] {
  const { tokens, mentions } = given.found;
  const isInside = (at: number) => mentions.some(({ from, to }) => from < at && at < to);
  const targets = targetsOf(given);
  const starts = tokens.flatMap(({ text }, at) => (isMark(text) || (joins.test(text) && !isInside(at)) ? [at] : []));
  const cuts = [...new Set([...starts, ...targets])].sort((a, b) => a - b);
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

/** Whose a clause is by its own words. */
function ownRole(given: Text, segment: Segment): Segment["role"] | "other" | "one" {
  const { from, to, role } = segment;
  if (role !== null) return role;
  const within = given.cues.filter((cue) => cue.from >= from && cue.to <= to);
  const noun = within.find(({ kind }) => kind === "noun");
  if (noun !== undefined) return noun.role;
  const words = given.found.tokens.slice(from, to).map(({ text }) => text);
  const boards = given.found.mentions.filter((mention) => isBoard(mention) && mention.from >= from && mention.to <= to);
  const meansBoard = (at: number) => {
    const next = words[at + 1] ?? "";
    return (
      boards.some((mention) => mention.from === from + at + 1 || mention.from === from + at + 2) ||
      next === "" ||
      /^(one|board|device|gerät|unit|end|side|seite|esp|arduino)$/.test(next) ||
      !given.found.mentions.some((mention) => isThing(mention) && mention.from === from + at + 1)
    );
  };
  const verb = within.find(({ kind }) => kind === "verb");
  if (words.some((word) => both.test(word)) && words.some((word) => /^(both|beide|beiden|jeweils|each)$/.test(word)))
    return "both";
  if (verb !== undefined) return verb.role;
  if (words.some((word, at) => other.test(word) && meansBoard(at))) return "other";
  const first = words.findIndex((word) => !boardless.test(word));
  if (first >= 0 && one.test(words[first] ?? "") && (boards.length > 0 || isSubject(given, from + first + 1)))
    return "one";
  return null;
}

/** "one measures", "one with a button": no number of the thing behind it. */
const isSubject = ({ found }: Text, at: number): boolean =>
  !found.mentions.some((mention) => mention.from === at && mention.meaning.kind === "part");

/** Whose each clause is: by its own words, else by those before it; what stands before a colon and names both or neither is of both. */
function assigned(given: Text, segments: Segment[]): Segment[] {
  const own = segments.map((segment) => ownRole(given, segment));
  const isSender = own.includes("sender");
  const otherIs: Role = own.includes("receiver") && !isSender ? "sender" : "receiver";
  // "one drives two motors, the other sends": the one is what the other is not.
  const oneIs: Role = !own.includes("other") && isSender && !own.includes("receiver") ? "receiver" : opposite[otherIs];
  const said = own.map((role): Segment["role"] => (role === "other" ? otherIs : role === "one" ? oneIs : role));
  const colon = segments.findIndex(({ isHeader }) => isHeader);
  const named = new Set(said.slice(0, colon + 1).filter((role) => role === "sender" || role === "receiver"));
  const isHead = (at: number) => at <= colon && named.size !== 1;
  const leading = said.findIndex((role, at) => !isHead(at) && (role === "sender" || role === "receiver"));
  let current: Role | null = null;
  return segments.map((segment, at): Segment => {
    if (isHead(at)) return { ...segment, role: "both", isHeader: true };
    const role = said[at] ?? null;
    if (role === "sender" || role === "receiver") current = role;
    if (role !== null) return { ...segment, role };
    return { ...segment, role: current ?? (at < leading ? leadingRole(given, segment, said[leading]) : null) };
  });
}

/** What stands before the first word for a device is of what is told next, unless it only names radio and boards. */
function leadingRole({ found }: Text, { from, to }: Segment, next: Segment["role"] | undefined): Segment["role"] {
  const things = found.mentions.some((mention) => {
    const isTalk = functionsOf(mention, "en").some(({ id }) => id.startsWith("talk-"));
    return isThing(mention) && !isTalk && mention.from >= from && mention.to <= to;
  });
  if (!things) return "both";
  // "soil moisture sensor and a base station": what measures sends to what is named.
  return next === undefined || next === null || next === "both" ? null : next === "receiver" ? "sender" : next;
}

/** Whether the words speak of two devices that reach each other by radio. */
function isAboutTwo(given: Text, segments: readonly Segment[]): boolean {
  const { cues, radio, found } = given;
  const noun = (role: Role) => cues.some((cue) => cue.role === role && cue.kind === "noun");
  const verb = (role: Role) => cues.some((cue) => cue.role === role && cue.kind === "verb");
  if (found.tokens.some(({ text }) => /^(433|433mhz|315|ir|infrared|infrarot)$/.test(text)) && radio === null)
    return false;
  if (noun("sender") && noun("receiver")) return radio !== null || saysSenderReceiver(given);
  if (radio === null) return false;
  const own = segments.map((segment) => ownRole(given, segment));
  const hasTarget = segments.some(({ role }) => role === "receiver");
  const boards = found.mentions.filter(isBoard);
  const saysOther = found.tokens.some(({ text }) => other.test(text));
  const hasOther = own.includes("one") ? saysOther : own.includes("other") && boards.length > 0;
  const twoBoards = boards.length > 1 || boards.some(({ quantity }) => quantity === 2);
  if (hasTarget) return true;
  if (hasOther && (verb("sender") || verb("receiver") || noun("sender") || noun("receiver") || radio.isExplicit))
    return true;
  if (noun("receiver") && (verb("sender") || radio.isExplicit) && tellsOfBoth(given)) return true;
  if (noun("sender") && radio.isExplicit && isRemote(given) && acts(given)) return true;
  return twoBoards && verb("sender") && (radio.isExplicit || verb("receiver") || own.includes("one"));
}

const saysSenderReceiver = ({ found }: Text): boolean =>
  ["sender|transmitter", "receiver|empfänger"].every((words) =>
    found.tokens.some(({ text }) => new RegExp(`^(${words})$`).test(text)),
  );

/** There is something to measure or to press, and something to show or to move. */
const tellsOfBoth = (given: Text): boolean =>
  given.found.mentions.some(
    (mention) => !mention.negated && functionsOf(mention, "en").some(({ id }) => /^(sense-|input-|read-)/.test(id)),
  );

const isRemote = ({ text }: Text): boolean =>
  /remote|handset|hand controller|handheld|fernbedienung|fernsteuerung|sender/i.test(text);

const acts = ({ found }: Text): boolean =>
  found.mentions.some((mention) => !mention.negated && functionsOf(mention, "en").some(({ id }) => isMoving(id)));

/** What is driven by a remote control is the other device. */
const vehicle =
  /^(car|cars|robot|boat|truck|tank|rover|vehicle|buggy|train|crawler|auto|roboter|boot|schiff|fahrzeug|panzer|zug)$/;

function withVehicle(given: Text): Text {
  if (given.radio === null || !given.cues.some(({ role, kind }) => role === "sender" && kind === "noun")) return given;
  const cues = given.found.tokens.flatMap(({ text }, at): DeviceCue[] =>
    vehicle.test(text) ? [{ from: at, to: at + 1, role: "receiver", kind: "noun", many: false }] : [],
  );
  return { ...given, cues: [...given.cues, ...cues].sort((a, b) => a.from - b.from) };
}

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

/** Whose a thing is by what it does, and a board by its place among several; null for both. */
function ownerOf({ found }: Text, mention: Mention): Role | null {
  if (isBoard(mention)) {
    const boards = found.mentions.filter(isBoard);
    if (mention.quantity === 2 || boards.length < 2) return null;
    return boards[0] === mention ? "sender" : "receiver";
  }
  const ids = functionsOf(mention, "en").map(({ id }) => id);
  if (ids.length === 0 || ids.some((id) => id.startsWith("talk-"))) return null;
  return ids.every((id) => receives.test(id)) ? "receiver" : "sender";
}

/** Tokens of things that the other device has, with the count before them. */
function thingsOf(given: Text, role: Role): Set<number> {
  const tokens = new Set<number>();
  for (const mention of given.found.mentions) {
    if (ownerOf(given, mention) !== role) continue;
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

function tooMany({ found, cues }: Text): boolean {
  const boards = found.mentions.filter(isBoard);
  const counted = Math.max(0, ...boards.map(({ quantity }) => quantity ?? 0));
  return cues.some(({ many }) => many) || boards.length > 3 || counted > 2;
}

/** Either device's text: its clauses and those of both; where the clauses do not tell, things by what they do. */
function textsOf(given: Text, segments: readonly Segment[]): Record<Role, string> {
  const told = (["sender", "receiver"] as const).filter((role) => hasThings(given, segments, role));
  const untold = segments.some(({ role }) => role === null);
  const radioHas = (text: string) =>
    given.radio === null || text.toLowerCase().includes(given.radio.written.toLowerCase())
      ? ""
      : `, ${given.radio.written}`;
  const pooled = told.length === 0 || (untold && told.length < 2) || (told.length === 1 && told[0] === "receiver");
  const textOf = (role: Role) => {
    const others = pooled ? thingsOf(given, opposite[role]) : new Set<number>();
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

/**
 * Reads a goal for a sender and a receiver: "a joystick on a Nano sends by nRF24L01, another Nano drives two motors". null for one device, in
 * any doubt. Time linear in the text but for its clauses.
 */
export function splitDevices(text: string, found: Scan): DevicesReading | null {
  const language = spokenLanguage(found.tokens);
  const given = withVehicle({ text, found, cues: deviceCues(found), radio: namedRadio(found, text), language });
  const clauses = segmentsOf(given);
  if (!isAboutTwo(given, clauses)) return null;
  const segments = assigned(given, clauses);
  const texts = textsOf(given, segments);
  if (tooMany(given)) return { kind: "undivided", why: "too-many", answers: answersFor(given, texts) };
  const words = found.tokens.map(({ text: word }) => word);
  return {
    kind: "two",
    texts,
    radio: given.radio?.radio ?? "nrf24",
    isRadioNamed: given.radio?.isNamed === true,
    sameBoard:
      words.some((word) => other.test(word)) ||
      found.mentions.some((mention) => isBoard(mention) && mention.quantity === 2),
  };
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
function answersFor(given: Text, { receiver }: Record<Role, string>): string[] {
  const say = (en: string, de: string) => (given.language === "de" ? de : en);
  return [withOneEach(given), `${say("A station", "Eine Station")}: ${receiver}`];
}
