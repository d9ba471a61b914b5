import type { Side } from "./diagram-layout.ts";

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

/** The pins by side. Pins without a side stand on one header below, on a board in two columns. */
export function sidesOf(pins: { name: string; side?: Side }[], isBoard: boolean): PinSides {
  const sides: PinSides = { left: [], right: [], top: [], bottom: [] };
  const known = pins.some((pin) => pin.side !== undefined);
  const half = Math.ceil(pins.length / 2);
  pins.forEach((pin, index) => {
    const fallback: Side = !isBoard ? "bottom" : index < half ? "left" : "right";
    sides[known ? (pin.side ?? "bottom") : fallback].push(pin.name);
  });
  return sides;
}
