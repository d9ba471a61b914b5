import type { Side } from "./diagram-layout.ts";
import type { PictureKind } from "./picture-kind.ts";
import { isBoardKind } from "./picture-kind.ts";

/** Pin names along each edge: from the top on left and right, from the left on top and bottom. */
export type PinSides = Record<Side, string[]>;

/** A quarter turn to the right. Seen from the front pins keep their order around the part: it is turned, never mirrored. */
function turnedOnce(sides: PinSides): PinSides {
  return {
    right: sides.top,
    bottom: sides.right.toReversed(),
    left: sides.bottom,
    top: sides.left.toReversed(),
  };
}

/** The pins after `quarters` quarter turns to the right. */
export function turned(sides: PinSides, quarters: number): PinSides {
  let result = sides;
  for (let i = 0; i < quarters % 4; i++) result = turnedOnce(result);
  return result;
}

/** Modules with two rows of pads: which pins stand on the right, as printed on the usual module. */
const onTheRight: Partial<Record<PictureKind, RegExp>> = {
  charger: /^(OUT|B)[+-]$/,
  boost: /^VOUT/,
  shifter: /^(HV|GND\.2)/,
  relay: /^(NO|COM|NC)$/,
  button: /\.r$/,
  module: /^(VOUT|OUT[+-]|HV)/,
};

/** Edge of a single header as the part is usually looked at; all others have theirs below. */
const headerEdge: Partial<Record<PictureKind, Side>> = { oled: "top", lcd: "left", servo: "left", cell: "right" };

/** The pins by side. Where the catalogue names no side, the usual module of this kind decides. */
export function sidesOf(pins: { name: string; side?: Side }[], kind: PictureKind): PinSides {
  const sides: PinSides = { left: [], right: [], top: [], bottom: [] };
  const isBoard = isBoardKind(kind);
  const half = Math.ceil(pins.length / 2);
  const right = onTheRight[kind];
  const hasTwoRows = right !== undefined && pins.some((pin) => right.test(pin.name));
  pins.forEach((pin, index) => {
    let side: Side = headerEdge[kind] ?? "bottom";
    if (isBoard) side = index < half ? "left" : "right";
    else if (hasTwoRows) side = right.test(pin.name) ? "right" : "left";
    sides[pin.side ?? side].push(pin.name);
  });
  return sides;
}
