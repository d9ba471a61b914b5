import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { NodeSource } from "./levels.ts";
import { sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, round, say } from "./rule.ts";

/** Heat that a small regulator gives off without a heat sink, in W. */
const mostWatts = 1;

/** A linear regulator: it gives one level, takes a range, and has no converter's efficiency. A charger passes its cell on. */
export function isLinearRegulator(part: GraphPart): boolean {
  const { supply, battery, joined } = part.catalog ?? {};
  return (
    supply?.inputVolts !== undefined &&
    supply.efficiency === undefined &&
    battery === undefined &&
    !joined?.some((names) => names.includes("OUT+"))
  );
}

interface Regulated {
  part: GraphPart;
  input: GraphPin;
  source: NodeSource;
  outVolts: number;
  dropoutVolts: number;
  loadMa: number;
}

function regulated({ graph, power }: RuleInput): Regulated[] {
  return graph.parts.flatMap((part) => {
    const supply = part.catalog?.supply;
    if (supply?.inputVolts === undefined || !isLinearRegulator(part)) return [];
    const input = part.pins.find((pin) => pin.catalog?.type === "power_in");
    const source = input === undefined ? undefined : sourcesOf(input.node).find((each) => each.pin.part !== part);
    if (input === undefined || source === undefined) return [];
    const output = part.pins.find((pin) => pin.catalog?.type === "power_out");
    const nets = output === undefined ? [] : netIdsOf(output.node);
    const loadMa = power.rails.find((rail) => nets.includes(rail.id))?.maxMa ?? 0;
    return [
      { part, input, source, outVolts: supply.volts, dropoutVolts: supply.inputVolts.min - supply.volts, loadMa },
    ];
  });
}

const heatOf = ({ source, outVolts, loadMa }: Regulated) => (Math.max(0, source.volts - outVolts) * loadMa) / 1000;

function dropout(input: RuleInput, each: Regulated): FindingDraft[] {
  const { part, source, outVolts, dropoutVolts } = each;
  const left = round(source.nominalVolts - outVolts);
  if (source.nominalVolts - outVolts >= dropoutVolts - 0.001) return [];
  const needs = round(dropoutVolts);
  return [
    {
      severity: "E",
      message: say(input.language, {
        en: `${part.id} (${part.catalog?.name}) makes ${outVolts} V and needs ${needs} V more than that at its input; from ${source.pin.ref} (${round(source.nominalVolts)} V) it has ${left} V. The output sags and the board resets. Use a low-dropout or a step-up regulator.`,
        de: `${part.id} (${part.catalog?.name}) macht ${outVolts} V und braucht am Eingang ${needs} V mehr; von ${source.pin.ref} (${round(source.nominalVolts)} V) hat er ${left} V. Der Ausgang bricht ein und das Board startet neu. Nimm einen Low-Drop- oder Aufwärtsregler.`,
      }),
      nets: netIdsOf(each.input.node),
      pins: [each.input.ref, source.pin.ref],
      parts: [part.id, source.pin.part.id],
      measured: { value: left, unit: "V" },
      limit: { value: needs, unit: "V" },
      source: part.catalog?.supply?.source ?? "typical value",
    },
  ];
}

function heat(input: RuleInput, each: Regulated): FindingDraft[] {
  const watts = heatOf(each);
  if (watts <= mostWatts + 0.001) return [];
  const { part, source, outVolts, loadMa } = each;
  return [
    {
      severity: "E",
      message: say(input.language, {
        en: `${part.id} (${part.catalog?.name}) must turn ${round(watts)} W into heat: ${round(source.volts)} V in, ${outVolts} V out, ${round(loadMa)} mA. Without a heat sink it switches off or burns. Use a switching converter, or a lower supply.`,
        de: `${part.id} (${part.catalog?.name}) muss ${round(watts)} W in Wärme umsetzen: ${round(source.volts)} V hinein, ${outVolts} V hinaus, ${round(loadMa)} mA. Ohne Kühlkörper schaltet er ab oder verbrennt. Nimm einen Schaltregler oder eine niedrigere Versorgung.`,
      }),
      nets: netIdsOf(each.input.node),
      pins: [each.input.ref],
      parts: [part.id],
      measured: { value: round(watts), unit: "W" },
      limit: { value: mostWatts, unit: "W" },
      source: "(Vin - Vout) x I; 1 W without a heat sink: typical value",
    },
  ];
}

/** A linear regulator whose input is too near to its output, or that gets too hot: E. */
export const regulator: Rule = {
  id: "regulator",
  check: (input) => {
    const all = regulated(input);
    const findings = all.flatMap((each) => [...dropout(input, each), ...heat(input, each)]);
    const [first, ...others] = all;
    if (first === undefined) return report(findings, null);
    const hottest = others.reduce((most, each) => (heatOf(each) > heatOf(most) ? each : most), first);
    const what = say(input.language, {
      en: `heat of the regulator ${hottest.part.id}`,
      de: `Wärme des Reglers ${hottest.part.id}`,
    });
    return report(findings, {
      what,
      parts: [hottest.part.id],
      measured: { value: round(heatOf(hottest)), unit: "W" },
      limit: { value: mostWatts, unit: "W" },
    });
  },
};
