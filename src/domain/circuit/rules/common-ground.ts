import type { CircuitGraph, GraphNode, GraphPart } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { joinFix } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** Ground nodes that a part joins inside are one domain: part id -> name of its domain. */
function groundDomains(graph: CircuitGraph): Map<string, string> {
  const parent = new Map<GraphNode, GraphNode>();
  const root = (node: GraphNode): GraphNode => {
    const up = parent.get(node);
    return up === undefined || up === node ? node : root(up);
  };
  const groundOf = (part: GraphPart) =>
    part.pins.filter((pin) => pin.catalog?.type === "ground").map((pin) => pin.node);
  for (const part of graph.parts) {
    const [first, ...others] = groundOf(part);
    if (first !== undefined) for (const other of others) parent.set(root(other), root(first));
  }
  const domains = new Map<string, string>();
  for (const part of graph.parts) {
    const first = groundOf(part)[0];
    if (first !== undefined) domains.set(part.id, root(first).id);
  }
  return domains;
}

/** Parts that exchange signals without one ground: E. */
export const commonGround: Rule = {
  id: "common-ground",
  check: ({ graph, language }) => {
    const domains = groundDomains(graph);
    const findings: FindingDraft[] = [];
    let looked = 0;
    for (const node of graph.nodes) {
      if (isGround(node) || railVolts(node) !== null) continue;
      const parts = [...new Set(node.pins.map((pin) => pin.part))].filter((part) => domains.has(part.id));
      const [first, ...others] = parts;
      if (first === undefined || others.length === 0) continue;
      looked += 1;
      const stranger = others.find((part) => domains.get(part.id) !== domains.get(first.id));
      if (stranger === undefined) continue;
      const grounds = [first, stranger].map((part) => part.pins.find((pin) => pin.catalog?.type === "ground")?.ref);
      const [a, b] = grounds;
      const label = say(language, { en: "Join the two grounds", de: "Beide Massen verbinden" });
      findings.push({
        ...(a === undefined || b === undefined ? {} : { fixes: joinFix(label, a, b) }),
        source: "a signal is a voltage between two wires: typical value",
        severity: "E",
        message: say(language, {
          en: `${first.id} and ${stranger.id} exchange a signal, but their grounds are not joined. Add a wire between the two grounds.`,
          de: `${first.id} und ${stranger.id} tauschen ein Signal aus, aber ihre Massen sind nicht verbunden. Verbinde beide Massen mit einem Draht.`,
        }),
        nets: netIdsOf(node),
        pins: node.pins.filter((pin) => pin.part === first || pin.part === stranger).map((pin) => pin.ref),
        parts: [first.id, stranger.id],
      });
    }
    const what = say(language, {
      en: `${looked === 1 ? "one signal runs" : `${looked} signals run`} between parts on one ground`,
      de: `${looked === 1 ? "ein Signal läuft" : `${looked} Signale laufen`} zwischen Teilen mit gemeinsamer Masse`,
    });
    return { findings, passed: findings.length === 0 && looked > 0 ? { what, parts: [] } : null };
  },
};
