import { describe, expect, it } from "vitest";
import { allParts, partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CatalogPart, PinRole } from "../../../src/domain/circuit/catalogue-part.ts";
import { coreConstants } from "../../../src/domain/circuit/firmware/core-constants.ts";

const boards = allParts.filter((part) => part.board !== undefined);
const board = (id: string): CatalogPart => {
  const part = partById(id);
  if (part?.board === undefined) throw new Error(`no board ${id}`);
  return part;
};
const row = (part: CatalogPart, side: string) =>
  part.pins
    .filter((pin) => pin.side === side)
    .map((pin) => pin.name)
    .join(" ");
const gpios = (part: CatalogPart, role: PinRole) => [
  ...new Set(part.pins.flatMap((pin) => (pin.roles.includes(role) ? [pin.gpio ?? ""] : []))),
];
/** `2-4 7` as the list of its numbers. */
const numbers = (text: string): string[] =>
  text.split(" ").flatMap((piece) => {
    const [from, to] = piece.split("-").map(Number);
    if (from === undefined || Number.isNaN(from)) return [piece];
    return Array.from({ length: (to ?? from) - from + 1 }, (_, index) => String(from + index));
  });
const sorted = (list: string[]) => [...list].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));

/** Names in the `pins_arduino.h` of each board's variant, read there: arduino-esp32, esp8266/Arduino, ArduinoCore-avr, arduino-pico. */
const variants: Record<string, { sda: number; scl: number; sck: number; miso: number; mosi: number; a0: number }> = {
  "esp32-devkitc": { sda: 21, scl: 22, sck: 18, miso: 19, mosi: 23, a0: 36 },
  "esp32-devkit-v1": { sda: 21, scl: 22, sck: 18, miso: 19, mosi: 23, a0: 36 },
  "esp32-s3-devkitc-1": { sda: 8, scl: 9, sck: 12, miso: 13, mosi: 11, a0: 1 },
  "esp32-c3-devkitm-1": { sda: 8, scl: 9, sck: 4, miso: 5, mosi: 6, a0: 0 },
  "esp32-c3-supermini": { sda: 8, scl: 9, sck: 4, miso: 5, mosi: 6, a0: 0 },
  "nodemcu-esp8266": { sda: 4, scl: 5, sck: 14, miso: 12, mosi: 13, a0: 17 },
  "d1-mini": { sda: 4, scl: 5, sck: 14, miso: 12, mosi: 13, a0: 17 },
  "uno-r3": { sda: 18, scl: 19, sck: 13, miso: 12, mosi: 11, a0: 14 },
  "arduino-nano": { sda: 18, scl: 19, sck: 13, miso: 12, mosi: 11, a0: 14 },
  "arduino-mega-2560": { sda: 20, scl: 21, sck: 52, miso: 50, mosi: 51, a0: 54 },
  pico: { sda: 4, scl: 5, sck: 18, miso: 16, mosi: 19, a0: 26 },
  "pico-w": { sda: 4, scl: 5, sck: 18, miso: 16, mosi: 19, a0: 26 },
};

