import { shortName } from "../../domain/circuit/compare-designs.ts";
import { dollars, dollarsMore, figure } from "../../domain/circuit/short-forms.ts";
import type { DesignFacts, DesignRefusal, DesignResult } from "../../protocol/tool-results.ts";
import type { FindingCounts, Words } from "./words.ts";

/** Parts and findings that are worth a line of their own in an answer; the bench has the rest. */
const mostParts = 8;
const mostFindings = 3;
const mostPieces = 5;
/** A battery life that differs by less than this share is not worth a sentence. */
const noticeable = 0.05;

/** Tells a design: what was chosen and why, cost, verdict, battery, assumptions, what is missing, the one question. */
export function wordDesign(words: Words, result: DesignResult): string {
  const { design, change } = result;
  if (change) return wordChange(words, design, change);
  const mainParts = design.parts.filter(({ main }) => main);
  return paragraphs([opening(words, design), partLines(mainParts), ...ending(words, design)]);
}

function wordChange(words: Words, design: DesignFacts, change: NonNullable<DesignResult["change"]>): string {
  if (change.isSame) return paragraphs([words.unchanged, cautions(words, design)]);
  const { added, removed, functionsLost, functionsGained, batteryHoursBefore } = change;
  const done = added.length + removed.length > 0 ? words.changed(added, removed) : words.sameParts;
  const cost = `${words.costNow(dollars(design.cost.totalCents), dollarsMore(change.costDeltaCents))}${budget(words, design)}`;
  // The engine notes a lost function among its assumptions; said here as the loss that it is.
  const losses = functionsLost.length > 0 ? design.assumed.filter(({ field }) => field === "function") : [];
  const rest = { ...design, assumed: design.assumed.filter((one) => !losses.includes(one)) };
  const isNew = ({ main, name }: DesignFacts["parts"][number]) =>
    main && added.some((one) => one.endsWith(shortName(name)));
  return paragraphs([
    [done, change.costDeltaCents === 0 ? "" : cost, change.wires === 0 ? "" : words.wiresChanged(change.wires)]
      .filter((text) => text !== "")
      .join(" "),
    functionsLost.length > 0
      ? [words.lost(listed(words, functionsLost)), ...losses.map(({ text }) => sentence(text))].join(" ")
      : "",
    functionsGained.length > 0 ? words.gained(listed(words, functionsGained)) : "",
    partLines(design.parts.filter(isNew)),
    ...ending(words, rest, batteryHoursBefore),
  ]);
}

/** Why there is no design, or why it stays as it is. */
export function wordRefusal(words: Words, { status, reason, question }: DesignRefusal, hasDesign: boolean): string {
  if (status === "has_design") return words.offerReplace.text;
  if (status === "no_design") return words.refusal.noDesign;
  const opening = {
    unsupported: words.refusal.unsupported,
    needs_answer: words.refusal.needsAnswer,
    not_understood: words.refusal.notUnderstood,
    not_yet: "",
  }[status];
  return paragraphs([
    [opening, reason === "" ? "" : sentence(reason)].filter((text) => text !== "").join(" "),
    question?.text ?? "",
    hasDesign ? words.refusal.stays : "",
  ]);
}

/** Verdict with its worst findings, each with measured against limit and the first way out. */
export function wordVerdict(words: Words, design: DesignFacts): string {
  const findings = design.findings.filter(({ severity }) => severity !== "I").sort(worseFirst);
  const shown = findings.slice(0, mostFindings);
  const rest = findings.length - shown.length;
  return [
    words.verdict(design.verdict, counts(design), design.rulesPassed),
    ...shown.map((finding) => `- ${wordFinding(words, finding)}`),
    ...(rest > 0 ? [words.notMoreNotes(rest)] : []),
  ].join("\n");
}

/** One finding as a sentence. */
export function wordFinding(words: Words, finding: DesignFacts["findings"][number]): string {
  const { message, measured, limit, fixes } = finding;
  const bound =
    measured && limit
      ? words.explain.limit(`${figure(measured.value)} ${measured.unit}`, `${figure(limit.value)} ${limit.unit}`)
      : "";
  const [fix] = fixes;
  const repair = fix ? words.repair(fix.label, dollarsMore(fix.deltaCents)) : "";
  return [sentence(message), bound, repair].filter((text) => text !== "").join(" ");
}

