import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { bufferFix, groundPin } from "./fix-places.ts";
import { drivenVolts, isGround } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, round, say } from "./rule.ts";

/** A gate that needs a stronger pull than this: at power-up it would follow any leakage. */
const weakOhms = 1_000_000;

const pinNamed = (part: GraphPart, name: string) => part.pins.find((pin) => pin.catalog?.name === name);
const gateFigure = (part: GraphPart) => part.catalog?.figures?.gateThresholdVolts;

/** Nodes on the way from a gate or base back to what drives it: itself and those behind its resistors. */
function behind(node: GraphNode): GraphNode[] {
  const seen = [node];
  for (const each of seen)
    for (const edge of each.edges) {
      const far = otherEnd(edge, each);
      if (edge.kind === "resistor" && !seen.includes(far) && !isGround(far) && seen.length < 50) seen.push(far);
    }
  return seen;
}

const driversBehind = (gate: GraphPin): { pin: GraphPin; volts: number }[] =>
  behind(gate.node)
    .flatMap((node) => node.pins)
    .flatMap((pin) => {
      const volts = pin.part === gate.part ? null : drivenVolts(pin);
      return volts === null ? [] : [{ pin, volts }];
    });

const isPulledDown = (gate: GraphPin) =>
  behind(gate.node).some((node) =>
    node.edges.some(
      (edge) => edge.kind === "resistor" && (edge.ohms ?? 0) <= weakOhms && isGround(otherEnd(edge, node)),
    ),
  );

interface Gate {
  part: GraphPart;
  gate: GraphPin;
}

const gatesOf = (graph: CircuitGraph): Gate[] =>
  graph.parts.flatMap((part) => {
    const gate = gateFigure(part) === undefined ? undefined : pinNamed(part, "G");
    return gate === undefined ? [] : [{ part, gate }];
  });

function withoutPull(input: RuleInput, { part, gate }: Gate): FindingDraft[] {
  if (isPulledDown(gate) || isGround(gate.node)) return [];
  const ground = pinNamed(part, "S")?.ref ?? groundPin(input.graph, part);
  return [
    {
      severity: "W",
      message: say(input.language, {
        en: `The gate of ${part.id} has no resistor to ground: until the board's program starts, nothing holds it, and the load may switch on by itself. Put 10k from gate to source.`,
        de: `Das Gate von ${part.id} hat keinen Widerstand nach Masse: bis das Programm startet, hält es nichts, und die Last kann von selbst angehen. Setze 10k vom Gate zur Source.`,
      }),
      nets: netIdsOf(gate.node),
      pins: [gate.ref],
      parts: [part.id],
      measured: { value: 0, unit: "pull-downs" },
      limit: { value: 1, unit: "pull-downs" },
      source: part.catalog?.sources.figures ?? "typical value",
      ...(ground === undefined
        ? {}
        : {
            fixes: [
              {
                label: say(input.language, { en: "Add 10k from gate to ground", de: "10k vom Gate nach Masse setzen" }),
                deltaCents: input.find("resistor")?.price.typicalCents ?? 0,
                patch: [
                  {
                    op: "insert-part" as const,
                    catalogId: "resistor",
                    between: pair(gate.ref, ground),
                    ohms: 10_000,
                  },
                ],
              },
            ],
          }),
    },
  ];
}

/** A buffer before the resistor that leads to the gate: what is at the gate itself stays there. */
function liftFix(input: RuleInput, gate: GraphPin): NonNullable<FindingDraft["fixes"]> {
  const driver = driversBehind(gate)[0]?.pin;
  const entry = gate.node.edges.find((edge) => driver !== undefined && otherEnd(edge, gate.node) === driver.node)?.part;
  const pin = entry?.pins.find((each) => each.node === driver?.node);
  return pin === undefined ? [] : bufferFix(input, pin);
}