/** By board: roles and the pins that have them, from the chips' datasheets and the cores (see the pin tables for the sections). */
const facts: Record<string, Partial<Record<PinRole, string>>> = {
  "esp32-devkit-v1": {
    adc1: "32-36 39",
    adc2: "2 4 12-15 25-27",
    input_only: "34-36 39",
    no_pull: "34-36 39",
    strapping: "2 5 12 15",
    usb: "1 3",
    flash: "",
    pwm: "1-5 12-19 21-23 25-27 32 33",
  },
  "esp32-s3-devkitc-1": {
    adc1: "1-10",
    adc2: "11-20",
    strapping: "0 3 45 46",
    flash: "35-37",
    usb: "19 20 43 44",
    input_only: "",
  },
  "esp32-c3-devkitm-1": { adc1: "0-4", adc2: "", strapping: "2 8 9", usb: "18-21", flash: "" },
  "esp32-c3-supermini": { adc1: "0-4", adc2: "", strapping: "2 8 9", usb: "", flash: "" },
  "nodemcu-esp8266": {
    adc: "A0",
    strapping: "0 2 15",
    flash: "6-11",
    usb: "1 3",
    no_pull: "15 16 A0",
    pwm: "0-5 12-15",
    interrupt: "0-5 12-15",
  },
  "d1-mini": { adc: "A0", strapping: "0 2 15", flash: "", usb: "1 3", no_pull: "15 16 A0", pwm: "0-5 12-15" },
  "uno-r3": { adc: "A0 A1 A2 A3 A4 A5", pwm: "3 5 6 9-11", interrupt: "2 3", usb: "0 1", sda: "A4", scl: "A5" },
  "arduino-nano": {
    adc: "A0 A1 A2 A3 A4 A5 A6 A7",
    input_only: "A6 A7",
    pwm: "3 5 6 9-11",
    interrupt: "2 3",
    usb: "0 1",
    sda: "A4",
    scl: "A5",
  },
  "arduino-mega-2560": {
    pwm: "2-13 44-46",
    interrupt: "2 3 18-21",
    usb: "0 1",
    tx: "1 14 16 18",
    rx: "0 15 17 19",
    sda: "20",
    scl: "21",
    sck: "52",
    miso: "50",
    mosi: "51",
    cs: "53",
  },
  pico: {
    adc: "26-28",
    usb: "",
    strapping: "",
    flash: "",
    no_pull: "",
    pwm: "0-22 26-28",
    sda: "0 2 4 6 8 10 12 14 16 18 20 22 26 28",
  },
};

