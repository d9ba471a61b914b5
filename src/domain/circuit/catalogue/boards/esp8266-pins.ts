import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { ground, signal, supplyOut } from "../pins.ts";
import { header, strapped } from "./espressif-pins.ts";

/** Wire is written in software and takes any two of them; analogWrite and attachInterrupt work on all but GPIO 16. */
const every: PinRole[] = ["digital", "interrupt", "pwm", "sda", "scl", "cs"];

const io = (name: string, gpio: string, more: PinRole[] = []): CatalogPin =>
  signal(name, "io", { roles: [...every, ...more], gpio });

/** GPIO 16 hangs on the clock's side of the chip: no interrupt, no PWM, no I2C, only a pull-down; it wakes the chip through RST. */
const d0 = signal("D0", "io", { roles: ["digital", "no_pull", "onboard_led"], gpio: "16" });
const d1 = io("D1", "5");
const d2 = io("D2", "4");
const d3 = strapped(io("D3", "0"), "high", "Low at reset starts the bootloader instead of the program.");
const d4 = strapped(io("D4", "2", ["tx", "onboard_led"]), "high", "Low at reset: the board does not boot.");
const d5 = io("D5", "14", ["sck"]);
const d6 = io("D6", "12", ["miso"]);
const d7 = io("D7", "13", ["mosi", "rx"]);
/** The board pulls it down by 10 kohm, which the weak pull-up inside does not lift. */
const d8 = strapped(io("D8", "15", ["tx", "no_pull"]), "low", "High at reset: the board does not boot.");
const tx = io("TX", "1", ["tx", "usb"]);
const rx = io("RX", "3", ["rx", "usb"]);
const flash = (name: string, gpio: string) => signal(name, "io", { roles: ["flash"], gpio });
/** The chip measures up to 1 V; the board's divider makes 3.3 V of it. */
const a0 = signal("A0", "input", { roles: ["adc", "input_only", "no_pull"], gpio: "A0" });
const reset = (name: string) => signal(name, "input", ["reset"]);

const nodemcuLeft = header("left", [
  a0,
  signal("RSV.1", "nc", []),
  signal("RSV.2", "nc", []),
  flash("SD3", "10"),
  flash("SD2", "9"),
  flash("SD1", "8"),
  flash("CMD", "11"),
  flash("SD0", "7"),
  flash("CLK", "6"),
  ground("GND.1"),
  supplyOut("3V3.1", 3.3),
  reset("EN"),
  reset("RST"),
  ground("GND.2"),
  supplyOut("Vin", 5, { mayBeFed: true }),
]);

const nodemcuRight = header("right", [
  d0,
  d1,
  d2,
  d3,
  d4,
  supplyOut("3V3.2", 3.3),
  ground("GND.3"),
  d5,
  d6,
  d7,
  d8,
  rx,
  tx,
  ground("GND.4"),
  supplyOut("3V3.3", 3.3),
]);

/**
 * All 30 pins of the NodeMCU development kit v1.0 ("v2") in header order, antenna up: its schematic; GPIO numbers: `nodemcu` variant of the
 * ESP8266 core. Straps: ESP8266EX datasheet and "ESP8266 Boot Mode Selection" of esptool.
 */
export const nodemcuPins: CatalogPin[] = [...nodemcuLeft, ...nodemcuRight];

const miniLeft = header("left", [
  reset("RST"),
  a0,
  { ...d0, roles: d0.roles.filter((role) => role !== "onboard_led") },
  d5,
  d6,
  d7,
  d8,
  supplyOut("3V3", 3.3),
]);
const miniRight = header("right", [tx, rx, d1, d2, d3, d4, ground("G"), supplyOut("5V", 5, { mayBeFed: true })]);

/** All 16 pins of the WEMOS (LOLIN) D1 mini in header order, antenna up: its maker's page; GPIO numbers: `d1_mini` variant of the ESP8266 core. */
export const d1MiniPins: CatalogPin[] = [...miniLeft, ...miniRight];
