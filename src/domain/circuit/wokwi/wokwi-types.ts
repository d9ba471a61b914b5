import type { StockPart } from "./stock-parts.ts";
import { stockPart } from "./stock-parts.ts";

/** The part type of Wokwi that shows a part of ours, the attributes that make it so, and its row of pin names. */
export interface WokwiType {
  type: string;
  attrs: Readonly<Record<string, string>>;
  row: StockPart;
}

/**
 * Our catalogue id -> Wokwi's type with attributes. Where Wokwi has only a sister (a DHT22 for a DHT11), the sister stands in and the part
 * names the real one in `catalogId`.
 */
const types: Readonly<Record<string, { type: string; attrs?: Record<string, string> }>> = {
  "uno-r3": { type: "wokwi-arduino-uno" },
  "arduino-nano": { type: "wokwi-arduino-nano" },
  "arduino-mega-2560": { type: "wokwi-arduino-mega" },
  "esp32-devkitc": { type: "board-esp32-devkit-c-v4" },
  "esp32-devkit-v1": { type: "wokwi-esp32-devkit-v1" },
  "esp32-s3-devkitc-1": { type: "board-esp32-s3-devkitc-1" },
  "esp32-c3-devkitm-1": { type: "board-esp32-c3-devkitm-1" },
  "esp32-c3-supermini": { type: "board-aitewinrobot-esp32c3-supermini" },
  pico: { type: "wokwi-pi-pico" },
  "pico-w": { type: "board-pi-pico-w" },
  resistor: { type: "wokwi-resistor" },
  "led-5mm": { type: "wokwi-led" },
  "rgb-led": { type: "wokwi-rgb-led", attrs: { common: "cathode" } },
  "button-6mm": { type: "wokwi-pushbutton-6mm" },
  "slide-switch": { type: "wokwi-slide-switch" },
  "potentiometer-10k": { type: "wokwi-potentiometer" },
  "joystick-ky-023": { type: "wokwi-analog-joystick" },
  "encoder-ky-040": { type: "wokwi-ky-040" },
  "keypad-4x4": { type: "wokwi-membrane-keypad" },
  dht22: { type: "wokwi-dht22" },
  dht11: { type: "wokwi-dht22" },
  "hc-sr04": { type: "wokwi-hc-sr04" },
  "hc-sr04p": { type: "wokwi-hc-sr04" },
  "pir-hc-sr501": { type: "wokwi-pir-motion-sensor" },
  "ldr-module": { type: "wokwi-photoresistor-sensor" },
  ds18b20: { type: "wokwi-ds18b20" },
  ds1307: { type: "wokwi-ds1307" },
  mpu6050: { type: "wokwi-mpu6050" },
  hx711: { type: "wokwi-hx711" },
  "mq-2": { type: "wokwi-gas-sensor" },
  "mq-135": { type: "wokwi-gas-sensor" },
  "flame-ky-026": { type: "wokwi-flame-sensor" },
  "sound-ky-037": { type: "wokwi-big-sound-sensor" },
  "ir-receiver": { type: "wokwi-ir-receiver" },
  "servo-sg90": { type: "wokwi-servo" },
  "servo-mg996r": { type: "wokwi-servo" },
  "buzzer-passive": { type: "wokwi-buzzer" },
  "relay-module-1ch": { type: "wokwi-relay-module" },
  a4988: { type: "wokwi-a4988" },
  nema17: { type: "wokwi-stepper-motor", attrs: { size: "17" } },
  "microsd-module": { type: "wokwi-microsd-card" },
  mfrc522: { type: "board-mfrc522" },
  ssd1306: { type: "board-ssd1306" },
  sh1106: { type: "board-ssd1306" },
  ili9341: { type: "wokwi-ili9341" },
  "lcd1602-i2c": { type: "wokwi-lcd1602", attrs: { pins: "i2c" } },
  "lcd2004-i2c": { type: "wokwi-lcd2004", attrs: { pins: "i2c" } },
  "lcd1602-parallel": { type: "wokwi-lcd1602" },
  "seven-segment": { type: "wokwi-7segment", attrs: { common: "cathode" } },
  tm1637: { type: "wokwi-tm1637-7segment" },
  "max7219-matrix": { type: "wokwi-max7219-matrix", attrs: { chain: "4", layout: "fc16" } },
  "74hc595": { type: "wokwi-74hc595" },
  "neopixel-strip-30": { type: "wokwi-led-strip", attrs: { pixels: "30" } },
  "neopixel-stick-8": { type: "wokwi-led-strip", attrs: { pixels: "8" } },
  "neopixel-ring-12": { type: "wokwi-led-ring", attrs: { pixels: "12" } },
  "breadboard-830": { type: "wokwi-breadboard" },
};

/** How Wokwi shows a part of the catalogue; null where it has nothing like it. */
export function wokwiType(catalogId: string): WokwiType | null {
  const found = Object.hasOwn(types, catalogId) ? types[catalogId] : undefined;
  if (found === undefined) return null;
  const { type, attrs = {} } = found;
  const row = stockPart({ id: "", type, attrs }, new Set());
  return row === null ? null : { type, attrs, row };
}

/** Wokwi's name of a pin of ours; the pin's own name where Wokwi's part has no such pin. */
export function theirPin(row: StockPart, name: string): string {
  return Object.entries(row.pins).find(([, ours]) => ours === name)?.[0] ?? name;
}
