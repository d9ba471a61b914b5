import type { CurrentMa, RailLoad } from "../design.ts";
import type { CircuitGraph, GraphNode, GraphPart } from "../rules/circuit-graph.ts";
import { isGround, sourcesOf } from "../rules/levels.ts";
import { isLed } from "../wiring/led-current.ts";
import { ledCurrentMa } from "./led-load.ts";

/** In which state the circuit is: awake with or without its radio, or asleep. */
export type PowerState = "awake" | "awake-no-radio" | "asleep";

/** Volts of a cell that is nearly empty: the current that a converter takes from it is greatest then. Typical value. */
const emptyCellVolts = 3.0;

const ownOutputs = (part: GraphPart) => part.pins.filter((pin) => pin.catalog?.type === "power_out");
const inputs = (part: GraphPart) =>
  part.pins.filter((pin) => pin.catalog?.type === "power_in" || pin.catalog?.mayBeFed === true);

/** A charger's input and output are one net: what leaves it has entered it. */
const isPassThrough = (part: GraphPart) => part.catalog?.joined?.some((names) => names.includes("OUT+")) ?? false;

/** Current of one part for itself. */
function ownCurrent(part: GraphPart, state: PowerState): CurrentMa {
  const { catalog } = part;
  if (catalog === null) return { typ: 0, max: 0 };
  const figures = catalog.board;
  if (figures !== undefined) {
    if (state === "asleep") return { typ: figures.sleepMa, max: figures.sleepMa };
    return state === "awake" ? figures.activeMa : { typ: figures.awakeNoRadioMa, max: figures.awakeNoRadioMa };
  }
  const awake = catalog.currentMa ?? { typ: 0, max: 0 };
  if (state !== "asleep") return awake;
  const asleep = catalog.sleepMa ?? awake.typ;
  return { typ: asleep, max: asleep };
}

const add = (a: CurrentMa, b: CurrentMa): CurrentMa => ({ typ: a.typ + b.typ, max: a.max + b.max });
const scale = (a: CurrentMa, by: { typ: number; max: number }): CurrentMa => ({
  typ: a.typ * by.typ,
  max: a.max * by.max,
});
const zero: CurrentMa = { typ: 0, max: 0 };

/** A board's figures are for 5 V. Behind a converter of its own it takes more current at fewer volts. */
function feedFactor(part: GraphPart, from: GraphNode): number {
  const volts = sourcesOf(from)[0]?.nominalVolts;
  return part.catalog?.board?.feed.switching === true && volts !== undefined && volts < 5 ? 5 / volts : 1;
}

/** What loads a rail: each part with its current, converters with what they pass on. */
export interface NodeLoad {
  part: string;
  current: CurrentMa;
}

/** Follows every load to what feeds it. Each node is summed once; where supplies form a loop, it is cut at the node that was asked first. */
export class LoadTree {
  private readonly graph: CircuitGraph;
  private readonly state: PowerState;
  private readonly known = new Map<GraphNode, NodeLoad[]>();

  constructor(graph: CircuitGraph, state: PowerState) {
    this.graph = graph;
    this.state = state;
  }

  /** Loads on a node, by part id. */
  loadsOn(node: GraphNode): NodeLoad[] {
    const before = this.known.get(node);
    if (before !== undefined) return before;
    this.known.set(node, []);
    const feeding = new Set(sourcesOf(node).map((source) => source.pin.part));
    const loads: NodeLoad[] = [];
    for (const part of new Set(node.pins.map((pin) => pin.part))) {
      const enters = inputs(part).some((pin) => pin.node === node) && (!feeding.has(part) || isPassThrough(part));
      const current = enters ? this.currentOf(part, node) : this.motorCurrent(part, node);
      if (current.typ > 0 || current.max > 0) loads.push({ part: part.id, current });
    }
    this.known.set(node, loads);
    return loads;
  }

  total(loads: readonly NodeLoad[]): CurrentMa {
    return loads.reduce((sum, load) => add(sum, load.current), zero);
  }

