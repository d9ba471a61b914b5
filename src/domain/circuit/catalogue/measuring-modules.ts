import type { CatalogPart } from "../catalogue-part.ts";
import { aka, byLibrary, coreOnly, definePart } from "./define-part.ts";
import { aliexpress, price, typicalValue } from "./facts.ts";
import { libraries } from "./libraries.ts";
import { ground, i2cPins, passive, signal, supplyIn } from "./pins.ts";

const module = { family: "sensor", refPrefix: "U" } as const;
const ti = "TI INA219 datasheet (SBOS448)";
const avia = "Avia Semiconductor HX711 datasheet";

/** Weight, current, place and time. */
export const measuringModules: CatalogPart[] = [
  definePart({
    ...module,
    id: "ina219",
    name: "INA219 current sensor",
    partNumber: "INA219B-MODULE",
    description: "Current up to 3.2 A and volts up to 26 V of a supply, over I2C",
    aliases: aka("ina219|ina 219|ina-219|gy-219|current sensor module", "strommessmodul|stromsensormodul"),
    functions: ["sense-current"],
    interface: "i2c",
    supplyVolts: { min: 3.0, max: 5.5 },
    chipAbsMaxVolts: 6,
    currentMa: { typ: 0.7, max: 1 },
    sleepMa: 0.015,
    i2c: {
      addresses: [0x40, 0x41, 0x44, 0x45],
      strapNote: "Bridges A0 and A1 on the module: none is 0x40, A0 0x41, A1 0x44, both 0x45.",
      pullUpOhms: 10_000,
      maxKhz: 400,
    },
    pins: [...i2cPins("VCC", "GND", "SCL", "SDA"), passive("VIN+"), passive("VIN-")],
    drivers: byLibrary("Adafruit_INA219.h", libraries.ina219, libraries.busIo),
    price: price(290, 120, 990),
    supplier: aliexpress("INA219 current sensor module"),
    datasheetUrl: "https://www.ti.com/lit/ds/symlink/ina219.pdf",
    gotchas: [
      "It sits in the plus wire of what you measure: VIN+ towards the source, VIN- towards the load, grounds joined.",
      "Its bus address is the one of a PCA9685.",
    ],
    sources: {
      supplyVolts: `${ti}, electrical characteristics: 3-5.5 V`,
      chipAbsMaxVolts: `${ti}, absolute maximum ratings: 6 V`,
      currentMa: `${ti}, electrical characteristics: quiescent 0.7 mA, at most 1 mA`,
      sleepMa: `${ti}, electrical characteristics: power-down 6-15 uA`,
      i2c: `${ti}, serial bus address: 0x40-0x4F by A0 and A1; pull-ups of the module: ${typicalValue}`,
    },
    sizeMm: { width: 22, height: 26 },
  }),
  definePart({
    ...module,
    id: "hx711",
    name: "HX711 load cell amplifier",
    partNumber: "HX711",
    description: "24-bit converter for a load cell, two wires to the board",
    aliases: aka("hx711|hx 711|load cell amplifier|weight sensor", "wägezellenverstärker|gewichtssensor"),
    functions: ["sense-weight"],
    interface: "digital",
    supplyVolts: { min: 2.7, max: 5.5 },
    currentMa: { typ: 6, max: 8 },
    sleepMa: 0.001,
    needs: ["load-cell-5kg"],
    wiresTo: {
      "load-cell-5kg": [
        ["E+", "red"],
        ["E-", "black"],
        ["A-", "white"],
        ["A+", "green"],
      ],
    },
    pins: [
      passive("E+"),
      passive("E-"),
      passive("A-"),
      passive("A+"),
      passive("B-"),
      passive("B+"),
      ground(),
      signal("DT", "output", ["data"]),
      signal("SCK", "input", ["control"]),
      supplyIn("VCC"),
    ],
    drivers: byLibrary("HX711.h", libraries.hx711),
    price: price(180, 80, 990),
    supplier: aliexpress("HX711 module"),
    datasheetUrl: "https://cdn.sparkfun.com/datasheets/Sensors/ForceFlex/hx711_english.pdf",
    gotchas: [
      "Calibrate it with a known weight: Unit 1 prints the raw figure.",
      "It drifts with warmth: weigh empty at start.",
    ],
    sources: {
      supplyVolts: `${avia}, key electrical characteristics: 2.6-5.5 V, and 2.7-5.3 V with its regulator`,
      currentMa: `${avia}: 1.5 mA and the cell's 1 k bridge at 4.3 V: ${typicalValue}`,
      sleepMa: `${avia}, key electrical characteristics: below 1 uA in power-down`,
    },
    sizeMm: { width: 21, height: 38 },
  }),
  definePart({
    ...module,
    id: "load-cell-5kg",
    name: "Load cell, 5 kg",
    partNumber: "TAL220B-5KG",
    description: "Aluminium bar with a strain gauge bridge; bends under a weight",
    aliases: aka("5 kg load cell|5kg load cell|strain gauge", "5 kg wägezelle|dehnungsmessstreifen"),
    pins: [passive("red"), passive("black"), passive("white"), passive("green")],
    price: price(420, 250, 1290),
    supplier: aliexpress("5kg load cell bar"),
    datasheetUrl: "https://cdn.sparkfun.com/datasheets/Sensors/ForceFlex/TAL220M4M5Update.pdf",
    gotchas: ["Screw it down at one end and load it at the other; the arrow shows the direction of the weight."],
    sources: { figures: typicalValue },
    sizeMm: { width: 13, height: 80 },
  }),
  definePart({
    ...module,
    id: "gps-neo-6m",
    name: "GPS module NEO-6M",
    partNumber: "GY-NEO6MV2",
    description: "Place, speed and exact time from satellites, over a serial line",
    aliases: aka("neo-6m|neo6m|neo 6m|gy-neo6mv2|ublox neo-6m|neo-m8n|gps receiver", "gps-empfänger|gps empfänger"),
    functions: ["sense-location"],
    interface: "uart",
    supplyVolts: { min: 3.3, max: 5.5 },
    logicVolts: 3.3,
    chipAbsMaxVolts: 3.6,
    currentMa: { typ: 45, max: 67 },
    pins: [
      supplyIn("VCC"),
      signal("RX", "input", { roles: ["rx"], limits: { absMaxVolts: 3.6, vihMinVolts: 2.3, vilMaxVolts: 0.8 } }),
      signal("TX", "output", { roles: ["tx"], limits: { vohMinVolts: 2.9 } }),
      ground(),
    ],
    drivers: byLibrary("TinyGPSPlus.h", libraries.tinyGps),
    price: price(550, 290, 1290),
    supplier: aliexpress("GY-NEO6MV2 GPS module"),
    datasheetUrl:
      "https://content.u-blox.com/sites/default/files/products/documents/NEO-6_DataSheet_%28GPS.G6-HW-09005%29.pdf",
    gotchas: ["Indoors it finds nothing: the first fix takes minutes under open sky.", "Its time is UTC."],
    sources: {
      supplyVolts: `${typicalValue}: module with its own regulator; the chip takes 2.7-3.6 V (u-blox NEO-6 data sheet)`,
      logicVolts: "u-blox NEO-6 data sheet: levels follow its 3 V supply",
      chipAbsMaxVolts: "u-blox NEO-6 data sheet, absolute maximum ratings: 3.6 V",
      currentMa: "u-blox NEO-6 data sheet, operating conditions: 39-47 mA, at most 67 mA",
      pinLimits: `u-blox NEO-6 data sheet, absolute maximum ratings: VCC + 0.3 V, 3.6 V at most; levels: ${typicalValue}`,
    },
    sizeMm: { width: 25, height: 35 },
  }),
  ...(["DS3231", "DS1307"] as const).map((chip) => realTimeClock(chip)),
  definePart({
    ...module,
    id: "acs712-5a",
    name: "ACS712 current sensor, 5 A",
    partNumber: "ACS712ELCTR-05B",
    description: "Current up to 5 A as a voltage, isolated from the circuit",
    aliases: aka("acs712|acs 712|hall current sensor", "acs712 stromsensor"),
    functions: ["sense-current"],
    special: true,
    interface: "analog",
    supplyVolts: { min: 4.5, max: 5.5 },
    logicVolts: 5,
    currentMa: { typ: 10, max: 13 },
    figures: { millivoltsPerAmp: 185 },
    pins: [
      supplyIn("VCC", { volts: 5 }),
      signal("OUT", "output", ["analog"]),
      ground(),
      passive("IP+"),
      passive("IP-"),
    ],
    drivers: coreOnly,
    price: price(210, 100, 490),
    supplier: aliexpress("ACS712 5A module"),
    datasheetUrl: "https://www.allegromicro.com/-/media/files/datasheets/acs712-datasheet.pdf",
    alternatives: ["ina219"],
    gotchas: [
      "185 mV per ampere around half the supply: small currents vanish in its noise.",
      "Not for mains in a beginner's hands.",
    ],
    sources: {
      supplyVolts: "Allegro ACS712 datasheet, common operating characteristics: 4.5-5.5 V",
      logicVolts: "Allegro ACS712 datasheet: the output follows its 5 V supply",
      currentMa: "Allegro ACS712 datasheet, common operating characteristics: 10 mA, at most 13 mA",
      figures: "Allegro ACS712 datasheet, x05B performance characteristics: 185 mV/A",
    },
    sizeMm: { width: 13, height: 31 },
  }),
];

