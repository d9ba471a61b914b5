import type { ComponentChildren } from "preact";
import type { Box, PlacedPart, Side } from "../../../domain/picture/diagram-layout.ts";

/** A part to draw, in coordinates of its own upper left corner, with the room that its pads and their names leave free. */
export interface ArtProps {
  part: PlacedPart;
  width: number;
  height: number;
  free: Box;
}

const silkRoom: Record<Side, number> = { left: 46, right: 46, top: 34, bottom: 34 };

/** The part of the outline that no pad and no pin name covers. */
export function freeRoom(part: PlacedPart): Box {
  const room = (side: Side) => {
    const along = part.pads.filter((pad) => pad.side === side);
    if (along.length === 0) return 6;
    if (side === "top" || side === "bottom") return silkRoom[side];
    return 24 + Math.max(...along.map((pad) => pad.silk.length)) * 6.4;
  };
  const [left, right, top, bottom] = [room("left"), room("right"), room("top"), room("bottom")];
  return { x: left, y: top, width: part.box.width - left - right, height: part.box.height - top - bottom };
}

/** A circuit board. */
export function Pcb({
  width,
  height,
  tone,
}: {
  width: number;
  height: number;
  tone: "black" | "violet" | "blue" | "green" | "red" | "teal";
}) {
  return <rect class={`dg-pcb dg-pcb-${tone}`} width={width} height={height} rx={5} />;
}

/** Mounting holes in the corners that no header takes. */
export function Holes({ part, inset = 12, radius = 5 }: { part: PlacedPart; inset?: number; radius?: number }) {
  const { width, height } = part.box;
  const corners = [
    [inset, inset],
    [width - inset, inset],
    [inset, height - inset],
    [width - inset, height - inset],
  ] as const;
  const taken = (x: number, y: number) =>
    part.pads.some((pad) => Math.abs(pad.x - part.box.x - x) < 16 && Math.abs(pad.y - part.box.y - y) < 16);
  return (
    <>
      {corners
        .filter(([x, y]) => !taken(x, y))
        .map(([x, y]) => (
          <circle key={`${x} ${y}`} class="dg-hole" cx={x} cy={y} r={radius} />
        ))}
    </>
  );
}

/** Print on a board. */
export function Silk({
  x,
  y,
  size = 8,
  dim = false,
  anchor = "middle",
  children,
}: {
  x: number;
  y: number;
  size?: number;
  dim?: boolean;
  anchor?: "start" | "middle" | "end";
  children: ComponentChildren;
}) {
  return (
    <text class={dim ? "dg-silk dg-dim" : "dg-silk"} x={x} y={y} font-size={size} text-anchor={anchor}>
      {children}
    </text>
  );
}

/** A black chip package. */
export function Chip({
  x,
  y,
  width,
  height,
  legs = 0,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
  legs?: number;
}) {
  const pitch = width / Math.max(legs, 1);
  return (
    <>
      {Array.from({ length: legs }, (_, index) => (
        <path key={index} class="dg-legs" d={`M${x + pitch * (index + 0.5)} ${y - 3}v${height + 6}`} />
      ))}
      <rect class="dg-ic" x={x} y={y} width={width} height={height} rx={1.5} />
    </>
  );
}

/** A USB socket that stands over the left or the lower edge of a board. */
export function UsbSocket({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <>
      <rect class="dg-metal" x={x} y={y} width={width} height={height} rx={3} />
      <rect x={x + width * 0.22} y={y + height - 7} width={width * 0.56} height={4} fill="#555b58" />
    </>
  );
}

/** Middle of a box. */
export function middleOf(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
