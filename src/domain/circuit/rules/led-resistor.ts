import { ledBranch } from "../power/led-load.ts";
import { forwardVoltsOf, isLed, ledResistorOhms } from "../wiring/led-current.ts";
import { ohmsText } from "../wiring/e24.ts";
import type { GraphPart } from "./circuit-graph.ts";
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
  anode: string;
  nets: string[];
}

function branchOf(led: GraphPart): Branch | null {
  const branch = ledBranch(led);
  if (branch === null || led.catalog === null) return null;
  const anode = led.pins.find((pin) => pin.catalog?.type === "anode");
  return {
    led,
    volts: branch.feed.volts - branch.sink.volts * (branch.sink.kind === "ground" ? 1 : 0),
    forwardVolts: forwardVoltsOf(led.catalog, led.design.value),
    ohms: branch.ohms,
    onRail: branch.feed.kind === "rail" && branch.sink.kind === "ground",
    anode: anode?.ref ?? led.id,
    nets: netIdsOf(...led.pins.map((pin) => pin.node)),
  };
}

function finding(input: RuleInput, branch: Branch): FindingDraft | null {
  const { led, volts, forwardVolts, ohms, onRail } = branch;
  const wanted = ledResistorOhms(volts, forwardVolts);
  const resistor = input.find("resistor");
  const fixes = [
    {
      label: say(input.language, {
        en: `Put ${ohmsText(wanted)} in series with ${led.id}`,
        de: `${ohmsText(wanted)} in Reihe zu ${led.id} setzen`,
      }),
      deltaCents: ohms > 0 ? 0 : (resistor?.price.typicalCents ?? 0),
      patch: [{ op: "add-series-resistor" as const, pin: branch.anode, ohms: wanted }],
    },
  ];
  const about = { nets: branch.nets, pins: [branch.anode], parts: [led.id], fixes };
  if (ohms <= 0) {
    return {
      ...about,
      severity: onRail ? "E" : "W",
      message: say(input.language, {
        en: `${led.id} has no series resistor: nothing limits its current but the ${onRail ? "supply" : "pin"}. It can destroy the LED${onRail ? "" : " and the pin"}.`,
        de: `${led.id} hat keinen Vorwiderstand: nur ${onRail ? "die Versorgung" : "der Pin"} begrenzt den Strom. Das kann die LED${onRail ? "" : " und den Pin"} zerstören.`,
      }),
      limit: { value: wanted, unit: "ohm" },
      measured: { value: 0, unit: "ohm" },
      source: "typical value",
    };
  }
  const milliamps = ((volts - forwardVolts) / ohms) * 1000;
  const severity = milliamps > limitsMa.error ? "E" : milliamps > limitsMa.warn ? "W" : milliamps < limitsMa.faint ? "I" : null;
  if (severity === null) return null;
  const faint = severity === "I";
  const limit = faint ? limitsMa.faint : severity === "E" ? limitsMa.error : limitsMa.warn;
  const shown = round(Math.max(milliamps, 0), 1);
  return {
    ...about,
    severity,
    message: say(input.language, {
      en: `${led.id} gets ${shown} mA through ${ohmsText(ohms)}: ${faint ? "it will hardly be seen" : "more than it lives with"}.`,
      de: `${led.id} bekommt ${shown} mA über ${ohmsText(ohms)}: ${faint ? "man wird sie kaum sehen" : "mehr, als sie aushält"}.`,
    }),
    measured: { value: shown, unit: "mA" },
    limit: { value: limit, unit: "mA" },
    source: led.catalog?.sources.currentMa ?? "typical value",
  };
}

/** Series resistor of every LED: none W on a pin and E across a rail; with one (V - Vf) / R over 20 mA W, over 30 mA E, under 1 mA I. */
export const ledResistor: Rule = {
  id: "led-resistor",
  check: (input) => {
    const leds = input.graph.parts.filter((part) => part.catalog !== null && isLed(part.catalog));
    const branches = leds.flatMap((led) => branchOf(led) ?? []);
    const findings = branches.flatMap((branch) => finding(input, branch) ?? []);
    if (findings.length > 0 || branches.length === 0) return { findings, passed: null };
    const greatest = Math.max(...branches.map((branch) => ((branch.volts - branch.forwardVolts) / branch.ohms) * 1000));
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
