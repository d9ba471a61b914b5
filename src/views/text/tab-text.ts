import { codeTextEn } from "../code/code-text.ts";
import { historyTextEn } from "../history/history-text.ts";
import { powerTextEn } from "../power/power-text.ts";
import { deedTextEn } from "./deed-text.ts";

/** Words of the tabs of the bench in English. They come with the tabs. */
export const tabTextEn = {
  wire: {
    red: "red",
    orange: "orange",
    violet: "violet",
    brown: "brown",
    black: "black",
    blue: "blue",
    yellow: "yellow",
    green: "green",
    white: "white",
    grey: "grey",
  },
  parts: {
    caption: "Bill of materials",
    ref: "Ref",
    part: "Part",
    why: "Why",
    rail: "Rail",
    typical: "Typ.",
    maximum: "Max.",
    quantity: "Qty",
    unit: "Unit $",
    line: "Line $",
    supplier: "Supplier",
    datasheet: "datasheet",
    owned: "owned",
    total: "Total",
    lines: (lines: number) => count(lines, "line"),
    pricesOf: (date: string) => `prices of ${date}`,
    band: (low: string, high: string) => `Seen from ${low} to ${high}`,
    under: (difference: string, budget: string) => `${difference} under ${budget}`,
    over: (difference: string, budget: string) => `${difference} over ${budget}`,
    alternatives: (amount: number) => count(amount, "alternative"),
    notes: (amount: number) => (amount === 1 ? "1 thing to know" : `${amount} things to know`),
    insteadOf: (ref: string) => `Instead of ${ref}`,
    price: "Price",
    effect: "Effect",
  },
  wiring: {
    caption: "Wires in build order",
    step: "Step",
    from: "From",
    to: "To",
    wire: "Wire",
    net: "Net",
    level: "Level",
    note: "Note",
    wires: (amount: number) => count(amount, "wire"),
    nets: (amount: number) => count(amount, "net"),
    show: (step: number) => `Show wire ${step} in the diagram`,
    tick: "Laid",
    laid: (laid: number, wires: number) => `${laid} of ${wires} laid`,
    laidWire: (step: number) => `Wire ${step} is laid`,
    ticksAreYours: "The ticks are yours alone, and stay.",
  },
  checks: {
    headline: {
      PASS: "Pass: nothing found that speaks against building it",
      WARNING: "Warning: it works, with limits you should know",
      FAIL: "Fail: not to be built as it stands",
    },
    scope: (rules: number) => `${count(rules, "rule check")} made on this design`,
    errors: "Errors",
    warnings: "Warnings",
    advice: "Advice",
    passed: "Passed",
    at: "at",
    net: "net",
    findings: "Findings",
    passedCaption: "Rules that passed, least margin first",
    passedRules: (rules: number) => `${count(rules, "check")}, least margin first`,
    rule: "Rule",
    what: "What",
    where: "Where",
    measured: "Measured",
    margin: "Margin",
    limit: "Limit",
    source: (source: string) => `Source: ${source}`,
    possibleFix: (label: string) => `Possible fix: ${label}`,
    totalThen: (total: string) => `total ${total}`,
  },
  diagram: {
    title: (board: string, parts: number, wires: number) =>
      `Wiring diagram: ${board} with ${count(parts, "part")} and ${count(wires, "wire")}`,
    wire: ({ step, net, from, to, colour }: DrawnWire) => `Step ${step}. ${net}: ${from} to ${to}, ${colour}`,
    part: (reference: string, name: string) => `${reference}, ${name}`,
    connections: "Connections",
    holes: "holes of one name are one row of it",
  },
  history: historyTextEn,
  code: codeTextEn,
  power: powerTextEn,
  deeds: deedTextEn,
};

/** A wire as it is said: its place in the build order, its net, and its pins as `U1.21`. */
export interface DrawnWire {
  step: number;
  net: string;
  from: string;
  to: string;
  colour: string;
}

/** The words of the tabs of the bench. */
export type TabText = typeof tabTextEn;

/** English count with its noun: `1 line`, `7 lines`. */
function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
