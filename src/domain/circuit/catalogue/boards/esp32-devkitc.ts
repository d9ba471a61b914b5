import type { CatalogPart } from "../../catalogue-part.ts";
import { digikey, price, retailBand, typicalValue } from "../facts.ts";
import { esp32DevkitcPins } from "./esp32-devkitc-pins.ts";
import { analogSource, espressifLimits } from "./espressif-figures.ts";

const wroom = "ESP32-WROOM-32E datasheet v1.2";
const rfCurrents = 'ESP32 datasheet, table "Current Consumption Depending on RF Modes"';
const devkit = "ESP32-DevKitC V4 user guide";

/** Espressif ESP32-DevKitC V4 with an ESP32-WROOM-32E module. */
export const esp32Devkitc: CatalogPart = {
  id: "esp32-devkitc",
  name: "ESP32-DevKitC V4",
  partNumber: "ESP32-DevKitC-32E",
  family: "board",
  refPrefix: "U",
  description: "ESP32-WROOM-32E board with USB, WiFi and Bluetooth, 38 pins, 3.3 V logic",
  aliases: {
    en: ["esp32", "esp 32", "esp-32", "esp32 devkit", "esp32-devkitc", "devkitc", "esp32-wroom", "nodemcu-32s"],
    de: ["esp32-board", "esp32 board", "esp32-platine"],
  },
  functions: ["talk-wifi", "talk-bluetooth"],
  interface: "none",
  supplyVolts: { min: 4.5, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.6,
  currentMa: { typ: 100, max: 250 },
  sleepMa: 10,
  board: {
    mcu: "esp32",
    shortName: "ESP32",
    core: "esp32",
    logicVolts: 3.3,
    usb: "micro",
    analog: { max: 4095, volts: 3.1 },
    feed: { pin: "5V", volts: { min: 4.5, max: 5.5 } },
    platformio: { platform: "espressif32", board: "esp32dev" },
    arduinoName: "ESP32 Dev Module",
    firmware: ["arduino", "micropython"],
    activeMa: { typ: 100, max: 250 },
    awakeNoRadioMa: 50,
    sleepMa: 10,
    hasWifi: true,
    hasBluetooth: true,
    rail3v3ForOthersMa: 450,
    rail5vForOthersMa: 250,
    i2c: { sda: "21", scl: "22" },
    spi: { sck: "18", miso: "19", mosi: "23", cs: "5" },
    uart: { tx: "17", rx: "16" },
    pinLimits: espressifLimits,
    flashBytes: 4_194_304,
    ramBytes: 327_680,
  },
  pins: esp32DevkitcPins,
  joined: [["GND.1", "GND.2", "GND.3"]],
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
  price: price(1000, 750, 1300),
  supplier: digikey("ESP32-DevKitC-32E"),
  datasheetUrl: "https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32/esp32-devkitc/user_guide.html",
  alternatives: ["esp32-devkit-v1", "esp32-c3-supermini", "esp32-s3-devkitc-1", "pico-w"],
  gotchas: [
    "Its pins take 3.3 V; 5 V on a pin damages the chip.",
    "GPIO 6-11 belong to the flash, GPIO 34-39 are inputs without pull resistors.",
    "Asleep the board still draws about 10 mA: USB bridge, regulator and power LED stay on.",
    "Feed it over USB or over the 5V pin, never both at once.",
  ],
  sources: {
    supplyVolts: `${devkit}, section "Power Supply Options": USB or the 5V pin, one only; range of a 5 V supply: ${typicalValue}`,
    currentMa: `${rfCurrents}: 95-100 mA receiving; 240 mA sending at 19.5 dBm and 10 mA for bridge and LED (${typicalValue})`,
    activeMa: `${rfCurrents}: 95-100 mA receiving; 240 mA sending at 19.5 dBm and 10 mA for bridge and LED (${typicalValue})`,
    awakeNoRadioMa: 'ESP32 datasheet, table "Current Consumption Depending on Work Modes": 30-68 mA at 240 MHz',
    sleepMa: `${typicalValue}: 5-15 mA for the whole board, of which 0.01 mA are the chip's`,
    rail3v3ForOthersMa:
      "AMS1117 datasheet, 125 C at most and 46 to over 90 C/W as mounted: (125 C - 40 C) / 90 C/W / 1.7 V = 555 mA, less 100 mA of the radio's average, rounded down; that the board carries one: DevKitC V4 schematic",
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 250 mA of the board",
    pinLimits: `${wroom}, section 4.3 "DC Characteristics (3.3 V, 25 C)": VIH 0.75 VDD to VDD + 0.3 V, VIL 0.25 VDD, VOH 0.8 VDD; typical greatest 40 mA source (29 mA with many pins), 28 mA sink; 20 mA is our design limit`,
    analog: analogSource,
    feed: `${devkit}, section "Power Supply Options"; range of a 5 V supply: ${typicalValue}`,
    logicVolts: `${wroom}, section 4.3 "DC Characteristics (3.3 V, 25 C)"`,
    chipAbsMaxVolts: `${wroom}, section 4.1 "Absolute Maximum Ratings": 3.6 V`,
    price: retailBand,
  },
  sizeMm: { width: 27.9, height: 54.4 },
};
