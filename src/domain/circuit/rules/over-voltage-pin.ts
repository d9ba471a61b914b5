import { e24AtLeast, ohmsText } from "../wiring/e24.ts";
import type { GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { groundPin, shifterFix } from "./fix-places.ts";
import { highestVoltsAt, isGround } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { round, say } from "./rule.ts";

function absMaxOf(pin: GraphPin): number | null {
  const { catalog, part } = pin;
  if (catalog === null || part.catalog === null) return null;
  if (catalog.type === "power_in" || catalog.type === "power_out" || catalog.type === "ground") return null;
  return catalog.limits?.absMaxVolts ?? part.catalog.board?.pinLimits.absMaxVolts ?? null;
}

function finding(pin: GraphPin, volts: number, limit: number): Omit<FindingDraft, "message"> {
  return {
    severity: "E",
    nets: netIdsOf(pin.node),
    pins: [pin.ref],
    parts: [pin.part.id],
    measured: { value: round(volts), unit: "V" },
    limit: { value: limit, unit: "V" },
    source: pin.part.catalog?.sources.absMaxVolts ?? pin.part.catalog?.sources.pinLimits ?? "typical value",
  };
}

/** 5 V become 3.33 V over these two. */
const dividerOhms = { top: 1000, bottom: 2000 } as const;

/** A divider is there already and divides too little: a smaller value below it. */
function lowerFix({ language }: RuleInput, pin: GraphPin, limit: number): NonNullable<FindingDraft["fixes"]> {
  const resistors = pin.node.edges.filter(({ kind, from, to }) => kind === "resistor" && from !== to);
  const below = resistors.find((edge) => isGround(otherEnd(edge, pin.node)));
  const above = resistors.find((edge) => edge !== below);
  const level = highestVoltsAt(pin)?.volts ?? 0;
  if (resistors.length !== 2 || below?.ohms == null || above?.ohms == null || level <= 0) return [];
  // level = source x below / (below + above)
  const source = (level * (below.ohms + above.ohms)) / below.ohms;
  const target = Math.min(limit, pin.part.catalog?.board?.logicVolts ?? limit);
  if (below.ohms <= 0 || above.ohms <= 0 || source <= target) return [];
  const most = (above.ohms * target) / (source - target);
  const ohms = [1, 0.95, 0.9].map((share) => e24AtLeast(most * share)).find((each) => each <= most * 1.01);
  if (ohms === undefined) return [];
  return [
    {
      label: say(language, {
        en: `Take ${ohmsText(ohms)} for ${below.part.id}`,
        de: `${ohmsText(ohms)} für ${below.part.id} nehmen`,
      }),
      deltaCents: 0,
      patch: [{ op: "set-ohms", part: below.part.id, ohms }],
    },
  ];
}

/** A divider where only outputs reach the pin, a level shifter for lines that several drive. */
function fixFor(input: RuleInput, pin: GraphPin, limit: number): NonNullable<FindingDraft["fixes"]> {
  const lower = lowerFix(input, pin, limit);
  if (lower.length > 0) return lower;
  const others = pin.node.pins.filter((other) => other.part !== pin.part);
  const ground = groundPin(input.graph, pin.part);
  const oneWay = others.length > 0 && others.every((other) => other.catalog?.type === "output");
  if (!oneWay || ground === undefined) return shifterFix(input, pin.node, limit);
  const cents = input.find("resistor")?.price.typicalCents ?? 0;
  return [
    {
      label: say(input.language, { en: `Put 1k and 2k before ${pin.ref}`, de: `1k und 2k vor ${pin.ref} setzen` }),
      deltaCents: 2 * cents,
      patch: [{ op: "add-divider", pin: pin.ref, topOhms: dividerOhms.top, bottomOhms: dividerOhms.bottom, ground }],
    },
  ];
}

/** The highest level that reaches a pin, seen through dividers, above what the pin survives: E. */
export const overVoltagePin: Rule = {
  id: "over-voltage-pin",
  check: (input) => {
    const { graph, language } = input;
    const findings: FindingDraft[] = [];
    let least: { pin: GraphPin; volts: number; limit: number } | null = null;
    for (const pin of graph.nodes.flatMap((node) => node.pins)) {
      const limit = absMaxOf(pin);
      const level = limit === null ? null : highestVoltsAt(pin);
      if (limit === null || level === null) continue;
      if (level.volts <= limit) {
        if (least === null || limit - level.volts < least.limit - least.volts)
          least = { pin, volts: level.volts, limit };
        continue;
      }
      const [volts, from] = [round(level.volts), level.from.map((part) => part.id).join(", ")];
      const fixes = fixFor(input, pin, limit);
      findings.push({
        ...finding(pin, level.volts, limit),
        ...(fixes.length === 0 ? {} : { fixes }),
        parts: [...new Set([pin.part.id, ...level.from.map((part) => part.id)])],
        message: say(language, {
          en: `${pin.ref} gets up to ${volts} V from ${from}, but survives only ${limit} V. Put a divider or a level shifter between them.`,
          de: `${pin.ref} bekommt bis zu ${volts} V von ${from}, verträgt aber nur ${limit} V. Setze einen Spannungsteiler oder Pegelwandler dazwischen.`,
        }),
      });
    }
    if (findings.length > 0 || least === null) return { findings, passed: null };
    const what = say(language, {
      en: `highest level at any pin: ${least.pin.ref}`,
      de: `höchster Pegel an einem Pin: ${least.pin.ref}`,
    });
    const { measured, limit, parts } = finding(least.pin, least.volts, least.limit);
    return { findings, passed: { what, parts, ...(measured ? { measured } : {}), ...(limit ? { limit } : {}) } };
  },
};
