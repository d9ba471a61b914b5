import type { RailLoad } from "../design.ts";
import type { CircuitGraph } from "./circuit-graph.ts";
import { sourcesOf } from "./levels.ts";
import { railFixes } from "./rail-fixes.ts";
import type { Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** Share of a source's limit above which it is W; above the whole it is E. */
const warnShare = 0.8;

const share = (rail: RailLoad) => rail.maxMa / (rail.limitMa ?? Number.POSITIVE_INFINITY);

/** Where the limit of a rail comes from: the board, the module or the USB port that feeds it. */
function limitSource(graph: CircuitGraph, rail: RailLoad): string {
  const node = graph.nodes.find((each) => each.nets.some((net) => net.id === rail.id));
  const [feed] = node === undefined ? [] : sourcesOf(node);
  const catalog = feed?.pin.part.catalog;
  if (feed === undefined || catalog == null) return "USB 2.0 specification 7.2.1: 500 mA a port";
  const name = feed.nominalVolts >= 4 ? "rail5vForOthersMa" : "rail3v3ForOthersMa";
  return (catalog.board === undefined ? catalog.supply?.source : catalog.sources[name]) ?? "typical value";
}

/** Sum of the maxima on a rail against its source: over 100 % E, over 80 % W. */
export const railBudget: Rule = {
  id: "rail-budget",
  check: (input) => {
    const { graph, language, power } = input;
    const known = power.rails.filter((rail) => rail.limitMa !== null && rail.loads.length > 0);
    const findings = known
      .filter((rail) => share(rail) > warnShare)
      .map((rail) => {
        // A board cannot be moved off its own USB socket: the largest is that of what hangs on it.
        const boards = new Set(graph.parts.filter((part) => part.catalog?.board !== undefined).map((part) => part.id));
        const heaviest = [...rail.loads].sort((a, b) => b.maxMa - a.maxMa);
        const largest = (heaviest.find((load) => !boards.has(load.part)) ?? heaviest[0])?.part;
        const fixes = railFixes(input, rail);
        const percent = Math.round(share(rail) * 100);
        return {
          severity: share(rail) > 1 ? ("E" as const) : ("W" as const),
          message: say(language, {
            en: `Together the parts on ${rail.name} can take ${rail.maxMa} mA, ${percent} % of what its source gives (${rail.limitMa} mA). Give the largest, ${largest}, a supply of its own.`,
            de: `Zusammen können die Teile an ${rail.name} ${rail.maxMa} mA nehmen, ${percent} % dessen, was die Quelle gibt (${rail.limitMa} mA). Gib dem größten, ${largest}, eine eigene Versorgung.`,
          }),
          nets: graph.nodes.some((node) => node.nets.some((net) => net.id === rail.id)) ? [rail.id] : [],
          pins: [],
          parts: rail.loads.map((load) => load.part),
          measured: { value: rail.maxMa, unit: "mA" },
          limit: { value: rail.limitMa ?? 0, unit: "mA" },
          source: `${limitSource(graph, rail)}; load: sum of the catalogue's greatest currents`,
          ...(fixes.length === 0 ? {} : { fixes }),
        };
      });
    const [tightest] = [...known].sort((a, b) => share(b) - share(a));
    if (findings.length > 0 || tightest === undefined) return { findings, passed: null };
    const what = say(language, {
      en: `greatest load, tightest on ${tightest.name}`,
      de: `größte Last, am knappsten an ${tightest.name}`,
    });
    const measured = { value: tightest.maxMa, unit: "mA" };
    const limit = { value: tightest.limitMa ?? 0, unit: "mA" };
    return { findings, passed: { what, parts: tightest.loads.map((load) => load.part), measured, limit } };
  },
};
