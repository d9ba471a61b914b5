import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";
import type { Circuit, DesignNet, DesignPart } from "../design.ts";
import { printedName, splitPin } from "../pins/pin-ref.ts";

/** Looks a catalogue id up. */
export type FindPart = (catalogId: string) => CatalogPart | undefined;

/** A part in its place; `catalog` is null where the catalogue does not know it. */
export interface GraphPart {
  id: string;
  design: DesignPart;
  catalog: CatalogPart | null;
  pins: GraphPin[];
}

/** A pin that a net names. `ref` is as the circuit wrote it; `catalog` is null for an unknown pin or part. */
export interface GraphPin {
  ref: string;
  part: GraphPart;
  name: string;
  catalog: CatalogPin | null;
  node: GraphNode;
}

/** All that is one piece of copper: nets that share a pin, or that a part joins inside (its two `GND` pins). */
export interface GraphNode {
  /** Smallest net id. */
  id: string;
  nets: DesignNet[];
  pins: GraphPin[];
  /** Ends of passives that lie here. */
  edges: GraphEdge[];
}

/** A passive seen as an edge. `ohms` is null for what is not a resistor or has no known value. */
export interface GraphEdge {
  part: GraphPart;
  kind: "resistor" | "capacitor" | "diode";
  ohms: number | null;
  from: GraphNode;
  to: GraphNode;
}

/** A circuit with its catalogue pins resolved, in an order of its own: the order of the input changes nothing. */
export interface CircuitGraph {
  parts: GraphPart[];
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Pins that nets name and that do not exist. */
  unknownPins: { ref: string; net: string; reason: "part" | "pin" }[];
  duplicateIds: { id: string; of: "part" | "net" }[];
  partById: ReadonlyMap<string, GraphPart>;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const partOrder = ({ id, catalogId, value, quantity, owned }: DesignPart) =>
  JSON.stringify([id, catalogId, value, quantity, owned]);
const netOrder = ({ id, pins, kind, volts, name }: DesignNet) => JSON.stringify([id, pins, kind, volts, name]);

/** The catalogue's pin for a name as people write it: exact, the first of several copies, or the firmware's name. */
export function resolvePin(part: CatalogPart, name: string): CatalogPin | null {
  const wanted = name.toLowerCase();
  const same = (text: string | undefined) => text?.toLowerCase() === wanted;
  return (
    part.pins.find((pin) => pin.name === name) ??
    part.pins.find((pin) => same(pin.name)) ??
    part.pins.find((pin) => same(printedName(pin.name))) ??
    part.pins.find(
      (pin) => same(pin.gpio) || same(`gpio${pin.gpio}`) || same(`io${pin.gpio}`) || same(`d${pin.gpio}`),
    ) ??
    null
  );
}

class NodeUnion {
  private readonly parent = new Map<string, string>();

  find(key: string): string {
    let root = key;
    for (let up = this.parent.get(root); up !== undefined && up !== root; up = this.parent.get(root)) root = up;
    this.parent.set(key, root);
    return root;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.find(a), this.find(b)].sort(byText);
    if (first !== undefined && second !== undefined && first !== second) this.parent.set(second, first);
  }
}

/** Parts by id; of two with one id the first in order counts and the other is reported. */
function placeParts(
  parts: DesignPart[],
  find: FindPart,
  duplicates: CircuitGraph["duplicateIds"],
): Map<string, GraphPart> {
  const placed = new Map<string, GraphPart>();
  const ordered = parts
    .map((design) => ({ design, order: partOrder(design) }))
    .sort((a, b) => byText(a.order, b.order));
  for (const { design } of ordered) {
    if (placed.has(design.id)) duplicates.push({ id: design.id, of: "part" });
    else {
      const catalog = design.catalogId === null ? null : (find(design.catalogId) ?? null);
      placed.set(design.id, { id: design.id, design, catalog, pins: [] });
    }
  }
  return placed;
}

/** Net id -> node id: nets that name one pin, or pins that the part joins inside, are one node. */
function joinNets(nets: DesignNet[], parts: Map<string, GraphPart>): NodeUnion {
  const union = new NodeUnion();
  const firstNet = new Map<string, string>();
  for (const net of nets) {
    for (const ref of net.pins) {
      const joint = jointOf(ref, parts);
      const seen = firstNet.get(joint);
      if (seen === undefined) firstNet.set(joint, net.id);
      else union.join(seen, net.id);
    }
  }
  return union;
}

