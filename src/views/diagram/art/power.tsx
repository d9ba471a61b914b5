import type { ArtProps } from "./drawing.tsx";
import { Chip, Holes, middleOf, Pcb, Silk } from "./drawing.tsx";
import { shortName } from "./small-parts.tsx";

/** A single 18650 cell lying in its holder. */
export function CellArt({ part, width, height, free }: ArtProps) {
  const onRight = part.pads.some((pad) => pad.side === "right");
  const x = onRight ? 10 : free.x;
  const length = width - (onRight ? width - free.x - free.width : free.x) - 12;
  const y = height / 2 - 22;
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect x={x} y={y - 4} width={length} height={52} rx={4} fill="#0b0d0e" />
      <rect x={x} y={y + 10} width={8} height={24} fill="#b9bfbc" />
      <rect x={x + length - 8} y={y + 10} width={8} height={24} fill="#b9bfbc" />
      <rect x={x + 12} y={y} width={length - 28} height={44} rx={5} fill="#3f8f78" stroke="#1f5546" />
      <rect x={x + 12} y={y} width={length - 28} height={10} rx={5} fill="#fff" fill-opacity=".18" />
      <rect x={x + length - 16} y={y + 14} width={8} height={16} fill="#d7dbd9" />
      <rect x={x + 12} y={y} width={7} height={44} fill="#d7dbd9" fill-opacity=".8" />
      <text class="dg-printed" x={x + length / 2} y={y + 21} font-size={11}>
        18650 Li-ion
      </text>
      <text class="dg-printed" x={x + length / 2} y={y + 35} font-size={10}>
        3.7 V
      </text>
      <text class="dg-printed" x={x + length - 26} y={y + 27} font-size={14}>
        +
      </text>
      <text class="dg-printed" x={x + 28} y={y + 27} font-size={14}>
        −
      </text>
    </>
  );
}

/** TP4056 charger with its USB socket at the input end. */
export function ChargerArt({ width, height, free, part }: ArtProps) {
  const { x, y } = middleOf(free);
  const inputLeft = part.pads.find((pad) => pad.silk.startsWith("IN"))?.side === "left";
  const usbX = inputLeft ? -8 : width - 24;
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect class="dg-metal" x={usbX} y={height / 2 - 13} width={32} height={26} rx={7} />
      <rect x={usbX + (inputLeft ? 3 : 17)} y={height / 2 - 4} width={12} height={8} rx={4} fill="#4b514e" />
      <Chip x={x - 14} y={y - 18} width={28} height={18} legs={4} />
      <Silk x={x} y={y + 12}>
        TP4056
      </Silk>
      <rect x={x - 12} y={y + 20} width={6} height={4} fill="#ff6a5a" />
      <rect x={x + 6} y={y + 20} width={6} height={4} fill="#63a8ff" />
    </>
  );
}

/** Boost converter: coil, chip, trimmer. */
export function BoostArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect x={x - 30} y={y - 14} width={28} height={28} rx={6} fill="#4c5350" stroke="#2a2f2d" />
      <circle cx={x - 16} cy={y} r={8} fill="#343a37" />
      <Chip x={x + 6} y={y + 2} width={14} height={9} legs={3} />
      <rect x={x + 4} y={y - 16} width={20} height={12} rx={1} fill="#2f6fd0" stroke="#173d7c" />
      <circle cx={x + 19} cy={y - 10} r={3} fill="#d9b24c" />
      <Silk x={x} y={height - 8}>
        MT3608
      </Silk>
    </>
  );
}

/** Plug-in power adapter with a screw terminal. */
export function AdapterArt({ part, width, height, free }: ArtProps) {
  const terminalRight = part.pads.some((pad) => pad.side === "right");
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={8} />
      <rect
        x={terminalRight ? width - 24 : 2}
        y={height / 2 - 24}
        width={22}
        height={48}
        rx={3}
        fill="#2f7d4a"
        stroke="#16472a"
      />
      <path
        d={`M${x - 12} ${y - 18}v12M${x + 12} ${y - 18}v12`}
        stroke="#c7cbc9"
        stroke-width={5}
        stroke-linecap="round"
      />
      <rect x={x - 24} y={y - 8} width={48} height={28} rx={6} fill="#15191a" stroke="#59615d" />
      <text class="dg-printed" x={x} y={y + 11} font-size={11}>
        {/\d+ V\b/.exec(part.name)?.[0] ?? "DC"}
      </text>
    </>
  );
}

