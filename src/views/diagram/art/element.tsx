import type { ArtProps } from "./drawing.tsx";

/** A part drawn by @wokwi/elements: a file of its own, which the browser fetches only where the part is in the picture. */
export function ElementArt({ part, width, height, free }: ArtProps) {
  return (
    <>
      <rect class="dg-card" width={width} height={height} rx={5} />
      <image
        href={`/parts/${part.kind}.svg`}
        x={free.x + 2}
        y={free.y + 2}
        width={Math.max(0, free.width - 4)}
        height={Math.max(0, free.height - 4)}
      />
    </>
  );
}
