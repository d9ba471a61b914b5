import type { ArtProps } from "./drawing.tsx";
import { Chip, Holes, middleOf, Pcb, Silk } from "./drawing.tsx";
import { shortName } from "./small-parts.tsx";

/** BME280 breakout: the sensor can with its vent hole. */
export function Bme280Art({ part, width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="violet" />
      <Holes part={part} />
      <Silk x={x} y={Math.max(free.y + 8, y - 22)} size={9.5}>
        BME280
      </Silk>
      <rect class="dg-metal" x={x - 13} y={y - 10} width={26} height={26} rx={2} />
      <circle cx={x - 6} cy={y - 3} r={2.2} fill="#333" />
      <Chip x={x - 12} y={y + 24} width={10} height={6} />
      <Chip x={x + 2} y={y + 24} width={10} height={6} />
    </>
  );
}

/** DHT22 on its board: the white case with the grid. */
export function Dht22Art({ width, height, free }: ArtProps) {
  const caseWidth = Math.min(free.width, 72);
  const left = free.x + (free.width - caseWidth) / 2;
  const columns = [0, 1, 2, 3];
  const rows = Array.from({ length: Math.max(2, Math.floor((free.height - 34) / 13)) }, (_, index) => index);
  const step = (caseWidth - 16) / 4;
  return (
    <>
      <Pcb width={width} height={height} tone="black" />
      <rect class="dg-white" x={left} y={free.y} width={caseWidth} height={free.height - 4} rx={5} />
      {rows.flatMap((row) =>
        columns.map((column) => (
          <rect
            key={`${row}-${column}`}
            class="dg-slot"
            x={left + 9 + column * step}
            y={free.y + 10 + row * 13}
            width={step - 3}
            height={8}
            rx={1.5}
          />
        )),
      )}
      <text class="dg-etched" x={left + caseWidth / 2} y={free.y + free.height - 11} font-size={10}>
        DHT22
      </text>
    </>
  );
}

/** 0.96 inch OLED. What stands on the screen is only a picture: no measured values. */
export function OledArt({ part, width, height, free }: ArtProps) {
  const screen = { x: 10, y: free.y + 8, width: width - 20, height: Math.min(98, free.height - 30) };
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <Holes part={part} inset={14} radius={7} />
      <rect
        x={screen.x}
        y={screen.y}
        width={screen.width}
        height={screen.height}
        rx={3}
        fill="#0a0d0f"
        stroke="#39424a"
      />
      <rect x={screen.x + 8} y={screen.y + 6} width={screen.width - 16} height={screen.height - 18} fill="#05080a" />
      <g class="dg-lit-screen dg-mono">
        <text x={screen.x + 18} y={screen.y + 38} font-size={22} font-weight={600}>
          128×64
        </text>
        <text x={screen.x + 18} y={screen.y + 58} font-size={12}>
          {shortName({ part })}
        </text>
        <path
          d={`M${screen.x + 18} ${screen.y + 70}h${screen.width - 36}`}
          stroke="#8fe3ff"
          stroke-width={2}
          stroke-dasharray="10 4"
        />
      </g>
      <rect x={width / 2 - 26} y={screen.y + screen.height} width={52} height={14} fill="#8a5a1c" stroke="#5d3c11" />
    </>
  );
}

/** Two lines of sixteen characters, each cell drawn. */
export function LcdArt({ part, width, height, free }: ArtProps) {
  const bezel = { x: free.x, y: 18, width: free.width - 4, height: height - 36 };
  const glass = { x: bezel.x + 8, y: bezel.y + 9, width: bezel.width - 16, height: bezel.height - 18 };
  const cellWidth = glass.width / 16.6;
  const cellHeight = glass.height / 2.4;
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      <Holes part={part} inset={10} radius={4.5} />
      <rect class="dg-ic" x={bezel.x} y={bezel.y} width={bezel.width} height={bezel.height} rx={3} />
      <rect x={glass.x} y={glass.y} width={glass.width} height={glass.height} rx={1} fill="#2f63c8" />
      {[0, 1].flatMap((line) =>
        Array.from({ length: 16 }, (_, cell) => (
          <rect
            key={`${line}-${cell}`}
            x={glass.x + cellWidth * (0.4 + cell)}
            y={glass.y + cellHeight * (0.16 + line * 1.12)}
            width={cellWidth - 1.2}
            height={cellHeight * 0.92}
            fill="#4678da"
          />
        )),
      )}
      <text class="dg-mono" x={glass.x + 6} y={glass.y + cellHeight * 0.85} font-size={11} fill="#eaf2ff">
        1602 I²C
      </text>
    </>
  );
}

/** Two ultrasonic transducers, T and R. */
export function SonarArt({ width, height, free }: ArtProps) {
  const radius = Math.min(30, free.height / 2 - 1, width / 5);
  const y = free.y + radius + 1;
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      {[
        { x: radius + 14, name: "T" },
        { x: width - radius - 14, name: "R" },
      ].map(({ x, name }) => (
        <g key={name}>
          <circle cx={x} cy={y} r={radius} class="dg-metal" />
          <circle cx={x} cy={y} r={radius - 6} fill="#23282a" stroke="#7d8380" />
          <circle cx={x} cy={y} r={radius - 6} class="dg-mesh" />
          <circle cx={x} cy={y} r={radius * 0.34} fill="#9ba19e" />
          <Silk x={name === "T" ? 10 : width - 10} y={height - 10} size={10}>
            {name}
          </Silk>
        </g>
      ))}
      <rect class="dg-metal" x={width / 2 - 14} y={free.y + 4} width={28} height={12} rx={6} />
      <Silk x={width / 2} y={free.y + 32} size={9}>
        HC-SR04
      </Silk>
    </>
  );
}

