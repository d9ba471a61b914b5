import { partById } from "../catalogue/catalogue.ts";
import type { Circuit, PowerBudget, RailLoad } from "../design.ts";
import type { Requirements } from "../requirements.ts";
import type { CircuitGraph, GraphPart } from "../rules/circuit-graph.ts";
import { buildGraph } from "../rules/circuit-graph.ts";
import { isGround, sourcesOf } from "../rules/levels.ts";
import { lifeOf } from "./battery-life.ts";
import { LoadTree, railLoad } from "./rail-loads.ts";

/** What one USB 2.0 port gives, USB 2.0 specification 7.2.1. */
const usbMa = 500;

const usesRadio = (requirements: Requirements | null, board: GraphPart | undefined) =>
  requirements === null
    ? (board?.catalog?.board?.hasWifi ?? false)
    : requirements.functions.some((each) => each.id === "talk-wifi" || each.id === "talk-bluetooth");

/** A board that only USB feeds loads the port with itself and all that hangs on its 5V pin. */
function usbRail(board: GraphPart, tree: LoadTree): RailLoad {
  const pin = board.pins.find((each) => each.catalog?.type === "power_out" && each.catalog.volts === 5);
  const others = pin === undefined ? [] : tree.loadsOn(pin.node);
  const own = tree.currentOf(board, pin?.node ?? noNode);
  const all = [{ part: board.id, current: own }, ...others];
  const total = tree.total(all);
  const round1 = (value: number) => Math.round(value * 10) / 10;
  return {
    id: "USB",
    name: "USB",
    volts: 5,
    typMa: round1(total.typ),
    maxMa: round1(total.max),
    limitMa: usbMa,
    loads: all.map((load) => ({ part: load.part, typMa: round1(load.current.typ), maxMa: round1(load.current.max) })),
  };
}

const noNode = { id: "", nets: [], pins: [], edges: [] };

/** Boards whose 5V pin nothing else feeds: USB does. */
function usbFed(graph: CircuitGraph): GraphPart[] {
  return graph.parts.filter((part) => {
    if (part.catalog?.board === undefined) return false;
    const fed = part.pins.some(
      (pin) =>
        (pin.catalog?.mayBeFed === true || pin.catalog?.type === "power_in") &&
        sourcesOf(pin.node).some((source) => source.pin.part !== part),
    );
    return !fed;
  });
}

/** `powerBudget` for a graph that is built already; `requirements` null for a foreign circuit. */
export function powerOfGraph(graph: CircuitGraph, requirements: Requirements | null): PowerBudget {
  const boards = graph.parts.filter((part) => part.catalog?.board !== undefined);
  const tree = new LoadTree(graph, usesRadio(requirements, boards[0]) ? "awake" : "awake-no-radio");
  const rails = graph.nodes.flatMap((node) => (isGround(node) ? [] : (railLoad(node, tree) ?? [])));
  const usb = usbFed(graph).map((board) => usbRail(board, tree));
  const life = lifeOf(graph, requirements, usesRadio(requirements, boards[0]));
  const wantedHours = requirements?.power.lifeHours ?? null;
  return {
    rails: [...usb, ...rails],
    ...(life === null ? {} : { batteryHours: life.hours, averageMa: life.averageMa, battery: life.battery }),
    ...(life?.boardAsleepMa == null ? {} : { boardAsleepMa: life.boardAsleepMa }),
    ...(wantedHours === null ? {} : { wantedHours }),
    assumptions: life?.assumptions ?? [],
  };
}

/**
 * Load of every rail against its source (typical and greatest mA), and hours on one charge: capacity x 0.8 over the mean current from the
 * cell, the board's own sleep current included. What was assumed is written out in the person's language.
 */
export function powerBudget(circuit: Circuit, requirements: Requirements): PowerBudget {
  return powerOfGraph(buildGraph(circuit, partById), requirements);
}
