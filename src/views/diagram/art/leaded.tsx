import type { ArtProps } from "./drawing.tsx";
import { resistorBands } from "./resistor-bands.ts";

function padsOf({ part }: ArtProps): { x: number; y: number; pin: string }[] {
  return part.pads.map((pad) => ({ x: pad.x - part.box.x, y: pad.y - part.box.y, pin: pad.pin }));
}

/** Quarter watt resistor with the colour bands of its value. */
export function ResistorArt(props: ArtProps) {
  const { part, width, height } = props;
  const bands = part.value?.kind === "ohms" ? resistorBands(part.value.ohms) : null;
  const middle = height / 2;
  const left = 16;
  const right = width - 16;
  return (
    <>
      <path class="dg-lead" d={`M4 ${middle}H${width - 4}`} />
      <path
        class="dg-resistor"
        d={`M${left + 5} 0.500h6q3 0 5 2h${right - left - 32}q2-2 5-2h6q5 0 5 ${middle - 0.5}t-5 ${middle - 0.5}h-6q-3 0-5-2H${left + 16}q-2 2-5 2h-6q-5 0-5-${middle - 0.5}t5-${middle - 0.5}z`}
      />
      {(bands ?? []).map((colour, index) => (
        <rect
          key={`${index} ${colour}`}
          class="dg-band"
          x={left + 10 + index * 9 + (index === 3 ? 4 : 0)}
          y={2.2}
          width={4.5}
          height={height - 4.4}
          fill={colour}
        />
      ))}
    </>
  );
}

/** Diode: the ring is the cathode. */
export function DiodeArt(props: ArtProps) {
  const { width, height } = props;
  const cathode = padsOf(props).find((pad) => /^(C|K|-)/.test(pad.pin));
  const ring = cathode !== undefined && cathode.x < width / 2 ? 27 : width - 34;
  return (
    <>
      <path class="dg-lead" d={`M4 ${height / 2}H${width - 4}`} />
      <rect class="dg-ic" x={22} y={1} width={width - 44} height={height - 2} rx={2} />
      <rect x={ring} y={1} width={7} height={height - 2} fill="#d7dbd9" />
    </>
  );
}

const lensColours: Record<string, string> = {
  red: "#e0463c",
  green: "#4cb455",
  yellow: "#f0c53a",
  blue: "#3f7fe0",
  white: "#f1f3f0",
  orange: "#ee8a35",
};

/** 5 mm LED on its side: the long lead is the anode, the flat of the rim is the cathode's. */
export function LedArt(props: ArtProps) {
  const { part, width, height } = props;
  const lens = lensColours[part.value?.kind === "colour" ? part.value.colour : "red"] ?? "#e0463c";
  const pads = padsOf(props);
  const anode = pads.find((pad) => /^(A|\+)/.test(pad.pin));
  const facingRight = (pads[0]?.x ?? 0) > width / 2;
  const anodeAbove = (anode?.y ?? 0) < height / 2;
  const turn =
    `${facingRight ? `translate(${width} 0) scale(-1 1)` : ""}${anodeAbove ? "" : ` translate(0 ${height}) scale(1 -1)`}`.trim();
  return (
    <g transform={turn}>
      <path class="dg-lead" d={"M4 10H36M4 30H36"} />
      <path d={"M40 5H54a15 15 0 0 1 0 30H40z"} fill={lens} fill-opacity=".9" stroke="#000" stroke-opacity=".35" />
      <path d="M34 2H41V38H38L34 34z" fill={lens} stroke="#000" stroke-opacity=".35" />
      <path d="M41 12h10M41 29h7l6-5" stroke="#fff" stroke-opacity=".55" stroke-width={2.5} fill="none" />
      <path
        d="M58 12a9 9 0 0 1 6 7"
        stroke="#fff"
        stroke-opacity=".8"
        stroke-width={2.5}
        fill="none"
        stroke-linecap="round"
      />
      <text class="dg-lead-name" x={18} y={6} transform={facingRight ? "translate(36 0) scale(-1 1)" : ""}>
        {anodeAbove ? "+" : ""}
      </text>
    </g>
  );
}

/** Capacitor: a can with its minus stripe when it is polarised, else a ceramic disc. */
export function CapacitorArt(props: ArtProps) {
  const { width } = props;
  const pads = padsOf(props);
  const minus = pads.find((pad) => /^(-|C|K)/.test(pad.pin));
  const facingRight = (pads[0]?.x ?? 0) > width / 2;
  const turn = facingRight ? `translate(${width} 0) scale(-1 1)` : "";
  const stripeY = (minus?.y ?? 30) < 20 ? 1 : 28;
  return (
    <g transform={turn}>
      <path class="dg-lead" d="M4 10H34M4 30H34" />
      {minus === undefined ? (
        <ellipse cx={46} cy={20} rx={14} ry={18} fill="#d58a3a" stroke="#7d4a14" />
      ) : (
        <>
          <rect x={28} y={0} width={46} height={40} rx={4} fill="#24406e" stroke="#12233f" />
          <rect x={28} y={stripeY} width={46} height={11} rx={3} fill="#c9d2df" />
          <path d={`M42 ${stripeY + 5.5}h6M56 ${stripeY + 5.5}h6`} stroke="#24406e" stroke-width={2} />
          <path d="M32 1v38" stroke="#0d1a30" stroke-width={2} />
        </>
      )}
    </g>
  );
}
