import type { SpokenLanguage } from "../lists.ts";
import { limitOf } from "../power/rail-loads.ts";
import type { GraphEdge, GraphNode, GraphPart } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { behindContacts } from "./contacts.ts";
import { isGround, sourcesOf } from "./levels.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { round, say } from "./rule.ts";

/** Up to this a resistor between supply and ground is a wire, whatever the supply gives. */
const shortOhms = 1;

/** What joins a supply with ground: the part and its ohms. */
interface Bridge {
  part: GraphPart;
  ohms: number;
}

/** Ohms at which the source of a node is at its limit; at least those of a wire. */
function leastOhms(node: GraphNode): number {
  const [volts, limitMa] = [sourcesOf(node)[0]?.volts ?? 0, limitOf(node)];
  return limitMa === null || limitMa <= 0 ? shortOhms : Math.max(shortOhms, (volts / limitMa) * 1000);
}

function conducts(edge: GraphEdge, node: GraphNode, least: number): boolean {
  if (!isGround(otherEnd(edge, node))) return false;
  if (edge.kind === "diode") return edge.from === node;
  return edge.kind === "resistor" && edge.ohms !== null && edge.ohms <= (least > shortOhms ? least - 1e-6 : least);
}

/** The first part that carries the supply into ground: a small resistor, a diode in its forward direction, a contact once it closes. */
function bridgeOf(node: GraphNode, least: number): Bridge | null {
  const edge = node.edges.find((each) => conducts(each, node, least));
  if (edge !== undefined) return { part: edge.part, ohms: edge.ohms ?? 0 };
  const contact = behindContacts(node).find((far) => isGround(far.node));
  return contact === undefined ? null : { part: contact.part, ohms: 0 };
}

/** The resistor, diode or capacitor that makes the short can be taken out; a button or relay is wired otherwise. */
function cutFix(bridge: Bridge | null, language: SpokenLanguage): Pick<FindingDraft, "fixes"> {
  if (bridge === null || bridge.part.catalog?.edge === undefined) return {};
  const { id, design, catalog } = bridge.part;
  const deltaCents = design.owned ? 0 : -catalog.price.typicalCents;
  const label = say(language, { en: `Take ${id} out`, de: `${id} herausnehmen` });
  return { fixes: [{ label, deltaCents, patch: [{ op: "remove-part", part: id }] }] };
}

/** A supply output joined with ground, directly or through what takes more than the supply gives: E. */
export const short: Rule = {
  id: "short",
  check: ({ graph, language }) => {
    const findings: FindingDraft[] = [];
    let rails = 0;
    for (const node of graph.nodes) {
      const sources = sourcesOf(node);
      if (sources.length === 0) continue;
      rails += 1;
      const grounds = node.pins.filter((pin) => pin.catalog?.type === "ground");
      const least = leastOhms(node);
      const bridge = grounds.length === 0 ? bridgeOf(node, least) : null;
      if (grounds.length === 0 && bridge === null) continue;
      const pins = [...sources.map((source) => source.pin), ...grounds];
      const supply = sources[0]?.pin.ref ?? "";
      findings.push({
        ...cutFix(bridge, language),
        severity: "E",
        message: say(language, {
          en: `Short circuit: the supply ${supply} is joined with ground${bridge ? ` through ${bridge.part.id}` : ""}. Do not switch it on; it can burn the supply or catch fire. Take out the wire that joins them.`,
          de: `Kurzschluss: die Versorgung ${supply} ist${bridge ? ` über ${bridge.part.id}` : ""} mit Masse verbunden. Nicht einschalten; das kann die Versorgung zerstören oder Feuer fangen. Nimm den Draht heraus, der sie verbindet.`,
        }),
        nets: netIdsOf(node),
        pins: pins.map((pin) => pin.ref),
        parts: [...new Set([...pins.map((pin) => pin.part.id), ...(bridge ? [bridge.part.id] : [])])],
        measured: { value: bridge?.ohms ?? 0, unit: "ohm" },
        limit: { value: round(least), unit: "ohm" },
        source: "a supply output and ground may never be one net",
      });
    }
    const what = say(language, {
      en: rails === 1 ? "the supply does not meet ground" : `none of ${rails} supplies meets ground`,
      de: rails === 1 ? "die Versorgung trifft nicht auf Masse" : `keine von ${rails} Versorgungen trifft auf Masse`,
    });
    return { findings, passed: findings.length === 0 && rails > 0 ? { what, parts: [] } : null };
  },
};
