import type { ArtProps } from "./drawing.tsx";
import { Chip, middleOf, Pcb, Silk } from "./drawing.tsx";
import { shortName } from "./small-parts.tsx";

const digitSegments = "M3 2h12M3 15h12M3 28h12M2 3v11M2 16v11M16 3v11M16 16v11";

/** Four seven-segment digits with their colon. */
export function DigitsArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      <rect x={x - 56} y={y - 22} width={112} height={44} rx={2} fill="#15191a" stroke="#4a5254" />
      {[-50, -25, 6, 31].map((left) => (
        <path
          key={left}
          d={digitSegments}
          transform={`translate(${x + left} ${y - 15})`}
          stroke="#e0463c"
          stroke-width={3}
        />
      ))}
      <circle cx={x} cy={y - 6} r={2} fill="#e0463c" />
      <circle cx={x} cy={y + 6} r={2} fill="#e0463c" />
    </>
  );
}

/** Red dot matrices side by side. */
export function MatrixArt({ width, height, free }: ArtProps) {
  const side = Math.min(64, free.height - 6);
  const blocks = Math.max(1, Math.min(4, Math.floor(free.width / (side + 2))));
  const left = free.x + (free.width - blocks * (side + 2)) / 2;
  const step = side / 8;
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      {Array.from({ length: blocks }, (_, block) => {
        const x = left + block * (side + 2);
        const y = free.y + 3;
        return (
          <g key={block}>
            <rect x={x} y={y} width={side} height={side} fill="#15191a" stroke="#4a5254" />
            <path
              d={Array.from({ length: 8 }, (_, row) => `M${x + step / 2} ${y + step * (row + 0.5)}H${x + side}`).join(
                "",
              )}
              stroke="#e0463c"
              stroke-width={step * 0.7}
              stroke-linecap="round"
              stroke-dasharray={`0 ${step}`}
            />
          </g>
        );
      })}
    </>
  );
}

/** Addressable lights in a row: each a white square with its round light. */
export function LightStripArt({ width, height, free }: ArtProps) {
  const { y } = middleOf(free);
  const count = Math.max(2, Math.min(8, Math.floor(free.width / 26)));
  const pitch = free.width / count;
  return (
    <>
      <Pcb width={width} height={height} tone="black" />
      {Array.from({ length: count }, (_, index) => {
        const x = free.x + pitch * (index + 0.5);
        return (
          <g key={index}>
            <rect class="dg-white" x={x - 10} y={y - 10} width={20} height={20} rx={2} />
            <circle
              cx={x}
              cy={y}
              r={7}
              fill={["#f0c53a", "#4cb455", "#3f7fe0", "#e0463c"][index % 4]}
              fill-opacity=".75"
            />
          </g>
        );
      })}
    </>
  );
}

/** Loudspeaker from the front. */
export function SpeakerArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(free.width, free.height) / 2 - 3;
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <circle class="dg-metal-dark" cx={x} cy={y} r={radius} />
      <circle cx={x} cy={y} r={radius * 0.8} fill="#23282a" stroke="#0b0d0e" />
      <circle cx={x} cy={y} r={radius * 0.55} fill="none" stroke="#3a4143" stroke-width={2} />
      <circle cx={x} cy={y} r={radius * 0.32} fill="#3a4143" stroke="#59615d" />
    </>
  );
}

/** Geared stepper: the round can with its shaft off the middle. */
export function GearedStepperArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(free.width / 2 - 12, free.height / 2 - 3, 40);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={x - radius - 11} y={y - 8} width={radius * 2 + 22} height={16} rx={8} />
      <circle class="dg-metal" cx={x} cy={y} r={radius} />
      <circle cx={x} cy={y - radius * 0.45} r={radius * 0.22} fill="#d9b24c" stroke="#7a5d16" />
      <rect x={x - radius * 0.4} y={y + radius * 0.62} width={radius * 0.8} height={radius * 0.3} fill="#2c5fb3" />
    </>
  );
}

/** Yellow gear motor with its white shaft. */
export function GearMotorArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const half = Math.min(54, free.width / 2 - 4);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={x + half * 0.2} y={y - 12} width={half * 0.8} height={24} rx={3} />
      <rect x={x - half} y={y - 15} width={half * 1.25} height={30} rx={4} fill="#e9bb2f" stroke="#8a6a12" />
      <circle class="dg-white" cx={x - half * 0.68} cy={y} r={7} />
      <path d={`M${x - half * 0.68 - 4} ${y}h8`} stroke="#7d8380" stroke-width={3} />
    </>
  );
}

/** Solenoid: coil and plunger. */
export function SolenoidArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect class="dg-metal" x={x + 8} y={y - 6} width={38} height={12} rx={3} />
      <rect class="dg-metal-dark" x={x - 36} y={y - 20} width={56} height={40} rx={3} />
      <rect x={x - 29} y={y - 15} width={42} height={30} fill="#a5482f" />
      <path
        d={`M${x - 25} ${y - 15}v30M${x - 17} ${y - 15}v30M${x - 9} ${y - 15}v30M${x - 1} ${y - 15}v30M${x + 7} ${y - 15}v30`}
        stroke="#c7734f"
        stroke-width={2}
      />
    </>
  );
}

