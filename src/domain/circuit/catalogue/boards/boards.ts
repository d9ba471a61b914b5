import type { CatalogPart } from "../../catalogue-part.ts";
import { esp32C3Devkitm1, esp32C3Supermini } from "./esp32-c3.ts";
import { esp32DevkitV1 } from "./esp32-devkit-v1.ts";
import { esp32Devkitc } from "./esp32-devkitc.ts";
import { esp32S3Devkitc1 } from "./esp32-s3-devkitc-1.ts";
import { d1Mini, nodemcuEsp8266 } from "./esp8266-boards.ts";
import { arduinoMega2560 } from "./mega-2560.ts";
import { arduinoNano } from "./nano.ts";
import { raspberryPiPico, raspberryPiPicoW } from "./pico.ts";
import { unoR3 } from "./uno-r3.ts";

/** Every microcontroller board. */
export const boards: readonly CatalogPart[] = [
  esp32Devkitc,
  esp32DevkitV1,
  esp32S3Devkitc1,
  esp32C3Devkitm1,
  esp32C3Supermini,
  nodemcuEsp8266,
  d1Mini,
  unoR3,
  arduinoNano,
  arduinoMega2560,
  raspberryPiPico,
  raspberryPiPicoW,
];
