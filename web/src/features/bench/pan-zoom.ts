/** What a window onto a picture shows: the scale, and the shift of the picture's origin in screen pixels. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

/** Width and height in pixels. */
export interface Extent {
  width: number;
  height: number;
}

const leastScale = 0.2;
const mostScale = 4;

/** A piece of a picture. */
export interface Piece extends Extent {
  x: number;
  y: number;
}

/** Shows all of a piece in the middle of the window, at most at the scale `most`. */
export function fitView(piece: Piece, window: Extent, most: number): View {
  const scale = Math.min(most, window.width / piece.width, window.height / piece.height);
  return {
    scale,
    x: (window.width - piece.width * scale) / 2 - piece.x * scale,
    y: (window.height - piece.height * scale) / 2 - piece.y * scale,
  };
}

/** Zooms by `factor` so that the point of the window at `x`, `y` stays where it is. */
export function zoomAt(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.min(mostScale, Math.max(leastScale, view.scale * factor));
  const real = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real };
}

/** Moves the picture, but always leaves a piece of it in the window. */
export function panBy(view: View, by: { x: number; y: number }, extents: { picture: Extent; window: Extent }): View {
  const { picture, window } = extents;
  const keep = 48;
  return {
    scale: view.scale,
    x: within(view.x + by.x, keep - picture.width * view.scale, window.width - keep),
    y: within(view.y + by.y, keep - picture.height * view.scale, window.height - keep),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
