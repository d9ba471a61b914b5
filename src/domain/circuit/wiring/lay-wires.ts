import type { Connection, DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { NetKind } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { wireColours } from "./wire-colours.ts";
import type { WiringDraft } from "./wiring-draft.ts";

interface Wire {
  from: string;
  to: string;
  net: DesignNet;
}

const kindOrder: Record<NetKind, number> = { ground: 0, battery: 1, supply: 2, motor: 3, bus: 4, signal: 5, analog: 6 };

/** Parts in the order in which a person builds: what gives power, the board, then each part with what serves it. */
function buildOrder(parts: readonly ChosenPart[]): Map<string, number> {
  const rank = (part: ChosenPart) => {
    if (part.part.family === "mechanical") return -1;
    if (part.part.battery !== undefined) return 0;
    if (part.part.family === "power") return 1;
    if (part.part.board !== undefined) return 2;
    return part.part.family === "logic" ? 3 : 4;
  };
  const place = new Map(parts.map((part, index) => [part.id, index]));
  const anchor = (part: ChosenPart) => place.get(part.serves ?? part.id) ?? place.get(part.id) ?? 0;
  const sorted = [...parts].sort(
    (a, b) => rank(a) - rank(b) || anchor(a) - anchor(b) || Number(a.serves !== null) - Number(b.serves !== null),
  );
  return new Map(sorted.map((part, order) => [part.id, order]));
}

/** The wires of one net: from its junction to every other end, or one wire between its two ends. */
function wiresOf(net: DesignNet, hubs: string[] | undefined, order: Map<string, number>): Wire[] {
  const rank = (pin: string) => order.get(splitPin(pin).partId) ?? 0;
  if (hubs === undefined) {
    const [from, to] = [...net.pins].sort((a, b) => rank(a) - rank(b));
    return from === undefined || to === undefined ? [] : [{ from, to, net }];
  }
  const bridges = hubs.slice(1).map((hub, index) => ({ from: hubs[index] ?? hub, to: hub, net }));
  const room = hubs.flatMap((hub, index) => {
    const spent = hubs.length === 1 ? 0 : index === 0 || index === hubs.length - 1 ? 1 : 2;
    return /:[TB]/.test(hub) ? [] : Array.from({ length: 5 - spent }, () => hub);
  });
  const ends = net.pins.filter((pin) => !hubs.includes(pin));
  return [...bridges, ...ends.map((to, index) => ({ from: room[index] ?? hubs[0] ?? to, to, net }))];
}

function noteOf(wire: Wire, draft: WiringDraft): string {
  const { partId, pinName } = splitPin(wire.to);
  const part = draft.parts.find((each) => each.id === partId);
  const name = part?.part.name ?? partId;
  const german = draft.language === "de";
  if (part?.part.functions.includes("show-light") && pinName === "A") {
    return german ? `${name}: das längere Bein` : `${name}: the longer leg`;
  }
  switch (wire.net.kind) {
    case "ground":
      return german ? `Masse von ${name}` : `Ground of ${name}`;
    case "battery":
      return german ? `Roher Akku an ${name}` : `Raw battery at ${name}`;
    case "supply":
      return german ? `${wire.net.volts} V für ${name}` : `${wire.net.volts} V for ${name}`;
    case "motor":
      return german ? `Motorstrom an ${name}` : `Motor current at ${name}`;
    case "bus":
      return german ? `I2C an ${name}` : `I2C at ${name}`;
    case "signal":
    case "analog":
      return german ? `Signal an ${name}` : `Signal at ${name}`;
  }
}

/** Every wire in build order, ground and supply of each part before its signals. A wire's id names its ends and stays with them. */
export function layWires(draft: WiringDraft, junctions: ReadonlyMap<string, string[]>): Connection[] {
  const nets = [...draft.nets.values()];
  const order = buildOrder(draft.parts);
  const colours = wireColours(nets, draft.parts, draft.previous);
  const rank = (pin: string) => order.get(splitPin(pin).partId) ?? 0;
  const owner = (wire: Wire) => Math.max(rank(wire.from), rank(wire.to));
  const wires = nets.flatMap((net) => wiresOf(net, junctions.get(net.id), order));
  const sorted = wires
    .map((wire, index) => ({ wire, index }))
    .sort(
      (a, b) =>
        owner(a.wire) - owner(b.wire) || kindOrder[a.wire.net.kind] - kindOrder[b.wire.net.kind] || a.index - b.index,
    )
    .map((row) => row.wire);
  return sorted.map((wire, index) => {
    const warnings = draft.warnings.filter((each) => each.pin === wire.to || each.pin === wire.from);
    return {
      id: `${wire.from}-${wire.to}`,
      step: index + 1,
      from: wire.from,
      to: wire.to,
      net: wire.net.id,
      volts: wire.net.volts,
      colour: colours.get(wire.net.id) ?? "green",
      note: noteOf(wire, draft),
      ...(warnings.length > 0 ? { warning: warnings.map((each) => each.text[draft.language]).join(" ") } : {}),
    };
  });
}
