import type { Connection, DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { NetKind, SpokenLanguage, WireColour } from "../lists.ts";
import { wireColours as colourNames } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { wireColours } from "../wiring/wire-colours.ts";

/** A wire of a diagram between two pins of the design. */
export interface DrawnWire {
  from: string;
  to: string;
  colour: string;
}

/** What the simulator calls otherwise. */
const theirColours: Readonly<Record<string, WireColour>> = {
  purple: "violet",
  magenta: "violet",
  gold: "yellow",
  gray: "grey",
  limegreen: "green",
  lime: "green",
  cyan: "blue",
};

function colourOf(name: string): WireColour | null {
  return colourNames.find((own) => own === name) ?? theirColours[name] ?? null;
}

const kindOrder: Record<NetKind, number> = { ground: 0, battery: 1, supply: 2, motor: 3, bus: 4, signal: 5, analog: 6 };

/** Wires that a net still lacks where the diagram joined its ends by a symbol: from its first end to each piece that hangs loose. */
function missing(net: DesignNet, wires: readonly DrawnWire[]): DrawnWire[] {
  const root = new Map(net.pins.map((pin) => [pin, pin]));
  const find = (pin: string): string => {
    let at = pin;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    return at;
  };
  for (const { from, to } of wires) root.set(find(from), find(to));
  const [first] = net.pins;
  const added: DrawnWire[] = [];
  for (const pin of net.pins) {
    if (first === undefined || find(pin) === find(first)) continue;
    added.push({ from: first, to: pin, colour: "" });
    root.set(find(pin), find(first));
  }
  return added;
}

interface Drawn {
  nets: readonly DesignNet[];
  wires: readonly DrawnWire[];
  parts: readonly ChosenPart[];
  language: SpokenLanguage;
}

/** The wires of a diagram as a person lays them: ground and supply first; ends that a symbol joined get a wire of their own. */
export function importedWires({ nets, wires, parts, language }: Drawn): Connection[] {
  const usual = wireColours(nets, parts, null);
  const all = nets.flatMap((net) => {
    const pins = new Set(net.pins);
    const own = wires.filter(({ from, to }) => pins.has(from) && pins.has(to));
    return [...own, ...missing(net, own)].map((wire) => ({ net, wire }));
  });
  const sorted = [...all].sort((a, b) => kindOrder[a.net.kind] - kindOrder[b.net.kind]);
  const ids = new Map<string, number>();
  return sorted.map(({ net, wire: { from, to, colour } }, index) => {
    const count = (ids.get(`${from}-${to}`) ?? 0) + 1;
    ids.set(`${from}-${to}`, count);
    return {
      id: count === 1 ? `${from}-${to}` : `${from}-${to}.${count}`,
      step: index + 1,
      from,
      to,
      net: net.id,
      volts: net.volts,
      colour: colourOf(colour) ?? usual.get(net.id) ?? "green",
      note: note(splitPin(to).partId, language),
    };
  });
}

function note(partId: string, language: SpokenLanguage): string {
  return language === "de" ? `An ${partId}, wie im Diagramm` : `To ${partId}, as in the diagram`;
}
