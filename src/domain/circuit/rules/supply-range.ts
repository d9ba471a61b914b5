import type { GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { sourcesOf } from "./levels.ts";
import { isLinearRegulator } from "./regulator.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { round, say } from "./rule.ts";
import { refeedFix } from "./supply-fixes.ts";

interface Fed {
  pin: GraphPin;
  highest: number;
  nominal: number;
  min: number;
  max: number;
}

/** A pin that wants one level takes 10 % around it (USB: 4.5 to 5.5 V); every other one what its part takes. */
function fedPin(pin: GraphPin): Fed | null {
  const { catalog, part } = pin;
  if (part.catalog === null || catalog === null) return null;
  const takes = catalog.type === "power_in" || catalog.mayBeFed === true;
  const source = takes ? sourcesOf(pin.node).find((each) => each.pin.part !== part) : undefined;
  if (source === undefined) return null;
  const range = catalog.volts === undefined ? rangeOf(pin) : { min: catalog.volts * 0.9, max: catalog.volts * 1.1 };
  if (range === null) return null;
  return {
    pin,
    highest: source.volts,
    nominal: source.nominalVolts,
    ...range,
  };
}

function rangeOf(pin: GraphPin): { min: number; max: number } | null {
  const { catalog } = pin.part;
  // A board's unregulated input has a range of its own that its 5 V figure does not tell.
  if (catalog === null || catalog.board !== undefined) return null;
  if (pin.catalog?.range !== undefined) return pin.catalog.range;
  return pin.name === "B+" ? (catalog.supply?.inputVolts ?? null) : catalog.supplyVolts;
}

/** A rail of the circuit that the part takes, where its supply pin is the only one. */
function railFix(input: RuleInput, { pin, min, max }: Fed): NonNullable<FindingDraft["fixes"]> {
  const supplies = pin.part.catalog?.pins.filter((each) => each.type === "power_in") ?? [];
  if (supplies.length !== 1 || pin.part.catalog?.board !== undefined) return [];
  return refeedFix(input, pin, { range: { min, max } });
}

function finding(input: RuleInput, fed: Fed): FindingDraft | null {
  const { pin, highest, nominal, min, max } = fed;
  const above = highest > max + 0.001;
  // What a linear regulator needs above its output is `regulator`'s.
  if (!above && (isLinearRegulator(pin.part) || nominal >= min - 0.001)) return null;
  const shown = above ? { volts: round(highest), limit: round(max) } : { volts: round(nominal), limit: round(min) };
  const text = above
    ? {
        en: `${pin.ref} gets ${shown.volts} V, but takes at most ${shown.limit} V: it would be destroyed.`,
        de: `${pin.ref} bekommt ${shown.volts} V, verträgt aber höchstens ${shown.limit} V: das zerstört es.`,
      }
    : {
        en: `${pin.ref} gets ${shown.volts} V, but needs at least ${shown.limit} V: it may not work.`,
        de: `${pin.ref} bekommt ${shown.volts} V, braucht aber mindestens ${shown.limit} V: es geht vielleicht nicht.`,
      };
  const fixes = railFix(input, fed);
  return {
    severity: above ? "E" : "W",
    message: say(input.language, text),
    nets: netIdsOf(pin.node),
    pins: [pin.ref],
    parts: [pin.part.id],
    measured: { value: shown.volts, unit: "V" },
    limit: { value: shown.limit, unit: "V" },
    source: pin.part.catalog?.sources.supplyVolts ?? "typical value",
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** A rail above what a part takes: E; below: W. */
export const supplyRange: Rule = {
  id: "supply-range",
  check: (input) => {
    const { graph, language } = input;
    const fed = graph.nodes.flatMap((node) => node.pins).flatMap((pin) => fedPin(pin) ?? []);
    const findings = fed.flatMap((each) => finding(input, each) ?? []);
    const least = [...fed].sort((a, b) => a.max - a.highest - (b.max - b.highest))[0];
    if (findings.length > 0 || least === undefined) return { findings, passed: null };
    const what = say(language, {
      en:
        fed.length === 1
          ? `${least.pin.ref} gets what it takes`
          : `${fed.length} supply pins get what they take, least room at ${least.pin.ref}`,
      de:
        fed.length === 1
          ? `${least.pin.ref} bekommt, was es verträgt`
          : `${fed.length} Versorgungspins bekommen, was sie vertragen, am knappsten ${least.pin.ref}`,
    });
    const measured = { value: round(least.highest), unit: "V" };
    return {
      findings,
      passed: { what, parts: [least.pin.part.id], measured, limit: { value: round(least.max), unit: "V" } },
    };
  },
};