  /** What a part takes at its supply input: its own current and what it passes on to its outputs. */
  currentOf(part: GraphPart, from: GraphNode): CurrentMa {
    const wires = new Set(
      inputs(part)
        .filter((pin) => pin.catalog?.type === "power_in")
        .map((pin) => pin.node),
    );
    // A part with two supply pins, such as a shifter, takes half from each.
    const share = part.catalog?.board === undefined ? 1 / Math.max(wires.size, 1) : 1;
    const factor = share * feedFactor(part, from);
    let sum = scale(ownCurrent(part, this.state), { typ: factor, max: factor });
    if (part.catalog?.board !== undefined) sum = add(sum, this.ledsOf(part));
    for (const node of new Set(ownOutputs(part).map((pin) => pin.node))) {
      if (node === from) continue;
      const out = this.total(this.loadsOn(node));
      sum = add(sum, scale(out, this.gain(part, from)));
    }
    return sum;
  }

  /** mA at the input per mA at the output: 1 for a linear regulator and a charger, V and efficiency for a converter. */
  private gain(part: GraphPart, from: GraphNode): { typ: number; max: number } {
    const supply = part.catalog?.supply;
    if (supply?.efficiency === undefined) return { typ: 1, max: 1 };
    const nominal = sourcesOf(from)[0]?.nominalVolts ?? supply.volts;
    const least = sourcesOf(from).some((source) => source.pin.part.catalog?.battery) ? emptyCellVolts : nominal;
    return { typ: supply.volts / (nominal * supply.efficiency), max: supply.volts / (least * supply.efficiency) };
  }

  /** A bare motor on a switched output has no supply pin: its plus lies on the node. */
  private motorCurrent(part: GraphPart, node: GraphNode): CurrentMa {
    const bare = part.catalog?.interface === "power" && part.catalog.currentMa !== null && inputs(part).length === 0;
    const plus = part.pins.find((pin) => pin.name === "+")?.node;
    return bare && plus === node ? ownCurrent(part, this.state) : zero;
  }

  private ledsOf(board: GraphPart): CurrentMa {
    if (this.state === "asleep") return zero;
    return this.graph.parts
      .filter((part) => part.catalog !== null && isLed(part.catalog))
      .map((part) => ledCurrentMa(part, board))
      .reduce((sum, mA) => ({ typ: sum.typ + mA, max: sum.max + mA }), zero);
  }
}

/** Greatest current that the sources of a node give together; null where one has no known limit. */
export function limitOf(node: GraphNode): number | null {
  let limit = 0;
  for (const { pin } of sourcesOf(node)) {
    const { catalog } = pin.part;
    const board = catalog?.board;
    const figure = board
      ? (pin.catalog?.volts ?? 0) > 4
        ? board.rail5vForOthersMa
        : board.rail3v3ForOthersMa
      : (catalog?.supply?.limitMa ?? catalog?.battery?.maxMa);
    if (figure === undefined) return null;
    // Sources in a row (cell, then protection) are limited by the weaker.
    limit = limit === 0 ? figure : Math.min(limit, figure);
  }
  return limit === 0 ? null : limit;
}

const round1 = (value: number) => Math.round(value * 10) / 10;

/** Load of a rail against its limit, the greatest load first. */
export function railLoad(node: GraphNode, tree: LoadTree): RailLoad | null {
  const [source] = sourcesOf(node);
  if (source === undefined || isGround(node)) return null;
  const loads = tree.loadsOn(node);
  const total = tree.total(loads);
  return {
    id: node.nets[0]?.id ?? node.id,
    name: node.nets[0]?.name ?? node.id,
    volts: source.nominalVolts,
    typMa: round1(total.typ),
    maxMa: round1(total.max),
    limitMa: limitOf(node),
    loads: loads
      .map((load) => ({ part: load.part, typMa: round1(load.current.typ), maxMa: round1(load.current.max) }))
      .sort((a, b) => b.maxMa - a.maxMa || (a.part < b.part ? -1 : 1)),
  };
}
