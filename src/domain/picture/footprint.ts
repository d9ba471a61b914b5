import type { DesignPart } from "../circuit/design.ts";
import type { PartShape, PlacedPad, Side } from "./diagram-layout.ts";
import { drawnAtLeast, leadedOutline, leastOutline } from "./outline.ts";
import type { PinSides } from "./part-sides.ts";
import { sidesOf, turned } from "./part-sides.ts";
import type { PictureKind } from "./picture-kind.ts";
import { isLeaded, pictureKindOf, staysUpright } from "./picture-kind.ts";

/** Distance between neighbouring pads: 2.54 mm in the picture. */
export const pinPitch = 20;

/** A part as it is drawn: its outline and its pads, measured from its upper left corner. */
export interface Footprint {
  kind: PictureKind;
  width: number;
  height: number;
  pads: PlacedPad[];
}

function onGrid(value: number): number {
  return Math.round(value / 4) * 4;
}

/** Long modules whose pads stand at their short ends: they lie across the column. */
const lying = new Set<PictureKind>(["charger", "boost", "relay", "cell", "servo", "pump"]);

/**
 * Real proportions, but never smaller than the kind needs; what is longer than 30 mm is drawn shorter, or a display would
 * dwarf the board. `quarters` is how far the part is turned.
 */
function outlineOf(
  kind: PictureKind,
  sizeMm: { width: number; height: number } | null,
  quarters: number,
): [number, number] {
  const least = leastOutline[kind] ?? [84, 56];
  if (sizeMm === null || drawnAtLeast.has(kind)) return least;
  const longest = Math.max(sizeMm.width, sizeMm.height, 1);
  const perMm = (Math.min(longest, 30) * 6.6 + Math.max(0, longest - 30)) / longest;
  let size: [number, number] = [onGrid(sizeMm.width * perMm), onGrid(sizeMm.height * perMm)];
  const standing = size[1] > size[0];
  if (lying.has(kind) ? standing : quarters % 2 === 1) size = [size[1], size[0]];
  return [Math.max(least[0], size[0]), Math.max(least[1], size[1])];
}

/** What is printed beside the pad: `GND.2` is the file's number, the board says `GND`. */
export function silkOf(pin: string): string {
  return pin.replace(/\.\d+$/, "");
}

/** Net of each connected pin of the part. */
function netsOf(part: DesignPart): Map<string, string> {
  return new Map(part.pins.flatMap((pin) => (pin.net === undefined ? [] : [[pin.name, pin.net]])));
}

/** The catalogue's pins, and after them what the design uses beside them. */
function pinsOf(part: DesignPart, shape: PartShape | null): { name: string; side?: Side }[] {
  if (shape === null) return part.pins.map((pin) => ({ name: pin.name }));
  const known = new Set(shape.pins.map((pin) => pin.name));
  return [...shape.pins, ...part.pins.filter((pin) => !known.has(pin.name)).map((pin) => ({ name: pin.name }))];
}

function quartersToFace(sides: PinSides, facing: Side, used: Map<string, string>): number {
  const count = (side: Side) => sides[side].filter((pin) => used.has(pin)).length * 100 + sides[side].length;
  const order: Side[] = ["top", "right", "bottom", "left"];
  const populated = order.filter((side) => sides[side].length > 0);
  if (populated.length > 1) {
    const opposite = facing === "left" ? "right" : "left";
    return count(opposite) > count(facing) + 99 ? 2 : 0;
  }
  const header = populated[0] ?? facing;
  return (order.indexOf(facing) - order.indexOf(header) + 4) % 4;
}

function padAt(pin: string, side: Side, at: { x: number; y: number; net: string | null }): PlacedPad {
  return { pin, silk: silkOf(pin), side, ...at };
}

function padsAlong(sides: PinSides, size: [number, number], used: Map<string, string>): PlacedPad[] {
  const [width, height] = size;
  const inset = 12;
  const pads: PlacedPad[] = [];
  for (const side of ["left", "right", "top", "bottom"] as const) {
    const pins = sides[side];
    const length = side === "left" || side === "right" ? height : width;
    // The two pads beside a charger's USB socket stand apart: the socket is between them.
    const pitch = pins.length === 2 && pins[0] === "IN+" ? 60 : pinPitch;
    const start = onGrid((length - (pins.length - 1) * pitch) / 2);
    pins.forEach((pin, index) => {
      const along = start + index * pitch;
      const net = used.get(pin) ?? null;
      if (side === "left") pads.push(padAt(pin, side, { x: inset, y: along, net }));
      else if (side === "right") pads.push(padAt(pin, side, { x: width - inset, y: along, net }));
      else pads.push(padAt(pin, side, { x: along, y: side === "top" ? inset : height - inset, net }));
    });
  }
  return pads;
}

function longestName(pins: string[]): number {
  return Math.max(...pins.map((pin) => silkOf(pin).length));
}

