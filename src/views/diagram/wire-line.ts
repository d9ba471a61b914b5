import type { Point } from "../../domain/picture/diagram-layout.ts";

const bendRadius = 7;

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = distance === 0 ? 0 : length / distance;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** SVG path of an orthogonal line with corners of radius 7, less where a piece is shorter than two of them. */
export function wireLine(points: Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  let path = `M${at(first)}`;
  points.forEach((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return;
    const radius = Math.min(bendRadius, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
  });
  return `${path}L${at(last)}`;
}

/** The line without its ends on the pads: a halo there would cut the boards. */
export function shortened(points: Point[], by: number): Point[] {
  const [first, second] = points;
  const last = points.at(-1);
  const beforeLast = points.at(-2);
  if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) return points;
  const start = towards(first, second, Math.min(by, distance(first, second) / 2));
  const end = towards(last, beforeLast, Math.min(by, distance(last, beforeLast) / 2));
  return [start, ...points.slice(1, -1), end];
}
