import type { SpokenLanguage } from "../lists.ts";
import { endsFrom } from "../power/led-load.ts";
import { isLed } from "../wiring/led-current.ts";
import type { CircuitGraph, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { turnFix } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

interface Reversed {
  severity: "E" | "W";
  pins: GraphPin[];
  en: string;
  de: string;
}

const pinOf = (part: GraphPart, type: "anode" | "cathode") => part.pins.find((pin) => pin.catalog?.type === type);
const isInput = (pin: GraphPin) => pin.catalog?.type === "power_in" || pin.catalog?.mayBeFed === true;

/** A cell whose plus lies on a minus terminal, or whose minus lies on what wants plus. */
function reversedCell(cell: GraphPart): Reversed[] {
  if (cell.catalog?.battery === undefined) return [];
  return cell.pins.flatMap((pin) => {
    const others = pin.node.pins.filter((other) => other.part !== cell);
    const wrong =
      pin.catalog?.type === "power_out"
        ? others.find((other) => other.catalog?.name.endsWith("-"))
        : others.find((other) => isInput(other));
    if (wrong === undefined || pin.catalog === null) return [];
    return [
      {
        severity: "E" as const,
        pins: [pin, wrong],
        en: `${cell.id} is reversed: its ${pin.catalog.name} is on ${wrong.ref}. A reversed cell destroys what it feeds and can catch fire.`,
        de: `${cell.id} ist verpolt: sein ${pin.catalog.name} liegt an ${wrong.ref}. Eine verpolte Zelle zerstört, was sie speist, und kann Feuer fangen.`,
      },
    ];
  });
}

/** Nominal level of a pin's node where it is a rail or ground. */
const levelOf = (pin: GraphPin) => (isGround(pin.node) ? 0 : railVolts(pin.node));

function reversedCapacitor(part: GraphPart): Reversed[] {
  const [plus, minus] = [pinOf(part, "anode"), pinOf(part, "cathode")];
  if (part.catalog?.edge?.kind !== "capacitor" || plus === undefined || minus === undefined) return [];
  const [high, low] = [levelOf(plus), levelOf(minus)];
  if (high === null || low === null || high >= low) return [];
  return [
    {
      severity: "E",
      pins: [plus, minus],
      en: `${part.id} is reversed: ${low} V is on its minus. An electrolytic capacitor that is reversed bursts.`,
      de: `${part.id} ist verpolt: ${low} V liegen an seinem Minus. Ein verpolter Elektrolytkondensator platzt.`,
    },
  ];
}

/** An LED whose cathode is fed and whose anode only reaches ground. On a signal pin it only stays dark: W. */
function reversedLed(led: GraphPart): Reversed[] {
  const [anode, cathode] = [pinOf(led, "anode"), pinOf(led, "cathode")];
  if (led.catalog === null || !isLed(led.catalog) || anode === undefined || cathode === undefined) return [];
  const [anodeEnds, cathodeEnds] = [endsFrom(anode.node, led), endsFrom(cathode.node, led)];
  const grounded = anodeEnds.length > 0 && anodeEnds.every((end) => end.kind === "ground");
  const fed = cathodeEnds.find((end) => end.kind !== "ground");
  if (!grounded || fed === undefined) return [];
  return [
    {
      severity: fed.kind === "rail" ? "E" : "W",
      pins: [anode, cathode],
      en: `${led.id} is reversed: its cathode (short leg) is fed and its anode is on ground. It never lights, and more than 5 V the wrong way destroys it.`,
      de: `${led.id} ist verpolt: ihre Kathode (kurzes Bein) wird gespeist und ihre Anode liegt an Masse. Sie leuchtet nie, und mehr als 5 V verkehrt herum zerstören sie.`,
    },
  ];
}

/** A flyback diode with its ring on minus conducts as soon as the motor is switched on. */
function reversedFlyback(graph: CircuitGraph, motor: GraphPart): Reversed[] {
  if (motor.catalog?.hangsOn?.kind !== "low-side") return [];
  const plus = motor.pins.find((pin) => pin.name === "+");
  const minus = motor.pins.find((pin) => pin.name === "-");
  if (plus === undefined || minus === undefined || plus.node === minus.node) return [];
  return graph.edges
    .filter((edge) => edge.kind === "diode" && edge.from === plus.node && edge.to === minus.node)
    .map(({ part }) => ({
      severity: "E" as const,
      pins: part.pins,
      en: `${part.id} is reversed: its ring is on the minus of ${motor.id}. It shorts the supply as soon as ${motor.id} is switched on.`,
      de: `${part.id} ist verpolt: ihr Ring liegt am Minus von ${motor.id}. Sie schließt die Versorgung kurz, sobald ${motor.id} eingeschaltet wird.`,
    }));
}

/** A part with two ends can be turned round; of a cell the pins are on two parts, and then nothing is offered. */
function turned(pins: readonly GraphPin[], language: SpokenLanguage): Pick<FindingDraft, "fixes"> {
  const [a, b, more] = pins;
  if (a === undefined || b === undefined || more !== undefined || a.part !== b.part) return {};
  return {
    fixes: turnFix(say(language, { en: `Turn ${a.part.id} round`, de: `${a.part.id} umdrehen` }), a.ref, b.ref),
  };
}

/** A cell, an electrolytic capacitor, an LED or a flyback diode the wrong way round: E; an LED reversed on a signal pin only stays dark: W. */
export const polarity: Rule = {
  id: "polarity",
  check: ({ graph, language }) => {
    const polar = graph.parts.filter(
      (part) => pinOf(part, "anode") !== undefined || part.catalog?.battery !== undefined,
    );
    const findings = graph.parts
      .flatMap((part) => [
        ...reversedCell(part),
        ...reversedCapacitor(part),
        ...reversedLed(part),
        ...reversedFlyback(graph, part),
      ])
      .map(
        ({ severity, pins, ...text }): FindingDraft => ({
          severity,
          message: say(language, text),
          nets: netIdsOf(...pins.map((pin) => pin.node)),
          pins: pins.map((pin) => pin.ref),
          parts: [...new Set(pins.map((pin) => pin.part.id))],
          source: pins[0]?.part.catalog?.datasheetUrl ?? "typical value",
          ...turned(pins, language),
        }),
      );
    const what = say(language, {
      en:
        polar.length === 1
          ? "the part with polarity is the right way round"
          : `all ${polar.length} parts with polarity are the right way round`,
      de:
        polar.length === 1
          ? "das gepolte Teil sitzt richtig herum"
          : `alle ${polar.length} gepolten Teile sitzen richtig herum`,
    });
    return {
      findings,
      passed: findings.length === 0 && polar.length > 0 ? { what, parts: polar.map((part) => part.id) } : null,
    };
  },
};