function moduleFootprint(part: DesignPart, shape: PartShape | null, facing: Side): Footprint {
  const kind = pictureKindOf(part);
  const used = netsOf(part);
  const upright = sidesOf(pinsOf(part, shape), kind, part.catalogId);
  let quarters = quartersToFace(upright, facing, used);
  if (staysUpright(kind) && quarters % 2 === 1) quarters = 0;
  const sides = turned(upright, quarters);
  const outline = outlineOf(kind, shape?.sizeMm ?? null, quarters);
  const hasTwoRows = sides.left.length > 0 && sides.right.length > 0;
  if (hasTwoRows && kind === "module" && outline[1] > outline[0]) outline.reverse();
  const across = Math.max(sides.top.length, sides.bottom.length) * pinPitch + 24;
  const along = Math.max(sides.left.length, sides.right.length) * pinPitch + 24;
  // Between two rows both names and a chip have to fit.
  const names = hasTwoRows
    ? onGrid((kind === "dip" ? 68 : 84) + (longestName(sides.left) + longestName(sides.right)) * 6.4)
    : 0;
  const size: [number, number] = [Math.max(outline[0], across, names), Math.max(outline[1], along)];
  return { kind, width: size[0], height: size[1], pads: padsAlong(sides, size, used) };
}

/** Resistor and diode lie along the wire, with a lead at each end; LED and capacitor have both leads towards the board. */
function leadedFootprint(part: DesignPart, facing: Side, firstPin: string | null): Footprint {
  const kind = pictureKindOf(part);
  const used = netsOf(part);
  const [width, height] = leadedOutline[kind] ?? [84, 16];
  const names = part.pins.map((pin) => pin.name);
  const pins = firstPin === null ? names : [firstPin, ...names.filter((name) => name !== firstPin)];
  const near = facing === "left" ? 4 : width - 4;
  const sameEdge = kind === "led" || kind === "capacitor";
  const opposite: Side = facing === "left" ? "right" : "left";
  const pads = pins.slice(0, 2).map((pin, index) => {
    const net = used.get(pin) ?? null;
    if (sameEdge) return padAt(pin, facing, { x: near, y: height / 2 - 10 + index * pinPitch, net });
    return index === 0
      ? padAt(pin, facing, { x: near, y: height / 2, net })
      : padAt(pin, opposite, { x: width - near, y: height / 2, net });
  });
  return { kind, width, height, pads };
}

/**
 * The outline and pads of a part that is not the board, with its header towards `facing`. `firstPin` is the lead that a
 * resistor, diode or LED has nearest to the channel (for an LED: on top).
 */
export function footprintOf(
  part: DesignPart,
  shape: PartShape | null,
  place: { facing: Side; firstPin?: string | null },
): Footprint {
  if (isLeaded(pictureKindOf(part)) && part.pins.length === 2) {
    return leadedFootprint(part, place.facing, place.firstPin ?? null);
  }
  return moduleFootprint(part, shape, place.facing);
}

/** Boards of the first Arduino's shape: headers along both long edges that end together, the power and USB sockets beyond them. */
const arduinoShape = new Set<PictureKind>(["uno", "mega"]);

/** Where the header columns of such a board have a gap: below these pins. */
const gapAfter = new Set(["VIN", "Vin", "8", "D8", "A7", "0", "A15", "21"]);

/**
 * The pin columns of a board, upright. The double header at the end of a Mega goes on below, one of its rows on either side; it is left
 * out where nothing is plugged into it, or it would be half of the picture.
 */
function columnsOf(sides: PinSides, used: Map<string, string>): { left: string[]; right: string[] } {
  if (sides.top.length + sides.bottom.length <= sides.left.length + sides.right.length) return sides;
  const { left, right, bottom } = turned(sides, 1);
  const double = bottom.some((pin) => used.has(pin)) ? bottom.toReversed() : [];
  return {
    left: [...left, ...double.filter((_, index) => index % 2 === 1)],
    right: [...right, ...double.filter((_, index) => index % 2 === 0)],
  };
}

/** The board: both headers upright at its sides; a board whose headers lie above and below is turned by a quarter. */
export function boardFootprint(part: DesignPart, shape: PartShape | null): Footprint {
  const kind = pictureKindOf(part);
  const used = netsOf(part);
  const pins = columnsOf(sidesOf(pinsOf(part, shape), kind, null), used);
  const hasShape = arduinoShape.has(kind);
  const width = hasShape ? 240 : 176;
  const columns = (["left", "right"] as const).map((side) => {
    const last = pins[side].length - 1;
    const slots = pins[side].flatMap((pin, index) =>
      hasShape && gapAfter.has(pin) && index < last ? [pin, null] : [pin],
    );
    return { side, slots };
  });
  const longest = Math.max(...columns.map((column) => column.slots.length));
  const top = hasShape ? 64 : 24;
  const height = top + (longest - 1) * pinPitch + 32;
  const pads = columns.flatMap(({ side, slots }) =>
    slots.flatMap((pin, index) => {
      if (pin === null) return [];
      // There both header rows end at the same edge of the board; elsewhere they begin together.
      const first = hasShape ? longest - slots.length : 0;
      const at = {
        x: side === "left" ? 12 : width - 12,
        y: top + (first + index) * pinPitch,
        net: used.get(pin) ?? null,
      };
      return [padAt(pin, side, at)];
    }),
  );
  return { kind, width, height, pads };
}
