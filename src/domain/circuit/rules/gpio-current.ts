import type { PinLoad } from "../power/pin-loads.ts";
import { pinLoads } from "../power/pin-loads.ts";
import { e24AtLeast, ohmsText } from "../wiring/e24.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";
import { refeedFix } from "./supply-fixes.ts";

/** Where the maker names one figure only, more than this share of it is W. */
const warnShare = 0.8;

interface Judged {
  load: PinLoad;
  mA: number;
  sinks: boolean;
  /** Above it W. */
  designMa: number;
  /** Above it E. */
  absMa: number;
}

function judge(load: PinLoad): Judged | null {
  const limits = load.pin.part.catalog?.board?.pinLimits;
  if (limits === undefined) return null;
  const sides = [
    { sinks: false, mA: load.sourceMa, absMa: limits.absSourceMa },
    { sinks: true, mA: load.sinkMa, absMa: limits.absSinkMa },
  ].map((side) => ({
    ...side,
    designMa: limits.designMa < side.absMa ? limits.designMa : warnShare * side.absMa,
    load,
  }));
  return sides.reduce((worst, side) => (side.mA / side.absMa > worst.mA / worst.absMa ? side : worst));
}

/** Share of the good current that a fix leaves. */
const fixShare = 0.6;

/** A larger value for the one resistor that limits the current. */
function largerFix(input: RuleInput, { load, mA, designMa }: Judged): NonNullable<FindingDraft["fixes"]> {
  const resistors = load.parts.filter((part) => part.catalog?.edge?.kind === "resistor");
  const [only, second] = resistors;
  const value = only?.design.value;
  if (only === undefined || second !== undefined || value?.kind !== "ohms") return [];
  const ohms = e24AtLeast((value.ohms * mA) / (fixShare * designMa));
  return [
    {
      label: say(input.language, {
        en: `Take ${ohmsText(ohms)} for ${only.id}`,
        de: `${ohmsText(ohms)} für ${only.id} nehmen`,
      }),
      deltaCents: 0,
      patch: [{ op: "set-ohms", part: only.id, ohms }],
    },
  ];
}

/** A module that the pin feeds belongs on a rail that it takes. */
function railFix(input: RuleInput, { load }: Judged): FixDraft[] {
  const fed = load.pin.node.pins.filter(({ part, catalog }) => part !== load.pin.part && catalog?.type === "power_in");
  const [only, second] = fed;
  const range = only?.part.catalog?.supplyVolts;
  return only === undefined || second !== undefined || range == null ? [] : refeedFix(input, only, { range });
}

function finding(input: RuleInput, judged: Judged): FindingDraft {
  const fixes = [...largerFix(input, judged), ...railFix(input, judged)];
  return { ...told(input, judged), ...(fixes.length === 0 ? {} : { fixes }) };
}

function told(input: RuleInput, { load, mA, sinks, designMa, absMa }: Judged): FindingDraft {
  const { pin, parts } = load;
  const over = mA > absMa;
  const [measured, limit] = [round(mA, 1), round(over ? absMa : designMa, 1)];
  const does = sinks ? { en: "take in", de: "aufnehmen" } : { en: "give", de: "geben" };
  return {
    severity: over ? "E" : "W",
    message: say(input.language, {
      en: `Pin ${pin.name} of ${pin.part.id} must ${does.en} ${measured} mA, ${over ? `and more than ${limit} mA destroys it` : `more than the ${limit} mA that are good for it in the long run`}. Use larger resistors, or switch the load with a transistor.`,
      de: `Pin ${pin.name} von ${pin.part.id} muss ${measured} mA ${does.de}, ${over ? `und mehr als ${limit} mA zerstören ihn` : `mehr als die ${limit} mA, die ihm auf Dauer bekommen`}. Nimm größere Widerstände oder schalte die Last mit einem Transistor.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref],
    parts: [pin.part.id, ...parts.map((part) => part.id)],
    measured: { value: measured, unit: "mA" },
    limit: { value: limit, unit: "mA" },
    source: pin.part.catalog?.sources.pinLimits ?? "typical value",
  };
}

/** Sum of the direct currents of a board's pin: E above the absolute maximum, W above what is good for it. */
export const gpioCurrent: Rule = {
  id: "gpio-current",
  check: (input) => {
    const judged = pinLoads(input.graph).flatMap((load) => judge(load) ?? []);
    const findings = judged.filter(({ mA, designMa }) => mA > designMa + 0.05).map((each) => finding(input, each));
    const [first, ...others] = judged;
    if (first === undefined) return report(findings, null);
    const worst = others.reduce(
      (most, each) => (each.mA / each.designMa > most.mA / most.designMa ? each : most),
      first,
    );
    const what = say(input.language, {
      en: `greatest current of any pin: ${worst.load.pin.ref}`,
      de: `größter Strom an einem Pin: ${worst.load.pin.ref}`,
    });
    return report(findings, {
      what,
      parts: [worst.load.pin.part.id],
      measured: { value: round(worst.mA, 1), unit: "mA" },
      limit: { value: round(worst.designMa, 1), unit: "mA" },
    });
  },
};
