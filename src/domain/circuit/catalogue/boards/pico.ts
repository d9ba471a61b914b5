import type { BoardFigures, CatalogPart } from "../../catalogue-part.ts";
import { digikey, price, retailBand, typicalValue } from "../facts.ts";
import { picoPins } from "./pico-pins.ts";

const rp2040 = "RP2040 datasheet";
const pico = "Raspberry Pi Pico datasheet";
const picoW = "Raspberry Pi Pico W datasheet";

const shared = {
  family: "board",
  refPrefix: "U",
  interface: "none",
  supplyVolts: { min: 1.8, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.8,
  pins: picoPins,
  joined: [["GND.1", "GND.2", "GND.3", "GND.4", "GND.5", "GND.6", "GND.7", "AGND"]],
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
  sizeMm: { width: 21, height: 51 },
} satisfies Partial<CatalogPart>;

const picoBoard = {
  mcu: "rp2040",
  core: "rp2040",
  logicVolts: 3.3,
  usb: "micro",
  hasNativeUsb: true,
  analog: { max: 1023, volts: 3.3 },
  feed: { pin: "VSYS", volts: { min: 1.8, max: 5.5 }, switching: true },
  firmware: ["arduino", "micropython"],
  rail3v3ForOthersMa: 300,
  i2c: { sda: "4", scl: "5" },
  spi: { sck: "18", miso: "16", mosi: "19", cs: "17" },
  uart: { tx: "0", rx: "1" },
  pinLimits: {
    absMaxVolts: 3.8,
    vihMinVolts: 2.0,
    vilMaxVolts: 0.8,
    vohMinVolts: 2.62,
    designMa: 12,
    absSourceMa: 12,
    absSinkMa: 12,
  },
  flashBytes: 2_097_152,
  ramBytes: 262_144,
} satisfies Partial<BoardFigures>;

const sources = (board: string) => ({
  supplyVolts: `${board}, "Powering Pico": VSYS 1.8 to 5.5 V`,
  feed: `${board}, "Powering Pico": VSYS 1.8 to 5.5 V, which its RT6150 brings to 3.3 V up and down`,
  rail3v3ForOthersMa: `${board}, "Pico pinout": less than 300 mA recommended from 3V3(OUT)`,
  pinLimits: `${rp2040}, "Pin Specifications" at 3.3 V: VIH 2.0 V, VIL 0.8 V, VOH 2.62 V, 12 mA at most; "Absolute Maximum Ratings": IOVDD + 0.5 V`,
  analog: "Arduino core for RP2040: analogRead has 10 bits as the core starts; reference is the 3.3 V of the board",
  logicVolts: `${rp2040}, "Pin Specifications"`,
  chipAbsMaxVolts: `${rp2040}, "Absolute Maximum Ratings": IOVDD + 0.5 V`,
  price: retailBand,
});

const gotchas = [
  "Its pins take 3.3 V; 5 V on a pin damages the chip.",
  "Feed it at VSYS, or over USB, never both without a diode between.",
  "VBUS has 5 V only while USB is plugged in.",
  "Its Arduino core has no deep sleep: a sleeping sketch only waits, at about 20 mA.",
];

/** Raspberry Pi Pico (RP2040). */
export const raspberryPiPico: CatalogPart = {
  ...shared,
  id: "pico",
  name: "Raspberry Pi Pico",
  partNumber: "SC0915",
  description: "RP2040 board with USB, 26 free pins, 3.3 V logic, no radio",
  aliases: {
    en: ["pico", "raspberry pi pico", "raspberry pico", "pi pico", "rpi pico", "rp2040", "pico board"],
    de: ["pico-board"],
  },
  functions: [],
  currentMa: { typ: 25, max: 100 },
  sleepMa: 20,
  board: {
    ...picoBoard,
    shortName: "Pico",
    ledPin: 25,
    platformio: { platform: "https://github.com/maxgerhardt/platform-raspberrypi.git", board: "rpipico" },
    arduinoName: "Raspberry Pi Pico",
    activeMa: { typ: 25, max: 100 },
    awakeNoRadioMa: 25,
    sleepMa: 20,
    hasWifi: false,
    hasBluetooth: false,
    rail5vForOthersMa: 400,
  },
  price: price(400, 350, 600),
  supplier: digikey("SC0915"),
  datasheetUrl: "https://datasheets.raspberrypi.com/pico/pico-datasheet.pdf",
  alternatives: ["pico-w", "arduino-nano", "esp32-devkitc"],
  gotchas: ["No WiFi and no Bluetooth: that is the Pico W.", ...gotchas],
  sources: {
    ...sources(pico),
    currentMa: `${typicalValue}: whole board at 5 V; ${pico}, "Power consumption": about 90 mA in the busiest demo`,
    activeMa: `${typicalValue}: whole board at 5 V; ${pico}, "Power consumption": about 90 mA in the busiest demo`,
    awakeNoRadioMa: typicalValue,
    sleepMa: `${typicalValue}: waiting in delay(), which is all that its Arduino core offers; dormant by other means it takes about 1 mA (${pico})`,
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 100 mA of the board",
  },
};

/** Raspberry Pi Pico W (RP2040 with a CYW43439 radio). */
export const raspberryPiPicoW: CatalogPart = {
  ...shared,
  id: "pico-w",
  name: "Raspberry Pi Pico W",
  partNumber: "SC0918",
  description: "RP2040 board with USB, WiFi and Bluetooth, 26 free pins, 3.3 V logic",
  aliases: {
    en: ["pico w", "picow", "raspberry pi pico w", "raspberry pico w", "pi pico w", "rpi pico w", "pico wifi"],
    de: ["pico-w-board"],
  },
  functions: ["talk-wifi", "talk-bluetooth"],
  currentMa: { typ: 60, max: 250 },
  sleepMa: 20,
  board: {
    ...picoBoard,
    shortName: "Pico W",
    platformio: { platform: "https://github.com/maxgerhardt/platform-raspberrypi.git", board: "rpipicow" },
    arduinoName: "Raspberry Pi Pico W",
    activeMa: { typ: 60, max: 250 },
    awakeNoRadioMa: 28,
    sleepMa: 20,
    hasWifi: true,
    hasBluetooth: true,
    rail5vForOthersMa: 250,
  },
  price: price(600, 550, 850),
  supplier: digikey("SC0918"),
  datasheetUrl: "https://datasheets.raspberrypi.com/picow/pico-w-datasheet.pdf",
  alternatives: ["pico", "esp32-devkitc", "esp32-c3-supermini", "d1-mini"],
  gotchas: ["Its LED hangs on the radio: it is no GPIO.", ...gotchas],
  sources: {
    ...sources(picoW),
    currentMa: `${typicalValue}: whole board at 5 V, connected; sending in bursts`,
    activeMa: `${typicalValue}: whole board at 5 V, connected; sending in bursts`,
    awakeNoRadioMa: typicalValue,
    sleepMa: `${typicalValue}: waiting in delay() with the radio off, which is all that its Arduino core offers`,
    rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 250 mA of the board",
  },
};
