import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { ground, signal, supplyIn, supplyOut } from "../pins.ts";
import { header } from "./espressif-pins.ts";

/** UART units of the RP2040 by block of four pins; a block has TX and RX on its first two. */
const uartOfBlock = [0, 1, 1, 0, 0, 1, 1, 0];
const spiRoles: readonly PinRole[] = ["miso", "cs", "sck", "mosi"];

/**
 * A pin of the RP2040: what its function table joins with it. I2C: even pins are SDA, odd ones SCL, two and two to a unit. SPI: blocks of
 * four (RX, CSn, SCK, TX), eight to a unit. PWM: slice `(n / 2) mod 8`, output A on even pins and B on odd ones.
 */
function gp(number: number, more: PinRole[] = []): CatalogPin {
  const inBlock = number % 4;
  const spi = spiRoles[inBlock];
  const uartRoles: PinRole[] = inBlock === 0 ? ["tx"] : inBlock === 1 ? ["rx"] : [];
  const roles: PinRole[] = [
    "digital",
    "interrupt",
    "pwm",
    number % 2 === 0 ? "sda" : "scl",
    ...(spi === undefined ? [] : [spi]),
    ...uartRoles,
    ...more,
  ];
  const uart = uartOfBlock[Math.floor(number / 4)];
  return signal(`GP${number}`, "io", {
    roles,
    gpio: String(number),
    units: {
      i2c: Math.floor(number / 2) % 2,
      spi: Math.floor(number / 8) % 2,
      ...(uartRoles.length === 0 || uart === undefined ? {} : { uart }),
    },
    pwm: { timer: String(Math.floor(number / 2) % 8), output: number % 2 === 0 ? "A" : "B" },
  });
}

const left = header("left", [
  gp(0),
  gp(1),
  ground("GND.1"),
  gp(2),
  gp(3),
  gp(4),
  gp(5),
  ground("GND.2"),
  gp(6),
  gp(7),
  gp(8),
  gp(9),
  ground("GND.3"),
  gp(10),
  gp(11),
  gp(12),
  gp(13),
  ground("GND.4"),
  gp(14),
  gp(15),
]);

const right = header("right", [
  supplyOut("VBUS", 5),
  supplyIn("VSYS", { passesUsb: true }),
  ground("GND.5"),
  signal("3V3_EN", "input", []),
  supplyOut("3V3", 3.3),
  signal("ADC_VREF", "input", []),
  gp(28, ["adc"]),
  ground("AGND"),
  gp(27, ["adc"]),
  gp(26, ["adc"]),
  signal("RUN", "input", ["reset"]),
  gp(22),
  ground("GND.6"),
  gp(21),
  gp(20),
  gp(19),
  gp(18),
  ground("GND.7"),
  gp(17),
  gp(16),
]);

/**
 * All 40 pins in header order, USB up: Raspberry Pi Pico datasheet, figure "The pinout", which is the Pico W's too. Functions: RP2040
 * datasheet, section 1.4.3 "GPIO Functions". GPIO 23, 24, 25 and 29 are on no header.
 */
export const picoPins: CatalogPin[] = [...left, ...right];
