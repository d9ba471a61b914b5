import type { CatalogPin } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";
import { esp32Strap, flash, header, inputOnly, io } from "./espressif-pins.ts";

/** Header J2, left with the antenna up, from the top. */
const left = header("left", [
  supplyOut("3V3", 3.3),
  signal("EN", "input", ["reset"]),
  inputOnly("VP", "36"),
  inputOnly("VN", "39"),
  inputOnly("34", "34"),
  inputOnly("35", "35"),
  io("32", "32", ["adc1"]),
  io("33", "33", ["adc1"]),
  io("25", "25", ["adc2"]),
  io("26", "26", ["adc2"]),
  io("27", "27", ["adc2"]),
  io("14", "14", ["adc2"]),
  esp32Strap("12", "12"),
  ground("GND.1"),
  io("13", "13", ["adc2"]),
  flash("D2", "9"),
  flash("D3", "10"),
  flash("CMD", "11"),
  supplyOut("5V", 5, { mayBeFed: true }),
]);

/** Header J3, right with the antenna up, from the top. */
const right = header("right", [
  ground("GND.2"),
  io("23", "23"),
  io("22", "22"),
  io("TX", "1", ["usb"]),
  io("RX", "3", ["usb"]),
  io("21", "21"),
  ground("GND.3"),
  io("19", "19"),
  io("18", "18"),
  esp32Strap("5", "5"),
  io("17", "17"),
  io("16", "16"),
  io("4", "4", ["adc2"]),
  esp32Strap("0", "0"),
  esp32Strap("2", "2"),
  esp32Strap("15", "15"),
  flash("D1", "8"),
  flash("D0", "7"),
  flash("CLK", "6"),
]);

/** All 38 pins in header order: ESP32-DevKitC V4 user guide, tables J2 and J3. Further roles: ESP32 datasheet, "IO_MUX" and "Strapping Pins". */
export const esp32DevkitcPins: CatalogPin[] = [...left, ...right];
