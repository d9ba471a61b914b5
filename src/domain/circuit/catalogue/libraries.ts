import type { Library } from "../design.ts";

type NamedLibrary = Library & { author: string };

const adafruit = "Adafruit";

/** Names and versions as in the Arduino Library Manager. */
export const libraries = {
  unifiedSensor: { name: "Adafruit Unified Sensor", version: "1.1.14", author: adafruit },
  busIo: { name: "Adafruit BusIO", version: "1.16.1", author: adafruit },
  gfx: { name: "Adafruit GFX Library", version: "1.11.9", author: adafruit },
  bme280: { name: "Adafruit BME280 Library", version: "2.2.4", author: adafruit },
  dht: { name: "DHT sensor library", version: "1.4.6", author: adafruit },
  ssd1306: { name: "Adafruit SSD1306", version: "2.5.9", author: adafruit },
  liquidCrystalI2c: { name: "LiquidCrystal I2C", version: "1.1.2", author: "Frank de Brabander" },
  servo: { name: "Servo", version: "1.2.1", author: "Michael Margolis, Arduino" },
  esp32Servo: { name: "ESP32Servo", version: "3.0.5", author: "Kevin Harrington, John K. Bennett" },
  microSsd1306: { name: "ssd1306", version: "0.1.0", author: "MicroPython" },
} as const satisfies Record<string, NamedLibrary>;
