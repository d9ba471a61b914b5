/** Where a part's upper left corner goes, in the CSS pixels of the simulator. */
export interface Spot {
  left: number;
  top: number;
}

/** A part that wants a place: its size in mm, and whether it is a board or a breadboard. */
export interface Placeable {
  id: string;
  sizeMm: { width: number; height: number };
  kind: "board" | "breadboard" | "part";
}

const pixelsPerMm = 3.78;
/** Room around a part for its wires and its label. */
const gap = 40;
/** The part column ends here and a new one begins. */
const columnHeight = 640;

const pixels = (mm: number) => Math.ceil(Math.max(mm, 8) * pixelsPerMm);

/** Boards in a column on the left, parts in columns on the right of them, breadboards below all: no two overlap. */
export function placeParts(parts: readonly Placeable[]): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  let bottom = 0;
  const column = (members: readonly Placeable[], from: number, most: number): number => {
    let left = from;
    let top = 0;
    let widest = 0;
    for (const { id, sizeMm } of members) {
      const height = pixels(sizeMm.height) + gap;
      if (top > 0 && top + height > most) {
        left += widest + gap;
        top = 0;
        widest = 0;
      }
      spots.set(id, { left, top });
      widest = Math.max(widest, pixels(sizeMm.width));
      top += height;
      bottom = Math.max(bottom, top);
    }
    return members.length === 0 ? from : left + widest + gap;
  };
  const of = (kind: Placeable["kind"]) => parts.filter((part) => part.kind === kind);
  const right = column(of("board"), 0, Number.POSITIVE_INFINITY);
  column(of("part"), right, columnHeight);
  let top = bottom + gap;
  for (const { id, sizeMm } of of("breadboard")) {
    spots.set(id, { left: 0, top });
    top += pixels(sizeMm.height) + gap;
  }
  return spots;
}
