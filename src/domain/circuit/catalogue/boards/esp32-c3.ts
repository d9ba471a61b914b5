import type { CatalogPart } from "../../catalogue-part.ts";
import { aliexpress, digikey, price, retailBand, typicalValue } from "../facts.ts";
import { esp32C3Devkitm1Pins, esp32C3SuperminiPins } from "./esp32-c3-pins.ts";
import { analogSource, espressifBoard, espressifLimitsSource, fiveVoltFeed } from "./espressif-figures.ts";

const mini = "ESP32-C3-MINI-1 datasheet";
const chip = "ESP32-C3 datasheet";
const guide = 'ESP32-C3-DevKitM-1 user guide, section "Power Supply Options"';
const active = `${chip}, table of Wi-Fi currents: 84-87 mA receiving, 335 mA sending at 21 dBm; 10 mA for what is beside the chip (${typicalValue})`;
const awake = `${chip}, table of Modem-sleep currents: 23-28 mA at 160 MHz; the rest for what is beside the chip (${typicalValue})`;

const shared = {
  family: "board",
  refPrefix: "U",
  functions: ["talk-wifi", "talk-bluetooth"],
  interface: "none",
  supplyVolts: { min: 4.5, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.6,
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
} satisfies Partial<CatalogPart>;

const c3Board = {
  ...espressifBoard,
  mcu: "esp32c3",
  ledPin: 8,
  analog: { max: 4095, volts: 3.1 },
  i2c: { sda: "8", scl: "9" },
  spi: { sck: "4", miso: "5", mosi: "6", cs: "7" },
  flashBytes: 4_194_304,
  ramBytes: 327_680,
} satisfies Partial<CatalogPart["board"]>;

const sources = {
  currentMa: active,
  activeMa: active,
  pinLimits: espressifLimitsSource(mini),
  analog: analogSource,
  logicVolts: `${mini}, "DC Characteristics (3.3 V, 25 C)"`,
  chipAbsMaxVolts: `${mini}, "Absolute Maximum Ratings": 3.6 V`,
  price: retailBand,
};

/** Espressif ESP32-C3-DevKitM-1 with an ESP32-C3-MINI-1 module. */
export const esp32C3Devkitm1: CatalogPart = {
  ...shared,
  id: "esp32-c3-devkitm-1",
  name: "ESP32-C3-DevKitM-1",
  partNumber: "ESP32-C3-DevKitM-1",
  description: "ESP32-C3 board with USB bridge, WiFi and Bluetooth LE, 30 pins, 3.3 V logic",
  aliases: {
    en: ["esp32-c3", "esp32c3", "esp 32 c3", "c3", "esp32-c3-devkitm", "esp32-c3 devkit", "c3 devkit", "esp32-c3-mini"],
    de: ["esp32-c3-board"],
  },
  currentMa: { typ: 95, max: 345 },
  sleepMa: 8,
  board: {
    ...c3Board,
    shortName: "ESP32-C3",
    usb: "micro",
    feed: { pin: "5V.1", volts: { min: 4.5, max: 5.5 } },
    platformio: { platform: "espressif32", board: "esp32-c3-devkitm-1" },
    arduinoName: "ESP32C3 Dev Module",
    activeMa: { typ: 95, max: 345 },
    awakeNoRadioMa: 38,
    sleepMa: 8,
    rail3v3ForOthersMa: 400,
    rail5vForOthersMa: 150,
    uart: { tx: "7", rx: "10" },
  },
  pins: esp32C3Devkitm1Pins,
  joined: [Array.from({ length: 10 }, (_, index) => `GND.${index + 1}`), ["3V3.1", "3V3.2"], ["5V.1", "5V.2"]],
  price: price(900, 700, 1200),
  supplier: digikey("ESP32-C3-DevKitM-1"),
  datasheetUrl: "https://docs.espressif.com/projects/esp-dev-kits/en/latest/esp32c3/esp32-c3-devkitm-1/user_guide.html",
  alternatives: ["esp32-c3-supermini", "esp32-devkitc", "d1-mini"],
  gotchas: [
    "Its pins take 3.3 V; 5 V on a pin damages the chip.",
    "The RGB LED hangs on GPIO 8, which is SDA too: it may flicker while the bus talks.",
    "GPIO 2, 8 and 9 must be high while it starts.",
    "Bluetooth is Low Energy only.",
  ],
  sources: {
    ...sources,
    supplyVolts: fiveVoltFeed(guide),
    feed: fiveVoltFeed(guide),
    awakeNoRadioMa: awake,
    sleepMa: `${typicalValue}: 5-10 mA for the whole board, of which 0.005 mA are the chip's`,
    rail3v3ForOthersMa: `${typicalValue} of 100 C/W for its regulator as mounted: (125 C - 40 C) / 100 C/W / 1.7 V = 500 mA, less 100 mA of the radio's average`,
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 345 mA of the board, rounded down",
  },
  sizeMm: { width: 25.4, height: 42.9 },
};

/** ESP32-C3 on a board of thumbnail size, built alike by many makers. */
export const esp32C3Supermini: CatalogPart = {
  ...shared,
  id: "esp32-c3-supermini",
  name: "ESP32-C3 SuperMini",
  partNumber: "ESP32-C3-SuperMini",
  description: "Tiny ESP32-C3 board with USB-C, WiFi and Bluetooth LE, 16 pins, 3.3 V logic",
  aliases: {
    en: [
      "supermini",
      "super mini",
      "esp32-c3 supermini",
      "esp32-c3 super mini",
      "esp32c3 supermini",
      "esp32c3 super mini",
      "c3 supermini",
      "c3 super mini",
      "esp32 supermini",
      "esp32 super mini",
    ],
    de: [],
  },
  currentMa: { typ: 90, max: 340 },
  sleepMa: 0.6,
  board: {
    ...c3Board,
    shortName: "ESP32-C3 SuperMini",
    usb: "c",
    hasNativeUsb: true,
    feed: { pin: "5V", volts: { min: 4.5, max: 5.5 } },
    hasManyMakers: true,
    platformio: { platform: "espressif32", board: "esp32-c3-devkitm-1" },
    arduinoName: "Nologo ESP32C3 Super Mini",
    activeMa: { typ: 90, max: 340 },
    awakeNoRadioMa: 28,
    sleepMa: 0.6,
    rail3v3ForOthersMa: 110,
    rail5vForOthersMa: 160,
    uart: { tx: "21", rx: "20" },
  },
  pins: esp32C3SuperminiPins,
  price: price(350, 180, 600),
  supplier: aliexpress("ESP32-C3 SuperMini"),
  datasheetUrl: "https://www.espressif.com/sites/default/files/documentation/esp32-c3_datasheet_en.pdf",
  alternatives: ["esp32-c3-devkitm-1", "d1-mini", "pico-w"],
  gotchas: [
    "Its pins take 3.3 V; 5 V on a pin damages the chip.",
    "Its regulator is small: about 110 mA are left for parts on 3.3 V.",
    "Never feed the 5V pin and USB at once: on most copies the two are joined.",
    "Switch “USB CDC On Boot” on, or the serial monitor stays empty.",
    "GPIO 2, 8 and 9 must be high while it starts; the blue LED hangs on GPIO 8.",
  ],
  sources: {
    ...sources,
    supplyVolts: `${typicalValue}: range of a 5 V supply at its 5V pin`,
    feed: `${typicalValue}: range of a 5 V supply at its 5V pin; its ME6211 takes 6.5 V at most (datasheet, "Absolute Maximum Ratings")`,
    awakeNoRadioMa: awake,
    sleepMa: `${typicalValue}: regulator and power LED; the chip itself takes 0.005 mA`,
    rail3v3ForOthersMa: `${typicalValue} of 250 C/W for its SOT-23-5 regulator (ME6211) as mounted: (125 C - 40 C) / 250 C/W / 1.7 V = 200 mA, less 90 mA of the radio's average`,
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 340 mA of the board",
  },
  sizeMm: { width: 18, height: 22.5 },
};
