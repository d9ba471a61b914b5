import type { Finding, Fix, PassedRule, PowerBudget } from "../design.ts";
import type { SpokenLanguage } from "../lists.ts";
import type { Requirements } from "../requirements.ts";
import type { CircuitGraph, FindPart } from "./circuit-graph.ts";

/** What the caller knows beside the circuit. */
export interface CheckContext {
  /** null for a foreign circuit: rules about wishes then have nothing to look at. */
  requirements: Requirements | null;
  /** Language of the messages. */
  language: SpokenLanguage;
  /** Whether the firmware uses WiFi; null when nobody knows, and then nothing is claimed about ADC2. */
  usesWifi: boolean | null;
  /** Clock of the I2C bus in kHz as the firmware sets it; absent or null where nobody knows, and then it is the library's 100 kHz. */
  i2cKhz?: number | null;
}

/** What every rule sees. */
export interface RuleInput extends CheckContext {
  graph: CircuitGraph;
  power: PowerBudget;
  find: FindPart;
}

/** A finding before it has a rule id and its fixes have ids. */
export interface FindingDraft extends Omit<Finding, "ruleId" | "fixes"> {
  fixes?: Omit<Fix, "id">[];
}

/** What one rule says: its findings, and what it looked at and found good (with the least margin), if anything. */
export interface RuleReport {
  findings: FindingDraft[];
  passed: Omit<PassedRule, "ruleId"> | null;
}

/** One electrical rule. `check` is pure and answers the same for any order of parts and nets. */
export interface Rule {
  id: string;
  check: (input: RuleInput) => RuleReport;
}

/** The text in the language of the person. */
export function say(language: SpokenLanguage, text: Record<SpokenLanguage, string>): string {
  return text[language];
}

/** A figure with at most `digits` decimals, without trailing zeros. */
export function round(value: number, digits = 2): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** A rule's report: that all is well is only said where nothing was found. */
export function report(findings: FindingDraft[], passed: RuleReport["passed"]): RuleReport {
  return { findings, passed: findings.length > 0 ? null : passed };
}

/** Two pins as a patch holds them. */
export const pair = (a: string, b: string): [string, string] => [a, b];
