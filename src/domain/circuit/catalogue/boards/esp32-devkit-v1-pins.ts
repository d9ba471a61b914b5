import type { CatalogPin } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";
import { esp32Strap, header, inputOnly, io } from "./espressif-pins.ts";

/** Left with the antenna up, from the top. */
const left = header("left", [
  signal("EN", "input", ["reset"]),
  inputOnly("VP", "36"),
  inputOnly("VN", "39"),
  inputOnly("D34", "34"),
  inputOnly("D35", "35"),
  io("D32", "32", ["adc1"]),
  io("D33", "33", ["adc1"]),
  io("D25", "25", ["adc2"]),
  io("D26", "26", ["adc2"]),
  io("D27", "27", ["adc2"]),
  io("D14", "14", ["adc2"]),
  esp32Strap("12", "D12"),
  io("D13", "13", ["adc2"]),
  ground("GND.1"),
  supplyOut("VIN", 5, { mayBeFed: true }),
]);

const right = header("right", [
  io("D23", "23"),
  io("D22", "22"),
  io("TX0", "1", ["usb"]),
  io("RX0", "3", ["usb"]),
  io("D21", "21"),
  io("D19", "19"),
  io("D18", "18"),
  esp32Strap("5", "D5"),
  io("TX2", "17"),
  io("RX2", "16"),
  io("D4", "4", ["adc2"]),
  // The blue LED of the board hangs on it.
  { ...esp32Strap("2", "D2"), roles: [...esp32Strap("2", "D2").roles, "onboard_led"] },
  esp32Strap("15", "D15"),
  ground("GND.2"),
  supplyOut("3V3", 3.3),
]);

/**
 * All 30 pins of the DOIT board and its many copies in header order, as printed (no flash pin and no GPIO 0 is on a header). Roles: ESP32
 * datasheet, "IO_MUX" and "Strapping Pins".
 */
export const esp32DevkitV1Pins: CatalogPin[] = [...left, ...right];
