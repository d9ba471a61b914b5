import type { CatalogPart } from "../../catalogue-part.ts";
import { aliexpress, price, retailBand, typicalValue } from "../facts.ts";
import { esp32DevkitV1Pins } from "./esp32-devkit-v1-pins.ts";
import { analogSource, espressifBoard, espressifLimitsSource } from "./espressif-figures.ts";

const wroom = "ESP32-WROOM-32 datasheet v3.5";
const rfCurrents = 'ESP32 datasheet, table "Current Consumption Depending on RF Modes"';
const active = `${rfCurrents}: 95-100 mA receiving; 240 mA sending at 19.5 dBm and 10 mA for bridge and LED (${typicalValue})`;

/** The 30-pin ESP32 board of DOIT, built alike by many makers. */
export const esp32DevkitV1: CatalogPart = {
  id: "esp32-devkit-v1",
  name: "ESP32 DevKit V1 (30 pins)",
  partNumber: "DOIT-ESP32-DEVKIT-V1",
  family: "board",
  refPrefix: "U",
  description: "ESP32-WROOM-32 board with USB, WiFi and Bluetooth, 30 pins, 3.3 V logic",
  aliases: {
    en: [
      "esp32 devkit v1",
      "esp32 dev kit v1",
      "devkit v1",
      "doit devkit v1",
      "doit esp32 devkit v1",
      "esp32 doit",
      "doit esp32",
      "esp32 30 pin",
      "30 pin esp32",
      "esp32 30 pins",
    ],
    de: ["esp32 mit 30 pins"],
  },
  functions: ["talk-wifi", "talk-bluetooth"],
  interface: "none",
  supplyVolts: { min: 4.5, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.6,
  currentMa: { typ: 100, max: 250 },
  sleepMa: 10,
  board: {
    ...espressifBoard,
    mcu: "esp32",
    shortName: "ESP32 DevKit V1",
    ledPin: 2,
    usb: "micro",
    analog: { max: 4095, volts: 3.1 },
    feed: { pin: "VIN", volts: { min: 4.5, max: 5.5 } },
    hasManyMakers: true,
    platformio: { platform: "espressif32", board: "esp32doit-devkit-v1" },
    arduinoName: "DOIT ESP32 DEVKIT V1",
    activeMa: { typ: 100, max: 250 },
    awakeNoRadioMa: 50,
    sleepMa: 10,
    rail3v3ForOthersMa: 450,
    rail5vForOthersMa: 250,
    i2c: { sda: "21", scl: "22" },
    spi: { sck: "18", miso: "19", mosi: "23", cs: "5" },
    uart: { tx: "17", rx: "16" },
    flashBytes: 4_194_304,
    ramBytes: 327_680,
  },
  pins: esp32DevkitV1Pins,
  joined: [["GND.1", "GND.2"]],
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
  price: price(700, 450, 1000),
  supplier: aliexpress("ESP32 DevKit V1 30 pin"),
  datasheetUrl: "https://www.espressif.com/sites/default/files/documentation/esp32-wroom-32_datasheet_en.pdf",
  alternatives: ["esp32-devkitc", "esp32-c3-supermini", "nodemcu-esp8266", "pico-w"],
  gotchas: [
    "Its pins take 3.3 V; 5 V on a pin damages the chip.",
    "Boards with 36 or 38 pins have another order: read the print.",
    "GPIO 34-39 are inputs without pull resistors.",
    "Asleep the board still draws about 10 mA: USB bridge, regulator and power LED stay on.",
    "Some copies need the BOOT button held while they are flashed.",
  ],
  sources: {
    supplyVolts: `${typicalValue}: range of a 5 V supply at VIN, which its AMS1117 brings to 3.3 V`,
    currentMa: active,
    activeMa: active,
    awakeNoRadioMa: 'ESP32 datasheet, table "Current Consumption Depending on Work Modes": 30-68 mA at 240 MHz',
    sleepMa: `${typicalValue}: 5-15 mA for the whole board, of which 0.01 mA are the chip's`,
    rail3v3ForOthersMa:
      "AMS1117 datasheet, 125 C at most and 46 to over 90 C/W as mounted: (125 C - 40 C) / 90 C/W / 1.7 V = 555 mA, less 100 mA of the radio's average, rounded down",
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 250 mA of the board",
    pinLimits: espressifLimitsSource(wroom),
    analog: analogSource,
    feed: `${typicalValue}: range of a 5 V supply at VIN`,
    logicVolts: `${wroom}, "DC Characteristics (3.3 V, 25 C)"`,
    chipAbsMaxVolts: `${wroom}, "Absolute Maximum Ratings": 3.6 V`,
    price: retailBand,
  },
  sizeMm: { width: 28.2, height: 51.5 },
};
