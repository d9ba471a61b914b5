import type { BoardFigures } from "../../catalogue-part.ts";
import { typicalValue } from "../facts.ts";

/** Levels and currents of a pin at 3.3 V, alike in the datasheets of ESP32, ESP32-S3 and ESP32-C3 modules. */
export const espressifLimits: BoardFigures["pinLimits"] = {
  absMaxVolts: 3.6,
  vihMinVolts: 2.475,
  vilMaxVolts: 0.825,
  vohMinVolts: 2.64,
  designMa: 20,
  absSourceMa: 40,
  absSinkMa: 28,
};

/** Where `espressifLimits` stands, for the module with this name. */
export const espressifLimitsSource = (datasheet: string): string =>
  `${datasheet}, "DC Characteristics (3.3 V, 25 C)": VIH 0.75 VDD to VDD + 0.3 V, VIL 0.25 VDD, VOH 0.8 VDD; typical greatest 40 mA source, 28 mA sink; 20 mA is our design limit`;

/** Where full scale of the ADC stands. */
export const analogSource =
  "Arduino core for ESP32, ADC API: 12 bits and 11 dB attenuation as the core starts, which measure up to about 3.1 V";

/** Where the range at a 5V pin stands. */
export const fiveVoltFeed = (guide: string): string => `${guide}; range of a 5 V supply at that pin: ${typicalValue}`;

const languages: BoardFigures["firmware"] = ["arduino", "micropython"];

/** Figures that all boards with the Espressif core and a 5 V pin share. */
export const espressifBoard = {
  core: "esp32",
  logicVolts: 3.3,
  firmware: languages,
  hasWifi: true,
  hasBluetooth: true,
  pinLimits: espressifLimits,
} satisfies Partial<BoardFigures>;
