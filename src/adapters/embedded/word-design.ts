import { shortName } from "../../domain/circuit/compare-designs.ts";
import { dollars, dollarsMore, figure } from "../../domain/circuit/short-forms.ts";
import type { DesignFacts, DesignRefusal, DesignResult } from "../../protocol/tool-results.ts";
import type { FindingCounts, Words } from "./words.ts";

/** Choices, findings and pieces that are worth a line of their own in an answer; the bench has the rest. */
const mostChoices = 3;
const mostFindings = 3;
const mostPieces = 5;
/** A battery life that differs by less than this share is not worth a sentence. */
const noticeable = 0.05;
/** A board that takes more than this share of the average while it sleeps is what limits the battery life. */
const boardLimits = 0.5;

/** Tells a design: what it is and costs, the choices that matter, verdict, battery, assumptions, what is missing, the one question. */
export function wordDesign(words: Words, result: DesignResult): string {
  const { design, change } = result;
  if (change) return wordChange(words, design, change);
  if (result.imported) return wordImported(words, design, result.imported);
  return paragraphs([
    opening(words, design),
    choiceLines(words, design.parts),
    wordVerdict(words, design),
    [wordBattery(words, design), wordBoardAsleep(words, design)].filter((text) => text !== "").join(" "),
    ...ending(words, design),
  ]);
}

function wordChange(words: Words, design: DesignFacts, change: Changed): string {
  const notDone = change.notDone.length > 0 ? words.notDone(change.notDone.map(sentence).join(" ")) : "";
  if (change.isSame) return paragraphs([words.unchanged, notDone, cautions(words, design)]);
  const { added, removed, functionsLost, functionsGained, lostBecause } = change;
  const done = added.length + removed.length > 0 ? words.changed(added, removed, change.kept) : words.sameParts;
  const cost = `${words.costNow(dollars(design.cost.totalCents), dollarsMore(change.costDeltaCents))}${budget(words, design)}`;
  // The engine notes a lost function among its assumptions; said here as the loss that it is.
  const rest = functionsLost.length > 0 ? design.assumed.filter(({ field }) => field !== "function") : design.assumed;
  const isNew = ({ main, name }: DesignFacts["parts"][number]) =>
    main && added.some((one) => one.endsWith(shortName(name)));
  return paragraphs([
    [
      done,
      change.costDeltaCents === 0
        ? `${words.costStays(dollars(design.cost.totalCents))}${budget(words, design)}`
        : cost,
      change.wires === 0 ? "" : words.wiresChanged(change.wires),
    ]
      .filter((text) => text !== "")
      .join(" "),
    functionsLost.length > 0 ? words.lost(listed(words, functionsLost), listed(words, lostBecause)) : "",
    functionsGained.length > 0 ? words.gained(listed(words, functionsGained)) : "",
    choiceLines(words, design.parts.filter(isNew)),
    verdictNow(words, design, change),
    batteryNow(words, design, change),
    notDone,
    ...ending(words, { ...design, assumed: rest }),
  ]);
}

/** A diagram that became the design: what is known of it, what the check says, and whether there is code for it. */
function wordImported(words: Words, design: DesignFacts, { unknown, unknownPins }: Imported): string {
  const strangers = unknown.slice(0, mostPieces).map(({ id, type }) => `${id} (${type})`);
  const more = unknown.length > strangers.length ? [`+${unknown.length - strangers.length}`] : [];
  return paragraphs([
    `${words.diagram.opening} ${opening(words, design)}`,
    unknown.length > 0 ? words.diagram.unknown([...strangers, ...more].join(", ")) : "",
    unknownPins.length > 0 ? words.diagram.unknownPins(unknownPins.slice(0, mostPieces).join(", ")) : "",
    wordVerdict(words, design),
    wordBattery(words, design),
    design.code.length > 0 ? words.diagram.firmware : words.diagram.noFirmware,
    ...ending(words, design),
  ]);
}

type Imported = NonNullable<DesignResult["imported"]>;

/** A change that was only supposed: what it would bring, cost and lose, the battery and the check. */
export function wordSupposed(words: Words, { design, change }: DesignResult): string {
  if (!change) return "";
  const { added, removed, functionsLost, functionsGained, lostBecause, costDeltaCents, wires, notDone } = change;
  const { batteryHours } = design.power;
  const total = dollars(design.cost.totalCents);
  const life =
    batteryHours === undefined
      ? ""
      : words.whatIf.life(
          words.hours(batteryHours),
          change.batteryHoursBefore === undefined ? null : words.hours(change.batteryHoursBefore),
        );
  const findings = design.findings.filter(({ severity }) => severity !== "I").sort(worseFirst);
  return paragraphs([
    [
      words.whatIf.parts(added, removed),
      `${words.whatIf.cost(total, dollarsMore(costDeltaCents))}${budget(words, design)}`,
      wires === 0 ? "" : words.wiresChanged(wires),
      life,
    ]
      .filter((text) => text !== "")
      .join(" "),
    functionsLost.length > 0 ? words.lost(listed(words, functionsLost), listed(words, lostBecause)) : "",
    functionsGained.length > 0 ? words.gained(listed(words, functionsGained)) : "",
    [
      findings.length === 0 && design.verdict === change.verdictBefore && design.verdict !== "PASS"
        ? words.whatIf.sameVerdict
        : words.whatIf.verdict(design.verdict),
      ...findings.slice(0, mostFindings).map((one) => `- ${plainFinding(words, one)}`),
    ].join("\n"),
    notDone.length > 0 ? words.notDone(notDone.map(sentence).join(" ")) : "",
  ]);
}

