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

interface Piece {
  wire: string;
  segment: Segment;
}

/** Which ways lead away from a point, and the wires that come there. */
function meetingAt(point: Point, pieces: Piece[]): { ways: number; wires: string[] } {
  const ways = new Set<string>();
  const wires = new Set<string>();
  for (const piece of pieces) {
    for (const direction of directionsFrom(point, piece.segment)) {
      ways.add(direction);
      wires.add(piece.wire);
    }
  }
  return { ways: ways.size, wires: [...wires] };
}

/** Points away from pads where three or four pieces of one tree meet. `pads` are the places of all its ends. */
export function junctionsOf(wires: WirePath[], pads: Point[]): Junction[] {
  const done = new Set(pads.map((pad) => `${pad.x},${pad.y}`));
  const pieces = wires.flatMap((wire) => segmentsOf(wire.points).map((segment) => ({ wire: wire.id, segment })));
  const result: Junction[] = [];
  for (const wire of wires) {
    for (const point of wire.points) {
      const key = `${point.x},${point.y}`;
      if (done.has(key)) continue;
      done.add(key);
      const meeting = meetingAt(point, pieces);
      if (meeting.ways >= 3) result.push({ ...point, net: wire.net, colour: wire.colour, wires: meeting.wires });
    }
  }
  return result;
}
