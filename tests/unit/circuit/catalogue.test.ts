import { describe, expect, it } from "vitest";
import { allParts, partById, partsWithFunction } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import { searchCatalogue } from "../../../src/domain/circuit/catalogue/search-catalogue.ts";
import type { CatalogPart } from "../../../src/domain/circuit/catalogue-part.ts";
import { functionIds } from "../../../src/domain/circuit/lists.ts";

const each = (name: string, check: (part: CatalogPart) => void) =>
  it.each(allParts.map((part) => [part.id, part] as const))(`${name}: %s`, (_id, part) => check(part));

describe("the catalogue as data", () => {
  it("[CAT-1] ids are unique and found", () => {
    expect(new Set(allParts.map((part) => part.id)).size).toBe(allParts.length);
    for (const part of allParts) expect(partById(part.id)).toBe(part);
    expect(partById("no-such-part")).toBeUndefined();
  });

  it("[CAT-2] there are twelve boards of seven chips and at least 75 other parts", () => {
    const boards = allParts.filter((part) => part.board !== undefined);
    expect(boards).toHaveLength(12);
    expect(new Set(boards.map((part) => part.board?.mcu)).size).toBe(7);
    expect(allParts.length - boards.length).toBeGreaterThanOrEqual(75);
  });

  each("[CAT-3] every alternative and every needed part exists", (part) => {
    for (const id of [...part.alternatives, ...(part.needs ?? [])]) expect(partById(id), id).toBeDefined();
    expect(part.alternatives).not.toContain(part.id);
  });

  each("[CAT-4] pin names are unique, and joined pins exist", (part) => {
    const names = part.pins.map((pin) => pin.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of (part.joined ?? []).flat()) expect(names).toContain(name);
    for (const name of part.edge?.between ?? []) expect(names).toContain(name);
  });

  each("[CAT-5] every figure that a rule uses says where it comes from", (part) => {
    const sourced = (name: string, present: boolean) => {
      if (present) expect(part.sources[name], name).toMatch(/\S/);
    };
    sourced("supplyVolts", part.supplyVolts !== null);
    sourced("logicVolts", part.logicVolts !== null);
    sourced("currentMa", part.currentMa !== null);
    sourced("sleepMa", part.sleepMa !== undefined && part.sleepMa > 0);
    sourced("chipAbsMaxVolts", part.chipAbsMaxVolts !== undefined);
    sourced("i2c", part.i2c !== undefined);
    sourced("supply", part.supply !== undefined);
    sourced("battery", part.battery !== undefined);
    sourced("pinLimits", part.board !== undefined || part.pins.some((pin) => pin.limits !== undefined));
    for (const name of ["activeMa", "awakeNoRadioMa", "rail3v3ForOthersMa", "rail5vForOthersMa", "analog", "feed"]) {
      sourced(name, part.board !== undefined);
    }
    sourced("takenTimers", part.board?.takenTimers !== undefined);
    sourced("wakeLink", part.board?.wakeLink !== undefined);
    sourced("price", true);
  });

  each("[CAT-6] prices have low <= typical <= high and a day, links are links", (part) => {
    expect(part.price.lowCents).toBeLessThanOrEqual(part.price.typicalCents);
    expect(part.price.typicalCents).toBeLessThanOrEqual(part.price.highCents);
    expect(part.price.lowCents).toBeGreaterThan(0);
    expect(part.price.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new URL(part.supplier.searchUrl).protocol).toBe("https:");
    expect(["https:", "http:"]).toContain(new URL(part.datasheetUrl).protocol);
  });

  each("[CAT-7] ranges and currents are in order, addresses fit seven bits", (part) => {
    if (part.supplyVolts) expect(part.supplyVolts.min).toBeLessThanOrEqual(part.supplyVolts.max);
    if (part.currentMa) expect(part.currentMa.typ).toBeLessThanOrEqual(part.currentMa.max);
    for (const address of part.i2c?.addresses ?? []) expect(address).toBeGreaterThan(7);
    for (const address of part.i2c?.addresses ?? []) expect(address).toBeLessThan(0x78);
  });

  it("[CAT-8] an alias means one part only", () => {
    const owners = new Map<string, string>();
    for (const part of allParts) {
      for (const alias of new Set([...part.aliases.en, ...part.aliases.de])) {
        expect(owners.get(alias) ?? part.id, alias).toBe(part.id);
        expect(alias).toBe(alias.toLowerCase());
        owners.set(alias, part.id);
      }
    }
  });

  it("[CAT-9] every library names its version and author", () => {
    const drivers = allParts.flatMap((part) => [part.drivers.arduino, part.drivers.arduinoEsp32 ?? null]);
    for (const driver of drivers) {
      if (driver === null) continue;
      for (const library of [driver.library, ...(driver.extra ?? [])]) {
        expect(library.version).toMatch(/^\d+\.\d+\.\d+$/);
        expect(library.author).not.toBe("");
      }
    }
  });

  it("[CAT-10] the ESP32 header has 38 pins, 19 a side, as printed", () => {
    const pins = partById("esp32-devkitc")?.pins ?? [];
    expect(
      pins
        .filter((pin) => pin.side === "left")
        .map((pin) => pin.name)
        .join(" "),
    ).toBe("3V3 EN VP VN 34 35 32 33 25 26 27 14 12 GND.1 13 D2 D3 CMD 5V");
    expect(
      pins
        .filter((pin) => pin.side === "right")
        .map((pin) => pin.name)
        .join(" "),
    ).toBe("GND.2 23 22 TX RX 21 GND.3 19 18 5 17 16 4 0 2 15 D1 D0 CLK");
    const only = (role: string) =>
      pins.filter((pin) => pin.roles.some((one) => one === role)).map((pin) => Number(pin.gpio));
    const sorted = (role: string) => only(role).sort((a, b) => a - b);
    expect(sorted("adc1")).toEqual([32, 33, 34, 35, 36, 39]);
    expect(sorted("adc2")).toEqual([0, 2, 4, 12, 13, 14, 15, 25, 26, 27]);
    expect(sorted("flash")).toEqual([6, 7, 8, 9, 10, 11]);
    expect(sorted("strapping")).toEqual([0, 2, 5, 12, 15]);
    expect(sorted("input_only")).toEqual([34, 35, 36, 39]);
  });
});