/** Fan: frame and blades. */
export function FanArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  const radius = Math.min(free.width, free.height) / 2 - 4;
  return (
    <>
      <rect class="dg-holder" width={width} height={height} rx={5} />
      <rect
        x={x - radius - 2}
        y={y - radius - 2}
        width={radius * 2 + 4}
        height={radius * 2 + 4}
        rx={6}
        fill="#15191a"
        stroke="#59615d"
      />
      {[0, 72, 144, 216, 288].map((turn) => (
        <path
          key={turn}
          d={`M${x} ${y}q${radius * 0.2} ${-radius * 0.7} ${radius * 0.6} ${-radius * 0.72}q${radius * 0.06} ${radius * 0.5} ${-radius * 0.6} ${radius * 0.72}z`}
          fill="#4b5456"
          transform={`rotate(${turn} ${x} ${y})`}
        />
      ))}
      <circle cx={x} cy={y} r={radius * 0.28} fill="#2a3033" stroke="#59615d" />
    </>
  );
}

/** Several relays on one board: a blue cube for each. */
export function RelaysArt({ part, width, height, free }: ArtProps) {
  const count = part.pads.filter((pad) => /^COM/.test(pad.pin)).length;
  const isTall = free.height > free.width;
  const length = (isTall ? free.height : free.width) / Math.max(1, count);
  const across = Math.min(60, (isTall ? free.width : free.height) - 4);
  const side = Math.min(length - 6, 60);
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      {Array.from({ length: count }, (_, index) => {
        const along = (index + 0.5) * length;
        const at = isTall
          ? { x: x - across / 2, y: free.y + along - side / 2 }
          : { x: free.x + along - side / 2, y: y - across / 2 };
        const size = isTall ? { width: across, height: side } : { width: side, height: across };
        return (
          <g key={index}>
            <rect {...at} {...size} rx={3} fill="#2f6fd0" stroke="#173d7c" />
            <text class="dg-printed" x={at.x + size.width / 2} y={at.y + size.height / 2 + 4} font-size={11}>
              {index + 1}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** RFID reader: the loops of its antenna. */
export function RfidArt({ width, height, free }: ArtProps) {
  return (
    <>
      <Pcb width={width} height={height} tone="blue" />
      {[0, 5, 10].map((inset) => (
        <rect
          key={inset}
          x={free.x + free.width * 0.36 + inset}
          y={free.y + 6 + inset}
          width={free.width * 0.6 - inset * 2}
          height={free.height - 12 - inset * 2}
          rx={6}
          fill="none"
          stroke="#d9b24c"
          stroke-width={2}
        />
      ))}
      <Chip x={free.x + free.width * 0.1} y={free.y + free.height / 2 - 12} width={24} height={24} legs={4} />
      <Silk x={free.x + free.width * 0.66} y={free.y + free.height / 2 + 3} size={10}>
        RC522
      </Silk>
    </>
  );
}

/** Radio module: chip, crystal and the zigzag of the antenna. */
export function RadioArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone={props.part.name.startsWith("HC") ? "green" : "black"} />
      <path class="dg-antenna" d={`M${x + 6} ${y + 14}V${y - 14}h7v24h7v-24h7v24h7v-24`} />
      <Chip x={x - 28} y={y - 12} width={22} height={22} legs={4} />
      <Silk x={x - 16} y={y + 24}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Driver carrier: the chip, under its little heat sink where it has one, and the trimmer. */
export function DriverArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      <rect class="dg-metal-dark" x={x - 14} y={y - 22} width={28} height={30} rx={1} />
      <path
        d={`M${x - 9} ${y - 22}v30M${x - 3} ${y - 22}v30M${x + 3} ${y - 22}v30M${x + 9} ${y - 22}v30`}
        stroke="#5a605d"
        stroke-width={2.5}
      />
      <Silk x={x} y={y + 22} size={9}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Big H-bridge: chip at its black heat sink, three blue screw terminals. */
export function BridgeArt({ width, height, free, ...props }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="red" />
      <rect x={x - 34} y={y - 30} width={68} height={22} rx={2} fill="#15191a" stroke="#4a5254" />
      <path
        d={`M${x - 26} ${y - 30}v22M${x - 16} ${y - 30}v22M${x - 6} ${y - 30}v22M${x + 4} ${y - 30}v22M${x + 14} ${y - 30}v22M${x + 24} ${y - 30}v22`}
        stroke="#3a4143"
        stroke-width={3}
      />
      <rect class="dg-ic" x={x - 22} y={y - 6} width={44} height={22} rx={1} />
      <Silk x={x} y={y + 9} size={9}>
        {shortName(props)}
      </Silk>
    </>
  );
}

/** Switch for loads: power transistor and screw terminals. */
export function LoadSwitchArt({ width, height, free }: ArtProps) {
  const { x, y } = middleOf(free);
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      <rect class="dg-metal" x={x - 26} y={y - 22} width={24} height={12} rx={1} />
      <rect class="dg-ic" x={x - 27} y={y - 12} width={26} height={22} rx={1} />
      {[-14, 6].map((dy) => (
        <rect key={dy} x={x + 8} y={y + dy - 8} width={24} height={16} rx={2} fill="#2f7d4a" stroke="#16472a" />
      ))}
    </>
  );
}
