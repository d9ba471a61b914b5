import { designParts } from "./assembly/design-parts.ts";
import type { Built } from "./build-selection.ts";
import { build, isRefusal, withoutExtras } from "./build-selection.ts";
import { partById } from "./catalogue/catalogue.ts";
import { shortName } from "./compare-designs.ts";
import type { Circuit, Design } from "./design.ts";
import { powerBudget } from "./power/power-budget.ts";
import { intervalIsAssumed, withAssumptions } from "./requirements/assumptions.ts";
import type { Aim, AimKind, Requirements } from "./requirements.ts";
import { checkCircuit } from "./rules/check-circuit.ts";
import { improvingSelections } from "./selection/select-parts.ts";
import { dollars } from "./short-forms.ts";

/** A wired way to serve the wishes, with what counts for an aim: the lower, the better. */
interface Candidate {
  built: Built;
  /** US cents, square millimetres, or hours on a charge below zero. */
  value: number;
  /** Parts that the design has not. */
  fresh: string[];
}

/** Parts of a design that take no room: wires, cable, and the breadboard that everything stands on. */
const isFlat = (family: string | undefined): boolean => family === "mechanical" || family === "passive";

const circuitOf = ({ wiring, selection }: Built): Circuit => ({
  parts: designParts(wiring.parts, wiring.nets, selection.deviceId),
  nets: wiring.nets,
});

function roomOf(parts: readonly { catalogId: string | null }[]): number {
  return parts.reduce((sum, { catalogId }) => {
    const part = partById(catalogId ?? "");
    return part === undefined || isFlat(part.family) ? sum : sum + part.sizeMm.width * part.sizeMm.height;
  }, 0);
}

function figureOf(built: Built, kind: AimKind): number {
  if (kind === "cheaper") return built.totalCents;
  const circuit = circuitOf(built);
  if (kind === "smaller") return roomOf(circuit.parts);
  return -(powerBudget(circuit, built.requirements).batteryHours ?? 0);
}

function valueBefore(design: Design, kind: AimKind): number {
  if (kind === "cheaper") return design.cost.totalCents;
  return kind === "smaller" ? roomOf(design.parts) : -(design.power.batteryHours ?? 0);
}

/** A life or a size that differs by less than this share is no improvement. */
const noticeable = 0.05;

/** Share of the battery life that an improvement of something else must leave. */
const lifeKept = 0.8;

/** No design gets worse by an improvement: no error, and no more warnings than before. */
function isSound(built: Built, before: Design): boolean {
  const { requirements } = built;
  const usesWifi = requirements.functions.some((one) => one.id === "talk-wifi");
  const { findings } = checkCircuit(circuitOf(built), { requirements, language: requirements.language, usesWifi });
  const warnings = findings.filter(({ severity }) => severity === "W").length;
  const lasts = before.power.batteryHours ?? 0;
  const hours = lasts === 0 ? 0 : (powerBudget(circuitOf(built), requirements).batteryHours ?? 0);
  if (hours < lasts * lifeKept) return false;
  return (
    !findings.some(({ severity }) => severity === "E") &&
    warnings <= before.findings.filter(({ severity }) => severity === "W").length
  );
}

const keepsOwned = ({ wiring }: Built, before: Design): boolean =>
  before.parts
    .filter((part) => part.owned)
    .every((part) => wiring.parts.some((one) => one.owned && one.part.id === part.catalogId));

/** Longer pauses between measurements, where nobody named one. */
const pauses = [30, 60] as const;

/** The requirements as they are, without what nobody asked for, and with longer pauses where those were assumed. */
function variants(requirements: Requirements, kind: AimKind): Requirements[] {
  const lean = kind === "longer-life" ? null : withoutExtras(requirements);
  const { power } = requirements;
  const mayPause = kind === "longer-life" && power.wakeMinutes !== null && intervalIsAssumed(requirements);
  const slower = mayPause
    ? pauses.flatMap((minutes) =>
        minutes > (power.wakeMinutes ?? 0)
          ? [withAssumptions({ ...requirements, power: { ...power, wakeMinutes: minutes } })]
          : [],
      )
    : [];
  return [requirements, ...(lean === null ? [] : [lean]), ...slower];
}

