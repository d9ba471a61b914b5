import type { StockPart } from "./stock-parts.ts";

type Row = (catalogId: string | null, pins?: string) => StockPart;

const numbered = (numbers: readonly number[], prefix: string) =>
  numbers.map((each) => `${each}=${prefix}${each}`).join(" ");
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The Nano's sockets are printed D2, RX0 and so on; Wokwi numbers them, and names its ICSP header's pins too. */
const nano = `${numbered(range(2, 13), "D")} 0=RX0 1=TX1 3.3V=3V3 AREF=REF RESET=RST.1 RESET.2=RST.2 RESET.3=RST.2 GND.3=GND.2 12.2=D12 13.2=D13 11.2=D11 5V.2=5V`;

/** Wokwi counts the grounds of the right header from below, the print from above. */
const pico = "GND.5=GND.7 GND.7=AGND GND.8=GND.5 TP4= TP5=";

const c3 = `${numbered([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 19], "IO")} GND.6=GND.10 GND.7=GND.9 GND.9=GND.7 GND.10=GND.6`;

/** Boards that Wokwi simulates and our catalogue lacks. */
const lacking = [
  "arduino-nano-esp32|nano-rp2040-connect|esp-01|esp32-2432s028r|esp32-c3-rust-1|esp32-c5-devkitc-1|esp32-c6-devkitc-1",
  "esp32-c61-devkitc-1|esp32-cam|esp32-h2-devkitm-1|aitewinrobot-esp32h2-supermini|esp32-p4-function-ev|esp32-p4-preview",
  "esp32-s2-devkitm-1|esp32-s3-box|esp32-s3-box-3|esp32-s31-function-coreboard-1|m5stack-core-s3|mch2022-badge|pi-pico-2",
  "st-nucleo-c031c6|st-nucleo-l031k6|st-nucleo-l432kc|stm32-blackpill|stm32-bluepill|wemos-lolin32-lite|wemos-s2-mini",
  "xiao-esp32-c3|xiao-esp32-c6|xiao-esp32-s3|tt-block-bidirectional-io|tt-block-input-8|tt-block-input|tt-block-output",
];

/** The boards of Wokwi by their type without its prefix. */
export function stockBoards(row: Row): Record<string, StockPart> {
  return {
    "arduino-uno": row("uno-r3"),
    "arduino-nano": row("arduino-nano", nano),
    "arduino-mega": row("arduino-mega-2560", "3.3V=3V3 5V=5V.1 5V.1=5V.2 5V.2=5V.3"),
    "esp32-devkit-c-v4": row("esp32-devkitc"),
    // An early form of the part had the 5 V pin by that name.
    "esp32-devkit-v1": row("esp32-devkit-v1", "GND.1=GND.2 GND.2=GND.1 RX0=RX0 TX0=TX0 5V=VIN"),
    "esp32-s3-devkitc-1": row("esp32-s3-devkitc-1", "GND.1=G.1 GND.2=G.2 GND.3=G.3 GND.4=G.4"),
    "esp32-c3-devkitm-1": row("esp32-c3-devkitm-1", c3),
    "aitewinrobot-esp32c3-supermini": row("esp32-c3-supermini", "GND=G 3V3=3.3 RX=20 TX=21"),
    "pi-pico": row("pico", pico),
    "pi-pico-w": row("pico-w", pico),
    ...Object.fromEntries(lacking.flatMap((line) => line.split("|").map((name) => [name, row(null)]))),
  };
}

/** Where a board's program talks to the serial monitor: its transmitting and its receiving pin, in our names. An Arduino needs no wire. */
export const monitorPins: Readonly<Record<string, { tx: string; rx: string }>> = {
  "esp32-devkitc": { tx: "TX", rx: "RX" },
  "esp32-devkit-v1": { tx: "TX0", rx: "RX0" },
  "esp32-s3-devkitc-1": { tx: "TX", rx: "RX" },
  "esp32-c3-devkitm-1": { tx: "TX", rx: "RX" },
  "esp32-c3-supermini": { tx: "21", rx: "20" },
  pico: { tx: "GP0", rx: "GP1" },
  "pico-w": { tx: "GP0", rx: "GP1" },
};
