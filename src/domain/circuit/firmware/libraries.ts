import type { ArduinoCore, CatalogPart } from "../catalogue-part.ts";
import type { Library } from "../design.ts";
import type { FirmwarePlan } from "./plan.ts";

/** Headers that come with the Arduino cores themselves: nothing to install, no version of their own. */
export const coreHeaders: ReadonlySet<string> = new Set([
  "Arduino.h",
  "EEPROM.h",
  "ESP8266WebServer.h",
  "ESP8266WiFi.h",
  "Preferences.h",
  "SPI.h",
  "SoftwareSerial.h",
  "StreamString.h",
  "WebServer.h",
  "WiFi.h",
  "Wire.h",
  "avr/interrupt.h",
  "avr/sleep.h",
  "avr/wdt.h",
  "esp_now.h",
  "esp_sleep.h",
  "espnow.h",
  "user_interface.h",
]);

/** Headers of parts' libraries that some cores bring themselves. */
const bundled: Record<ArduinoCore, ReadonlySet<string>> = {
  avr: new Set(),
  esp32: new Set(["SD.h"]),
  esp8266: new Set(["SD.h", "Servo.h"]),
  rp2040: new Set(["SD.h", "Servo.h"]),
};

interface PartLibrary {
  header: string;
  libraries: Library[];
}

/** Header and libraries of one part for its board's core, from the catalogue; null for a part that the core drives alone. */
export function libraryOf(part: CatalogPart, core: ArduinoCore): PartLibrary | null {
  const { arduino, arduinoEsp32 } = part.drivers;
  const driver = core === "esp32" ? (arduinoEsp32 ?? arduino) : arduino;
  if (driver === null) return null;
  if (bundled[core].has(driver.include)) return { header: driver.include, libraries: [] };
  const libraries = [driver.library, ...(driver.extra ?? [])].map(({ name, version }) => ({ name, version }));
  return { header: driver.include, libraries };
}

/** The libraries to install for a sketch: exactly what its parts include, each once, by name. */
export function librariesOf(plan: FirmwarePlan): Library[] {
  const byName = new Map<string, Library>();
  for (const { use } of plan.driven) {
    for (const library of libraryOf(use.part, use.board.core)?.libraries ?? []) byName.set(library.name, library);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `#include` lines: the bus first, then the parts' libraries, then what Unit 3 adds. */
export function includeLines(plan: FirmwarePlan, further: readonly string[] = []): string[] {
  const ofParts = plan.driven.flatMap(({ use }) => libraryOf(use.part, use.board.core)?.header ?? []);
  const ofCore = plan.driven.flatMap(({ use, driver }) => driver.headers?.(use) ?? []);
  const headers = [...(plan.i2c === null ? [] : ["Wire.h"]), ...ofCore, ...ofParts, ...further];
  return [...new Set(headers)].map((header) => `#include <${header}>`);
}
