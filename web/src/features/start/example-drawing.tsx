import type { Example } from "./examples.ts";

/** The parts of an example as small blocks with their wires, in the colours of the wiring picture. */
export function ExampleDrawing({ drawing }: { drawing: Example }) {
  return (
    <svg class="example-drawing" viewBox="0 0 216 56" aria-hidden="true">
      {drawings[drawing]()}
    </svg>
  );
}

const drawings: Record<Example, () => preact.JSX.Element> = {
  station: () => (
    <>
      <Wire colour="red" d="M60 39h14v-8h12" />
      <Wire colour="black" d="M60 44h20v-7h6" />
      <Bus x={112} to={146} />
      <rect class="ex-green" x="14" y="32" width="46" height="18" rx="2" />
      <rect class="ex-cell" x="20" y="36" width="32" height="10" rx="3" />
      <Esp32 x={86} />
      <Oled x={146} />
    </>
  ),
  alarm: () => (
    <>
      <Bus x={58} to={84} />
      <Wire colour="blue" d="M132 20h22" />
      <Wire colour="green" d="M132 26h22" />
      <Wire colour="orange" d="M132 42h26" />
      <Wire colour="black" d="M132 47h26" />
      <rect class="ex-green" x="10" y="12" width="48" height="32" rx="2" />
      <rect class="ex-lcd" x="15" y="18" width="38" height="16" rx="1" />
      <rect class="ex-blue" x="84" y="5" width="48" height="46" rx="2" />
      <rect class="ex-metal" x="80" y="10" width="12" height="10" rx="1" />
      <rect class="ex-ic" x="100" y="28" width="24" height="8" rx="1" />
      <rect class="ex-blue" x="154" y="6" width="50" height="24" rx="2" />
      <circle class="ex-metal" cx="166" cy="18" r="8" />
      <circle class="ex-metal" cx="192" cy="18" r="8" />
      <circle class="ex-black" cx="168" cy="44" r="9" />
      <circle class="ex-metal" cx="168" cy="44" r="2" />
    </>
  ),
  soil: () => (
    <>
      <Wire colour="red" d="M66 17h22" />
      <Wire colour="black" d="M66 22h22" />
      <Wire colour="yellow" d="M66 27h22" />
      <Bus x={114} to={146} />
      <Wire colour="green" d="M114 46h20v3h6" />
      <path class="ex-black" d="M38 12h28v20H38l-26-3v-14z" />
      <Esp32 x={88} />
      <Oled x={146} />
      <circle class="ex-led" cx="143" cy="49" r="4.5" />
    </>
  ),
};

function Esp32({ x }: { x: number }) {
  return (
    <>
      <rect class="ex-black" x={x} y="3" width="26" height="50" rx="2" />
      <rect class="ex-metal" x={x + 6} y="8" width="14" height="16" rx="1" />
    </>
  );
}

function Oled({ x }: { x: number }) {
  return (
    <>
      <rect class="ex-blue" x={x} y="8" width="50" height="36" rx="2" />
      <rect class="ex-ic" x={x + 5} y="16" width="40" height="20" rx="1" />
    </>
  );
}

/** Supply, ground, clock and data side by side. */
function Bus({ x, to }: { x: number; to: number }) {
  return (
    <>
      {(["orange", "black", "yellow", "blue"] as const).map((colour, place) => (
        <Wire key={colour} colour={colour} d={`M${x} ${15 + place * 6}H${to}`} />
      ))}
    </>
  );
}

function Wire({ colour, d }: { colour: "red" | "black" | "orange" | "yellow" | "blue" | "green"; d: string }) {
  return (
    <g class={`wire-${colour}`}>
      <path class="ex-edge" d={d} />
      <path class="ex-core" d={d} />
    </g>
  );
}
