import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { NodeSource } from "./levels.ts";
import { sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, round, say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";
import { converterFix, feedPin, goodShare, refeedPatch, roomAt } from "./supply-fixes.ts";

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

/** A regulator of small dropout in its place, where that gives the same level and the current; else another source that is high enough. */
function dropoutFixes(input: RuleInput, each: Regulated): FixDraft[] {
  const { part, outVolts, dropoutVolts, source, loadMa } = each;
  const low = input.find("ht7333");
  const [takes, limitMa] = [low?.supply?.inputVolts?.min ?? Number.POSITIVE_INFINITY, low?.supply?.limitMa ?? 0];
  const fits = low?.supply?.volts === outVolts && source.nominalVolts >= takes && loadMa <= goodShare * limitMa;
  const feed = outVolts + dropoutVolts <= 5 ? feedPin(input.graph, 5) : undefined;
  return [
    ...(low === undefined || !fits || part.catalog?.id !== "ams1117-3v3"
      ? []
      : [
          {
            label: say(input.language, {
              en: `Put ${low.name} in the place of ${part.id}`,
              de: `${low.name} an die Stelle von ${part.id} setzen`,
            }),
            deltaCents: low.price.typicalCents - (part.design.owned ? 0 : (part.catalog.price.typicalCents ?? 0)),
            patch: [{ op: "replace-part" as const, part: part.id, catalogId: low.id, pins: [pair("OUT", "VOUT")] }],
          },
        ]),
    ...(feed === undefined || !isShared(each) ? [] : [feedFix(input, each, feed)]),
  ];
}

/** Whether a source has other work: one that is left without a load hangs in the air. */
const isShared = ({ source, part }: Regulated) =>
  source.pin.node.pins.some((pin) => pin.part !== part && pin.part !== source.pin.part);

const feedFix = ({ language }: RuleInput, { part, input }: Regulated, from: string): FixDraft => ({
  label: say(language, { en: `Feed ${part.id} from ${from}`, de: `${part.id} aus ${from} speisen` }),
  deltaCents: 0,
  patch: refeedPatch(input.ref, from),
});

/** A lower source that is still high enough, or a buck converter before the regulator. */
function heatFixes(input: RuleInput, each: Regulated): FixDraft[] {
  const { outVolts, dropoutVolts, source, loadMa } = each;
  const isCool = ((5 - outVolts) * loadMa) / 1000 <= mostWatts;
  if (source.nominalVolts <= 5.5 || 5 - outVolts < dropoutVolts || !isCool) return [];
  const buck = input.find("buck-mp1584")?.supply;
  const range = buck?.inputVolts;
  const fits =
    range !== undefined &&
    source.nominalVolts >= range.min &&
    source.volts <= range.max &&
    loadMa <= goodShare * (buck?.limitMa ?? 0);
  const feed = feedPin(input.graph, 5);
  return [
    ...(feed === undefined || loadMa > roomAt(input, feed) || !isShared(each) ? [] : [feedFix(input, each, feed)]),
    ...(fits ? converterFix(input, [each.input], { catalogId: "buck-mp1584", from: source.pin.ref }) : []),
  ];
}

const withFixes = (fixes: FixDraft[]): Pick<FindingDraft, "fixes"> => (fixes.length === 0 ? {} : { fixes });

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
      ...withFixes(dropoutFixes(input, each)),
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
      ...withFixes(heatFixes(input, each)),
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
