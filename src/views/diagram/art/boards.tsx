import type { ArtProps } from "./drawing.tsx";
import { Chip, Pcb, Silk, UsbSocket } from "./drawing.tsx";

/** The plastic of the headers, behind their pads. */
export function HeaderFrames({ part, height }: ArtProps) {
  return (
    <>
      {(["left", "right"] as const).map((side) => {
        const ys = part.pads.filter((pad) => pad.side === side).map((pad) => pad.y - part.box.y);
        if (ys.length === 0) return null;
        const x = side === "left" ? 3 : part.box.width - 21;
        const top = Math.min(...ys) - 9;
        return (
          <rect
            key={side}
            class="dg-silk-line"
            x={x}
            y={top}
            width={18}
            height={Math.min(Math.max(...ys) + 9, height - 3) - top}
            rx={3}
          />
        );
      })}
    </>
  );
}

/** ESP32-DevKitC: radio module with its antenna above, regulator, USB bridge, two buttons, USB below. */
export function Esp32Art(props: ArtProps) {
  const { width, height } = props;
  const middle = width / 2;
  const legs = Array.from({ length: 12 }, (_, index) => 32 + index * 7);
  return (
    <>
      <Pcb width={width} height={height} tone="black" />
      <HeaderFrames {...props} />
      <rect class="dg-ic" x={middle - 36} y={-12} width={72} height={36} rx={2} />
      <path class="dg-antenna" d={`M${middle - 28} 18V-4h8v16h8V-4h8v16h8V-4h8v16h8V-4h8`} />
      {legs.map((y) => (
        <g key={y} fill="#d9b24c">
          <rect x={middle - 40} y={y} width={4} height={3} />
          <rect x={middle + 36} y={y} width={4} height={3} />
        </g>
      ))}
      <rect class="dg-metal" x={middle - 36} y={20} width={72} height={100} rx={3} />
      <rect x={middle - 31} y={25} width={62} height={90} rx={2} fill="none" stroke="#fff" stroke-opacity=".5" />
      <text class="dg-etched" x={middle} y={66} font-size={11}>
        ESP32
      </text>
      <text class="dg-etched dg-mono" x={middle} y={80} font-size={8.5}>
        WROOM-32E
      </text>
      <Chip x={middle - 14} y={160} width={28} height={16} />
      <rect class="dg-metal" x={middle - 10} y={176} width={20} height={5} />
      <Silk x={middle} y={194} dim>
        LDO 3V3
      </Silk>
      <Chip x={middle - 16} y={236} width={32} height={32} />
      <Silk x={middle} y={282} dim>
        CP2102N
      </Silk>
      <rect x={middle - 32} y={302} width={8} height={5} rx={1} fill="#ff6a5a" />
      <Silk x={middle - 19} y={308} dim anchor="start">
        5V ON
      </Silk>
      <PushButton x={middle - 28} y={height - 55} name="EN" />
      <PushButton x={middle + 28} y={height - 55} name="BOOT" />
      <UsbSocket x={middle - 22} y={height - 28} width={44} height={36} />
    </>
  );
}

/** A push button with its print. */
export function PushButton({ x, y, name }: { x: number; y: number; name: string }) {
  return (
    <>
      <rect class="dg-metal-dark" x={x - 11} y={y - 9} width={22} height={18} rx={2} />
      <circle cx={x} cy={y} r={5} fill="#2a2f31" />
      <Silk x={x} y={y - 15} dim>
        {name}
      </Silk>
    </>
  );
}