/** A check that passed and passes still is one short sentence. */
function verdictNow(words: Words, design: DesignFacts, { verdictBefore }: Changed): string {
  return design.verdict === "PASS" && verdictBefore === "PASS" ? words.stillPasses : wordVerdict(words, design);
}

/** Told again where the change made a difference, or was about it. */
function batteryNow(words: Words, design: DesignFacts, change: Changed): string {
  const { batteryHours } = design.power;
  const { batteryHoursBefore: before } = change;
  if (batteryHours === undefined) return "";
  const differs = before === undefined || Math.abs(before / batteryHours - 1) > noticeable;
  const isAboutIt = change.added.length + change.removed.length === 0;
  return differs || isAboutIt ? wordBattery(words, design, before) : "";
}

type Changed = NonNullable<DesignResult["change"]>;

/** Why there is no design, or why it stays as it is. */
export function wordRefusal(words: Words, refusal: DesignRefusal, hasDesign: boolean): string {
  const { tool, status, reason, question } = refusal;
  if (status === "has_design") return tool === "import_diagram" ? words.diagram.offerReplace : words.offerReplace.text;
  if (tool === "import_diagram") return paragraphs([sentence(reason), hasDesign ? words.refusal.stays : ""]);
  if (status === "no_design") return words.refusal.noDesign;
  const opening = {
    unsupported: words.refusal.unsupported,
    needs_answer: words.refusal.needsAnswer,
    not_understood: words.refusal.notUnderstood,
    not_yet: "",
  }[status];
  // A reason why not stands by itself.
  const start = status === "unsupported" && reason !== "" ? "" : opening;
  return paragraphs([
    [start, reason === "" ? "" : sentence(reason)].filter((text) => text !== "").join(" "),
    question?.text ?? "",
    status === "unsupported" && !hasDesign ? `${words.refusal.instead}\n\n> ${words.examples[1]}` : "",
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
    ...shown.map((finding) => `- ${plainFinding(words, finding)}`),
    ...(rest > 0 ? [words.notMoreNotes(rest)] : []),
  ].join("\n");
}

/** A finding with its first way out; its message holds the figures that matter. */
function plainFinding(words: Words, { message, fixes: [fix] }: DesignFacts["findings"][number]): string {
  const repair = fix ? ` ${words.repair(fix.label, dollarsMore(fix.deltaCents))}` : "";
  return `${sentence(message)}${repair}`;
}

/** One finding as a sentence, with measured against limit. */
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

/** Battery life with the one assumption that it rests on most; empty without a battery. */
export function wordBattery(words: Words, { power, findings }: DesignFacts, hoursBefore?: number): string {
  if (power.batteryHours === undefined) return "";
  const assumption = power.assumptions.slice(0, 1).map(sentence);
  const average = power.averageMa === undefined ? null : figure(power.averageMa);
  const wanted = power.wantedHours === undefined ? null : words.hours(power.wantedHours);
  const life = words.battery(words.hours(power.batteryHours), average, wanted);
  const differs = hoursBefore !== undefined && Math.abs(hoursBefore / power.batteryHours - 1) > noticeable;
  const before = differs ? [words.batteryBefore(words.hours(hoursBefore))] : [];
  // A finding about the battery has told the life already.
  const isTold = findings.some(({ ruleId }) => ruleId === "battery");
  return [...(isTold ? [] : [life]), ...before, ...assumption].join(" ");
}

/** Where the board's own sleep current limits the life and no life was named: a finding says it where one was. */
function wordBoardAsleep(words: Words, { power }: DesignFacts): string {
  const { boardAsleepMa = 0, averageMa = 0, wantedHours } = power;
  if (wantedHours !== undefined || averageMa === 0 || boardAsleepMa / averageMa <= boardLimits) return "";
  return words.boardAsleep(figure(boardAsleepMa), figure(averageMa));
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

/** The parts that could have been others, those first that nobody named; pieces of one kind are one choice. */
function choiceLines(words: Words, parts: DesignFacts["parts"]): string {
  const open = parts.filter((part) => part.main && part.alternatives.length > 0 && !(part.named && part.isBoard));
  const kinds = open.filter((part, at) => open.findIndex(({ name }) => name === part.name) === at);
  const isFree = ({ named, owned }: DesignFacts["parts"][number]) => !named && !owned;
  return [...kinds.filter(isFree), ...kinds.filter((part) => !isFree(part))]
    .slice(0, mostChoices)
    .map(({ name, role, named, alternatives: [other] }) => {
      const why = named ? words.named : ended(`${role.slice(0, 1).toLowerCase()}${role.slice(1)}`);
      const rival = other
        ? words.runnerUp(shortName(other.name), dollarsMore(other.deltaCents), other.effect.replaceAll("; ", ", "))
        : "";
      return `- **${shortName(name)}**: ${why} ${rival}`.trimEnd();
    })
    .join("\n");
}

function ending(words: Words, design: DesignFacts): string[] {
  // The question tells what it assumed itself.
  const covered = design.question ? ["interval", "power"] : [];
  const assumed = design.assumed.filter(({ field }) => !covered.includes(field));
  return [
    assumed.length > 0 ? words.assumed(assumed.map(({ text }) => sentence(text)).join(" ")) : "",
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
