import type { CatalogPart } from "../catalogue-part.ts";
import type { CodeFile } from "../design.ts";

interface Target {
  platform: string;
  board: string;
  more?: readonly string[];
}

/** Earle Philhower's core comes with a platform of its own, https://arduino-pico.readthedocs.io/en/latest/platformio.html. */
const rp2040 = "https://github.com/maxgerhardt/platform-raspberrypi.git";
const philhower = ["board_build.core = earlephilhower"];

/** Boards by catalogue id as PlatformIO names them, https://docs.platformio.org/en/latest/boards/. */
const targets: Readonly<Record<string, Target>> = {
  "esp32-devkitc": { platform: "espressif32", board: "esp32dev" },
  "esp32-devkit-v1": { platform: "espressif32", board: "esp32doit-devkit-v1" },
  "esp32-s3-devkitc-1": { platform: "espressif32", board: "esp32-s3-devkitc-1" },
  "esp32-c3-devkitm-1": { platform: "espressif32", board: "esp32-c3-devkitm-1" },
  // It has no chip of its own for USB: the serial port is the microcontroller's.
  "esp32-c3-supermini": {
    platform: "espressif32",
    board: "esp32-c3-devkitm-1",
    more: ["build_flags = -DARDUINO_USB_MODE=1 -DARDUINO_USB_CDC_ON_BOOT=1"],
  },
  "nodemcu-esp8266": { platform: "espressif8266", board: "nodemcuv2" },
  "d1-mini": { platform: "espressif8266", board: "d1_mini" },
  "uno-r3": { platform: "atmelavr", board: "uno" },
  "arduino-nano": { platform: "atmelavr", board: "nanoatmega328" },
  "arduino-mega-2560": { platform: "atmelavr", board: "megaatmega2560" },
  pico: { platform: rp2040, board: "pico", more: philhower },
  "pico-w": { platform: rp2040, board: "rpipicow", more: philhower },
};

/** `platformio.ini` for one Arduino file on this board; null for a board that PlatformIO does not know by any name here. */
export function platformioIni({ libraries, content }: CodeFile, board: Pick<CatalogPart, "id">): string | null {
  const target = targets[board.id];
  if (target === undefined) return null;
  const [, baud = "115200"] = /Serial\.begin\((\d+)/.exec(content) ?? [];
  const lines = [
    `[env:${target.board}]`,
    `platform = ${target.platform}`,
    `board = ${target.board}`,
    "framework = arduino",
    `monitor_speed = ${baud}`,
    ...(target.more ?? []),
    ...(libraries.length === 0 ? [] : ["lib_deps ="]),
    ...libraries.map(({ name, version }) => `  ${name}@${version}`),
  ];
  return `${lines.join("\n")}\n`;
}
