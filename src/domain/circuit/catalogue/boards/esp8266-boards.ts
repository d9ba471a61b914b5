import type { BoardFigures, CatalogPart } from "../../catalogue-part.ts";
import { aliexpress, price, retailBand, typicalValue } from "../facts.ts";
import { d1MiniPins, nodemcuPins } from "./esp8266-pins.ts";

const chip = "ESP8266EX datasheet v7.0";
const active = `${chip}, table "Power Consumption": 50-56 mA receiving, 170 mA sending 802.11b; bursts and what is beside the chip: ${typicalValue}`;

const shared = {
  family: "board",
  refPrefix: "U",
  functions: ["talk-wifi"],
  interface: "none",
  supplyVolts: { min: 4.5, max: 5.5 },
  logicVolts: 3.3,
  chipAbsMaxVolts: 3.6,
  drivers: { arduino: null, micropython: { module: "machine", library: null } },
} satisfies Partial<CatalogPart>;

const espBoard = {
  mcu: "esp8266",
  ledPin: 2,
  core: "esp8266",
  logicVolts: 3.3,
  usb: "micro",
  analog: { max: 1023, volts: 3.3 },
  wakeLink: { from: "D0", to: "RST" },
  hasManyMakers: true,
  firmware: ["arduino", "micropython"],
  hasWifi: true,
  hasBluetooth: false,
  i2c: { sda: "4", scl: "5" },
  spi: { sck: "14", miso: "12", mosi: "13", cs: "15" },
  uart: { tx: "1", rx: "3" },
  pinLimits: {
    absMaxVolts: 3.6,
    vihMinVolts: 2.475,
    vilMaxVolts: 0.825,
    vohMinVolts: 2.64,
    designMa: 12,
    absSourceMa: 12,
    absSinkMa: 12,
  },
  flashBytes: 4_194_304,
  ramBytes: 81_920,
} satisfies Partial<BoardFigures>;

const sources = {
  currentMa: active,
  activeMa: active,
  pinLimits: `${chip}, table "Electrical Characteristics": VIH 0.75 VIO to 3.6 V, VIL 0.25 VIO, VOH 0.8 VIO, 12 mA at most`,
  analog: `${chip}, "ADC": 10 bits up to 1.0 V; the board's divider of 220 k and 100 k makes 3.2 V of it (schematics of NodeMCU and D1 mini)`,
  wakeLink: `${chip}, "Deep-sleep": GPIO 16 pulls EXT_RSTB low when the time is over`,
  logicVolts: `${chip}, table "Electrical Characteristics"`,
  chipAbsMaxVolts: `${chip}, table "Electrical Characteristics": 3.6 V`,
  rail5vForOthersMa: "USB 2.0 specification 7.2.1: 500 mA a port, less 220 mA of the board",
  price: retailBand,
};

/** NodeMCU development kit v1.0, sold as "v2", with an ESP-12E module. */
export const nodemcuEsp8266: CatalogPart = {
  ...shared,
  id: "nodemcu-esp8266",
  name: "NodeMCU v2 (ESP8266)",
  partNumber: "NODEMCU-V2-ESP12E",
  description: "ESP8266 board with USB and WiFi, no Bluetooth, 30 pins, 3.3 V logic, one analog input",
  aliases: {
    en: [
      "esp8266",
      "esp 8266",
      "nodemcu",
      "node mcu",
      "nodemcu v2",
      "nodemcu esp8266",
      "esp8266 nodemcu",
      "esp-12e",
      "esp12e",
      "nodemcu esp-12e",
      "amica nodemcu",
    ],
    de: ["esp8266-board"],
  },
  currentMa: { typ: 80, max: 220 },
  sleepMa: 8,
  board: {
    ...espBoard,
    shortName: "NodeMCU",
    feed: { pin: "Vin", volts: { min: 4.5, max: 5.5 } },
    platformio: { platform: "espressif8266", board: "nodemcuv2" },
    arduinoName: "NodeMCU 1.0 (ESP-12E Module)",
    activeMa: { typ: 80, max: 220 },
    awakeNoRadioMa: 30,
    sleepMa: 8,
    rail3v3ForOthersMa: 450,
    rail5vForOthersMa: 280,
  },
  pins: nodemcuPins,
  joined: [
    ["GND.1", "GND.2", "GND.3", "GND.4"],
    ["3V3.1", "3V3.2", "3V3.3"],
  ],
  price: price(500, 280, 850),
  supplier: aliexpress("NodeMCU V2 ESP8266 ESP-12E"),
  datasheetUrl: "https://www.espressif.com/sites/default/files/documentation/0a-esp8266ex_datasheet_en.pdf",
  alternatives: ["d1-mini", "esp32-devkit-v1", "esp32-c3-supermini", "pico-w"],
  gotchas: [
    "The printed D1, D2 ... are not GPIO 1, 2: D1 is GPIO 5, D2 is GPIO 4.",
    "One analog input only, A0, up to 3.3 V.",
    "D3 and D4 must be high and D8 low while it starts.",
    "To wake from deep sleep D0 must be wired to RST; take that wire off to upload.",
    "Version 3 (LoLin) is wider and has VU and G where this one has RSV.",
  ],
  sources: {
    ...sources,
    supplyVolts: `${typicalValue}: range of a 5 V supply at Vin, which its AMS1117 brings to 3.3 V`,
    feed: `${typicalValue}: range of a 5 V supply at Vin`,
    awakeNoRadioMa: `${chip}, table "Power Consumption": 15 mA in modem-sleep; regulator, bridge and LED: ${typicalValue}`,
    sleepMa: `${typicalValue}: regulator, USB bridge and LED; the chip itself takes 0.02 mA`,
    rail3v3ForOthersMa:
      "AMS1117 datasheet, 125 C at most and 46 to over 90 C/W as mounted: (125 C - 40 C) / 90 C/W / 1.7 V = 555 mA, less 80 mA of the radio's average, rounded down",
  },
  sizeMm: { width: 25.6, height: 48.6 },
};