function candidates(requirements: Requirements, before: Design, kind: AimKind): Candidate[] {
  const had = new Set(before.parts.map((part) => part.catalogId));
  return variants(requirements, kind).flatMap((variant) =>
    improvingSelections(variant, before, kind).flatMap((selection) => {
      const built = build(variant, selection, before);
      if (isRefusal(built) || !keepsOwned(built, before)) return [];
      const fresh = [...new Set(built.wiring.parts.map(({ part }) => part.id))].filter((id) => !had.has(id));
      return [{ built, value: figureOf(built, kind), fresh }];
    }),
  );
}

/** Of those that reach what was asked the one that changes least, else the one that goes furthest. */
function chosen(all: readonly Candidate[], limit: number | null): Candidate[] {
  const reaching = limit === null ? [] : all.filter(({ value }) => value <= limit);
  const pool = reaching.length > 0 ? reaching : all;
  const byChange = (a: Candidate, b: Candidate) => a.fresh.length - b.fresh.length || a.value - b.value;
  const byValue = (a: Candidate, b: Candidate) => a.value - b.value || a.fresh.length - b.fresh.length;
  return [...pool].sort(reaching.length > 0 ? byChange : byValue);
}

type Say = (en: string, de: string) => string;

/** A figure of an aim in words: money, square centimetres, time. */
function inWords(value: number, kind: AimKind, say: Say): string {
  const oneDigit = (figure: number) => String(Math.round(figure * 10) / 10);
  const localized = (text: string) => say(text, text.replace(".", ","));
  if (kind === "cheaper") return dollars(value);
  if (kind === "smaller") return `${localized(oneDigit(value / 100))} cm²`;
  const hours = -value;
  return hours < 72
    ? `${localized(oneDigit(hours))} h`
    : localized(say(`${oneDigit(hours / 24)} days`, `${oneDigit(hours / 24)} Tage`));
}

const better: Record<AimKind, { en: string; de: string }> = {
  cheaper: { en: "It does not get cheaper", de: "Billiger" },
  smaller: { en: "It does not get smaller", de: "Kleiner" },
  "longer-life": { en: "It does not last longer", de: "Länger" },
};

/** What would go further if the person gave up what they named. */
function ifGivenUp(
  requirements: Requirements,
  before: Design,
  { aim, value, say }: { aim: Aim; value: number; say: Say },
): string {
  const free: Requirements = {
    ...requirements,
    board: { catalogId: null, named: false },
    functions: requirements.functions.map(({ catalogId: _named, ...one }) => one),
  };
  const ifBoard = { ...requirements, board: free.board };
  for (const [wishes, what] of [
    [ifBoard, say("another board", "einem anderen Board")],
    [free, say("other parts than those you named", "anderen Teilen als den genannten")],
  ] as const) {
    if (wishes === ifBoard && !requirements.board.named) continue;
    const [best] = chosen(
      candidates(wishes, { ...before, parts: before.parts.map((one) => ({ ...one, owned: false })) }, aim.kind),
      null,
    );
    if (best !== undefined && best.value < value - Math.abs(value) * noticeable) {
      const gain = inWords(best.value, aim.kind, say);
      const board = shortName(best.built.selection.board.part.name);
      return say(`; with ${what} (${board}) it would be ${gain}`, `; mit ${what} (${board}) wären es ${gain}`);
    }
  }
  return "";
}

