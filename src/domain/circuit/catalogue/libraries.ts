import type { Library } from "../design.ts";

type NamedLibrary = Library & { author: string };

const adafruit = "Adafruit";

/**
 * Names, versions and authors as in the `library.properties` (MicroPython: `manifest.py`) of each library's repository, at its newest
 * release that was read there. Of LiquidCrystal I2C that is tag 1.1.2: later commits changed its name and were never released under the
 * new one. ESP32Servo 3 asks for version 3 of the ESP32 core.
 */
export const libraries = {
  unifiedSensor: { name: "Adafruit Unified Sensor", version: "1.1.15", author: adafruit },
  busIo: { name: "Adafruit BusIO", version: "1.17.4", author: adafruit },
  gfx: { name: "Adafruit GFX Library", version: "1.12.6", author: adafruit },
  bme280: { name: "Adafruit BME280 Library", version: "2.2.4", author: adafruit },
  dht: { name: "DHT sensor library", version: "1.4.6", author: adafruit },
  ssd1306: { name: "Adafruit SSD1306", version: "2.5.16", author: adafruit },
  liquidCrystalI2c: { name: "LiquidCrystal I2C", version: "1.1.2", author: "Frank de Brabander" },
  servo: { name: "Servo", version: "1.3.0", author: "Michael Margolis, Arduino" },
  esp32Servo: { name: "ESP32Servo", version: "3.2.0", author: "Kevin Harrington, John K. Bennett" },
  microSsd1306: { name: "ssd1306", version: "0.1.0", author: "MicroPython" },
} as const satisfies Record<string, NamedLibrary>;