/** Relay module: the blue cube, its coil side and its screw terminals. */
export function RelayArt({ part, width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      <Holes part={part} inset={10} radius={4} />
      <rect x={x - 38} y={y - 30} width={76} height={60} rx={3} fill="#2f6fd0" stroke="#173d7c" />
      <path d={`M${x - 34} ${y - 26}h68`} stroke="#fff" stroke-opacity=".4" stroke-width={2} />
      <text x={x} y={y + 4} class="dg-printed" font-size={10.5}>
        SRD-05VDC
      </text>
    </>
  );
}

/** Capacitive soil probe: the long tongue with its electrode. */
export function SoilArt({ part, width, height, free }: ArtProps) {
  const lying = width > height;
  const near = part.pads.some((pad) => pad.side === "left");
  const length = lying ? width : height;
  const breadth = lying ? height : width;
  const edge = breadth / 2;
  const outline = `M5 0H${length - 40}L${length} ${edge}L${length - 40} ${breadth}H5Q0 ${breadth} 0 ${breadth - 5}V5Q0 0 5 0z`;
  const head = lying ? length - free.width - 4 : 70;
  const turn = lying ? (near ? "" : `rotate(180 ${width / 2} ${height / 2})`) : `translate(0 ${height}) rotate(-90)`;
  return (
    <g transform={turn}>
      <path class="dg-pcb dg-pcb-black" d={outline} />
      <path
        class="dg-silk-line"
        d={`M${head + 36} 10H${length - 46}L${length - 16} ${edge}L${length - 46} ${breadth - 10}H${head + 36}z`}
      />
      <path d={`M${head + 36} ${edge}H${length - 24}`} stroke="#c9a648" stroke-opacity=".55" stroke-width={6} />
      <Chip x={head + 8} y={edge - 8} width={16} height={16} />
    </g>
  );
}

/** Four-channel level shifter: low side, high side, a transistor for each channel. */
export function ShifterArt({ part, width, height, free }: ArtProps) {
  const { x } = middleOf(free);
  const ys = [...new Set(part.pads.map((pad) => pad.y - part.box.y))];
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      {ys.map((y) => (
        <Chip key={y} x={x - 6} y={y - 4} width={12} height={8} />
      ))}
      <Silk x={x} y={12} dim>
        LV ⇄ HV
      </Silk>
    </>
  );
}

/** Motion sensor: the white lens dome with its facets. */
export function PirArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(free.width, height - 16) / 2;
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      <rect class="dg-white" x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} rx={4} />
      <circle class="dg-white" cx={x} cy={y} r={radius - 3} />
      {[0.28, 0.52, 0.76].map((part) => (
        <circle key={part} cx={x} cy={y} r={(radius - 3) * part} fill="none" stroke="#c3c8c4" />
      ))}
      <path d={`M${x - radius + 3} ${y}H${x + radius - 3}M${x} ${y - radius + 3}V${y + radius - 3}`} stroke="#c3c8c4" />
    </>
  );
}

/** Light sensor: the disc with its meander. */
export function LdrArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <circle cx={x} cy={y} r={20} fill="#e7c9a0" stroke="#8a7248" />
      <path d={`M${x - 13} ${y - 9}h26v6h-26v6h26v6h-26`} fill="none" stroke="#a5482f" stroke-width={2.5} />
    </>
  );
}

/** Potentiometer: housing and knob with its mark. */
export function KnobArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <circle class="dg-metal" cx={x} cy={y} r={28} />
      <circle cx={x} cy={y} r={20} fill="#23282a" stroke="#0b0d0e" />
      <path d={`M${x} ${y}L${x + 11} ${y - 13}`} stroke="#f1f2ee" stroke-width={3} stroke-linecap="round" />
    </>
  );
}

/** A module without a picture of its own: board in the colour of its bus, chip, and its name. */
export function ModuleArt({ part, width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const words = shortName({ part });
  const tone = part.pads.some((pad) => pad.pin === "SDA") ? "violet" : part.pads.length > 5 ? "blue" : "green";
  const size = free.width < words.length * 6.2 ? 8 : 10;
  return (
    <>
      <Pcb width={width} height={height} tone={tone} />
      <Holes part={part} inset={10} radius={4} />
      {free.height > 40 ? (
        <>
          <Chip x={x - 13} y={y - 18} width={26} height={22} legs={4} />
          <Chip x={x - 26} y={y - 12} width={7} height={4} />
          <Chip x={x + 19} y={y - 4} width={7} height={4} />
        </>
      ) : null}
      {free.width > words.length * 5 ? (
        <Silk x={x} y={free.height > 40 ? y + 20 : y + 3} size={size}>
          {words}
        </Silk>
      ) : null}
    </>
  );
}
