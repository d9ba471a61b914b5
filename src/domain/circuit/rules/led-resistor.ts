import type { FixPatch } from "../design.ts";
import { ledBranch } from "../power/led-load.ts";
import { ledVoltsAt } from "../power/pin-loads.ts";
import { ohmsText } from "../wiring/e24.ts";
import { ledResistorOhms } from "../wiring/led-current.ts";
import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { round, say } from "./rule.ts";

/** mA through an indicator LED: above `warn` W, above `error` E, below `faint` I. Kingbright WP7113: 20 mA continuous, 30 mA absolute. */
const limitsMa = { warn: 20, error: 30, faint: 1 } as const;

interface Branch {
  led: GraphPart;
  volts: number;
  forwardVolts: number;
  ohms: number;
  onRail: boolean;
  /** The board or part whose pin feeds it. */
  driver: GraphPart | null;
  /** Resistors in the branch, from the feed to ground. */
  through: GraphPart[];
  anode: string;
  nets: string[];
}

/** The branch of one LED of a part: a part with several colours or segments has one for each of its anodes. */
function branchOf(anode: GraphPin): Branch | null {
  const led = anode.part;
  const forwardVolts = anode.catalog?.type === "anode" ? ledVoltsAt(led, anode.catalog) : null;
  const branch = forwardVolts === null ? null : ledBranch(led, anode);
  if (branch === null || forwardVolts === null) return null;
  return {
    led,
    volts: branch.feed.volts - branch.sink.volts * (branch.sink.kind === "ground" ? 1 : 0),
    forwardVolts,
    ohms: branch.ohms,
    onRail: branch.feed.kind === "rail" && branch.sink.kind === "ground",
    driver: branch.feed.driver,
    through: [...branch.feed.through, ...branch.sink.through],
    anode: anode.ref,
    nets: netIdsOf(...led.pins.map((pin) => pin.node)),
  };
}

function about(input: RuleInput, { led, volts, forwardVolts, through, anode, nets }: Branch) {
  const wanted = ledResistorOhms(volts, forwardVolts);
  const [only, second] = through;
  const base = { nets, pins: [anode], parts: [led.id] };
  if (second !== undefined) return base;
  const label =
    only === undefined
      ? {
          en: `Put ${ohmsText(wanted)} in series with ${led.id}`,
          de: `${ohmsText(wanted)} in Reihe zu ${led.id} setzen`,
        }
      : { en: `Take ${ohmsText(wanted)} for ${only.id}`, de: `${ohmsText(wanted)} für ${only.id} nehmen` };
  const patch: FixPatch =
    only === undefined
      ? { op: "add-series-resistor", pin: anode, ohms: wanted }
      : { op: "set-ohms", part: only.id, ohms: wanted };
  const deltaCents = only === undefined ? (input.find("resistor")?.price.typicalCents ?? 0) : 0;
  return { ...base, fixes: [{ label: say(input.language, label), deltaCents, patch: [patch] }] };
}

function without(input: RuleInput, branch: Branch): FindingDraft {
  const { led, onRail, driver } = branch;
  const sources = [led.catalog?.sources.currentMa, driver?.catalog?.sources.pinLimits];
  return {
    ...about(input, branch),
    severity: onRail ? "E" : "W",
    message: say(input.language, {
      en: onRail
        ? `${led.id} has no series resistor: nothing but the supply limits its current. It will burn out.`
        : `${led.id} has no series resistor: nothing but the pin limits its current. It can destroy the LED and the pin.`,
      de: onRail
        ? `${led.id} hat keinen Vorwiderstand: nur die Versorgung begrenzt den Strom. Sie wird durchbrennen.`
        : `${led.id} hat keinen Vorwiderstand: nur der Pin begrenzt den Strom. Das kann LED und Pin zerstören.`,
    }),
    measured: { value: 0, unit: "ohm" },
    limit: { value: ledResistorOhms(branch.volts, branch.forwardVolts), unit: "ohm" },
    source: sources.filter((each) => each !== undefined).join("; ") || "typical value",
  };
}

function currentOf({ volts, forwardVolts, ohms }: Branch): number {
  return ((volts - forwardVolts) / ohms) * 1000;
}

/** Forward volts of one kind of LED differ by so much (Broadcom ASMT-QTB4 datasheet, table 4: 2.8 to 3.8 V, typically 3.2 V). */
const spreadVolts = 0.6;

function judge(branch: Branch): { severity: "E" | "W" | "I"; limit: number; milliamps: number } | null {
  const milliamps = currentOf(branch);
  if (milliamps > limitsMa.error) return { severity: "E", limit: limitsMa.error, milliamps };
  if (milliamps > limitsMa.warn) return { severity: "W", limit: limitsMa.warn, milliamps };
  // With less room than the spread the formula tells nothing: such an LED may well be bright.
  const isFaint = milliamps < limitsMa.faint && branch.volts - branch.forwardVolts > spreadVolts;
  return isFaint ? { severity: "I", limit: limitsMa.faint, milliamps } : null;
}

function finding(input: RuleInput, branch: Branch): FindingDraft | null {
  if (branch.ohms <= 0) return without(input, branch);
  const judged = judge(branch);
  if (judged === null) return null;
  const { led, ohms } = branch;
  const shown = round(Math.max(judged.milliamps, 0), 1);
  const faint = judged.severity === "I";
  return {
    ...about(input, branch),
    severity: judged.severity,
    message: say(input.language, {
      en: `${led.id} gets ${shown} mA through ${ohmsText(ohms)}: ${faint ? "it will hardly be seen" : "more than it lives with"}.`,
      de: `${led.id} bekommt ${shown} mA über ${ohmsText(ohms)}: ${faint ? "man wird sie kaum sehen" : "mehr, als sie aushält"}.`,
    }),
    measured: { value: shown, unit: "mA" },
    limit: { value: judged.limit, unit: "mA" },
    source: led.catalog?.sources.currentMa ?? "typical value",
  };
}

/** Series resistor of every LED: none W on a pin and E across a rail; with one (V - Vf) / R over 20 mA W, over 30 mA E, under 1 mA I. */
export const ledResistor: Rule = {
  id: "led-resistor",
  check: (input) => {
    const branches = input.graph.parts.flatMap((part) => part.pins.flatMap((pin) => branchOf(pin) ?? []));
    const findings = branches.flatMap((branch) => finding(input, branch) ?? []);
    if (findings.length > 0 || branches.length === 0) return { findings, passed: null };
    const greatest = Math.max(...branches.map(currentOf));
    return {
      findings,
      passed: {
        what: say(input.language, { en: "current of the brightest LED", de: "Strom der hellsten LED" }),
        parts: branches.map((branch) => branch.led.id),
        measured: { value: round(greatest, 1), unit: "mA" },
        limit: { value: limitsMa.warn, unit: "mA" },
      },
    };
  },
};
