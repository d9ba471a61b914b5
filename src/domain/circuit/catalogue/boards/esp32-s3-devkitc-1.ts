import type { CatalogPart } from "../../catalogue-part.ts";
import { digikey, price, retailBand, typicalValue } from "../facts.ts";
import { esp32S3Devkitc1Pins } from "./esp32-s3-devkitc-1-pins.ts";
import { analogSource, espressifBoard, espressifLimitsSource, fiveVoltFeed } from "./espressif-figures.ts";

const wroom = "ESP32-S3-WROOM-1 datasheet v1.3";
const guide = 'ESP32-S3-DevKitC-1 v1.1 user guide, section "Power Supply Options"';
const active = `ESP32-S3 datasheet, table of Wi-Fi currents: 88-91 mA receiving, 340 mA sending at 21 dBm; 20 mA for bridge and LEDs (${typicalValue})`;

/** Espressif ESP32-S3-DevKitC-1 v1.1 with 8 MB of flash and 8 MB of octal RAM. */
export const esp32S3Devkitc1: CatalogPart = {
  id: "esp32-s3-devkitc-1",
  name: "ESP32-S3-DevKitC-1",
  partNumber: "ESP32-S3-DevKitC-1-N8R8",
  family: "board",
  refPrefix: "U",
  description: "ESP32-S3 board with two USB sockets, WiFi and Bluetooth LE, 44 pins, 3.3 V logic",
  aliases: {
    en: ["esp32-s3", "esp32s3", "esp 32 s3", "esp32-s3-devkitc", "esp32 s3 devkit", "esp32-s3-wroom", "s3 devkit"],
    de: ["esp32-s3-board"],
  },
  functions: ["talk-wifi", "talk-bluetooth"],
  interface: "none",
  supplyVolts: { min: 4.5, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.6,
  currentMa: { typ: 110, max: 360 },
  sleepMa: 10,
  board: {
    ...espressifBoard,
    mcu: "esp32s3",
    shortName: "ESP32-S3",
    ledPin: 38,
    usb: "micro",
    analog: { max: 4095, volts: 3.1 },
    feed: { pin: "5V", volts: { min: 4.5, max: 5.5 } },
    platformio: { platform: "espressif32", board: "esp32-s3-devkitc-1" },
    arduinoName: "ESP32S3 Dev Module",
    activeMa: { typ: 110, max: 360 },
    awakeNoRadioMa: 60,
    sleepMa: 10,
    rail3v3ForOthersMa: 400,
    rail5vForOthersMa: 140,
    i2c: { sda: "8", scl: "9" },
    spi: { sck: "12", miso: "13", mosi: "11", cs: "10" },
    uart: { tx: "17", rx: "18" },
    flashBytes: 8_388_608,
    ramBytes: 327_680,
  },
  pins: esp32S3Devkitc1Pins,
  joined: [
    ["G.1", "G.2", "G.3", "G.4"],
    ["3V3.1", "3V3.2"],
  ],
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
  price: price(1500, 1100, 2000),
  supplier: digikey("ESP32-S3-DevKitC-1"),
  datasheetUrl: "https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32s3/esp32-s3-devkitc-1/user_guide.html",
  alternatives: ["esp32-devkitc", "esp32-c3-devkitm-1", "pico-w"],
  gotchas: [
    "Its pins take 3.3 V; 5 V on a pin damages the chip.",
    "GPIO 35-37 belong to the RAM on boards with octal RAM (N8R8, N16R8).",
    "Open the serial monitor on the socket marked UART.",
    "The RGB LED is on GPIO 38, on boards of version 1.0 on GPIO 48.",
    "Asleep the board still draws about 10 mA: USB bridge, regulator and LEDs stay on.",
  ],
  sources: {
    supplyVolts: fiveVoltFeed(guide),
    currentMa: active,
    activeMa: active,
    awakeNoRadioMa: `ESP32-S3 datasheet, table of Modem-sleep currents: about 50 mA at 240 MHz; 10 mA for bridge and LEDs (${typicalValue})`,
    sleepMa: `${typicalValue}: 7-14 mA for the whole board, of which 0.01 mA are the chip's`,
    rail3v3ForOthersMa: `${typicalValue} of 100 C/W for the SOT-223 regulator as mounted: (125 C - 40 C) / 100 C/W / 1.7 V = 500 mA, less 100 mA of the radio's average`,
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 360 mA of the board",
    pinLimits: espressifLimitsSource(wroom),
    analog: analogSource,
    feed: fiveVoltFeed(guide),
    logicVolts: `${wroom}, "DC Characteristics (3.3 V, 25 C)"`,
    chipAbsMaxVolts: `${wroom}, "Absolute Maximum Ratings": 3.6 V`,
    price: retailBand,
  },
  sizeMm: { width: 25.5, height: 62.7 },
};
