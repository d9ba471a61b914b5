import type { SpokenLanguage, Verdict } from "../../domain/circuit/lists.ts";
import type { TalkTopic } from "./message-act.ts";
import { german } from "./words-de.ts";
import { english } from "./words-en.ts";

/** Counts of findings by severity. */
export interface FindingCounts {
  errors: number;
  warnings: number;
  notes: number;
}

/** The sentences of the embedded brain in one language. Amounts and durations come in as finished texts. */
export interface Words {
  talk: Record<TalkTopic, string>;
  /** Whole messages that can be sent with a click. */
  examples: readonly string[];
  offerReplace: { text: string; answers: readonly string[] };
  opening(facts: { title: string; board: string; parts: number; wires: number; total: string }): string;
  underBudget(budget: string, left: string): string;
  overBudget(budget: string, over: string): string;
  noBudget: string;
  verdict(verdict: Verdict, counts: FindingCounts, rulesPassed: number): string;
  stillPasses: string;
  notMoreNotes(count: number): string;
  named: string;
  runnerUp(name: string, price: string, effect: string): string;
  /** What the board alone takes asleep, of the average. */
  boardAsleep(milliamperes: string, averageMa: string): string;
  repair(label: string, price: string): string;
  battery(life: string, averageMa: string | null, wanted: string | null): string;
  batteryBefore(life: string): string;
  /** In the language's own quotation marks, cut to a length that a sentence bears. */
  quoted(text: string): string;
  didNotUnderstand(list: string): string;
  /** The catalogue's hints are written in English. */
  takesHints: boolean;
  hours(hours: number): string;
  assumed(list: string): string;
  notUnderstood(list: string): string;
  mains: string;
  /** `kept` counts the lines of the parts list that stay. */
  changed(added: readonly string[], removed: readonly string[], kept: number): string;
  sameParts: string;
  unchanged: string;
  costStays(total: string): string;
  costNow(total: string, difference: string): string;
  /** Positive when there are more wires than before. */
  wiresChanged(more: number): string;
  /** `because` is empty where the reason is not known. */
  lost(functions: string, because: string): string;
  notDone(sentences: string): string;
  gained(functions: string): string;
  replaced: string;
  refusal: {
    unsupported: string;
    needsAnswer: string;
    notUnderstood: string;
    noDesign: string;
    instead: string;
    stays: string;
  };
  /** A serial log. */
  log: {
    noDesign: string;
    foreign(list: string): string;
    allWell(parts: number): string;
    next: string;
    more(list: string): string;
    passed(list: string): string;
    look(part: string, line: string): string;
    unchanged: string;
  };
  /** A diagram that was brought in. */
  diagram: {
    opening: string;
    unknown(list: string): string;
    unknownPins(list: string): string;
    firmware: string;
    noFirmware: string;
    offerReplace: string;
  };
  /** What a change that was only supposed would come to. */
  whatIf: {
    parts(added: readonly string[], removed: readonly string[]): string;
    cost(total: string, difference: string): string;
    /** null where there was no battery before. */
    life(life: string, before: string | null): string;
    verdict(verdict: Verdict): string;
    /** The check would find what it finds now. */
    sameVerdict: string;
    refused(reason: string): string;
    same: string;
    unchanged(request: string): string;
  };
  explain: {
    noDesign: string;
    noSubject: string;
    insteadOf(name: string, price: string, effect: string): string;
    wire(from: string, to: string, details: string): string;
    standardPin(pin: string, carries: string, standardFor: string): string;
    freePin(pin: string, carries: string): string;
    pin(pin: string, carries: string): string;
    limit(measured: string, limit: string): string;
    source(source: string): string;
    noFindings: string;
    passed: string;
    noBattery: string;
    rail(milliamperes: { name: string; typical: string; most: string; limit: string | null }): string;
    dearest(list: string): string;
    band(low: string, high: string, date: string): string;
    code(filename: string, libraries: string, rungs: string): string;
    noLibraries: string;
    nothingAssumed: string;
  };
  broken: string;
  and: string;
}

/** English and German. */
export const wordsOf: Record<SpokenLanguage, Words> = { en: english, de: german };