/** Arduino Uno R3, USB side up: USB-B and barrel jack over the edge, ATmega328P in its socket between the headers. */
export function UnoArt(props: ArtProps) {
  const { width, height } = props;
  const middle = width / 2;
  const pins = Array.from({ length: 14 }, (_, index) => height - 226 + index * 14);
  return (
    <>
      <path
        class="dg-pcb dg-pcb-teal"
        d={`M6 0H${width - 18}l18 18V${height - 30}l-10 10v14q0 6-6 6H16q-6 0-6-6v-14L0 ${height - 30}V6Q0 0 6 0z`}
      />
      <HeaderFrames {...props} />
      {[
        [28, 20],
        [width - 28, 28],
        [52, height - 16],
        [width - 52, height - 16],
      ].map(([x, y]) => (
        <circle key={`${x} ${y}`} class="dg-hole" cx={x} cy={y} r={6} />
      ))}
      <rect class="dg-metal" x={middle + 6} y={-14} width={68} height={70} rx={3} />
      <rect x={middle + 14} y={-9} width={52} height={12} rx={2} fill="#8b918e" />
      <rect class="dg-ic" x={middle - 74} y={-8} width={52} height={68} rx={3} />
      <rect x={middle - 66} y={-8} width={36} height={8} fill="#2c3234" />
      <path class="dg-silk-line" d={`M${middle - 60} 14v36M${middle - 48} 14v36M${middle - 36} 14v36`} />
      <Chip x={middle - 34} y={86} width={30} height={30} legs={6} />
      <rect class="dg-metal" x={middle + 14} y={92} width={36} height={14} rx={7} />
      <Silk x={middle + 32} y={118} dim>
        16.000
      </Silk>
      <Silk x={middle + 18} y={150} size={12}>
        UNO
      </Silk>
      <text class="dg-brand" x={middle + 18} y={168} font-size={10}>
        Arduino R3
      </text>
      <circle cx={middle - 44} cy={146} r={12} fill="#b9bfbc" stroke="#6a706d" />
      <circle cx={middle - 44} cy={176} r={12} fill="#b9bfbc" stroke="#6a706d" />
      <path
        d={`M${middle - 44} 134a12 12 0 0 0-10.400 6h20.800a12 12 0 0 0-10.400-6zM${middle - 44} 164a12 12 0 0 0-10.400 6h20.800a12 12 0 0 0-10.400-6z`}
        fill="#22272a"
      />
      {pins.map((y) => (
        <path key={y} class="dg-legs" d={`M${middle - 17} ${y}h54`} />
      ))}
      <rect class="dg-ic" x={middle - 12} y={height - 236} width={44} height={200} rx={2} />
      <path d={`M${middle + 4} ${height - 236}a6 6 0 0 0 12 0z`} fill="#3a4143" />
      <g transform={`rotate(90 ${middle + 10} ${height - 136})`}>
        <Silk x={middle + 10} y={height - 133} size={9.5} dim>
          ATMEGA328P-PU
        </Silk>
      </g>
      <rect x={middle - 50} y={height - 180} width={5} height={8} rx={1} fill="#7bd88f" />
      <Silk x={middle - 47} y={height - 188} dim>
        ON
      </Silk>
    </>
  );
}

/** Arduino Mega 2560, USB side up: sockets over the edge, ATmega2560, and between the rows of the double header nothing but its frame. */
export function MegaArt(props: ArtProps) {
  const { width, height } = props;
  const middle = width / 2;
  return (
    <>
      <Pcb width={width} height={height} tone="teal" />
      <HeaderFrames {...props} />
      <rect class="dg-metal" x={middle + 6} y={-14} width={68} height={70} rx={3} />
      <rect x={middle + 14} y={-9} width={52} height={12} rx={2} fill="#8b918e" />
      <rect class="dg-ic" x={middle - 74} y={-8} width={52} height={68} rx={3} />
      <rect x={middle - 66} y={-8} width={36} height={8} fill="#2c3234" />
      <Chip x={middle - 16} y={104} width={32} height={32} legs={6} />
      <Silk x={middle} y={170} size={12}>
        MEGA
      </Silk>
      <text class="dg-brand" x={middle} y={188} font-size={10}>
        Arduino 2560
      </text>
      <g transform={`rotate(45 ${middle} 300)`}>
        <Chip x={middle - 40} y={260} width={80} height={80} legs={11} />
      </g>
      <Silk x={middle} y={304} dim>
        ATMEGA2560
      </Silk>
      <PushButton x={middle} y={400} name="RESET" />
      {[
        [28, 20],
        [width - 28, 28],
        [52, height - 16],
        [width - 52, height - 16],
      ].map(([x, y]) => (
        <circle key={`${x} ${y}`} class="dg-hole" cx={x} cy={y} r={6} />
      ))}
    </>
  );
}
