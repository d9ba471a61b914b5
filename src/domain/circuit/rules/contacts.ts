import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";

const contactFunctions = new Set(["input-button", "act-switch-load", "sense-contact", "sense-tilt"]);

/** Pins of a button or of a relay's contacts: closed, they join what is wired to them. */
export function contactPins(part: GraphPart): GraphPin[] {
  const isSwitch = part.catalog?.functions.some((id) => contactFunctions.has(id)) ?? false;
  return isSwitch ? part.pins.filter((pin) => pin.catalog?.type === "passive") : [];
}

/** Nodes that a closed contact joins with this one, and the part whose contact it is. */
export function behindContacts(node: GraphNode): { node: GraphNode; part: GraphPart }[] {
  const seen = new Set([node]);
  const found: { node: GraphNode; part: GraphPart }[] = [];
  for (const { part } of node.pins) {
    const pins = contactPins(part);
    if (!pins.some((pin) => pin.node === node)) continue;
    for (const pin of pins) {
      if (seen.has(pin.node)) continue;
      seen.add(pin.node);
      found.push({ node: pin.node, part });
    }
  }
  return found;
}
