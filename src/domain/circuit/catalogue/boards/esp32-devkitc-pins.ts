import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";

/** Any pin with an output driver takes any of these through the GPIO matrix. */
const matrix: PinRole[] = ["digital", "interrupt", "pwm", "sda", "scl", "sck", "miso", "mosi", "cs", "tx", "rx"];
/** GPIO 34-39 have no output driver and no pull resistors. */
const inputOnly: PinRole[] = ["digital", "interrupt", "miso", "rx", "input_only", "no_pull"];
const flashOnly: PinRole[] = ["flash"];

type Side = "left" | "right";
type Strap = NonNullable<CatalogPin["strap"]>;

const io = (side: Side, gpio: string, more: PinRole[] = []): CatalogPin =>
  signal(gpio, "io", { roles: [...matrix, ...more], gpio, side });
const strapped = (pin: CatalogPin, strap: Strap): CatalogPin => ({ ...pin, strap });
const input = (side: Side, name: string, gpio: string): CatalogPin =>
  signal(name, "input", { roles: [...inputOnly, "adc1"], gpio, side });
const flash = (side: Side, name: string, gpio: string): CatalogPin =>
  signal(name, "io", { roles: flashOnly, gpio, side });

/** Header J2, left with the antenna up, from the top. */
const left: CatalogPin[] = [
  supplyOut("3V3", 3.3, { side: "left" }),
  signal("EN", "input", { roles: ["reset"], side: "left" }),
  input("left", "VP", "36"),
  input("left", "VN", "39"),
  input("left", "34", "34"),
  input("left", "35", "35"),
  io("left", "32", ["adc1"]),
  io("left", "33", ["adc1"]),
  io("left", "25", ["adc2"]),
  io("left", "26", ["adc2"]),
  io("left", "27", ["adc2"]),
  io("left", "14", ["adc2"]),
  strapped(io("left", "12", ["adc2", "strapping"]), {
    level: "low",
    note: "High at reset sets the flash to 1.8 V: the board does not boot.",
  }),
  ground("GND.1", { side: "left" }),
  io("left", "13", ["adc2"]),
  flash("left", "D2", "9"),
  flash("left", "D3", "10"),
  flash("left", "CMD", "11"),
  supplyOut("5V", 5, { side: "left", mayBeFed: true }),
];

/** Header J3, right with the antenna up, from the top. */
const right: CatalogPin[] = [
  ground("GND.2", { side: "right" }),
  io("right", "23"),
  io("right", "22"),
  signal("TX", "io", { roles: [...matrix, "usb"], gpio: "1", side: "right" }),
  signal("RX", "io", { roles: [...matrix, "usb"], gpio: "3", side: "right" }),
  io("right", "21"),
  ground("GND.3", { side: "right" }),
  io("right", "19"),
  io("right", "18"),
  strapped(io("right", "5", ["strapping"]), {
    level: "high",
    note: "Low at reset changes the SDIO timing; harmless without an SDIO host.",
  }),
  io("right", "17"),
  io("right", "16"),
  io("right", "4", ["adc2"]),
  strapped(io("right", "0", ["adc2", "strapping"]), {
    level: "high",
    note: "Low at reset starts the bootloader instead of the program.",
  }),
  strapped(io("right", "2", ["adc2", "strapping"]), {
    level: "low",
    note: "High at reset prevents flashing over serial when GPIO 0 is low.",
  }),
  strapped(io("right", "15", ["adc2", "strapping"]), {
    level: "high",
    note: "Low at reset silences the boot log on serial.",
  }),
  flash("right", "D1", "8"),
  flash("right", "D0", "7"),
  flash("right", "CLK", "6"),
];

/** All 38 pins in header order: ESP32-DevKitC V4 user guide, tables J2 and J3. Further roles: ESP32 datasheet, "IO_MUX" and "Strapping Pins". */
export const esp32DevkitcPins: CatalogPin[] = [...left, ...right];
