import type { CatalogPin } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";
import { flash, header, io, mildlyStrapped, strapped } from "./espressif-pins.ts";

/** Header J1, left with the antenna up, from the top. */
const left = header("left", [
  supplyOut("3V3.1", 3.3),
  supplyOut("3V3.2", 3.3),
  signal("RST", "input", ["reset"]),
  io("4", "4", ["adc1"]),
  io("5", "5", ["adc1"]),
  io("6", "6", ["adc1"]),
  io("7", "7", ["adc1"]),
  io("15", "15", ["adc2"]),
  io("16", "16", ["adc2"]),
  io("17", "17", ["adc2"]),
  io("18", "18", ["adc2"]),
  io("8", "8", ["adc1"]),
  mildlyStrapped(
    io("3", "3", ["adc1"]),
    "floating",
    "At reset it chooses where JTAG goes; harmless without a debugger.",
  ),
  strapped(io("46", "46"), "low", "High at reset while GPIO 0 is low makes the boot mode invalid."),
  io("9", "9", ["adc1"]),
  io("10", "10", ["adc1"]),
  io("11", "11", ["adc2"]),
  io("12", "12", ["adc2"]),
  io("13", "13", ["adc2"]),
  io("14", "14", ["adc2"]),
  supplyOut("5V", 5, { mayBeFed: true }),
  ground("G.1"),
]);

/** Header J3, right, from the top. GPIO 35-37 belong to the octal RAM of the N8R8 module. */
const right = header("right", [
  ground("G.2"),
  io("TX", "43", ["usb"]),
  io("RX", "44", ["usb"]),
  io("1", "1", ["adc1"]),
  io("2", "2", ["adc1"]),
  io("42", "42"),
  io("41", "41"),
  io("40", "40"),
  io("39", "39"),
  io("38", "38", ["onboard_led"]),
  flash("37", "37"),
  flash("36", "36"),
  flash("35", "35"),
  strapped(io("0", "0"), "high", "Low at reset starts the bootloader instead of the program."),
  strapped(io("45", "45"), "low", "High at reset sets the flash to 1.8 V: the board does not boot."),
  io("48", "48"),
  io("47", "47"),
  io("21", "21"),
  io("20", "20", ["adc2", "usb"]),
  io("19", "19", ["adc2", "usb"]),
  ground("G.3"),
  ground("G.4"),
]);

/** All 44 pins in header order: ESP32-S3-DevKitC-1 v1.1 user guide, tables J1 and J3. Straps: ESP32-S3 datasheet, "Boot Configurations". */
export const esp32S3Devkitc1Pins: CatalogPin[] = [...left, ...right];
