import type { GraphNode, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A charger's output is its cell: the two are one supply. */
const passesCellOn = (pin: GraphPin) => pin.part.catalog?.joined?.some((names) => names.includes("B+")) ?? false;

/** One pin per supply on a node: outputs of one part at one level count once, a charger with its cell too. */
function suppliesOn(node: GraphNode): GraphPin[] {
  const outputs = node.pins.filter((pin) => pin.catalog?.type === "power_out");
  const hasCell = outputs.some((pin) => pin.part.catalog?.battery !== undefined);
  const seen = new Set<string>();
  return outputs.filter((pin) => {
    const key = `${pin.part.id} ${pin.catalog?.volts}`;
    if (seen.has(key) || (hasCell && passesCellOn(pin))) return false;
    seen.add(key);
    return true;
  });
}

/** A pin that may be fed yields to a stronger supply, but not to another output of its own board. */
function contending(supplies: GraphPin[]): GraphPin[] {
  const firm = supplies.filter((pin) => pin.catalog?.mayBeFed !== true);
  return supplies.filter((pin) => pin.catalog?.mayBeFed !== true || firm.some((other) => other.part === pin.part));
}

/** Two supplies whose outputs are joined, such as an adapter on a board's 3.3 V output: E. */
export const supplyContention: Rule = {
  id: "supply-contention",
  check: ({ graph, language }) => {
    const findings = graph.nodes.flatMap((node): FindingDraft[] => {
      const supplies = contending(suppliesOn(node));
      if (supplies.length < 2) return [];
      const levels = supplies.map((pin) => `${pin.ref} (${pin.catalog?.volts} V)`);
      const [en, de] = [levels.join(" and "), levels.join(" und ")];
      return [
        {
          severity: "E",
          message: say(language, {
            en: `${en} are both outputs and are joined: one drives current into the other and can destroy it. Leave only one supply on this rail.`,
            de: `${de} sind beide Ausgänge und miteinander verbunden: einer treibt Strom in den anderen und kann ihn zerstören. Lass nur eine Versorgung an dieser Schiene.`,
          }),
          nets: netIdsOf(node),
          pins: supplies.map((pin) => pin.ref),
          parts: [...new Set(supplies.map((pin) => pin.part.id))],
          source: "an output may not be fed unless its board says so",
        },
      ];
    });
    return { findings, passed: null };
  },
};
