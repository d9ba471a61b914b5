import { shortName } from "../../domain/circuit/compare-designs.ts";
import { dollars, dollarsMore, figure } from "../../domain/circuit/short-forms.ts";
import type { DesignFacts, Explanation } from "../../protocol/tool-results.ts";
import {
  ended,
  paragraphs,
  pieces,
  sentence,
  wordBattery,
  wordCost,
  wordFinding,
  wordSupposed,
  wordVerdict,
} from "./word-design.ts";
import type { Words } from "./words.ts";

/** Lines of one kind in an explanation; what is asked for by name comes first. */
const mostLines = 6;

/** Words a slice of a design: the engine's own reasons, nothing added. */
export function wordExplanation(words: Words, explanation: Explanation): string {
  const { design, subjects } = explanation;
  if (!design) return words.explain.noDesign;
  if (explanation.hypothesis) return wordHypothesis(words, explanation.hypothesis);
  if (explanation.answer !== null) return explanation.answer;
  const about = new Set(subjects);
  const said = [
    ...explanation.parts.slice(0, mostLines).map((part) => wordPart(words, part)),
    explanation.pins.map((pin) => `- ${wordPin(words, pin)}`).join("\n"),
    explanation.wires
      .slice(0, mostLines)
      .map((wire) => `- ${wordWire(words, wire)}`)
      .join("\n"),
    about.has("verdict") ? wordVerdict(words, design) : wordFindings(words, explanation),
    about.has("verdict") ? wordPassed(words, explanation) : "",
    about.has("power") ? wordPower(words, design) : "",
    about.has("cost") ? wordPrices(words, design) : "",
    about.has("code") ? wordCode(words, design) : "",
    about.has("assumption") ? wordAssumed(words, design) : "",
    about.has("overview") ? wordOverview(words, design) : "",
  ];
  const text = paragraphs(said);
  return text === "" ? words.explain.noSubject : text;
}

/** What a supposed change would come to, and that nothing was changed. */
function wordHypothesis(words: Words, { request, result }: NonNullable<Explanation["hypothesis"]>): string {
  if (result.status !== "ok") return words.whatIf.refused(sentence(result.reason || words.refusal.notUnderstood));
  if (result.change?.isSame) return words.whatIf.same;
  return paragraphs([wordSupposed(words, result), words.whatIf.unchanged(words.quoted(request))]);
}

function wordPart(words: Words, part: DesignFacts["parts"][number]): string {
  return [
    `**${part.id} ${shortName(part.name)}**: ${ended(part.role)}`,
    part.why === "" ? "" : sentence(part.why),
    ...part.alternatives
      .filter(({ name }) => !part.why.includes(shortName(name)))
      .slice(0, 2)
      .map(({ name, deltaCents, effect }) => words.explain.insteadOf(shortName(name), dollarsMore(deltaCents), effect)),
    ...(words.takesHints ? part.warnings.slice(0, 2) : []).map(sentence),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

const delicate = new Set(["strapping", "flash", "usb"]);

function wordPin(words: Words, { pin, carries, standardFor, roles }: Explanation["pins"][number]): string {
  if (standardFor !== undefined) return words.explain.standardPin(pin, carries, standardFor);
  const say = roles.some((role) => delicate.has(role)) ? words.explain.pin : words.explain.freePin;
  return say(pin, carries);
}

function wordWire(words: Words, { from, to, net, volts, colour, note, warning }: Explanation["wires"][number]): string {
  const level = volts === null ? [] : [`${figure(volts)} V`];
  const told = words.explain.wire(from, to, [net, ...level, colour].join(", "));
  return [told, note === "" ? "" : sentence(note), warning ? sentence(warning) : ""]
    .filter((text) => text !== "")
    .join(" ");
}

function wordFindings(words: Words, { findings, subjects }: Explanation): string {
  if (findings.length === 0) return subjects.includes("finding") ? words.explain.noFindings : "";
  return findings
    .slice(0, mostLines)
    .map((finding) => {
      const source = finding.source === undefined ? "" : ` ${words.explain.source(finding.source)}`;
      return `- \`${finding.ruleId}\` ${wordFinding(words, finding)}${source}`;
    })
    .join("\n");
}

function wordPassed(words: Words, { passed }: Explanation): string {
  if (passed.length === 0) return "";
  return [
    words.explain.passed,
    ...passed.slice(0, mostLines).map(({ ruleId, what }) => `- \`${ruleId}\` ${what}`),
  ].join("\n");
}

function wordPower(words: Words, design: DesignFacts): string {
  const rails = design.power.rails.map(({ name, typMa, maxMa, limitMa }) => {
    return `- ${words.explain.rail({ name, typical: figure(typMa), most: figure(maxMa), limit: limitMa === null ? null : figure(limitMa) })}`;
  });
  const battery = wordBattery(words, design);
  const further = design.power.assumptions.slice(battery === "" ? 0 : 1).map((text) => `- ${sentence(text)}`);
  return [battery === "" ? words.explain.noBattery : battery, "", ...rails, ...further].join("\n").trimEnd();
}

function wordPrices(words: Words, design: DesignFacts): string {
  const { lowCents, highCents, priceDate } = design.cost;
  const lines = design.parts.filter(({ owned }) => !owned);
  const dearest = [...lines].sort((a, b) => b.unitPriceCents * b.quantity - a.unitPriceCents * a.quantity).slice(0, 3);
  const list = dearest.map(
    ({ name, unitPriceCents, quantity }) => `${shortName(name)} ${dollars(unitPriceCents * quantity)}`,
  );
  return [
    wordCost(words, design),
    words.explain.dearest(list.join(", ")),
    words.explain.band(dollars(lowCents), dollars(highCents), priceDate),
  ].join(" ");
}

function wordCode(words: Words, { code }: DesignFacts): string {
  return code
    .map(({ filename, libraries, rungsPassed }) => {
      const names = libraries.map(({ name, version }) => `${name} ${version}`).join(", ");
      return `- ${words.explain.code(filename, names === "" ? words.explain.noLibraries : names, rungsPassed.join(", "))}`;
    })
    .join("\n");
}

function wordAssumed(words: Words, { assumed }: DesignFacts): string {
  if (assumed.length === 0) return words.explain.nothingAssumed;
  return words.assumed(assumed.map(({ text }) => sentence(text)).join(" "));
}

function wordOverview(words: Words, design: DesignFacts): string {
  const { title, board, parts, wires, cost } = design;
  const opening = words.opening({ title, board, parts: pieces(parts), wires, total: dollars(cost.totalCents) });
  const lines = parts
    .filter(({ main }) => main)
    .map(({ id, name, role }) => `- **${id} ${shortName(name)}**: ${ended(role)}`);
  return [`${opening}.`, "", ...lines, "", wordVerdict(words, design)].join("\n");
}
