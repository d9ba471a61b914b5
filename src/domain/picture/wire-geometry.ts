import type { Junction, Point, WirePath } from "./diagram-layout.ts";

/** Drops repeated points and points in the middle of a straight run. */
export function simplified(points: Point[]): Point[] {
  const result: Point[] = [];
  for (const point of points) {
    const last = result.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = result.at(-2);
    const straight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) result.pop();
    result.push({ x: point.x, y: point.y });
  }
  return result;
}

/** A straight piece of a wire. */
export interface Segment {
  a: Point;
  b: Point;
}

/** The straight pieces between the corners of a wire. */
export function segmentsOf(points: Point[]): Segment[] {
  return points.slice(1).map((b, index) => ({ a: points[index] ?? b, b }));
}

function directionsFrom(point: Point, segment: Segment): string[] {
  const { a, b } = segment;
  const found: string[] = [];
  const horizontal = a.y === b.y;
  if (horizontal && a.y === point.y) {
    const [low, high] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    if (point.x > low && point.x <= high) found.push("left");
    if (point.x >= low && point.x < high) found.push("right");
  }
  if (!horizontal && a.x === point.x) {
    const [low, high] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    if (point.y > low && point.y <= high) found.push("up");
    if (point.y >= low && point.y < high) found.push("down");
  }
  return found;
}

/** Points away from pads where three or four pieces of one tree meet. `pads` are the places of all its ends. */
export function junctionsOf(wires: WirePath[], pads: Point[]): Junction[] {
  const result: Junction[] = [];
  const seen = new Set<string>();
  const isPad = new Set(pads.map((pad) => `${pad.x},${pad.y}`));
  const pieces = wires.flatMap((wire) => segmentsOf(wire.points).map((segment) => ({ wire, segment })));
  for (const wire of wires) {
    for (const point of wire.points) {
      const key = `${point.x},${point.y}`;
      if (seen.has(key) || isPad.has(key)) continue;
      seen.add(key);
      const directions = new Set<string>();
      const meeting = new Set<string>();
      for (const piece of pieces) {
        const found = directionsFrom(point, piece.segment);
        for (const direction of found) directions.add(direction);
        if (found.length > 0) meeting.add(piece.wire.id);
      }
      if (directions.size < 3) continue;
      result.push({ ...point, net: wire.net, colour: wire.colour, wires: [...meeting] });
    }
  }
  return result;
}