/** Battery life with what it rests on; empty without a battery. */
export function wordBattery(words: Words, { power }: DesignFacts, hoursBefore?: number): string {
  if (power.batteryHours === undefined) return "";
  const average = power.averageMa === undefined ? null : figure(power.averageMa);
  const wanted = power.wantedHours === undefined ? null : words.hours(power.wantedHours);
  const life = words.battery(words.hours(power.batteryHours), average, wanted);
  const differs = hoursBefore !== undefined && Math.abs(hoursBefore / power.batteryHours - 1) > noticeable;
  const before = differs ? [words.batteryBefore(words.hours(hoursBefore))] : [];
  return [life, ...before, ...power.assumptions.slice(0, 2).map(sentence)].join(" ");
}

/** The total against the budget. */
export function wordCost(words: Words, design: DesignFacts): string {
  return `**${dollars(design.cost.totalCents)}**${budget(words, design)}`;
}

/** Texts as one enumeration: "a, b and c". */
export function listed(words: Words, texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${words.and} ${last}`;
}

/** Paragraphs without the empty ones. */
export function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}

/** A text as a sentence: a capital at the start, a full stop where it has no end. */
export function sentence(text: string): string {
  const [first = "", ...rest] = text;
  const start = `${first.toUpperCase()}${rest.join("")}`;
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}

/** A text that goes on after a colon, ended by a full stop. */
export function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Pieces to buy: a line of three counts three. */
export function pieces(parts: DesignFacts["parts"]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0);
}

function opening(words: Words, design: DesignFacts): string {
  const { title, board, parts, wires, cost } = design;
  const facts = { title, board, parts: pieces(parts), wires, total: dollars(cost.totalCents) };
  return `${words.opening(facts)}${budget(words, design)}`;
}

function budget(words: Words, { cost }: DesignFacts): string {
  const { budgetCents, budgetDisplayCents = 0, totalCents, currency } = cost;
  if (budgetCents === undefined) return words.noBudget;
  const left = budgetCents - totalCents;
  const say = left >= 0 ? words.underBudget : words.overBudget;
  const own = currency === "USD" ? "" : ` (${(budgetDisplayCents / 100).toFixed(2)} ${currency})`;
  return say(`${dollars(budgetCents)}${own}`, dollars(Math.abs(left)));
}

function partLines(parts: readonly DesignFacts["parts"][number][]): string {
  return parts
    .slice(0, mostParts)
    .map(({ id, name, quantity, role, why }) => {
      const count = quantity > 1 ? ` × ${quantity}` : "";
      return `- **${id} ${shortName(name)}**${count}: ${ended(role)} ${why === "" ? "" : sentence(why)}`.trimEnd();
    })
    .join("\n");
}

function ending(words: Words, design: DesignFacts, batteryHoursBefore?: number): string[] {
  return [
    wordVerdict(words, design),
    wordBattery(words, design, batteryHoursBefore),
    design.assumed.length > 0 ? words.assumed(design.assumed.map(({ text }) => sentence(text)).join(" ")) : "",
    cautions(words, design),
    design.question?.text ?? "",
  ];
}

/** What must be said in every answer about a design: mains, and what was not understood. */
function cautions(words: Words, { mains, findings, notUnderstood }: DesignFacts): string {
  const isSaid = findings.some(({ ruleId }) => ruleId === "mains");
  return paragraphs([
    notUnderstood.length > 0
      ? words.notUnderstood(notUnderstood.slice(0, mostPieces).map(words.quoted).join(", "))
      : "",
    mains && !isSaid ? words.mains : "",
  ]);
}

const rank = { E: 0, W: 1, I: 2 } as const;

function worseFirst(a: { severity: "E" | "W" | "I" }, b: { severity: "E" | "W" | "I" }): number {
  return rank[a.severity] - rank[b.severity];
}

function counts({ findings }: DesignFacts): FindingCounts {
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("E"), warnings: of("W"), notes: of("I") };
}
