import type { PictureKind } from "../../../domain/picture/picture-kind.ts";
import { HeaderFrames, PushButton } from "./boards.tsx";
import type { ArtProps } from "./drawing.tsx";
import { Chip, Pcb, Silk, UsbSocket } from "./drawing.tsx";

type Tone = Parameters<typeof Pcb>[0]["tone"];

interface ModuleBoard {
  tone: Tone;
  /** Words etched into the can of the radio module. */
  can: [string, string];
  bridge: string | null;
  buttons: [string, string];
  /** Sockets at the lower edge. */
  sockets: 1 | 2;
}

const moduleBoards: Readonly<Partial<Record<PictureKind, ModuleBoard>>> = {
  "esp32-30": { tone: "black", can: ["ESP32", "WROOM-32"], bridge: "CP2102", buttons: ["EN", "BOOT"], sockets: 1 },
  "esp32-s3": { tone: "black", can: ["ESP32-S3", "WROOM-1"], bridge: "CP2102N", buttons: ["BOOT", "RST"], sockets: 2 },
  "esp32-c3": { tone: "black", can: ["ESP32-C3", "MINI-1"], bridge: "CP2102N", buttons: ["BOOT", "RST"], sockets: 1 },
  nodemcu: { tone: "black", can: ["ESP8266", "ESP-12E"], bridge: "CP2102", buttons: ["RST", "FLASH"], sockets: 1 },
  "d1-mini": { tone: "blue", can: ["ESP8266", "D1 mini"], bridge: null, buttons: ["RST", ""], sockets: 1 },
};

/** A radio module under its can with the antenna above, then as much of bridge, LED and buttons as the board is long, USB below. */
export function EspModuleArt(props: ArtProps) {
  const { width, height, part } = props;
  const board = moduleBoards[part.kind];
  if (board === undefined) return <Pcb width={width} height={height} tone="black" />;
  const middle = width / 2;
  const can = Math.min(100, Math.round(height * 0.36));
  const free = height - 74 - (20 + can);
  const sockets = board.sockets === 1 ? [middle - 18] : [middle - 44, middle + 8];
  return (
    <>
      <Pcb width={width} height={height} tone={board.tone} />
      <HeaderFrames {...props} />
      <rect class="dg-ic" x={middle - 34} y={-10} width={68} height={34} rx={2} />
      <path class="dg-antenna" d={`M${middle - 28} 18V-4h8v16h8V-4h8v16h8V-4h8v16h8V-4h8`} />
      <rect class="dg-metal" x={middle - 34} y={20} width={68} height={can} rx={3} />
      <text class="dg-etched" x={middle} y={16 + can / 2} font-size={10.5}>
        {board.can[0]}
      </text>
      <text class="dg-etched dg-mono" x={middle} y={30 + can / 2} font-size={8}>
        {board.can[1]}
      </text>
      {board.bridge !== null && free > 60 ? (
        <>
          <Chip x={middle - 14} y={20 + can + free / 2 - 16} width={28} height={28} />
          <Silk x={middle} y={20 + can + free / 2 + 26} dim>
            {board.bridge}
          </Silk>
        </>
      ) : null}
      <PushButton x={middle - 20} y={height - 52} name={board.buttons[0]} />
      {board.buttons[1] === "" ? null : <PushButton x={middle + 20} y={height - 52} name={board.buttons[1]} />}
      {sockets.map((x) => (
        <UsbSocket key={x} x={x} y={height - 28} width={36} height={36} />
      ))}
    </>
  );
}

/** A socket that stands over the upper edge of a board. */
function UpperSocket({ middle, width }: { middle: number; width: number }) {
  return (
    <>
      <rect class="dg-metal" x={middle - width / 2} y={-10} width={width} height={34} rx={4} />
      <rect x={middle - width * 0.3} y={-6} width={width * 0.6} height={4} fill="#555b58" />
    </>
  );
}

/** ESP32-C3 SuperMini: USB-C above, chip, two buttons, ceramic antenna below. */
export function SuperminiArt(props: ArtProps) {
  const { width, height } = props;
  const middle = width / 2;
  return (
    <>
      <Pcb width={width} height={height} tone="black" />
      <HeaderFrames {...props} />
      <UpperSocket middle={middle} width={44} />
      <PushButton x={middle - 26} y={62} name="BOOT" />
      <PushButton x={middle + 26} y={62} name="RST" />
      <Chip x={middle - 16} y={86} width={32} height={32} />
      <Silk x={middle} y={132} size={9}>
        ESP32-C3
      </Silk>
      <rect x={middle - 22} y={height - 34} width={44} height={14} rx={2} fill="#b9492f" />
      <Silk x={middle} y={height - 8} dim>
        SuperMini
      </Silk>
    </>
  );
}

/** Arduino Nano: Mini-B above, ATmega328P on its corner, reset button, programming header below. */
export function NanoArt(props: ArtProps) {
  const { width, height } = props;
  const middle = width / 2;
  const y = height * 0.42;
  return (
    <>
      <Pcb width={width} height={height} tone="teal" />
      <HeaderFrames {...props} />
      <UpperSocket middle={middle} width={40} />
      <g transform={`rotate(45 ${middle} ${y})`}>
        <Chip x={middle - 22} y={y - 22} width={44} height={44} legs={6} />
      </g>
      <Silk x={middle} y={y + 4} dim>
        328P
      </Silk>
      <PushButton x={middle} y={y + 66} name="RST" />
      <Silk x={middle} y={y + 96} size={11}>
        NANO
      </Silk>
      {[0, 1, 2].map((column) =>
        [0, 1].map((line) => (
          <rect
            key={`${column} ${line}`}
            class="dg-gold"
            x={middle - 22 + column * 18}
            y={height - 44 + line * 18}
            width={8}
            height={8}
          />
        )),
      )}
    </>
  );
}

/** Raspberry Pi Pico: Micro-B above, BOOTSEL, RP2040; on the Pico W the can of its radio below. */
export function PicoArt(props: ArtProps) {
  const { width, height, part } = props;
  const middle = width / 2;
  const hasRadio = part.kind === "pico-w";
  return (
    <>
      <Pcb width={width} height={height} tone="green" />
      <HeaderFrames {...props} />
      <UpperSocket middle={middle} width={40} />
      <rect x={middle - 34} y={36} width={8} height={5} rx={1} fill="#7bd88f" />
      <Silk x={middle - 22} y={42} dim anchor="start">
        LED
      </Silk>
      <PushButton x={middle} y={84} name="BOOTSEL" />
      <Chip x={middle - 26} y={height / 2 - 40} width={52} height={52} legs={7} />
      <Silk x={middle} y={height / 2 - 10} dim>
        RP2040
      </Silk>
      <Silk x={middle} y={height / 2 + 36} size={11}>
        {hasRadio ? "Pico W" : "Pico"}
      </Silk>
      {hasRadio ? (
        <>
          <rect class="dg-metal" x={middle - 30} y={height - 132} width={60} height={60} rx={3} />
          <text class="dg-etched dg-mono" x={middle} y={height - 98} font-size={8}>
            CYW43439
          </text>
          <path class="dg-antenna" d={`M${middle - 24} ${height - 20}l24 -36l24 36z`} />
        </>
      ) : null}
    </>
  );
}