/** One name for all pins that a part joins inside. */
function jointOf(ref: string, parts: Map<string, GraphPart>): string {
  const { partId, pinName } = splitPin(ref);
  const catalog = parts.get(partId)?.catalog;
  const name = (catalog && resolvePin(catalog, pinName)?.name) ?? pinName;
  const group = catalog?.joined?.find((names) => names.includes(name));
  return `${partId}:${group?.[0] ?? name}`;
}

function ohmsOf(part: GraphPart): number | null {
  const { value } = part.design;
  if (value?.kind === "ohms") return value.ohms;
  return part.catalog?.figures?.ohms ?? null;
}

function edgesOf(parts: Iterable<GraphPart>): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const part of parts) {
    const edge = part.catalog?.edge;
    if (edge === undefined) continue;
    const [from, to] = edge.between.map((name) => part.pins.find((pin) => pin.catalog?.name === name)?.node);
    if (from === undefined || to === undefined) continue;
    edges.push({ part, kind: edge.kind, ohms: edge.kind === "resistor" ? ohmsOf(part) : null, from, to });
  }
  return edges;
}

/** The nets in an order of their own, each pin named once. */
function orderedNets(nets: DesignNet[]): DesignNet[] {
  return nets
    .map((net) => ({ ...net, pins: [...new Set(net.pins)].sort(byText) }))
    .map((net) => ({ net, order: netOrder(net) }))
    .sort((a, b) => byText(a.order, b.order))
    .map((row) => row.net);
}

/** Places the pins of a net on its node; those that do not exist are listed. A pin that two nets name is placed once. */
function placePins(place: { net: DesignNet; node: GraphNode; seen: Set<string> }, graph: CircuitGraph): void {
  const { net, node, seen } = place;
  for (const ref of net.pins) {
    const { partId, pinName } = splitPin(ref);
    const part = graph.partById.get(partId);
    const catalog = part?.catalog ? resolvePin(part.catalog, pinName) : null;
    if (part === undefined) graph.unknownPins.push({ ref, net: net.id, reason: "part" });
    else if (part.catalog !== null && catalog === null) graph.unknownPins.push({ ref, net: net.id, reason: "pin" });
    if (part === undefined || seen.has(ref)) continue;
    seen.add(ref);
    const pin: GraphPin = { ref, part, name: pinName, catalog, node };
    node.pins.push(pin);
    part.pins.push(pin);
  }
}

/** Builds the graph that rules look at. Unknown parts and pins are kept and listed; nothing throws. */
export function buildGraph(circuit: Circuit, find: FindPart): CircuitGraph {
  const duplicateIds: CircuitGraph["duplicateIds"] = [];
  const partById = placeParts(circuit.parts, find, duplicateIds);
  const nets = orderedNets(circuit.nets);
  const union = joinNets(nets, partById);
  const nodes = new Map<string, GraphNode>();
  const graph: CircuitGraph = {
    parts: [...partById.values()],
    nodes: [],
    edges: [],
    unknownPins: [],
    duplicateIds,
    partById,
  };
  const netIds = new Set<string>();
  const seen = new Set<string>();
  for (const net of nets) {
    if (netIds.has(net.id)) duplicateIds.push({ id: net.id, of: "net" });
    netIds.add(net.id);
    const id = union.find(net.id);
    const node = nodes.get(id) ?? { id, nets: [], pins: [], edges: [] };
    nodes.set(id, node);
    node.nets.push(net);
    placePins({ net, node, seen }, graph);
  }
  graph.nodes.push(...nodes.values());
  graph.edges.push(...edgesOf(graph.parts));
  for (const edge of graph.edges) {
    edge.from.edges.push(edge);
    if (edge.to !== edge.from) edge.to.edges.push(edge);
  }
  return graph;
}

/** The node at an edge's other end. */
export function otherEnd(edge: GraphEdge, node: GraphNode): GraphNode {
  return edge.from === node ? edge.to : edge.from;
}

const ownNetIds = new WeakMap<GraphNode, string[]>();

/** Ids of the nets of these nodes, sorted, for a finding. */
export function netIdsOf(...nodes: GraphNode[]): string[] {
  const [first, ...others] = [...new Set(nodes)];
  if (first === undefined) return [];
  if (others.length > 0) return [...new Set([first, ...others].flatMap((node) => netIdsOf(node)))].sort(byText);
  const known = ownNetIds.get(first) ?? [...new Set(first.nets.map((net) => net.id))];
  ownNetIds.set(first, known);
  return known;
}