describe("search", () => {
  it.each([
    ["bme280", "bme280"],
    ["BME 280", "bme280"],
    ["oled", "ssd1306"],
    ["pressure", "bme280"],
    ["humidity", "bme280"],
    ["servo", "servo-sg90"],
    ["NCR18650B", "cell-18650"],
    ["bodenfeuchtesensor", "soil-moisture-cap"],
    ["esp32", "esp32-devkitc"],
    ["hcsr04", "hc-sr04"],
    ["HC SR04", "hc-sr04"],
    ["stepper", "stepper-28byj-48"],
    ["gewicht", "hx711"],
    ["rfid", "mfrc522"],
    ["spi display", "ili9341"],
    ["tt motors", "dc-motor-tt"],
  ])("[CAT-11] %s finds %s first", (query, id) => {
    expect(searchCatalogue(query)[0]?.id).toBe(id);
  });

  it("[CAT-12] every word must match, nothing answers everything", () => {
    expect(
      searchCatalogue("i2c display")
        .map((part) => part.id)
        .slice(0, 2),
    ).toEqual(["ssd1306", "lcd1602-i2c"]);
    expect(searchCatalogue("oled flux capacitor")).toEqual([]);
    expect(searchCatalogue("  ")).toHaveLength(allParts.length);
    expect(searchCatalogue("\u0000'\"%_)(*")).toEqual(allParts);
  });

  it("[CAT-15] a price in the query leaves out what is dearer", () => {
    const cheap = searchCatalogue("temperature under $3");
    expect(cheap.map((part) => part.id)).toContain("dht11");
    expect(cheap.every((part) => part.price.typicalCents <= 300)).toBe(true);
    expect(searchCatalogue("unter 1 €").every((part) => part.price.typicalCents <= 100)).toBe(true);
  });

  it("[CAT-13] every function has a part", () => {
    for (const id of functionIds) expect(partsWithFunction(id), id).not.toEqual([]);
  });
});
