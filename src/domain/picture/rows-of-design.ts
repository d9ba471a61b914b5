import type { DesignPart } from "../circuit/design.ts";
import type { PictureDesign, ShapeOf } from "./diagram-layout.ts";
import { footprintOf } from "./footprint.ts";
import { pictureKindOf } from "./picture-kind.ts";
import type { Row, RowContext } from "./row.ts";
import { pairRow, singleRow } from "./row.ts";

/** One or two parts that will stand in one row, on whichever side of the board. */
export interface RowSeed {
  id: string;
  parts: DesignPart[];
  isSupply: boolean;
  /** Pads on the far side make two rows possible: their wires go over the part or under it. */
  hasFarSide: boolean;
  build: (side: "left" | "right", over: boolean) => Row;
}

interface Pair {
  resistor: DesignPart;
  led: DesignPart;
  link: [string, string];
}

function padsOf(part: DesignPart): string[] {
  return part.pins.map((pin) => `${part.id}:${pin.name}`);
}

/** Resistors that one wire, and nothing else on its net, joins with an LED. */
function ledPairs(design: PictureDesign): Pair[] {
  const taken = new Set<string>();
  const byPad = new Map(design.parts.flatMap((part) => padsOf(part).map((pad) => [pad, part] as const)));
  const pairs: Pair[] = [];
  for (const connection of design.connections) {
    const onNet = design.connections.filter((each) => each.net === connection.net);
    if (onNet.length !== 1) continue;
    const ends = [connection.from, connection.to];
    const resistorPad = ends.find((end) => {
      const part = byPad.get(end);
      return part !== undefined && pictureKindOf(part) === "resistor";
    });
    const ledPad = ends.find((end) => end !== resistorPad);
    const resistor = resistorPad === undefined ? undefined : byPad.get(resistorPad);
    const led = ledPad === undefined ? undefined : byPad.get(ledPad);
    if (resistorPad === undefined || ledPad === undefined || resistor === undefined || led === undefined) continue;
    if (pictureKindOf(led) !== "led" || led.pins.length !== 2 || resistor.pins.length !== 2) continue;
    if (taken.has(resistor.id) || taken.has(led.id)) continue;
    taken.add(resistor.id).add(led.id);
    pairs.push({ resistor, led, link: [resistorPad, ledPad] });
  }
  return pairs;
}

function otherPin(part: DesignPart, pad: string): string | null {
  return part.pins.find((pin) => `${part.id}:${pin.name}` !== pad)?.name ?? null;
}

function pairSeed(pair: Pair, context: RowContext): RowSeed {
  const { resistor, led, link } = pair;
  return {
    id: resistor.id,
    parts: [resistor, led],
    isSupply: false,
    hasFarSide: false,
    build: (side) => {
      const facing = side === "left" ? "right" : "left";
      const near = footprintOf(resistor, null, { facing, firstPin: otherPin(resistor, link[0]) });
      const ledPin = link[1].slice(led.id.length + 1);
      const far = footprintOf(led, null, { facing, firstPin: ledPin });
      const rows = {
        near: { part: resistor, footprint: near, u: 0, v: 2 },
        far: { part: led, footprint: far, u: near.width + 20, v: 0 },
        link,
      };
      return pairRow(rows, { facing, context });
    },
  };
}

/** Whether a pad belongs to a breadboard: `BB1:T-`, `BB1:12a`. */
export function isTie(pad: string, parts: DesignPart[]): boolean {
  const owner = parts.find((part) => pad.startsWith(`${part.id}:`));
  return owner !== undefined && pictureKindOf(owner) === "breadboard";
}

/**
 * All parts but the board as seeds of rows. Not drawn: what has no pin (a pack of
 * jumper wires), and the breadboard, whose rows are tie points on the wires.
 */
export function rowSeeds(
  design: PictureDesign,
  boardId: string,
  given: { shapeOf: ShapeOf; context: RowContext },
): RowSeed[] {
  const pairs = ledPairs(design);
  const paired = new Set(pairs.flatMap((pair) => [pair.resistor.id, pair.led.id]));
  const seeds: RowSeed[] = pairs.map((pair) => pairSeed(pair, given.context));
  for (const part of design.parts) {
    if (part.id === boardId || paired.has(part.id) || part.pins.length === 0 || pictureKindOf(part) === "breadboard")
      continue;
    const shape = part.catalogId === null ? null : given.shapeOf(part.catalogId);
    seeds.push({
      id: part.id,
      parts: [part],
      isSupply: part.category === "power",
      hasFarSide: footprintOf(part, shape, { facing: "left" }).pads.some((pad) => pad.side === "right"),
      build: (side, over) => {
        const facing = side === "left" ? "right" : "left";
        return singleRow(part, footprintOf(part, shape, { facing }), { facing, over, context: given.context });
      },
    });
  }
  return seeds;
}
