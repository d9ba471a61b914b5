import type { RailLoad } from "../design.ts";
import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { sourcesOf } from "./levels.ts";
import type { RuleInput } from "./rule.ts";
import { say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";
import { adapterFor, converterFix, feedPin, goodShare, ownAdapterFix, roomAt, suppliedPins } from "./supply-fixes.ts";

/** The node of a rail: where it is the port of a computer, that of the 5 V pin of the board that is plugged in there. */
function nodeOf({ graph }: RuleInput, rail: RailLoad): GraphNode | undefined {
  const own = graph.nodes.find((node) => node.nets.some((net) => net.id === rail.id));
  if (own !== undefined) return own;
  const board = graph.partById.get(rail.loads[0]?.part ?? "");
  return board?.pins.find((pin) => pin.catalog?.type === "power_out" && pin.catalog.volts === 5)?.node;
}

/** Supply pins of the greatest loads, so many that the source keeps room for the rest; null where even all are too few. */
function heaviest(node: GraphNode, rail: RailLoad): { pins: GraphPin[]; mA: number } | null {
  const wanted = rail.maxMa - goodShare * (rail.limitMa ?? 0);
  const loads = [...rail.loads].sort((a, b) => b.maxMa - a.maxMa || (a.part < b.part ? -1 : 1));
  const taken: { pins: GraphPin[]; mA: number } = { pins: [], mA: 0 };
  for (const load of loads) {
    const pins = suppliedPins(node).filter(({ part }) => part.id === load.part);
    if (pins.length === 0 || taken.mA >= wanted) continue;
    taken.pins.push(...pins);
    taken.mA += load.maxMa;
  }
  return taken.pins.length > 0 && taken.mA >= wanted ? taken : null;
}

/** A stronger plug in the place of the one that feeds the rail. */
function strongerPlug(input: RuleInput, plug: GraphPart, rail: RailLoad): FixDraft[] {
  const stronger = plug.catalog?.refPrefix === "PS" ? adapterFor(input, rail.volts, rail.maxMa) : undefined;
  const isPlug = plug.catalog?.supplyVolts === null && plug.catalog.supply !== undefined;
  if (stronger === undefined || !isPlug) return [];
  return [
    {
      label: say(input.language, {
        en: `Take ${stronger.name} for ${plug.id}`,
        de: `${stronger.name} für ${plug.id} nehmen`,
      }),
      deltaCents: stronger.price.typicalCents - (plug.design.owned ? 0 : (plug.catalog?.price.typicalCents ?? 0)),
      patch: [{ op: "replace-part", part: plug.id, catalogId: stronger.id, pins: [] }],
    },
  ];
}

/** What relieves a rail: a stronger plug, a plug of their own for its greatest loads, or a regulator of their own behind the 5 V. */
export function railFixes(input: RuleInput, rail: RailLoad): FixDraft[] {
  const node = nodeOf(input, rail);
  if (node === undefined) return [];
  const [source] = sourcesOf(node);
  if (source !== undefined && source.pin.part.catalog?.board === undefined) {
    return strongerPlug(input, source.pin.part, rail);
  }
  const loads = heaviest(node, rail);
  if (loads === null) return [];
  if (rail.volts > 4) return ownAdapterFix(input, loads.pins, { needMa: loads.mA });
  const from = feedPin(input.graph, 5);
  const limitMa = input.find("ams1117-3v3")?.supply?.limitMa ?? 0;
  return from === undefined || loads.mA > goodShare * limitMa || loads.mA > roomAt(input, from)
    ? []
    : converterFix(input, loads.pins, { catalogId: "ams1117-3v3", from });
}
