import type { DrivenPart } from "../part-uses.ts";
import type { PythonUse } from "./python-driver.ts";

/** `LedD2Limit` as a constant: `LED_D2_LIMIT`. */
export function constantName(camel: string): string {
  return camel
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toUpperCase();
}

/** `temperatureC` as a name: `temperature_c`. */
export function snakeName(camel: string): string {
  return constantName(camel).toLowerCase();
}

/** The key under which Unit 3 stores a setting; the same as on Arduino. */
export function settingKey(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A Python text literal. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A figure as Python writes it. */
export function figure(value: number): string {
  return String(value);
}

/** A part of the plan with its names in Python; the Arduino code has the same words in its own spelling. */
export function pythonUse({ use, pins }: DrivenPart, unit: 1 | 2 | 3): PythonUse {
  const pinOf = (suffix: string) => pins.find((each) => each.suffix === suffix);
  return {
    ref: use.ref,
    part: use.part,
    name: snakeName(use.typeName),
    constant: constantName(use.typeName),
    board: use.board,
    core: use.board.core,
    // The RP2040 puts each of its ports on pins of its own.
    serialPort: pinOf("Rx")?.reached.pin.units?.uart ?? use.serialPort,
    pin: (suffix = "") => `PIN_${constantName(`${use.typeName}${pinOf(suffix)?.suffix ?? suffix}`)}`,
    pinHas: (suffix, role) => pinOf(suffix)?.reached.pin.roles.includes(role) === true,
    activeLevel: use.activeLevel === "HIGH" ? 1 : 0,
    setting: (name) => (unit === 3 ? `settings["${settingKey(name)}"]` : constantName(name)),
  };
}