/** WEMOS (LOLIN) D1 mini. */
export const d1Mini: CatalogPart = {
  ...shared,
  id: "d1-mini",
  name: "D1 mini (ESP8266)",
  partNumber: "LOLIN-D1-MINI",
  description: "Small ESP8266 board with USB and WiFi, no Bluetooth, 16 pins, 3.3 V logic, one analog input",
  aliases: {
    en: ["d1 mini", "d1mini", "wemos d1 mini", "wemos d1", "lolin d1 mini", "wemos", "wemos mini", "esp8266 d1 mini"],
    de: [],
  },
  currentMa: { typ: 75, max: 220 },
  sleepMa: 5,
  board: {
    ...espBoard,
    shortName: "D1 mini",
    feed: { pin: "5V", volts: { min: 4.5, max: 5.5 } },
    platformio: { platform: "espressif8266", board: "d1_mini" },
    arduinoName: "LOLIN(WEMOS) D1 R2 & mini",
    activeMa: { typ: 75, max: 220 },
    awakeNoRadioMa: 25,
    sleepMa: 5,
    rail3v3ForOthersMa: 120,
    rail5vForOthersMa: 280,
  },
  pins: d1MiniPins,
  price: price(400, 220, 700),
  supplier: aliexpress("WEMOS D1 mini ESP8266"),
  datasheetUrl: "https://www.wemos.cc/en/latest/d1/d1_mini.html",
  alternatives: ["nodemcu-esp8266", "esp32-c3-supermini", "pico-w"],
  gotchas: [
    "The printed D1, D2 ... are not GPIO 1, 2: D1 is GPIO 5, D2 is GPIO 4.",
    "One analog input only, A0, up to 3.2 V.",
    "Its regulator is small: about 120 mA are left for parts on 3.3 V.",
    "D3 and D4 must be high and D8 low while it starts.",
    "To wake from deep sleep D0 must be wired to RST; take that wire off to upload.",
    "Asleep an original takes 0.2 mA, a copy up to 13 mA.",
  ],
  sources: {
    ...sources,
    supplyVolts: `${typicalValue}: range of a 5 V supply at its 5V pin`,
    feed: `${typicalValue}: range of a 5 V supply at its 5V pin`,
    awakeNoRadioMa: `${chip}, table "Power Consumption": 15 mA in modem-sleep; regulator, bridge and LED: ${typicalValue}`,
    sleepMa: `${typicalValue}: 0.2 to 13 mA for the whole board, by its maker; the chip itself takes 0.02 mA`,
    rail3v3ForOthersMa: `${typicalValue} of 250 C/W for its SOT-23-5 regulator (ME6211) as mounted: (125 C - 40 C) / 250 C/W / 1.7 V = 200 mA, less 80 mA of the radio's average`,
  },
  sizeMm: { width: 25.6, height: 34.2 },
};
