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
  bmp280: { name: "Adafruit BMP280 Library", version: "2.6.8", author: adafruit },
  sht31: { name: "Adafruit SHT31 Library", version: "2.2.2", author: adafruit },
  ahtx0: { name: "Adafruit AHTX0", version: "2.0.5", author: adafruit },
  mpu6050: { name: "Adafruit MPU6050", version: "2.2.8", author: adafruit },
  vl53l0x: { name: "VL53L0X", version: "1.3.1", author: "Pololu" },
  bh1750: { name: "BH1750", version: "1.3.0", author: "Christopher Laws" },
  ina219: { name: "Adafruit INA219", version: "1.2.3", author: adafruit },
  tcs34725: { name: "Adafruit TCS34725", version: "1.4.4", author: adafruit },
  hx711: { name: "HX711 Arduino Library", version: "0.7.5", author: "Bogdan Necula, Andreas Motl" },
  oneWire: { name: "OneWire", version: "2.3.8", author: "Jim Studt, Paul Stoffregen and others" },
  dallas: { name: "DallasTemperature", version: "4.0.5", author: "Miles Burton and others" },
  max6675: { name: "MAX6675 library", version: "1.1.2", author: adafruit },
  liquidCrystal: { name: "LiquidCrystal", version: "1.0.7", author: "Arduino, Adafruit" },
  tinyGps: { name: "TinyGPSPlus", version: "1.1.0", author: "Mikal Hart" },
  rtcLib: { name: "RTClib", version: "2.1.3", author: adafruit },
  sd: { name: "SD", version: "1.3.0", author: "Arduino, SparkFun" },
  sh110x: { name: "Adafruit SH110X", version: "2.1.15", author: adafruit },
  tm1637: { name: "TM1637", version: "1.2.0", author: "Avishay Orpaz" },
  max72xx: { name: "MD_MAX72XX", version: "3.5.1", author: "majicDesigns" },
  ili9341: { name: "Adafruit ILI9341", version: "1.6.2", author: adafruit },
  neoPixel: { name: "Adafruit NeoPixel", version: "1.15.2", author: adafruit },
  keypad: { name: "Keypad", version: "3.1.1", author: "Mark Stanley, Alexander Brevig" },
  irRemote: { name: "IRremote", version: "4.7.1", author: "shirriff, z3t0, ArminJo" },
  dfPlayer: { name: "DFRobotDFPlayerMini", version: "1.0.6", author: "DFRobot" },
  accelStepper: { name: "AccelStepper", version: "1.64.0", author: "Mike McCauley" },
  pca9685: { name: "Adafruit PWM Servo Driver Library", version: "3.0.1", author: adafruit },
  mcp23017: { name: "Adafruit MCP23017 Arduino Library", version: "2.3.2", author: adafruit },
  ads1x15: { name: "Adafruit ADS1X15", version: "2.5.0", author: adafruit },
  mfrc522: { name: "MFRC522", version: "1.4.12", author: "Miguel Balboa and the GitHub community" },
  rf24: { name: "RF24", version: "1.6.2", author: "TMRh20" },
  lora: { name: "LoRa", version: "0.8.0", author: "Sandeep Mistry" },
  microSsd1306: { name: "ssd1306", version: "0.1.0", author: "MicroPython" },
} as const satisfies Record<string, NamedLibrary>;
