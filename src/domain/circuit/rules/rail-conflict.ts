import type { GraphNode } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { isGround, sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { report, round, say } from "./rule.ts";

/** Two levels within this share of the greater one are the same rail: a cell is called 3.6 or 3.7 V, USB gives 4.5 to 5.5. */
const sameShare = 0.15;

interface Level {
  volts: number;
  says: string;
}

/** What is known of a node's level: what its sources give, and what its nets say. A net without a figure, such as a plain `VCC`, says nothing. */
function levelsOn(node: GraphNode): Level[] {
  const [source] = sourcesOf(node);
  const given = source === undefined ? [] : [{ volts: source.nominalVolts, says: source.pin.ref }];
  const stated = node.nets.flatMap(({ kind, volts, id }) =>
    (kind === "supply" || kind === "battery") && volts !== null ? [{ volts, says: id }] : [],
  );
  return [...given, ...stated];
}

const differs = (a: number, b: number) => Math.abs(a - b) > sameShare * Math.max(Math.abs(a), Math.abs(b));

/** Two known and different supply levels on one net: E. Two outputs that are tied are `supply-contention`'s. */
export const railConflict: Rule = {
  id: "rail-conflict",
  check: ({ graph, language }) => {
    let rails = 0;
    const findings = graph.nodes.flatMap((node): FindingDraft[] => {
      const levels = isGround(node) ? [] : levelsOn(node);
      const [first] = levels;
      if (first === undefined) return [];
      rails += 1;
      const other = levels.find((level) => differs(level.volts, first.volts));
      if (other === undefined) return [];
      const [a, b] = [round(first.volts), round(other.volts)];
      return [
        {
          severity: "E",
          message: say(language, {
            en: `Two different supplies meet on one net: ${first.says} is ${a} V and ${other.says} is ${b} V. Whatever is made for the lower one gets the higher one: keep the two rails apart.`,
            de: `Zwei verschiedene Versorgungen treffen sich auf einem Netz: ${first.says} hat ${a} V und ${other.says} ${b} V. Was für die niedrigere gemacht ist, bekommt die höhere: halte beide Schienen getrennt.`,
          }),
          nets: netIdsOf(node),
          pins: sourcesOf(node)
            .slice(0, 1)
            .map((source) => source.pin.ref),
          parts: sourcesOf(node)
            .slice(0, 1)
            .map((source) => source.pin.part.id),
          measured: { value: b, unit: "V" },
          limit: { value: a, unit: "V" },
          source: "a net has one potential",
        },
      ];
    });
    const what = say(language, { en: "every rail has one level", de: "jede Schiene hat einen Pegel" });
    return report(findings, rails > 0 ? { what, parts: [] } : null);
  },
};
