import { partById } from "../catalogue/catalogue.ts";
import type { Connection, Design, DesignPart } from "../design.ts";
import type { WireColour } from "../lists.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { breadboardId } from "../wiring/junctions.ts";
import { holeOf } from "./breadboard-holes.ts";
import type { WrittenDiagram, WrittenPart } from "./diagram.ts";
import { serialMonitor } from "./diagram.ts";
import { attributesOf } from "./part-value.ts";
import type { Spot } from "./place-parts.ts";
import { placeParts } from "./place-parts.ts";
import { monitorPins } from "./stock-boards.ts";
import type { WokwiType } from "./wokwi-types.ts";
import { theirPin, wokwiType } from "./wokwi-types.ts";

type Drawn = Pick<Design, "parts" | "nets"> & { connections: readonly Pick<Connection, "from" | "to" | "colour">[] };

/** The simulator's palette names some colours otherwise. */
const colours: Partial<Record<WireColour, string>> = { violet: "purple", yellow: "gold", grey: "gray" };

const unknownSize = { width: 20, height: 20 };

function typeOf(part: DesignPart): WokwiType | null {
  return part.catalogId === null ? null : wokwiType(part.catalogId);
}

/** Sisters share a type of Wokwi's: one that its type does not stand for says which it is. */
function isTypical(part: DesignPart, { row }: WokwiType): boolean {
  return row.catalogId === part.catalogId;
}

function drawn(part: DesignPart, isWired: boolean, { left, top }: Spot): WrittenPart {
  const known = typeOf(part);
  const quantity: Record<string, string> = part.quantity === 1 ? {} : { quantity: String(part.quantity) };
  const named: Record<string, string> = part.catalogId === null ? {} : { catalogId: part.catalogId };
  const value = attributesOf(part.value);
  if (known !== null) {
    const attrs = { ...known.attrs, ...value, ...(isTypical(part, known) ? {} : named), ...quantity };
    return { type: known.type, id: part.id, top, left, attrs };
  }
  // What has no wires is written beside the circuit: an unknown part would be shown as an error.
  if (!isWired)
    return { type: "wokwi-text", id: part.id, top, left, attrs: { text: part.name, ...value, ...named, ...quantity } };
  return {
    type: `chip-${part.catalogId ?? part.id.toLowerCase()}`,
    id: part.id,
    top,
    left,
    attrs: { ...value, ...named, ...quantity },
  };
}

/** Wokwi's ends of wires; each wire on a breadboard takes the next hole of its strip. */
function endNames(parts: ReadonlyMap<string, DesignPart>): (pin: string) => string {
  const taken = new Map<string, number>();
  return (pin) => {
    const { partId, pinName } = splitPin(pin);
    const part = parts.get(partId);
    const known = part === undefined ? null : typeOf(part);
    if (part === undefined || known === null) return pin;
    if (part.catalogId !== breadboardId) return `${partId}:${theirPin(known.row, pinName)}`;
    const index = taken.get(pin) ?? 0;
    taken.set(pin, index + 1);
    return `${partId}:${holeOf(pinName, index) ?? pinName}`;
  };
}

/** Wires that let the serial monitor hear a board, where the pins that it takes are free. */
function monitorWires(design: Drawn): WrittenDiagram["connections"] {
  const used = new Set(design.nets.flatMap((net) => net.pins));
  return design.parts.flatMap((part) => {
    const pins = monitorPins[part.catalogId ?? ""];
    const row = typeOf(part)?.row;
    if (pins === undefined || row === undefined) return [];
    if (used.has(`${part.id}:${pins.tx}`) || used.has(`${part.id}:${pins.rx}`)) return [];
    const wire = (pin: string, end: string): WrittenDiagram["connections"][number] => [
      `${part.id}:${theirPin(row, pin)}`,
      `${serialMonitor}:${end}`,
      "",
      [],
    ];
    return [wire(pins.tx, "RX"), wire(pins.rx, "TX")];
  });
}

/**
 * A design as a diagram that Wokwi opens: its part where it has one, a custom chip's place where it does not, a label for what has no
 * wires. Read again by `importDiagram` it has the same parts, values and nets.
 */
export function exportDiagram(design: Drawn): WrittenDiagram {
  const parts = new Map(design.parts.map((part) => [part.id, part]));
  const wired = new Set(design.connections.flatMap(({ from, to }) => [splitPin(from).partId, splitPin(to).partId]));
  const spots = placeParts(
    design.parts.map((part) => {
      const catalog = partById(part.catalogId ?? "");
      const kind = catalog?.board !== undefined ? "board" : part.catalogId === breadboardId ? "breadboard" : "part";
      return { id: part.id, sizeMm: catalog?.sizeMm ?? unknownSize, kind };
    }),
  );
  const end = endNames(parts);
  return {
    version: 1,
    author: "Ohm",
    editor: "wokwi",
    parts: design.parts.map((part) => drawn(part, wired.has(part.id), spots.get(part.id) ?? { left: 0, top: 0 })),
    connections: [
      ...design.connections.map(({ from, to, colour }): WrittenDiagram["connections"][number] => [
        end(from),
        end(to),
        colours[colour] ?? colour,
        [],
      ]),
      ...monitorWires(design),
    ],
    dependencies: {},
  };
}
