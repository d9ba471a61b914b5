import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { ground, signal, supplyIn, supplyOut } from "../pins.ts";

const top = (name: string, more: PinRole[] = []): CatalogPin =>
  signal(name, "io", { roles: ["digital", ...more], gpio: name, side: "top" });
const analog = (name: string, more: PinRole[] = []): CatalogPin =>
  signal(name, "io", { roles: ["adc", "digital", ...more], gpio: name, side: "bottom" });

/** All pins in header order, USB to the left: top from the left, then bottom from the left. Roles: Uno R3 datasheet, "Connector Pinouts". */
export const unoR3Pins: CatalogPin[] = [
  signal("A5.2", "io", { roles: ["scl", "adc", "digital"], gpio: "A5", side: "top" }),
  signal("A4.2", "io", { roles: ["sda", "adc", "digital"], gpio: "A4", side: "top" }),
  signal("AREF", "input", { roles: [], side: "top" }),
  ground("GND.1", { side: "top" }),
  top("13", ["sck", "onboard_led"]),
  top("12", ["miso"]),
  top("11", ["mosi", "pwm"]),
  top("10", ["cs", "pwm"]),
  top("9", ["pwm"]),
  top("8"),
  top("7"),
  top("6", ["pwm"]),
  top("5", ["pwm"]),
  top("4"),
  top("3", ["pwm", "interrupt"]),
  top("2", ["interrupt"]),
  top("1", ["tx", "usb"]),
  top("0", ["rx", "usb"]),
  signal("IOREF", "output", { roles: [], side: "bottom" }),
  signal("RESET", "input", { roles: ["reset"], side: "bottom" }),
  supplyOut("3.3V", 3.3, { side: "bottom" }),
  supplyOut("5V", 5, { side: "bottom", mayBeFed: true }),
  ground("GND.2", { side: "bottom" }),
  ground("GND.3", { side: "bottom" }),
  supplyIn("VIN", { side: "bottom" }),
  analog("A0"),
  analog("A1"),
  analog("A2"),
  analog("A3"),
  analog("A4", ["sda"]),
  analog("A5", ["scl"]),
];
