import type { CircuitGraph, GraphEdge, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { otherEnd } from "./circuit-graph.ts";
import { highLevelOf, isGround, once, pullUpLevelOf, railVolts } from "./levels.ts";

/** SDA or SCL. */
export type LineRole = "sda" | "scl";

/** What pulls a line up: ohms to a level. `edge` is the resistor, absent where it is inside a part. */
export interface PullUp {
  ohms: number;
  volts: number;
  part: GraphPart;
  edge?: GraphEdge;
}

/** One line of an I2C bus on one side of a level shifter. */
export interface I2cLine {
  role: LineRole;
  node: GraphNode;
  /** Bus pins of the parts on it, boards left out. */
  members: GraphPin[];
  /** All that pulls it up, the far side of a shifter included: whoever pulls the line low carries that too. */
  pullUps: PullUp[];
}

/** Bus pin of an I2C part (no board). */
export const lineRoleOf = (pin: GraphPin): LineRole | null => {
  if (pin.part.catalog?.i2c === undefined || pin.part.catalog.board !== undefined) return null;
  if (pin.catalog?.roles.includes("sda")) return "sda";
  return pin.catalog?.roles.includes("scl") ? "scl" : null;
};

/** Nodes on the far side of two-way shifters, with the shifter. */
function acrossShifters(node: GraphNode): { node: GraphNode; part: GraphPart }[] {
  return node.pins.flatMap((pin) => {
    const shifter = pin.part.catalog?.shifter;
    const channel = shifter?.channels.find((pair) => pair.includes(pin.catalog?.name ?? ""));
    if (shifter === undefined || shifter.oneWay || channel === undefined) return [];
    const far = pin.part.pins.find((each) => each !== pin && channel.includes(each.catalog?.name ?? ""));
    return far === undefined || far.node === node ? [] : [{ node: far.node, part: pin.part }];
  });
}

/** Pull-ups on one node itself: resistors to a rail, those of modules, those inside shifters. */
function ownPullUps(node: GraphNode): PullUp[] {
  const resistors = node.edges.flatMap((edge): PullUp[] => {
    const volts = edge.kind === "resistor" && edge.from !== edge.to ? railVolts(otherEnd(edge, node)) : null;
    return volts === null || edge.ohms === null || edge.ohms <= 0
      ? []
      : [{ ohms: edge.ohms, volts, part: edge.part, edge }];
  });
  const inside = node.pins.flatMap((pin): PullUp[] => {
    const { catalog } = pin.part;
    const onLine = lineRoleOf(pin) !== null;
    const onChannel = catalog?.shifter?.channels.some((pair) => pair.includes(pin.catalog?.name ?? "")) ?? false;
    const ohms = onLine
      ? (catalog?.i2c?.pullUpOhms ?? null)
      : onChannel
        ? (catalog?.figures?.pullUpOhms ?? null)
        : null;
    const volts = ohms === null ? null : onLine ? pullUpLevelOf(pin) : highLevelOf(pin);
    return ohms === null || volts === null ? [] : [{ ohms, volts, part: pin.part }];
  });
  return [...resistors, ...inside];
}

/** Every line on which an I2C part lies, once per node and role. */
export const i2cLines = once((graph: CircuitGraph): I2cLine[] =>
  graph.nodes.flatMap((node) => {
    if (isGround(node) || railVolts(node) !== null) return [];
    return (["sda", "scl"] as const).flatMap((role) => {
      const members = node.pins.filter((pin) => lineRoleOf(pin) === role);
      if (members.length === 0) return [];
      const far = acrossShifters(node).flatMap((each) => ownPullUps(each.node));
      return [{ role, node, members, pullUps: [...ownPullUps(node), ...far] }];
    });
  }),
);
