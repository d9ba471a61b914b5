import type { CatalogPin } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";
import { c3Strap, header, io } from "./espressif-pins.ts";

const devkitLeft = header("left", [
  ground("GND.1"),
  supplyOut("3V3.1", 3.3),
  supplyOut("3V3.2", 3.3),
  c3Strap("2", "IO2", ["adc1"]),
  io("IO3", "3", ["adc1"]),
  ground("GND.2"),
  signal("RST", "input", ["reset"]),
  ground("GND.3"),
  io("IO0", "0", ["adc1"]),
  io("IO1", "1", ["adc1"]),
  io("IO10", "10"),
  ground("GND.4"),
  supplyOut("5V.1", 5, { mayBeFed: true }),
  supplyOut("5V.2", 5, { mayBeFed: true }),
  ground("GND.5"),
]);

const devkitRight = header("right", [
  ground("GND.6"),
  io("TX", "21", ["usb"]),
  io("RX", "20", ["usb"]),
  ground("GND.7"),
  c3Strap("9", "IO9"),
  c3Strap("8", "IO8", ["onboard_led"]),
  ground("GND.8"),
  io("IO7", "7"),
  io("IO6", "6"),
  io("IO5", "5"),
  io("IO4", "4", ["adc1"]),
  ground("GND.9"),
  io("IO18", "18", ["usb"]),
  io("IO19", "19", ["usb"]),
  ground("GND.10"),
]);

/**
 * All 30 pins in header order, antenna up: ESP32-C3-DevKitM-1 user guide, tables J1 and J3. GPIO 5 measures by ADC2, which the chip's
 * errata sheet calls unusable, so it is no analog pin here.
 */
export const esp32C3Devkitm1Pins: CatalogPin[] = [...devkitLeft, ...devkitRight];

const miniLeft = header("left", [
  io("5", "5"),
  io("6", "6"),
  io("7", "7"),
  c3Strap("8", "8", ["onboard_led"]),
  c3Strap("9", "9"),
  io("10", "10"),
  io("20", "20"),
  io("21", "21"),
]);

const miniRight = header("right", [
  supplyOut("5V", 5, { mayBeFed: true }),
  ground("G"),
  supplyOut("3.3", 3.3),
  io("4", "4", ["adc1"]),
  io("3", "3", ["adc1"]),
  c3Strap("2", "2", ["adc1"]),
  io("1", "1", ["adc1"]),
  io("0", "0", ["adc1"]),
]);

/** All 16 pins in header order, USB up, as printed on the usual board; the USB lines GPIO 18 and 19 are on no header. */
export const esp32C3SuperminiPins: CatalogPin[] = [...miniLeft, ...miniRight];
