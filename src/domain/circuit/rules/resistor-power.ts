import type { LedBranch } from "../power/led-load.ts";
import { ledBranch } from "../power/led-load.ts";
import { ledVoltsAt } from "../power/pin-loads.ts";
import { e24AtLeast, ohmsText } from "../wiring/e24.ts";
import type { CircuitGraph, GraphEdge, GraphNode, GraphPart } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { drivenVolts, isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";

/** Above half of what it is rated for a resistor gets too hot to touch: W; above the whole it burns: E. */
const warnShare = 0.5;
const ratedMilliwatts = 250;

interface Heat {
  part: GraphPart;
  milliwatts: number;
  ratedMilliwatts: number;
  ohms: number;
  /** Volts across it while it is hottest. */
  volts: number;
}

/** Levels that a node can have: a rail and ground have one, what a pin drives has two; null where nothing is known. */
function levels(node: GraphNode): { least: number; most: number } | null {
  const rail = railVolts(node);
  if (rail !== null) return { least: rail, most: rail };
  if (isGround(node)) return { least: 0, most: 0 };
  const driven = node.pins.flatMap((pin) => drivenVolts(pin) ?? []);
  return driven.length === 0 ? null : { least: 0, most: Math.max(...driven) };
}

/** Volts across a resistor that lies between two known levels, at most. */
function across(edge: GraphEdge): number | null {
  const [a, b] = [levels(edge.from), levels(edge.to)];
  return a === null || b === null ? null : Math.max(a.most - b.least, b.most - a.least);
}

/** Greatest current in A that an LED's branch sends through each of its resistors. */
function ledAmps(graph: CircuitGraph): Map<GraphPart, number> {
  const amps = new Map<GraphPart, number>();
  const branches = graph.parts.flatMap((part) =>
    part.pins.flatMap((pin): { branch: LedBranch; forward: number }[] => {
      const forward = pin.catalog?.type === "anode" ? ledVoltsAt(part, pin.catalog) : null;
      const branch = forward === null ? null : ledBranch(part, pin);
      return branch === null || forward === null ? [] : [{ branch, forward }];
    }),
  );
  for (const { branch, forward } of branches) {
    if (branch.ohms <= 0) continue;
    const current = Math.max(0, branch.feed.volts - forward) / branch.ohms;
    for (const part of [...branch.feed.through, ...branch.sink.through])
      amps.set(part, Math.max(amps.get(part) ?? 0, current));
  }
  return amps;
}

function heats(graph: CircuitGraph): Heat[] {
  const amps = ledAmps(graph);
  return graph.edges.flatMap((edge): Heat[] => {
    const { part, ohms } = edge;
    if (edge.kind !== "resistor" || ohms === null || ohms <= 0 || edge.from === edge.to) return [];
    const volts = Math.max(across(edge) ?? 0, (amps.get(part) ?? 0) * ohms);
    const rated = part.catalog?.figures?.ratedMilliwatts ?? ratedMilliwatts;
    return volts > 0 ? [{ part, ohms, volts, milliwatts: (volts ** 2 / ohms) * 1000, ratedMilliwatts: rated }] : [];
  });
}

function finding(input: RuleInput, heat: Heat): FindingDraft {
  const { part, milliwatts, ohms, volts } = heat;
  const limit = milliwatts > heat.ratedMilliwatts ? heat.ratedMilliwatts : heat.ratedMilliwatts * warnShare;
  const wanted = e24AtLeast((volts ** 2 / (heat.ratedMilliwatts * warnShare)) * 1000 * 1.05);
  return {
    severity: milliwatts > heat.ratedMilliwatts ? "E" : "W",
    message: say(input.language, {
      en: `${part.id} (${ohmsText(ohms)}) turns ${round(milliwatts)} mW into heat; a common resistor is made for ${heat.ratedMilliwatts} mW and too hot to touch above half of that. Take a larger value.`,
      de: `${part.id} (${ohmsText(ohms)}) macht ${round(milliwatts)} mW zu Wärme; ein üblicher Widerstand ist für ${heat.ratedMilliwatts} mW gemacht und über der Hälfte zu heiß zum Anfassen. Nimm einen größeren Wert.`,
    }),
    nets: netIdsOf(...part.pins.map((pin) => pin.node)),
    pins: part.pins.map((pin) => pin.ref),
    parts: [part.id],
    measured: { value: round(milliwatts), unit: "mW" },
    limit: { value: limit, unit: "mW" },
    source: part.catalog?.sources.figures ?? "typical value",
    fixes: [
      {
        label: say(input.language, {
          en: `Take ${ohmsText(wanted)} for ${part.id}`,
          de: `${ohmsText(wanted)} für ${part.id} nehmen`,
        }),
        deltaCents: 0,
        patch: [{ op: "set-ohms", part: part.id, ohms: wanted }],
      },
    ],
  };
}

/** A resistor that turns more than half of its rated power into heat: W; more than all of it: E. What is a wire (up to 1 ohm) is `short`'s. */
export const resistorPower: Rule = {
  id: "resistor-power",
  check: (input) => {
    const all = heats(input.graph).filter(({ ohms }) => ohms > 1);
    const findings = all
      .filter((heat) => heat.milliwatts > heat.ratedMilliwatts * warnShare + 0.001)
      .map((heat) => finding(input, heat));
    const [first, ...others] = all;
    if (first === undefined) return report(findings, null);
    const hottest = others.reduce((most, heat) => (heat.milliwatts > most.milliwatts ? heat : most), first);
    const what = say(input.language, {
      en: `heat of the hottest resistor: ${hottest.part.id}`,
      de: `Wärme des heißesten Widerstands: ${hottest.part.id}`,
    });
    return report(findings, {
      what,
      parts: [hottest.part.id],
      measured: { value: round(hottest.milliwatts), unit: "mW" },
      limit: { value: hottest.ratedMilliwatts * warnShare, unit: "mW" },
    });
  },
};
