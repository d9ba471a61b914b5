import type { ArtProps } from "./drawing.tsx";
import { middleOf, Silk } from "./drawing.tsx";

/** Micro servo from above: ears, body, horn, and its three-wire plug at the pads. */
export function ServoArt({ part, width, height, free }: ArtProps) {
  const plugLeft = part.pads.some((pad) => pad.side === "left");
  const plug = plugLeft ? free.x + 2 : free.x + free.width - 2;
  const body = {
    x: plugLeft ? plug + 22 : 14,
    width: Math.abs((plugLeft ? width - 14 : plug - 22) - (plugLeft ? plug + 22 : 14)),
  };
  const tones = ["#7a4a21", "#d5342b", "#e8842c"];
  const middle = height / 2;
  const shaftX = plugLeft ? body.x + body.width * 0.66 : body.x + body.width * 0.34;
  return (
    <>
      <rect
        class="dg-holder"
        x={plugLeft ? 0 : plug}
        y={middle - 34}
        width={plugLeft ? plug : width - plug}
        height={68}
        rx={4}
      />
      {tones.map((tone, index) => (
        <path
          key={tone}
          d={`M${plug} ${middle - 6 + index * 6}H${plugLeft ? body.x + 2 : body.x + body.width - 2}`}
          stroke={tone}
          stroke-width={4}
        />
      ))}
      <rect class="dg-blue-plastic" x={body.x - 10} y={middle - 12} width={body.width + 20} height={24} rx={3} />
      <rect class="dg-blue-plastic" x={body.x} y={middle - 30} width={body.width} height={60} rx={4} />
      <circle cx={shaftX} cy={middle} r={17} class="dg-blue-plastic" />
      <path
        class="dg-white"
        d={`M${shaftX - 7} ${middle + 6}L${shaftX - 4} ${middle - 37}a4 4 0 0 1 8 0L${shaftX + 7} ${middle + 6}a7 7 0 0 1-14 0z`}
      />
      <circle cx={shaftX} cy={middle} r={3} fill="#7d8380" />
    </>
  );
}

/** Buzzer: the round case with its sound hole. */
export function BuzzerArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(26, height / 2 - 4, free.width / 2);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <circle cx={x} cy={y} r={radius} fill="#15191a" stroke="#59615d" />
      <circle cx={x} cy={y} r={radius - 6} fill="none" stroke="#2d3335" stroke-width={2} />
      <circle cx={x} cy={y} r={4} fill="#59615d" />
      <Silk x={x + radius - 4} y={y - radius + 8} size={11}>
        +
      </Silk>
    </>
  );
}

/** Push button with its round cap. */
export function ButtonArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={x - 17} y={y - 17} width={34} height={34} rx={3} />
      <circle cx={x} cy={y} r={11} fill="#23282a" stroke="#0b0d0e" />
      <path
        d={`M${x - 7} ${y - 4}a8 8 0 0 1 9-4`}
        stroke="#fff"
        stroke-opacity=".5"
        stroke-width={2}
        fill="none"
        stroke-linecap="round"
      />
    </>
  );
}

/** Small pump: motor body and hose stub. */
export function PumpArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-white" x={x - 34} y={y - 22} width={54} height={44} rx={8} />
      <rect class="dg-white" x={x + 18} y={y - 14} width={12} height={28} rx={3} />
      <rect class="dg-white" x={x + 2} y={y - 34} width={12} height={16} rx={2} />
      <path
        d={`M${x - 24} ${y - 12}v24M${x - 16} ${y - 12}v24M${x - 8} ${y - 12}v24`}
        stroke="#7d8380"
        stroke-width={3}
      />
    </>
  );
}

/** A strip of breadboard with its holes. */
export function BreadboardArt({ width, height, free }: ArtProps) {
  const columns = Array.from({ length: Math.floor(free.width / 9) }, (_, index) => free.x + 5 + index * 9);
  const rows = Array.from({ length: Math.floor(free.height / 9) }, (_, index) => free.y + 5 + index * 9);
  return (
    <>
      <rect class="dg-white" width={width} height={height} rx={4} />
      {rows.flatMap((y) =>
        columns.map((x) => <rect key={`${x} ${y}`} x={x - 1.5} y={y - 1.5} width={3} height={3} fill="#4b514e" />),
      )}
    </>
  );
}
