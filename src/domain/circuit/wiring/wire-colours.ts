import type { Design, DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import type { WireColour } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { breadboardId } from "./junctions.ts";

const signalColours: readonly WireColour[] = ["green", "white", "grey", "yellow", "blue"];

function supplyColours(net: DesignNet): readonly WireColour[] {
  const volts = net.volts ?? 0;
  if (volts > 5.5) return ["violet"];
  if (volts < 4) return ["orange"];
  return net.id === "5V" ? ["red"] : ["red", "white", "grey"];
}

function busColours(net: DesignNet): readonly WireColour[] {
  if (net.id === "SDA") return ["blue"];
  if (net.id === "SCL") return ["yellow"];
  return net.id.startsWith("SDA") ? ["blue", "white", "green"] : ["yellow", "grey", "green"];
}

/** Colours for a net, the conventional one first, then those that mislead nobody. */
function coloursFor(net: DesignNet): readonly WireColour[] {
  switch (net.kind) {
    case "ground":
      return ["black"];
    case "battery":
      return net.volts === 0 ? ["black", "grey", "white"] : ["brown", "white", "grey"];
    case "supply":
      return supplyColours(net);
    case "motor":
      return net.volts === null ? signalColours : supplyColours(net);
    case "bus":
      return busColours(net);
    case "signal":
    case "analog":
      return signalColours;
  }
}

/**
 * One colour per net by convention: black ground, orange 3.3 V, red 5 V, violet above, brown raw battery, blue SDA, yellow SCL, then
 * green, white, grey. A net keeps the colour of the previous revision. Where there is a choice: none that another net has at one of its
 * parts, then the one that is rarest at the board.
 */
export function wireColours(
  nets: readonly DesignNet[],
  parts: readonly ChosenPart[],
  previous: Design | null,
): Map<string, WireColour> {
  const joins = new Set(parts.filter((part) => part.part.id === breadboardId).map((part) => part.id));
  const boards = new Set(parts.filter((part) => part.part.board !== undefined).map((part) => part.id));
  const partsOf = (net: DesignNet) =>
    [...new Set(net.pins.map((pin) => splitPin(pin).partId))].filter((id) => !joins.has(id));
  const used = new Map<string, WireColour[]>();
  const colours = new Map<string, WireColour>();
  const give = (net: DesignNet, colour: WireColour) => {
    colours.set(net.id, colour);
    for (const id of partsOf(net)) used.set(id, [...(used.get(id) ?? []), colour]);
  };
  const before = new Map((previous?.connections ?? []).map((wire) => [wire.net, wire.colour]));
  const free: DesignNet[] = [];
  for (const net of nets) {
    const colour = before.get(net.id);
    const choices = coloursFor(net);
    const only = choices.length === 1 ? choices[0] : undefined;
    if (colour !== undefined && choices.includes(colour)) give(net, colour);
    else if (only !== undefined) give(net, only);
    else free.push(net);
  }
  const clashes = (net: DesignNet, colour: WireColour) =>
    partsOf(net).reduce((sum, id) => {
      const times = (used.get(id) ?? []).filter((each) => each === colour).length;
      return sum + times * (boards.has(id) ? 1 : 100);
    }, 0);
  for (const net of free) {
    const ranked = coloursFor(net).map((colour, order) => ({ colour, order, cost: clashes(net, colour) }));
    const [best] = ranked.sort((a, b) => a.cost - b.cost || a.order - b.order);
    if (best !== undefined) give(net, best.colour);
  }
  return colours;
}