describe("boards", () => {
  it.each(boards.map((part) => [part.id, part] as const))(
    "[CAT-20] %s: default pins are those of the core's variant, exist, and can be what they are for",
    (id, part) => {
      const figures = part.board;
      if (figures === undefined) throw new Error("no board");
      const variant = variants[id];
      const constants = coreConstants(figures);
      const { sda, scl, sck, miso, mosi } = variant ?? {};
      expect({
        sda: constants.get("SDA"),
        scl: constants.get("SCL"),
        sck: constants.get("SCK"),
        miso: constants.get("MISO"),
        mosi: constants.get("MOSI"),
        a0: constants.get("A0"),
      }).toEqual({ sda, scl, sck, miso, mosi, a0: variant?.a0 });
      const can = (gpio: string, role: PinRole) =>
        expect(
          part.pins.some((pin) => pin.gpio === gpio && pin.roles.includes(role)),
          `${gpio} ${role}`,
        ).toBe(true);
      can(figures.i2c.sda, "sda");
      can(figures.i2c.scl, "scl");
      can(figures.spi.sck, "sck");
      can(figures.spi.miso, "miso");
      can(figures.spi.mosi, "mosi");
      can(figures.spi.cs, "cs");
      can(figures.uart.tx, "tx");
      can(figures.uart.rx, "rx");
      const feed = part.pins.find((pin) => pin.name === figures.feed.pin);
      expect(feed?.type === "power_in" || feed?.mayBeFed).toBe(true);
      for (const name of Object.values(figures.wakeLink ?? {}))
        expect(part.pins.map((pin) => pin.name)).toContain(name);
    },
  );

  it.each(Object.entries(facts))("[CAT-21] %s: special pins are those of its chip", (id, roles) => {
    for (const [role, wanted] of Object.entries(roles)) {
      const found = boards
        .filter((part) => part.id === id)
        .flatMap((part) => part.pins)
        .flatMap((pin) => (pin.roles.some((one) => one === role) ? [pin.gpio ?? ""] : []));
      expect(sorted([...new Set(found)]), role).toEqual(wanted === "" ? [] : sorted(numbers(wanted)));
    }
  });

  it("[CAT-10] headers are in printed order", () => {
    expect(row(board("esp32-devkit-v1"), "left")).toBe("EN VP VN D34 D35 D32 D33 D25 D26 D27 D14 D12 D13 GND.1 VIN");
    expect(row(board("esp32-devkit-v1"), "right")).toBe("D23 D22 TX0 RX0 D21 D19 D18 D5 TX2 RX2 D4 D2 D15 GND.2 3V3");
    expect(row(board("nodemcu-esp8266"), "right")).toBe("D0 D1 D2 D3 D4 3V3.2 GND.3 D5 D6 D7 D8 RX TX GND.4 3V3.3");
    expect(row(board("d1-mini"), "left")).toBe("RST A0 D0 D5 D6 D7 D8 3V3");
    expect(row(board("d1-mini"), "right")).toBe("TX RX D1 D2 D3 D4 G 5V");
    expect(row(board("esp32-c3-supermini"), "left")).toBe("5 6 7 8 9 10 20 21");
    expect(row(board("esp32-c3-supermini"), "right")).toBe("5V G 3.3 4 3 2 1 0");
    expect(row(board("arduino-nano"), "left")).toBe("D13 3V3 REF A0 A1 A2 A3 A4 A5 A6 A7 5V RST.1 GND.1 VIN");
    expect(row(board("pico"), "left")).toBe(
      "GP0 GP1 GND.1 GP2 GP3 GP4 GP5 GND.2 GP6 GP7 GP8 GP9 GND.3 GP10 GP11 GP12 GP13 GND.4 GP14 GP15",
    );
    expect(row(board("pico"), "right")).toBe(
      "VBUS VSYS GND.5 3V3_EN 3V3 ADC_VREF GP28 AGND GP27 GP26 RUN GP22 GND.6 GP21 GP20 GP19 GP18 GND.7 GP17 GP16",
    );
    const counts = Object.fromEntries(boards.map((part) => [part.id, part.pins.length]));
    expect(counts).toEqual({
      "esp32-devkitc": 38,
      "esp32-devkit-v1": 30,
      "esp32-s3-devkitc-1": 44,
      "esp32-c3-devkitm-1": 30,
      "esp32-c3-supermini": 16,
      "nodemcu-esp8266": 30,
      "d1-mini": 16,
      "uno-r3": 31,
      "arduino-nano": 30,
      "arduino-mega-2560": 85,
      pico: 40,
      "pico-w": 40,
    });
  });

  it("[CAT-21] the RP2040's buses and PWM outputs are those of its function table", () => {
    const pin = (name: string) => board("pico").pins.find((each) => each.name === name);
    expect(pin("GP4")?.units).toEqual({ i2c: 0, spi: 0, uart: 1 });
    expect(pin("GP26")?.units).toEqual({ i2c: 1, spi: 1 });
    expect(pin("GP13")?.roles).toEqual(["digital", "interrupt", "pwm", "scl", "cs", "rx"]);
    expect(pin("GP12")?.units?.uart).toBe(0);
    expect(pin("GP0")?.pwm).toEqual({ timer: "0", output: "A" });
    expect(pin("GP16")?.pwm).toEqual(pin("GP0")?.pwm);
    expect(pin("GP15")?.pwm).toEqual({ timer: "7", output: "B" });
  });

  it("[CAT-21] the Mega's timers are those of its variant", () => {
    const timer = (gpio: string) => board("arduino-mega-2560").pins.find((each) => each.gpio === gpio)?.pwm?.timer;
    expect(["2", "4", "6", "9", "11", "13", "44"].map(timer)).toEqual(["3", "0", "4", "2", "1", "0", "5"]);
    expect(gpios(board("arduino-mega-2560"), "adc")).toHaveLength(16);
  });

  it("[CAT-23] a board with a radio leaves at least 100 mA of its 3.3 V", () => {
    for (const { board: figures, id } of boards)
      if (figures?.hasWifi) expect(figures.rail3v3ForOthersMa, id).toBeGreaterThanOrEqual(100);
  });
});
