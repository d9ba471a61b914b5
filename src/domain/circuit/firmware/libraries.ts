import type { Library } from "../design.ts";
import type { PartUse } from "./driver.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Headers that come with the Arduino cores themselves: nothing to install, no version of their own. */
export const coreHeaders: ReadonlySet<string> = new Set([
  "Arduino.h",
  "EEPROM.h",
  "Preferences.h",
  "StreamString.h",
  "WebServer.h",
  "WiFi.h",
  "Wire.h",
  "avr/interrupt.h",
  "avr/sleep.h",
  "avr/wdt.h",
  "driver/rtc_io.h",
  "esp_sleep.h",
]);

interface PartLibrary {
  header: string;
  libraries: Library[];
}

/** The servo library of the AVR core drives timer 1 directly; the ESP32 has its own with the same class. */
const esp32Servo: PartLibrary = { header: "ESP32Servo.h", libraries: [{ name: "ESP32Servo", version: "3.0.6" }] };

/** Header and libraries of one part for its board, from the catalogue; null for a part that the core drives alone. */
export function libraryOf(use: PartUse): PartLibrary | null {
  const { arduino } = use.part.drivers;
  if (arduino === null) return null;
  const all = [arduino.library, ...(arduino.extra ?? [])].map(({ name, version }) => ({ name, version }));
  if (arduino.library.name === "Servo" && use.board.mcu === "esp32") {
    const own = all.find((library) => library.name === "ESP32Servo");
    return own === undefined ? esp32Servo : { header: esp32Servo.header, libraries: [own] };
  }
  return { header: arduino.include, libraries: all.filter((library) => library.name !== "ESP32Servo") };
}

/** The libraries to install for a sketch: exactly what its parts include, each once, by name. */
export function librariesOf(plan: FirmwarePlan): Library[] {
  const byName = new Map<string, Library>();
  for (const { use } of plan.driven) {
    for (const library of libraryOf(use)?.libraries ?? []) byName.set(library.name, library);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `#include` lines: the bus first, then the parts' libraries, then what Unit 3 adds. */
export function includeLines(plan: FirmwarePlan, further: readonly string[] = []): string[] {
  const ofParts = plan.driven.flatMap(({ use }) => libraryOf(use)?.header ?? []);
  const headers = [...(plan.i2c === null ? [] : ["Wire.h"]), ...ofParts, ...further];
  return [...new Set(headers)].map((header) => `#include <${header}>`);
}