/** Cell, charger and boost on one board. */
export function PowerBoardArt(props: ArtProps) {
  const { width, height, part, free } = props;
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      <Holes part={part} />
      <rect x={free.x + 8} y={16} width={free.width - 12} height={56} rx={4} fill="#101312" stroke="#4a524e" />
      <rect x={free.x + 18} y={22} width={free.width - 34} height={44} rx={5} fill="#3f8f78" stroke="#1f5546" />
      <text class="dg-printed" x={free.x + free.width / 2} y={48} font-size={11}>
        18650 Li-ion
      </text>
      <Chip x={free.x + 20} y={84} width={30} height={18} />
      <rect x={free.x + 76} y={80} width={24} height={22} rx={2} fill="#4c5350" stroke="#2a2f2d" />
      <Chip x={free.x + 122} y={84} width={22} height={18} />
    </>
  );
}

/** Flat lithium cell in its silver pouch. */
export function PouchArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={free.x} y={free.y + 2} width={free.width - 2} height={free.height - 4} rx={4} />
      <rect x={free.x} y={free.y + 2} width={9} height={free.height - 4} fill="#c98a2e" />
      <text class="dg-etched" x={x + 4} y={y} font-size={11}>
        LiPo
      </text>
      <text class="dg-etched" x={x + 4} y={y + 13} font-size={9}>
        3.7 V
      </text>
    </>
  );
}

/** Round cells side by side in their holder. */
export function CellPackArt({ width, height, free }: ArtProps) {
  const cell = (free.height - 4) / 3;
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      {[0, 1, 2].map((index) => {
        const y = free.y + 2 + index * cell;
        return (
          <g key={index}>
            <rect
              x={free.x + 4}
              y={y + 1}
              width={free.width - 14}
              height={cell - 3}
              rx={3}
              fill="#3f8f78"
              stroke="#1f5546"
            />
            <rect
              class="dg-metal"
              x={index % 2 === 0 ? free.x + free.width - 10 : free.x}
              y={y + cell / 2 - 5}
              width={5}
              height={8}
            />
            <text class="dg-printed" x={free.x + free.width / 2} y={y + cell / 2 + 3} font-size={9}>
              AA 1.5 V
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Nine volt block with its two snaps. */
export function BlockBatteryArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect x={x - 38} y={y - 21} width={70} height={42} rx={4} fill="#23282a" stroke="#59615d" />
      <rect x={x - 38} y={y - 21} width={20} height={42} rx={4} fill="#c98a2e" />
      <circle class="dg-metal" cx={x + 36} cy={y - 9} r={6} />
      <circle class="dg-metal" cx={x + 36} cy={y + 9} r={7.5} />
      <text class="dg-printed" x={x + 6} y={y + 5} font-size={14}>
        9 V
      </text>
    </>
  );
}

/** Solar panel: dark cells behind their silver fingers. */
export function SolarArt({ width, height, free }: ArtProps) {
  const columns = Math.max(3, Math.floor(free.width / 26));
  const step = (free.width - 6) / columns;
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect x={free.x} y={free.y + 2} width={free.width - 4} height={free.height - 4} fill="#1b2c52" stroke="#9ba19e" />
      <path
        d={Array.from(
          { length: columns - 1 },
          (_, index) => `M${free.x + 1 + step * (index + 1)} ${free.y + 2}v${free.height - 4}`,
        ).join("")}
        stroke="#c7cbc9"
        stroke-width={1.5}
      />
      <path
        d={`M${free.x} ${free.y + free.height / 3}h${free.width - 4}M${free.x} ${free.y + (free.height * 2) / 3}h${free.width - 4}`}
        stroke="#c7cbc9"
        stroke-width={0.8}
      />
    </>
  );
}

/** Switching converter: coil, chip, trimmer, with its own name. */
export function ConverterArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect x={x - 32} y={y - 16} width={28} height={28} rx={6} fill="#4c5350" stroke="#2a2f2d" />
      <circle cx={x - 18} cy={y - 2} r={8} fill="#343a37" />
      <Chip x={x + 4} y={y - 1} width={16} height={10} legs={3} />
      <rect x={x + 4} y={y - 17} width={20} height={11} rx={1} fill="#2f6fd0" stroke="#173d7c" />
      <Silk x={x} y={y + 26}>
        {shortName(props)}
      </Silk>
    </>
  );
}
