import type { LinkRadio } from "../requirements.ts";
import type { Role, Segment, Text } from "./device-clauses.ts";
import { isBoard, isMoving, isRemote, isThing, other, segmentsOf } from "./device-clauses.ts";
import { textsOf } from "./device-texts.ts";
import type { DeviceCue } from "./device-words.ts";
import { deviceCues } from "./device-words.ts";
import { spokenLanguage } from "./language.ts";
import { namedRadio } from "./named-radio.ts";
import type { Scan } from "./scan.ts";
import { answersFor, tooMany } from "./too-many-devices.ts";
import { functionsOf } from "./wanted.ts";

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

const one = /^(one|einer|eine|eins|first|erste|erster|ersten)$/;
const both = /^(both|beide|beiden|beides|each|jeweils|je|jedes|two|zwei)$/;
const boardless = /^(and|und|the|of|a|an|in|on|by|with|mit|per|via|über|for|für)$/;

const opposite = { sender: "receiver", receiver: "sender" } as const;

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

/** Whether no radio is named but one that no board here has: 433 MHz, infrared. */
const isOtherRadio = ({ found, radio }: Text): boolean =>
  radio === null && found.tokens.some(({ text }) => /^(433|433mhz|315|ir|infrared|infrarot)$/.test(text));

/** "two ESP32, one with a BME280, the other with an OLED", whatever is between them. */
function toldApart(given: Text, segments: readonly Segment[]): boolean {
  const own = segments.map((segment) => ownRole(given, segment));
  const isTwo = given.found.mentions.some((mention) => isBoard(mention) && mention.quantity === 2);
  return isTwo && own.includes("one") && own.includes("other");
}

/** Whether the words speak of two devices that reach each other by radio. */
function isAboutTwo(given: Text, segments: readonly Segment[]): boolean {
  const { cues, radio, found } = given;
  const noun = (role: Role) => cues.some((cue) => cue.role === role && cue.kind === "noun");
  const verb = (role: Role) => cues.some((cue) => cue.role === role && cue.kind === "verb");
  if (noun("sender") && noun("receiver")) return radio !== null || saysSenderReceiver(given);
  if (radio === null) return false;
  const own = segments.map((segment) => ownRole(given, segment));
  const boards = found.mentions.filter(isBoard);
  const hasTarget = segments.some(({ role }) => role === "receiver");
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

const acts = ({ found }: Text): boolean =>
  found.mentions.some((mention) => !mention.negated && functionsOf(mention, "en").some(({ id }) => isMoving(id)));

/** What is driven by a remote control is the other device. */
export const vehicle =
  /^(car|cars|robot|boat|truck|tank|rover|vehicle|buggy|train|crawler|auto|roboter|boot|schiff|fahrzeug|panzer|zug)$/;

function withVehicle(given: Text): Text {
  if (given.radio === null || !given.cues.some(({ role, kind }) => role === "sender" && kind === "noun")) return given;
  const cues = given.found.tokens.flatMap(({ text }, at): DeviceCue[] =>
    vehicle.test(text) ? [{ from: at, to: at + 1, role: "receiver", kind: "noun", many: false }] : [],
  );
  return { ...given, cues: [...given.cues, ...cues].sort((a, b) => a.from - b.from) };
}

/**
 * Reads a goal for a sender and a receiver: "a joystick on a Nano sends by nRF24L01, another Nano drives two motors". null for one device, in
 * any doubt. Time linear in the text but for its clauses.
 */
export function splitDevices(text: string, found: Scan): DevicesReading | null {
  const language = spokenLanguage(found.tokens);
  const given = withVehicle({ text, found, cues: deviceCues(found), radio: namedRadio(found, text), language });
  const clauses = segmentsOf(given);
  if (isOtherRadio(given) || !(toldApart(given, clauses) || isAboutTwo(given, clauses))) return null;
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
