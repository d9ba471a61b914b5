import type { Connection, DesignNet } from "../circuit/design.ts";
import type { WireColour } from "../circuit/lists.ts";

/** Wires of one net that hang together through shared pads: they may run on one lane. */
export interface WireTree {
  /** Id of its first connection: stable for one design. */
  id: string;
  net: string;
  netName: string;
  colour: WireColour;
  pads: string[];
  connections: Connection[];
}

/** Groups the connections into trees, in build order. */
export function wireTrees(connections: Connection[], nets: DesignNet[]): WireTree[] {
  const names = new Map(nets.map((net) => [net.id, net.name]));
  const trees: WireTree[] = [];
  const ordered = connections.toSorted((a, b) => a.step - b.step || (a.id < b.id ? -1 : 1));
  for (const connection of ordered) {
    const ends = [connection.from, connection.to];
    const touching = trees.filter((tree) => tree.net === connection.net && ends.some((end) => tree.pads.includes(end)));
    const [first, ...others] = touching;
    if (first === undefined) {
      const netName = names.get(connection.net) ?? connection.net;
      trees.push({
        id: connection.id,
        net: connection.net,
        netName,
        colour: connection.colour,
        pads: [...new Set(ends)],
        connections: [connection],
      });
      continue;
    }
    for (const other of others) {
      first.connections.push(...other.connections);
      first.pads.push(...other.pads);
      trees.splice(trees.indexOf(other), 1);
    }
    first.connections.push(connection);
    first.pads = [...new Set([...first.pads, ...ends])];
  }
  return trees;
}
