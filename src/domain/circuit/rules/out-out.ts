import type { GraphNode, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { isGround, isResistive, railVolts } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { report, say } from "./rule.ts";

/** Parts with a chip select let go of their output while another one is selected: they may share it. */
const letsGo = (pin: GraphPin) => pin.part.catalog?.pins.some((each) => each.roles.includes("cs")) ?? false;

/** A shifter's output is enabled by a pin of its own and may be off; open drain and pins that firmware sets are no push-pull outputs. */
function pushes(pin: GraphPin): boolean {
  return pin.catalog?.type === "output" && !letsGo(pin) && !isResistive(pin.part);
}

function tied(node: GraphNode): GraphPin[] {
  if (isGround(node) || railVolts(node) !== null) return [];
  const outputs = node.pins.filter(pushes);
  return new Set(outputs.map((pin) => `${pin.part.id} ${pin.catalog?.name}`)).size > 1 ? outputs : [];
}

/** Two push-pull outputs on one net: E. */
export const outOut: Rule = {
  id: "out-out",
  check: ({ graph, language }) => {
    const looked = graph.nodes.filter((node) => node.pins.some(pushes));
    const findings = looked.flatMap((node): FindingDraft[] => {
      const outputs = tied(node);
      const [first, ...others] = outputs;
      if (first === undefined) return [];
      const names = outputs.map((pin) => pin.ref);
      return [
        {
          severity: "E",
          message: say(language, {
            en: `${names.join(" and ")} are outputs and tied together: when one is high and the other low, they short each other. Give each a line of its own.`,
            de: `${names.join(" und ")} sind Ausgänge und miteinander verbunden: ist einer high und der andere low, schließen sie sich gegenseitig kurz. Gib jedem eine eigene Leitung.`,
          }),
          nets: netIdsOf(node),
          pins: names,
          parts: [...new Set(outputs.map((pin) => pin.part.id))],
          measured: { value: outputs.length, unit: "outputs" },
          limit: { value: 1, unit: "outputs" },
          source: "one push-pull output drives a line",
          ...(others.length === 1
            ? {
                fixes: others.map((pin) => ({
                  label: say(language, {
                    en: `Take ${pin.ref} off this line`,
                    de: `${pin.ref} von dieser Leitung nehmen`,
                  }),
                  deltaCents: 0,
                  patch: [{ op: "disconnect" as const, pin: pin.ref }],
                })),
              }
            : {}),
        },
      ];
    });
    const what = say(language, { en: "no two outputs drive one line", de: "keine zwei Ausgänge treiben eine Leitung" });
    return report(findings, looked.length > 0 ? { what, parts: [] } : null);
  },
};
