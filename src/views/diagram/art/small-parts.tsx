import type { ArtProps } from "./drawing.tsx";
import { Chip, middleOf, Pcb, Silk } from "./drawing.tsx";

/** The word of the part's name that is printed on the thing: the one with a figure in it, else the first. */
export function shortName({ part }: Pick<ArtProps, "part">): string {
  const words = part.name.split(/[ ,()]+/);
  return words.find((word) => word.length > 3 && /\d/.test(word)) ?? words[0] ?? "";
}

/** Waterproof probe: steel tip on a cable. */
export function ProbeArt({ width, height, free }: ArtProps) {
  const { y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <path d={`M${free.x} ${y}H${free.x + free.width * 0.55}`} stroke="#0b0d0e" stroke-width={9} />
      <path d={`M${free.x} ${y - 2}H${free.x + free.width * 0.55}`} stroke="#4b514e" stroke-width={2} />
      <rect class="dg-metal" x={free.x + free.width * 0.5} y={y - 7} width={free.width * 0.46} height={14} rx={6} />
    </>
  );
}

/** Thermistor: a bead on two leads. */
export function BeadArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <path class="dg-lead" d={`M${free.x + 2} ${y - 5}H${x}M${free.x + 2} ${y + 5}H${x}`} />
      <ellipse cx={x + 6} cy={y} rx={12} ry={11} fill="#33474f" stroke="#9ba19e" />
    </>
  );
}

/** Reed contact: two tongues in a glass tube. */
export function ReedArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const half = Math.min(36, free.width / 2 - 2);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect
        x={x - half}
        y={y - 8}
        width={half * 2}
        height={16}
        rx={8}
        fill="#9fd3c4"
        fill-opacity=".35"
        stroke="#c3c8c4"
      />
      <path d={`M${x - half} ${y - 2}H${x + 8}M${x + half} ${y + 2}H${x - 8}`} stroke="#d7dbd9" stroke-width={3} />
    </>
  );
}

/** Obstacle sensor: a clear and a dark infrared LED, trimmer, comparator. */
export function ObstacleArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect x={x - 30} y={y - 8} width={18} height={18} rx={2} fill="#2f6fd0" stroke="#173d7c" />
      <circle cx={x - 21} cy={y + 1} r={5} class="dg-metal" />
      <Chip x={x - 6} y={y - 5} width={14} height={12} legs={4} />
      <circle cx={x + 24} cy={y - 11} r={8} fill="#e6ecf2" stroke="#9ba19e" />
      <circle cx={x + 24} cy={y + 12} r={8} fill="#15191a" stroke="#59615d" />
    </>
  );
}

/** A board whose tinned comb of traces is what senses: rain, water level. */
export function CombArt({ width, height, free }: ArtProps) {
  const lines = Math.max(4, Math.floor(free.width / 9));
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      {Array.from({ length: lines }, (_, index) => (
        <path
          key={index}
          d={`M${free.x + 5 + index * 9} ${free.y + (index % 2) * 8 + 2}V${free.y + free.height - 10 + (index % 2) * 8}`}
          stroke="#d7dbd9"
          stroke-width={4}
        />
      ))}
    </>
  );
}

/** Touch field. */
export function TouchArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      {[17, 12, 7].map((radius) => (
        <circle key={radius} cx={x} cy={y} r={radius} fill="none" stroke="#eef2ef" stroke-width={1.5} />
      ))}
      <circle cx={x} cy={y} r={3} fill="#eef2ef" />
    </>
  );
}

/** Load cell: the aluminium bar with its double hole. */
export function LoadCellArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={free.x + 4} y={y - 15} width={free.width - 10} height={30} rx={2} />
      <path d={`M${x - 16} ${y - 7}a7 7 0 1 0 0 14h32a7 7 0 1 0 0-14z`} fill="#2a3033" stroke="#6a706d" />
    </>
  );
}

/** Satellite receiver: the ceramic square of its antenna. */
export function GpsArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  const side = Math.min(46, free.height - 8, free.width - 8);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect x={x - side / 2} y={y - side / 2} width={side} height={side} rx={3} fill="#cbb79a" stroke="#7c6c4d" />
      <rect
        x={x - side / 2 + 5}
        y={y - side / 2 + 5}
        width={side - 10}
        height={side - 10}
        fill="#dcdfdc"
        stroke="#a4a9a5"
      />
      <circle cx={x + 3} cy={y + 3} r={2.5} fill="#7c6c4d" />
      <Silk x={x} y={height - 6}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Clock module: the coin cell. */
export function CoinClockArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(26, free.height / 2 - 4, free.width / 3);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <circle cx={x + 12} cy={y} r={radius} class="dg-metal" />
      <text class="dg-etched" x={x + 12} y={y + 4} font-size={9}>
        CR2032
      </text>
      <Chip x={free.x + 2} y={y - 12} width={12} height={20} />
      <Silk x={free.x + 10} y={height - 6}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** A sensing chip beside a green screw terminal: current sensors. */
export function TerminalModuleArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <Chip x={x - 30} y={y - 9} width={20} height={18} legs={4} />
      <rect x={x} y={y - 16} width={32} height={32} rx={2} fill="#2f7d4a" stroke="#16472a" />
      <circle cx={x + 9} cy={y} r={5.5} class="dg-metal" />
      <circle cx={x + 23} cy={y} r={5.5} class="dg-metal" />
      <Silk x={x - 18} y={y + 26}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Small transistor or regulator: the half-round black case on three legs. */
export function To92Art({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <path class="dg-legs" d={`M${x - 8} ${y + 8}v16M${x} ${y + 8}v16M${x + 8} ${y + 8}v16`} />
      <path class="dg-ic" d={`M${x - 17} ${y + 10}V${y - 6}a17 12 0 0 1 34 0V${y + 10}z`} />
      <Silk x={x} y={y + 3} size={7.5}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Power transistor: black case under its cooling tab. */
export function To220Art({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <path class="dg-legs" d={`M${x - 9} ${y + 16}v14M${x} ${y + 16}v14M${x + 9} ${y + 16}v14`} />
      <rect class="dg-metal" x={x - 19} y={y - 30} width={38} height={22} rx={2} />
      <circle cx={x} cy={y - 20} r={5} fill="#2a3033" stroke="#7d8380" />
      <rect class="dg-ic" x={x - 20} y={y - 12} width={40} height={30} rx={2} />
      <Silk x={x} y={y + 5} size={7.5}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Chip in its long case with the notch at pin 1; its legs are the pads. Ground is the last leg of the row that begins at the notch. */
export function DipArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  const isTurned = props.part.pads.some((pad) => pad.pin === "GND" && pad.side === "right");
  const notch = isTurned ? `M${width / 2 - 9} ${height - 1}a9 9 0 0 1 18 0z` : `M${width / 2 - 9} 1a9 9 0 0 0 18 0z`;
  return (
    <>
      <rect class="dg-ic" width={width} height={height} rx={4} />
      <path d={notch} fill="#2b3234" stroke="#4a5254" />
      <text class="dg-silk" x={x} y={y + 3.5} font-size={10} text-anchor="middle" transform={`rotate(90 ${x} ${y})`}>
        {shortName(props)}
      </text>
    </>
  );
}