/** What the dearest part of those that serve a wish costs, for who can do without it; nothing where one wish is all there is. */
function ifLeftOut(requirements: Requirements, { parts }: Pick<Design, "parts">, say: Say): string {
  const asked = new Set(requirements.functions.flatMap(({ id, source }) => (source === "asked" ? [id] : [])));
  if (asked.size < 2) return "";
  const serving = parts.filter(
    ({ catalogId, category, owned }) =>
      category !== "board" && !owned && partById(catalogId ?? "")?.functions.some((id) => asked.has(id)) === true,
  );
  const costOf = (name: string) =>
    serving.reduce((sum, part) => sum + (part.name === name ? part.quantity * part.unitPriceCents : 0), 0);
  const dearest = [...new Set(serving.map(({ name }) => name))].sort((a, b) => costOf(b) - costOf(a))[0];
  if (dearest === undefined || costOf(dearest) === 0) return "";
  const [name, saved] = [shortName(dearest), dollars(costOf(dearest))];
  return say(`; without the ${name} it would be ${saved} less`, `; ohne ${name} wären es ${saved} weniger`);
}

function refusal(requirements: Requirements, before: Design, aim: Aim): Requirements {
  const say: Say = (en, de) => ((aim.language ?? requirements.language) === "de" ? de : en);
  const value = valueBefore(before, aim.kind);
  if (aim.kind === "longer-life" && before.power.batteryHours === undefined) {
    const text = say(
      "Nothing runs on a battery here: there is no life to lengthen",
      "Hier läuft nichts auf Akku: Es gibt keine Laufzeit zu verlängern",
    );
    return { ...requirements, improved: { reached: false, text } };
  }
  const start = say(better[aim.kind].en, better[aim.kind].de);
  const now = inWords(value, aim.kind, say);
  const because = say(
    ` than ${now} without giving up what you named or asked for`,
    ` als ${now} geht es nicht, ohne aufzugeben, was du genannt oder verlangt hast`,
  );
  const leftOut = aim.kind === "cheaper" ? ifLeftOut(requirements, before, say) : "";
  const text = `${start}${because}${ifGivenUp(requirements, before, { aim, value, say })}${leftOut}`;
  return { ...requirements, improved: { reached: false, text } };
}

/** Requirements with what came of the aim, and the wired selection that they mean; null where everything stays. */
export interface Improved {
  requirements: Requirements;
  built: Built | null;
}

/**
 * The requirements that a design follows from which is cheaper, smaller or lasts longer than `before`: other variants of the same functions,
 * a board that was not named, no more of what nobody asked for, longer pauses that nobody named. Never what was named, owned or moved to a
 * pin, and never with an error. `improved` says how far it went, or why it did not.
 */
export function improve(requirements: Requirements, before: Design, aim: Aim): Improved {
  const value = valueBefore(before, aim.kind);
  const limit = aim.kind === "cheaper" && aim.byCents !== undefined ? value - aim.byCents : null;
  const least = aim.kind === "cheaper" ? value - 1 : value - Math.abs(value) * noticeable;
  const all = candidates(requirements, before, aim.kind).filter((one) => one.value <= least);
  const isHopeless = aim.kind === "longer-life" && before.power.batteryHours === undefined;
  const best = isHopeless ? undefined : chosen(all, limit).find(({ built }) => isSound(built, before));
  if (best === undefined) return { requirements: refusal(requirements, before, aim), built: null };
  const say: Say = (en, de) => ((aim.language ?? requirements.language) === "de" ? de : en);
  const { built } = best;
  const [was, is] = [inWords(value, aim.kind, say), inWords(best.value, aim.kind, say)];
  const isShort = limit !== null && best.value > limit;
  const missed = isShort ? inWords(best.value - limit, aim.kind, say) : "";
  const stopped = say(
    `, which is as far as it goes: ${missed} short of what you asked`,
    `; weiter geht es nicht, ${missed} fehlen`,
  );
  const more = isShort
    ? `${stopped}${ifGivenUp(requirements, before, { aim, value: best.value, say })}${ifLeftOut(requirements, { parts: circuitOf(built).parts }, say)}`
    : "";
  const text = say(`${is} instead of ${was}${more}`, `${is} statt ${was}${more}`);
  const taken = [...new Set([built.selection.board.part.id, ...built.selection.parts.map(({ part }) => part.id)])];
  const improved = { ...built.requirements, taken, improved: { reached: true, text } };
  return { requirements: improved, built: { ...built, requirements: improved } };
}
