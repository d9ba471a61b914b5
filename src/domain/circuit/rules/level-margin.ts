import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { bufferFix } from "./fix-places.ts";
import { highLevelOf, isGround, isResistive, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";

/** A bus line of a part: pull-ups make its high level. A board's pin that only could be one is none. */
const onI2c = ({ catalog, part }: GraphPin) =>
  part.catalog?.board === undefined && (catalog?.roles.some((role) => role === "sda" || role === "scl") ?? false);

/** The least that a push-pull output gives as its high level: its own figure, else the rail that feeds it. */
function leastHigh(pin: GraphPin): number | null {
  const { catalog, part } = pin;
  if (catalog === null || part.catalog === null || catalog.roles.includes("analog") || isResistive(part)) return null;
  if (part.catalog.board !== undefined)
    return catalog.gpio === undefined ? null : part.catalog.board.pinLimits.vohMinVolts;
  return catalog.type === "output" ? (catalog.limits?.vohMinVolts ?? highLevelOf(pin)) : null;
}

interface Reach {
  volts: number;
  from: GraphPart;
}

const driversOn = (node: GraphNode, listener: GraphPart): Reach[] =>
  node.pins.flatMap((pin) => {
    const volts = pin.part === listener ? null : leastHigh(pin);
    return volts === null ? [] : [{ volts, from: pin.part }];
  });

const least = (all: readonly Reach[]): Reach | null =>
  all.reduce<Reach | null>((low, each) => (low === null || each.volts < low.volts ? each : low), null);

/** What reaches a listener through resistors alone: the mean of what is behind them, weighted by conductance. */
function throughResistors(listener: GraphPin): Reach | null {
  let [current, conductance] = [0, 0];
  let driver: Reach | null = null;
  for (const edge of listener.node.edges) {
    if (edge.kind !== "resistor" || edge.from === edge.to) continue;
    const far = otherEnd(edge, listener.node);
    const driven = least(driversOn(far, listener.part));
    const volts = isGround(far) ? 0 : (railVolts(far) ?? driven?.volts ?? null);
    if (volts === null) continue;
    driver ??= driven;
    const siemens = 1 / Math.max(edge.ohms ?? 1, 0.001);
    current += volts * siemens;
    conductance += siemens;
  }
  return driver === null ? null : { volts: current / conductance, from: driver.from };
}

interface Margin extends Reach {
  pin: GraphPin;
  vih: number;
  source: string;
}

/** What a listener needs and gets; null where either is not known. A strip's data line is `neopixel`'s. */
function marginAt(pin: GraphPin): Margin | null {
  const { catalog, part } = pin;
  const isListener = catalog?.type === "input" || part.catalog?.board !== undefined;
  if (!isListener || onI2c(pin) || part.catalog?.functions.includes("show-pixels")) return null;
  const vih =
    catalog?.limits?.vihMinVolts ??
    (catalog?.gpio === undefined ? undefined : part.catalog?.board?.pinLimits.vihMinVolts);
  if (vih === undefined || isBipolar(part) || pin.node.pins.some(onI2c) || railVolts(pin.node) !== null) return null;
  // Two boards: which of them drives is for their firmware to say.
  const drivers = driversOn(pin.node, part).filter(
    ({ from }) => part.catalog?.board === undefined || from.catalog?.board === undefined,
  );
  const reach = least(drivers) ?? throughResistors(pin);
  const source = part.catalog?.sources.pinLimits ?? part.catalog?.datasheetUrl ?? "typical value";
  return reach === null ? null : { ...reach, pin, vih, source };
}

/** A switch's gate is `mosfet-gate`'s, a base has a current and no level. */
const isBipolar = (part: GraphPart) => part.catalog?.family === "semiconductor" && part.catalog.supplyVolts === null;

/** Only what a board drives directly can be lifted by a gate before the listener. */
function fixFor(input: RuleInput, { pin, from }: Margin): NonNullable<FindingDraft["fixes"]> {
  const isDriven = from.catalog?.board !== undefined && pin.node.pins.some((each) => each.part === from);
  return isDriven && pin.part.catalog?.board === undefined && (highLevelOf(pin) ?? 0) > 4.4
    ? bufferFix(input, pin)
    : [];
}

function finding(input: RuleInput, margin: Margin): FindingDraft {
  const { pin, from, volts, vih } = margin;
  const fixes = fixFor(input, margin);
  const [gets, needs] = [round(volts), round(vih)];
  return {
    severity: "W",
    message: say(input.language, {
      en: `${pin.ref} takes only ${needs} V and more for "high", and ${from.id} promises no more than ${gets} V: it may work on your desk and fail when it is warm. Put a level shifter or a 74AHCT125 between them.`,
      de: `${pin.ref} versteht erst ab ${needs} V "high", und ${from.id} verspricht nur ${gets} V: es geht vielleicht auf dem Tisch und versagt, wenn es warm wird. Setze einen Pegelwandler oder 74AHCT125 dazwischen.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref],
    parts: [...new Set([pin.part.id, from.id])],
    measured: { value: gets, unit: "V" },
    limit: { value: needs, unit: "V" },
    source: margin.source,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** A high level that the receiver does not surely understand (VOH min below VIH min): W. */
export const levelMargin: Rule = {
  id: "level-margin",
  check: (input) => {
    const margins = input.graph.nodes.flatMap((node) => node.pins).flatMap((pin) => marginAt(pin) ?? []);
    const findings = margins.filter(({ volts, vih }) => volts < vih - 0.005).map((margin) => finding(input, margin));
    const tightest = margins.reduce<Margin | null>(
      (low, each) => (low === null || each.volts - each.vih < low.volts - low.vih ? each : low),
      null,
    );
    if (tightest === null) return report(findings, null);
    const what = say(input.language, {
      en: `lowest "high" level at any input: ${tightest.pin.ref}`,
      de: `niedrigster "high"-Pegel an einem Eingang: ${tightest.pin.ref}`,
    });
    return report(findings, {
      what,
      parts: [tightest.pin.part.id, tightest.from.id],
      measured: { value: round(tightest.volts), unit: "V" },
      limit: { value: round(tightest.vih), unit: "V" },
    });
  },
};
