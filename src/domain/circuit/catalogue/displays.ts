import type { CatalogPart } from "../catalogue-part.ts";
import { aliexpress, price, retailBand, typicalValue } from "./facts.ts";
import { libraries } from "./libraries.ts";
import { i2cPins } from "./pins.ts";

/** Parts that show text or pictures. */
export const displays: CatalogPart[] = [
  {
    id: "ssd1306",
    name: "SSD1306 OLED 0.96 in, 128x64, I2C",
    partNumber: "SSD1306-0.96-I2C",
    family: "display",
    refPrefix: "DS",
    description: "Small sharp OLED, 128 by 64 points, readable at arm's length",
    aliases: {
      en: ["ssd1306", "oled", "oled display", "oled screen", "0.96 oled"],
      de: ["oled-display", "oled-anzeige", "oled-bildschirm"],
    },
    functions: ["show-text", "show-graphics"],
    interface: "i2c",
    supplyVolts: { min: 3.3, max: 5.0 },
    logicVolts: null,
    chipAbsMaxVolts: 4.0,
    currentMa: { typ: 12, max: 28 },
    sleepMa: 0.05,
    i2c: {
      addresses: [0x3c, 0x3d],
      strapNote: "The resistor on the back sets 0x3C (as sold) or 0x3D.",
      pullUpOhms: 4_700,
      pullUpVolts: 3.3,
      maxKhz: 400,
    },
    figures: { bufferBytes: 1024 },
    pins: i2cPins("GND", "VCC", "SCL", "SDA"),
    drivers: {
      arduino: { include: "Adafruit_SSD1306.h", library: libraries.ssd1306, extra: [libraries.gfx, libraries.busIo] },
      micropython: { module: "ssd1306", library: libraries.microSsd1306 },
    },
    price: price(499, 250, 790),
    supplier: aliexpress("SSD1306 OLED 0.96 I2C 4 pin"),
    datasheetUrl: "https://cdn-shop.adafruit.com/datasheets/SSD1306.pdf",
    alternatives: ["lcd1602-i2c"],
    gotchas: [
      "Some modules have GND and VCC swapped: read the print before you wire.",
      "Its picture needs 1,024 bytes of memory, half of an Uno's.",
    ],
    sources: {
      supplyVolts: `${typicalValue}: module with its own regulator`,
      chipAbsMaxVolts: `${typicalValue}: VDD of the chip`,
      currentMa: `${typicalValue}: a tenth to half of the points lit at full contrast; Adafruit's guide says about 20 mA on average`,
      sleepMa: `${typicalValue}: chip and regulator of the module`,
      i2c: `SSD1306 datasheet, section 8.1.5 "MCU I2C Interface"; addresses as in Adafruit's library; pull-ups of the module to its own 3.3 V, since the chip takes no more than VDD + 0.3 V: ${typicalValue}`,
      price: retailBand,
    },
    sizeMm: { width: 27, height: 27 },
  },
  {
    id: "lcd1602-i2c",
    name: "LCD1602 with I2C backpack, 5 V",
    partNumber: "LCD1602-PCF8574",
    family: "display",
    refPrefix: "DS",
    description: "Two lines of 16 characters with backlight, over I2C at 5 V",
    aliases: {
      en: [
        "lcd1602",
        "lcd 1602",
        "1602 lcd",
        "1602",
        "lcd",
        "16x2 lcd",
        "lcd display",
        "lcd screen",
        "character display",
      ],
      de: ["lcd-display", "lcd-anzeige", "zeilendisplay"],
    },
    functions: ["show-text"],
    interface: "i2c",
    supplyVolts: { min: 4.5, max: 5.5 },
    logicVolts: 5,
    currentMa: { typ: 25, max: 40 },
    i2c: {
      addresses: [0x27, 0x26, 0x25, 0x24, 0x23, 0x22, 0x21, 0x20],
      strapNote: "Bridges A0-A2 lower the address; a backpack with PCF8574A counts from 0x3F instead.",
      pullUpOhms: 4_700,
      maxKhz: 100,
    },
    pins: i2cPins("GND", "VCC", "SDA", "SCL").map((pin) =>
      pin.type === "power_in" || pin.type === "ground"
        ? pin
        : { ...pin, limits: { absMaxVolts: 5.5, vihMinVolts: 3.5, vilMaxVolts: 1.5 } },
    ),
    drivers: {
      arduino: { include: "LiquidCrystal_I2C.h", library: libraries.liquidCrystalI2c },
      micropython: null,
    },
    price: price(450, 250, 890),
    supplier: aliexpress("LCD1602 I2C PCF8574"),
    datasheetUrl: "https://www.ti.com/lit/ds/symlink/pcf8574.pdf",
    alternatives: ["ssd1306"],
    gotchas: [
      "Its pull-ups go to 5 V: a 3.3 V board needs a level shifter in SDA and SCL.",
      "A blank screen is nearly always the contrast screw on the back.",
    ],
    sources: {
      supplyVolts: `${typicalValue}: display of 5 V; the backpack's PCF8574 takes 2.5-6 V (NXP and TI datasheets)`,
      logicVolts: "PCF8574 datasheet (NXP), DC characteristics: levels follow the supply, here 5 V",
      currentMa: `${typicalValue}: backlight and logic`,
      i2c: `PCF8574 datasheet: 0x20-0x27, PCF8574A 0x38-0x3F by A0-A2; 100 kHz and pull-ups of the backpack: ${typicalValue}`,
      pinLimits: "PCF8574 datasheet (NXP), DC characteristics: VIH 0.7 VDD to VDD + 0.5 V, VIL 0.3 VDD",
      price: retailBand,
    },
    sizeMm: { width: 80, height: 36 },
  },
];
