import type { CatalogPin, PinRole } from "../../catalogue-part.ts";
import { signal } from "../pins.ts";

/** Any pin with an output driver takes any of these through the GPIO matrix of an ESP32, ESP32-S3 or ESP32-C3. */
export const matrix: PinRole[] = ["digital", "interrupt", "pwm", "sda", "scl", "sck", "miso", "mosi", "cs", "tx", "rx"];

/** A pin behind the GPIO matrix, with its printed name, its GPIO number and what it can do beside. */
export function io(name: string, gpio: string, more: PinRole[] = []): CatalogPin {
  return signal(name, "io", { roles: [...matrix, ...more], gpio });
}

/** A strapping pin, with the level that it must have at reset. */
export function strapped(pin: CatalogPin, level: "high" | "low" | "floating", note: string): CatalogPin {
  return { ...pin, roles: [...pin.roles, "strapping"], strap: { level, note } };
}

/** A strapping pin whose wrong level is no harm to the program. */
export function mildlyStrapped(pin: CatalogPin, level: "high" | "low" | "floating", note: string): CatalogPin {
  return { ...pin, roles: [...pin.roles, "strapping"], strap: { level, note, harmless: true } };
}

/** A pin that belongs to the flash memory or to RAM beside the chip. */
export function flash(name: string, gpio: string): CatalogPin {
  return signal(name, "io", { roles: ["flash"], gpio });
}

/** One header of a board: its pins in printed order along a side. */
export function header(side: NonNullable<CatalogPin["side"]>, pins: readonly CatalogPin[]): CatalogPin[] {
  return pins.map((pin) => ({ ...pin, side }));
}

/** GPIO 34-39 of an ESP32 have no output driver and no pull resistors. */
export function inputOnly(name: string, gpio: string): CatalogPin {
  return signal(name, "input", {
    roles: ["digital", "interrupt", "miso", "rx", "input_only", "no_pull", "adc1"],
    gpio,
  });
}

/** Strapping pins of the ESP32 by their GPIO number: ESP32 datasheet, "Strapping Pins". */
export function esp32Strap(gpio: "0" | "2" | "5" | "12" | "15", name: string): CatalogPin {
  const more: PinRole[] = gpio === "5" ? [] : ["adc2"];
  const [level, note] = (
    {
      "0": ["high", "Low at reset starts the bootloader instead of the program."],
      "2": ["low", "High at reset prevents flashing over serial when GPIO 0 is low."],
      "5": ["high", "Low at reset changes the SDIO timing; harmless without an SDIO host."],
      "12": ["low", "High at reset sets the flash to 1.8 V: the board does not boot."],
      "15": ["high", "Low at reset silences the boot log on serial."],
    } as const
  )[gpio];
  const isHarmless = gpio === "5" || gpio === "15";
  return (isHarmless ? mildlyStrapped : strapped)(io(name, gpio, more), level, note);
}

/** Strapping pins of the ESP32-C3: ESP32-C3 datasheet, "Boot Configurations". */
export function c3Strap(gpio: "2" | "8" | "9", name: string, more: PinRole[] = []): CatalogPin {
  const [level, note] = (
    {
      "2": ["high", "Low at reset makes the boot mode undefined."],
      "8": ["high", "Low at reset together with GPIO 9 makes flashing fail."],
      "9": ["high", "Low at reset starts the bootloader instead of the program."],
    } as const
  )[gpio];
  return strapped(io(name, gpio, more), level, note);
}