function tooLow(input: RuleInput, { part, gate }: Gate): FindingDraft[] {
  const needs = part.catalog?.figures?.gateSpecifiedVolts;
  const highest = Math.max(0, ...driversBehind(gate).map(({ volts }) => volts));
  if (needs === undefined || highest === 0 || highest >= needs) return [];
  const fixes = liftFix(input, gate);
  return [
    {
      ...(fixes.length === 0 ? {} : { fixes }),
      severity: "E",
      message: say(input.language, {
        en: `The gate of ${part.id} (${part.catalog?.name}) gets ${round(highest)} V, and its maker promises that it conducts only from ${needs} V on: it opens half, gets hot and may burn. Lift the signal to 5 V with a 74AHCT125, or use a MOSFET for 3.3 V.`,
        de: `Das Gate von ${part.id} (${part.catalog?.name}) bekommt ${round(highest)} V, und der Hersteller verspricht erst ab ${needs} V, dass er leitet: er öffnet halb, wird heiß und kann verbrennen. Hebe das Signal mit einem 74AHCT125 auf 5 V oder nimm einen MOSFET für 3,3 V.`,
      }),
      nets: netIdsOf(gate.node),
      pins: [gate.ref],
      parts: [part.id, ...new Set(driversBehind(gate).map(({ pin }) => pin.part.id))],
      measured: { value: round(highest), unit: "V" },
      limit: { value: needs, unit: "V" },
      source: part.catalog?.sources.figures ?? "typical value",
    },
  ];
}

/** A bare MOSFET whose gate nothing pulls down: W; one that is not specified at the level that drives it: E. */
export const mosfetGate: Rule = {
  id: "mosfet-gate",
  check: (input) => {
    const gates = gatesOf(input.graph);
    const findings = gates.flatMap((each) => [...tooLow(input, each), ...withoutPull(input, each)]);
    const what = say(input.language, {
      en: "every gate is pulled down and driven high enough",
      de: "jedes Gate ist nach Masse gezogen und wird hoch genug angesteuert",
    });
    return report(findings, gates.length > 0 ? { what, parts: gates.map(({ part }) => part.id) } : null);
  },
};

/** Ohms between a base and what drives it: 0 where the driver is on the base itself. */
function isBare(base: GraphPin): boolean {
  return base.node.pins.some((pin) => pin.part !== base.part && drivenVolts(pin) !== null);
}

/** A bipolar transistor whose base is driven without a resistor: E. */
export const bjtBase: Rule = {
  id: "bjt-base",
  check: (input) => {
    const bases = input.graph.parts.flatMap((part) => {
      const isBipolar = part.catalog?.family === "semiconductor" && part.catalog.pins.some((pin) => pin.name === "E");
      const base = isBipolar ? pinNamed(part, "B") : undefined;
      return base === undefined ? [] : [{ part, base }];
    });
    const findings = bases
      .filter(({ base }) => isBare(base))
      .map(({ part, base }): FindingDraft => {
        const ohms = base.catalog?.seriesOhms ?? 1000;
        return {
          severity: "E",
          message: say(input.language, {
            en: `The base of ${part.id} (${part.catalog?.name}) has no resistor: it holds the pin at 0.7 V and takes all the current that it gives, which destroys the pin or the transistor. Put ${ohms} ohm before it.`,
            de: `Die Basis von ${part.id} (${part.catalog?.name}) hat keinen Widerstand: sie hält den Pin bei 0,7 V und nimmt allen Strom, den er gibt; das zerstört Pin oder Transistor. Setze ${ohms} Ohm davor.`,
          }),
          nets: netIdsOf(base.node),
          pins: [base.ref],
          parts: [part.id],
          measured: { value: 0, unit: "ohm" },
          limit: { value: ohms, unit: "ohm" },
          source: "I = (V - 0.7 V) / R; the base resistor: typical value",
          fixes: [
            {
              label: say(input.language, {
                en: `Put ${ohms} ohm before the base`,
                de: `${ohms} Ohm vor die Basis setzen`,
              }),
              deltaCents: input.find("resistor")?.price.typicalCents ?? 0,
              patch: [{ op: "add-series-resistor", pin: base.ref, ohms }],
            },
          ],
        };
      });
    const what = say(input.language, { en: "every base has its resistor", de: "jede Basis hat ihren Widerstand" });
    return report(findings, bases.length > 0 ? { what, parts: bases.map(({ part }) => part.id) } : null);
  },
};
