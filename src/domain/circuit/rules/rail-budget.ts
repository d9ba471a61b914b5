import type { RailLoad } from "../design.ts";
import type { Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** Share of a source's limit above which it is W; above the whole it is E. */
const warnShare = 0.8;

const share = (rail: RailLoad) => rail.maxMa / (rail.limitMa ?? Number.POSITIVE_INFINITY);

/** Sum of the maxima on a rail against its source: over 100 % E, over 80 % W. */
export const railBudget: Rule = {
  id: "rail-budget",
  check: ({ graph, language, power }) => {
    const known = power.rails.filter((rail) => rail.limitMa !== null && rail.loads.length > 0);
    const findings = known
      .filter((rail) => share(rail) > warnShare)
      .map((rail) => {
        const percent = Math.round(share(rail) * 100);
        return {
          severity: share(rail) > 1 ? ("E" as const) : ("W" as const),
          message: say(language, {
            en: `Together the parts on ${rail.name} can take ${rail.maxMa} mA, ${percent} % of what its source gives (${rail.limitMa} mA). Give the largest, ${rail.loads[0]?.part}, a supply of its own.`,
            de: `Zusammen können die Teile an ${rail.name} ${rail.maxMa} mA nehmen, ${percent} % dessen, was die Quelle gibt (${rail.limitMa} mA). Gib dem größten, ${rail.loads[0]?.part}, eine eigene Versorgung.`,
          }),
          nets: graph.nodes.some((node) => node.nets.some((net) => net.id === rail.id)) ? [rail.id] : [],
          pins: [],
          parts: rail.loads.map((load) => load.part),
          measured: { value: rail.maxMa, unit: "mA" },
          limit: { value: rail.limitMa ?? 0, unit: "mA" },
          source: "sum of the catalogue's greatest currents",
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
