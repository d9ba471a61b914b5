import { partById } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { Connection, DesignNet, DesignPart } from "../design.ts";
import { driverOf } from "../firmware/driver-table.ts";
import type { PartOutcome, SpokenLanguage } from "../lists.ts";
import { likelyCause } from "./likely-cause.ts";
import { wholeLogAdvice } from "./whole-log-advice.ts";

/** What a log is read against: the design whose Unit 1 printed it. Without connections no colours are named. */
export interface LoggedCircuit {
  parts: readonly Pick<DesignPart, "id" | "catalogId" | "name" | "value">[];
  nets: readonly DesignNet[];
  connections?: readonly Connection[];
}

/** One driven part in a log. `cause` and `next` are sentences for a person, there for what failed or was not seen. */
export interface LoggedPart {
  partId: string;
  name: string;
  outcome: PartOutcome;
  /** Its line in the log without what stands before it, null where there is none. */
  line: string | null;
  cause?: string;
  next?: string;
}

/** A serial log read back. */
export interface SerialReading {
  /** Whether the text is a log of Unit 1 at all. */
  recognised: boolean;
  /** Every part that Unit 1 speaks of, the board first; empty where the text is no log. */
  parts: LoggedPart[];
  /** Whether the last line of Unit 1 is there. */
  complete: boolean;
  /** How often the board began anew in the log after its first start. */
  restarts: number;
  /** What the log as a whole says: restarts, an end in the middle, a wrong baud rate. Null where there is nothing to say. */
  advice: string | null;
}

/** A part that Unit 1 prints a line of. */
export interface SpokenPart {
  id: string;
  name: string;
  value: DesignPart["value"];
  part: CatalogPart;
}

/** Greatest length of a log that is read, in UTF-16 code units: its end, where it is longer. */
export const maxLogLength = 100_000;

interface LogLine {
  verdict: "ok" | "fail" | "look";
  catalogId: string;
  ref: string;
  text: string;
}

/**
 * Reads what somebody copied from a serial monitor while Unit 1 ran: per part whether it answered, for what did not the likely cause in
 * this wiring and what to try next. Time stamps, colours, other programs' lines, broken characters and a missing end do no harm. The
 * last line of a part counts. Works on Unit 1 of both firmware languages, which print the same lines.
 */
export function readSerialLog(log: string, circuit: LoggedCircuit, language: SpokenLanguage): SerialReading {
  const text = log.slice(-maxLogLength).replace(escapes, "");
  const lines = text.split(/\r\n|[\r\n]/);
  const spoken = spokenParts(circuit);
  const found = lines.flatMap((line) => readLine(line, spoken) ?? []);
  const complete = lines.some((line) => /\[done\]\s*\d+/.test(line));
  const board = spoken.find(({ part }) => part.board !== undefined);
  const starts = found.filter(({ ref }) => ref === board?.id).length;
  const last = new Map(found.map((line) => [line.ref, line]));
  const recognised = found.length > 0;
  const outcomes = recognised ? spoken.map((one) => ({ one, line: last.get(one.id) ?? null })) : [];
  const failed = outcomes.filter(({ line }) => line?.verdict === "fail").map(({ one }) => one);
  const answered = outcomes.filter(({ line }) => line?.verdict === "ok").map(({ one }) => one);
  const parts = outcomes.map(({ one, line }): LoggedPart => {
    const outcome = outcomeOf(line);
    const why =
      outcome === "failed" || outcome === "not_seen"
        ? likelyCause({ one, line: line?.text ?? null, failed, answered, circuit, language })
        : {};
    return { partId: one.id, name: one.name, outcome, line: line?.text ?? null, ...why };
  });
  const restarts = Math.max(starts - 1, 0);
  const advice = wholeLogAdvice({ text, recognised, complete, restarts, parts }, language);
  return { recognised, parts, complete, restarts, advice };
}

/** Colours and cursor movements of a terminal, and characters that no monitor shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const escapes = /\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

function outcomeOf(line: LogLine | null): PartOutcome {
  if (line === null) return "not_seen";
  return line.verdict === "ok" ? "passed" : line.verdict === "fail" ? "failed" : "look";
}

/** The parts that Unit 1 has a line for, the board first. */
function spokenParts({ parts }: LoggedCircuit): SpokenPart[] {
  const known = parts.flatMap(({ id, catalogId, name, value }): SpokenPart[] => {
    const part = catalogId === null ? undefined : partById(catalogId);
    return part === undefined ? [] : [{ id, name, value, part }];
  });
  const isBoard = ({ part }: SpokenPart) => part.board !== undefined;
  return [...known.filter(isBoard), ...known.filter((one) => !isBoard(one) && driverOf(one.part.id) !== undefined)];
}

/** Unit 1's part of a line, wherever in it it begins. A designator that was cut off is found by the only part of that kind. */
function readLine(line: string, spoken: readonly SpokenPart[]): LogLine | null {
  const match = /\[(ok|fail|look)\]\s*(\S+)(?:\s+(\S+))?/.exec(line);
  if (match === null) return null;
  const [whole, word, catalogId = "", ref = ""] = match;
  const verdict = word === "fail" ? "fail" : word === "look" ? "look" : "ok";
  const same = spoken.filter(({ part }) => part.id === catalogId || (ref === "" && part.id.startsWith(catalogId)));
  const one = same.find(({ id }) => id === ref) ?? (same.length === 1 ? same[0] : undefined);
  if (one === undefined || catalogId.length < 3) return null;
  const text = line.slice(line.indexOf(whole)).trimEnd();
  return { verdict, catalogId: one.part.id, ref: one.id, text };
}