/** Clock modules with a coin cell; the DS1307 drifts by minutes a month and wants 5 V. */
function realTimeClock(chip: "DS3231" | "DS1307"): CatalogPart {
  const exact = chip === "DS3231";
  const sheet = exact ? "Maxim DS3231 datasheet (19-5170)" : "Maxim DS1307 datasheet (100101)";
  return definePart({
    family: "sensor",
    refPrefix: "U",
    id: chip.toLowerCase(),
    name: `${chip} clock module`,
    partNumber: exact ? "ZS-042" : "TINY-RTC-DS1307",
    description: exact
      ? "Keeps time within two minutes a year on a coin cell, over I2C"
      : "Keeps time on a coin cell, minutes off a month, over I2C at 5 V",
    aliases: exact
      ? aka(
          "ds3231|ds 3231|zs-042|rtc|rtc module|rtc clock|real time clock module",
          "rtc-modul|uhrmodul|echtzeituhrmodul",
        )
      : aka("ds1307|ds 1307|tiny rtc"),
    functions: ["keep-time"],
    ...(exact ? {} : { special: true as const }),
    interface: "i2c",
    supplyVolts: exact ? { min: 2.3, max: 5.5 } : { min: 4.5, max: 5.5 },
    ...(exact ? {} : { logicVolts: 5 }),
    chipAbsMaxVolts: exact ? 6 : 7,
    currentMa: exact ? { typ: 3, max: 5 } : { typ: 1.5, max: 3 },
    i2c: { addresses: [0x68], pullUpOhms: exact ? 4_700 : 3_300, maxKhz: exact ? 400 : 100 },
    pins: exact
      ? [signal("32K", "nc", []), signal("SQW", "nc", []), ...i2cPins("SCL", "SDA", "VCC", "GND")]
      : [signal("SQ", "nc", []), ...i2cPins("SCL", "SDA", "VCC", "GND")],
    drivers: byLibrary("RTClib.h", libraries.rtcLib, libraries.busIo),
    price: exact ? price(320, 150, 1490) : price(200, 100, 690),
    supplier: aliexpress(`${chip} RTC module`),
    datasheetUrl: `https://www.analog.com/media/en/technical-documentation/data-sheets/${chip}.pdf`,
    alternatives: [exact ? "ds1307" : "ds3231"],
    gotchas: exact
      ? [
          "The ZS-042 charges its cell: with a CR2032 take its diode or resistor out, or use a LIR2032.",
          "Its address is the first one of an MPU-6050.",
        ]
      : [
          "Its pull-ups go to 5 V: a 3.3 V board needs a level shifter.",
          "Its address is the first one of an MPU-6050.",
        ],
    sources: {
      supplyVolts: exact
        ? `${sheet}, recommended operating conditions: 2.3-5.5 V`
        : `${sheet}, recommended DC conditions: 4.5-5.5 V`,
      ...(exact ? {} : { logicVolts: `${typicalValue}: pull-ups of the module go to its 5 V` }),
      chipAbsMaxVolts: `${sheet}, absolute maximum ratings`,
      currentMa: `${typicalValue}: chip, memory and LED of the module`,
      i2c: `${sheet}: address 0x68 (1101000); pull-ups of the module: ${typicalValue}`,
    },
    sizeMm: { width: exact ? 22 : 28, height: exact ? 38 : 26 },
  });
}
