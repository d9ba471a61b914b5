import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { ground, signal, supplyIn, supplyOut } from "../pins.ts";
import { header } from "./espressif-pins.ts";

/** Timer and output behind each PWM pin by its number: `digital_pin_to_timer_PGM` of the core's variants. */
export type TimerTable = Readonly<Record<string, string>>;

/** A digital pin of an AVR board by its number, with the timer behind its PWM where it has one. */
export function avrPin(facts: { name: string; gpio: string; roles?: PinRole[]; timers: TimerTable }): CatalogPin {
  const { name, gpio, roles = [], timers } = facts;
  const [timer, output] = [...(timers[gpio] ?? "")];
  if (timer === undefined || output === undefined) return signal(name, "io", { roles: ["digital", ...roles], gpio });
  return signal(name, "io", { roles: ["digital", "pwm", ...roles], gpio, pwm: { timer, output } });
}

/** An analog pin that is a digital one too. */
export function avrAnalog(name: string, more: PinRole[] = []): CatalogPin {
  return signal(name, "io", { roles: ["adc", "digital", ...more], gpio: name });
}

/** ATmega328P: timers 0 (5, 6), 1 (9, 10) and 2 (3, 11), the first also counts millis(). */
const timers328: TimerTable = { "3": "2B", "5": "0B", "6": "0A", "9": "1A", "10": "1B", "11": "2A" };

/** Roles of the digital pins of the ATmega328P beside PWM: Uno R3 and Nano datasheets, "Connector Pinouts". */
const roles328: Readonly<Record<string, PinRole[]>> = {
  "0": ["rx", "usb"],
  "1": ["tx", "usb"],
  "2": ["interrupt"],
  "3": ["interrupt"],
  "10": ["cs"],
  "11": ["mosi"],
  "12": ["miso"],
  "13": ["sck", "onboard_led"],
};

const digital = (gpio: string, name = gpio) => avrPin({ name, gpio, roles: roles328[gpio] ?? [], timers: timers328 });

/** All pins in header order, USB to the left: top from the left, then bottom from the left. Roles: Uno R3 datasheet, "Connector Pinouts". */
export const unoR3Pins: CatalogPin[] = [
  ...header("top", [
    signal("A5.2", "io", { roles: ["scl", "adc", "digital"], gpio: "A5" }),
    signal("A4.2", "io", { roles: ["sda", "adc", "digital"], gpio: "A4" }),
    signal("AREF", "input", []),
    ground("GND.1"),
    ...["13", "12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0"].map((gpio) => digital(gpio)),
  ]),
  ...header("bottom", [
    signal("IOREF", "output", []),
    signal("RESET", "input", ["reset"]),
    supplyOut("3.3V", 3.3),
    supplyOut("5V", 5, { mayBeFed: true }),
    ground("GND.2"),
    ground("GND.3"),
    supplyIn("VIN"),
    avrAnalog("A0"),
    avrAnalog("A1"),
    avrAnalog("A2"),
    avrAnalog("A3"),
    avrAnalog("A4", ["sda"]),
    avrAnalog("A5", ["scl"]),
  ]),
];

/** A6 and A7 of the 32-pin package have no digital half. */
const analogOnly = (name: string) => signal(name, "input", { roles: ["adc", "input_only", "no_pull"], gpio: name });

/** All 30 pins in header order, USB up: Arduino Nano datasheet (A000005), "Connector Pinouts". */
export const nanoPins: CatalogPin[] = [
  ...header("left", [
    digital("13", "D13"),
    supplyOut("3V3", 3.3),
    signal("REF", "input", []),
    avrAnalog("A0"),
    avrAnalog("A1"),
    avrAnalog("A2"),
    avrAnalog("A3"),
    avrAnalog("A4", ["sda"]),
    avrAnalog("A5", ["scl"]),
    analogOnly("A6"),
    analogOnly("A7"),
    supplyOut("5V", 5, { mayBeFed: true }),
    signal("RST.1", "input", ["reset"]),
    ground("GND.1"),
    supplyIn("VIN"),
  ]),
  ...header("right", [
    ...["12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2"].map((gpio) => digital(gpio, `D${gpio}`)),
    ground("GND.2"),
    signal("RST.2", "input", ["reset"]),
    digital("0", "RX0"),
    digital("1", "TX1"),
  ]),
];

/** ATmega2560: `digital_pin_to_timer_PGM` of the core's `mega` variant. */
const timers2560: TimerTable = {
  "2": "3B",
  "3": "3C",
  "4": "0B",
  "5": "3A",
  "6": "4A",
  "7": "4B",
  "8": "4C",
  "9": "2B",
  "10": "2A",
  "11": "1A",
  "12": "1B",
  "13": "0A",
  "44": "5C",
  "45": "5B",
  "46": "5A",
};

const uart = (pin: CatalogPin, unit: number): CatalogPin => ({ ...pin, units: { uart: unit } });
const mega = (gpio: string, roles: PinRole[] = []) => avrPin({ name: gpio, gpio, roles, timers: timers2560 });
const megaRow = (numbers: readonly number[]) =>
  numbers.map((number) => {
    const spi: Record<string, PinRole> = { "50": "miso", "51": "mosi", "52": "sck", "53": "cs" };
    const role = spi[String(number)];
    return mega(String(number), role === undefined ? [] : [role]);
  });
const doubleHeader = Array.from({ length: 32 }, (_, index) => 22 + index);

/**
 * All pins in header order, USB to the left: top from the left, bottom from the left, then the double header at the right end from the
 * top, pair by pair. Arduino Mega 2560 R3 datasheet (A000067), "Connector Pinouts"; interrupts and buses: the core's `mega` variant.
 */
export const mega2560Pins: CatalogPin[] = [
  ...header("top", [
    signal("SCL", "io", { roles: ["digital", "scl", "interrupt"], gpio: "21" }),
    signal("SDA", "io", { roles: ["digital", "sda", "interrupt"], gpio: "20" }),
    signal("AREF", "input", []),
    ground("GND.1"),
    mega("13", ["onboard_led"]),
    ...["12", "11", "10", "9", "8", "7", "6", "5", "4"].map((gpio) => mega(gpio)),
    mega("3", ["interrupt"]),
    mega("2", ["interrupt"]),
    uart(mega("1", ["tx", "usb"]), 0),
    uart(mega("0", ["rx", "usb"]), 0),
    uart(mega("14", ["tx"]), 3),
    uart(mega("15", ["rx"]), 3),
    uart(mega("16", ["tx"]), 2),
    uart(mega("17", ["rx"]), 2),
    uart(mega("18", ["tx", "interrupt"]), 1),
    uart(mega("19", ["rx", "interrupt"]), 1),
    mega("20", ["sda", "interrupt"]),
    mega("21", ["scl", "interrupt"]),
  ]),
  ...header("bottom", [
    signal("IOREF", "output", []),
    signal("RESET", "input", ["reset"]),
    supplyOut("3V3", 3.3),
    supplyOut("5V.1", 5, { mayBeFed: true }),
    ground("GND.2"),
    ground("GND.3"),
    supplyIn("VIN"),
    ...Array.from({ length: 16 }, (_, index) => avrAnalog(`A${index}`)),
  ]),
  ...header("right", [
    supplyOut("5V.2", 5, { mayBeFed: true }),
    supplyOut("5V.3", 5, { mayBeFed: true }),
    ...megaRow(doubleHeader),
    ground("GND.4"),
    ground("GND.5"),
  ]),
];
