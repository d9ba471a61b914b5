import { noteIn } from "../german-notes.ts";
import type { CircuitGraph, GraphNode, GraphPart } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";

const hex = (address: number) => `0x${address.toString(16).toUpperCase()}`;

/** Node -> one node for the whole bus: the channels of a level shifter carry the same line on both sides. */
function busOf(graph: CircuitGraph): (node: GraphNode) => GraphNode {
  const next = new Map<GraphNode, GraphNode>();
  const root = (node: GraphNode): GraphNode => {
    const up = next.get(node);
    return up === undefined ? node : root(up);
  };
  for (const part of graph.parts) {
    if (part.catalog?.family !== "logic") continue;
    for (const pin of part.pins) {
      const channel = /^LV(\d)$/.exec(pin.catalog?.name ?? "")?.[1];
      const other = part.pins.find((each) => channel !== undefined && each.catalog?.name === `HV${channel}`);
      if (other === undefined) continue;
      const [a, b] = [root(pin.node), root(other.node)];
      if (a !== b) next.set(b, a);
    }
  }
  return root;
}

interface Member {
  part: GraphPart;
  address: number;
  node: GraphNode;
}

function membersOf(graph: CircuitGraph): Map<GraphNode, Member[]> {
  const bus = busOf(graph);
  const members = new Map<GraphNode, Member[]>();
  for (const part of graph.parts) {
    const sda = part.pins.find((pin) => pin.catalog?.roles.includes("sda"));
    const first = part.catalog?.i2c?.addresses[0];
    if (sda === undefined || first === undefined) continue;
    const { value } = part.design;
    const node = bus(sda.node);
    const address = value?.kind === "address" ? value.address : first;
    members.set(node, [...(members.get(node) ?? []), { part, address, node: sda.node }]);
  }
  return members;
}

function clash(input: RuleInput, group: Member[], all: Member[]): FindingDraft {
  const used = new Set(all.map((member) => member.address));
  const [first] = group;
  const address = first?.address ?? 0;
  const fixes = group.flatMap(({ part }) => {
    const free = part.catalog?.i2c?.addresses.find((each) => !used.has(each));
    if (free === undefined) return [];
    return [
      {
        label: say(input.language, {
          en: `Strap ${part.id} to ${hex(free)}`,
          de: `${part.id} auf ${hex(free)} stellen`,
        }),
        deltaCents: 0,
        patch: [{ op: "set-address" as const, part: part.id, address: free }],
      },
    ];
  });
  const ids = group.map((member) => member.part.id);
  const hints = [...new Set(group.flatMap((member) => member.part.catalog?.i2c?.strapNote ?? []))]
    .map((note) => noteIn(input.language, note))
    .join(" ");
  return {
    severity: "E",
    message: say(input.language, {
      en: `${ids.join(" and ")} both answer at I2C address ${hex(address)}: the board cannot tell them apart. ${hints}`.trim(),
      de: `${ids.join(" und ")} antworten beide auf der I2C-Adresse ${hex(address)}: das Board kann sie nicht unterscheiden. ${hints}`.trim(),
    }),
    nets: netIdsOf(...group.map((member) => member.node)),
    pins: group.flatMap((member) =>
      member.part.pins.filter((pin) => pin.catalog?.roles.includes("sda")).map((pin) => pin.ref),
    ),
    parts: ids,
    source: "I2C-bus specification UM10204, 3.1.10",
    ...(fixes.length > 0 ? { fixes: fixes.slice(-1) } : {}),
  };
}

/** Two parts with one 7-bit address on one bus: E, with a strap as fix where one is free. */
export const i2cAddress: Rule = {
  id: "i2c-address",
  check: (input) => {
    const findings: FindingDraft[] = [];
    const good: Member[] = [];
    for (const members of membersOf(input.graph).values()) {
      const byAddress = Map.groupBy(members, (member) => member.address);
      for (const group of byAddress.values()) {
        if (group.length > 1) findings.push(clash(input, group, members));
        else good.push(...group);
      }
    }
    if (findings.length > 0 || good.length === 0) return { findings, passed: null };
    const list = good.map((member) => hex(member.address)).join(", ");
    const what = say(input.language, {
      en: `each I2C part has its own address: ${list}`,
      de: `jedes I2C-Teil hat seine eigene Adresse: ${list}`,
    });
    return { findings, passed: { what, parts: good.map((member) => member.part.id) } };
  },
};
