import type { BoardFigures, Mcu } from "../catalogue-part.ts";

/** `A0` and the following: the numbers from `first` on. */
const analogFrom = (first: number, count: number): [string, number][] =>
  Array.from({ length: count }, (_, index) => [`A${index}`, first + index]);

/** Analog names of the ESP32 by the channel that its core numbers them by. */
const esp32Analog: Readonly<Record<string, number>> = {
  A0: 36,
  A3: 39,
  A4: 32,
  A5: 33,
  A6: 34,
  A7: 35,
  A10: 4,
  A11: 0,
  A12: 2,
  A13: 15,
  A14: 13,
  A15: 12,
  A16: 14,
  A17: 27,
  A18: 25,
  A19: 26,
};

/** Printed names of NodeMCU and D1 mini. */
const esp8266Digital: Readonly<Record<string, number>> = {
  D0: 16,
  D1: 5,
  D2: 4,
  D3: 0,
  D4: 2,
  D5: 14,
  D6: 12,
  D7: 13,
  D8: 15,
  RX: 3,
  TX: 1,
};

/** Names and numbers in the `pins_arduino.h` of the cores' variants, without the buses and the LED, which stand with the board. */
const names: Record<Mcu, readonly [string, number][]> = {
  esp32: Object.entries(esp32Analog),
  esp32s3: [...analogFrom(1, 20), ["TX", 43], ["RX", 44]],
  esp32c3: [...analogFrom(0, 6), ["TX", 21], ["RX", 20]],
  esp8266: [["A0", 17], ...Object.entries(esp8266Digital)],
  atmega328p: analogFrom(14, 8),
  atmega2560: analogFrom(54, 16),
  rp2040: analogFrom(26, 4),
};

/** Names that the board's core defines: analog pins by number, the default buses, the light on the board. */
export function coreConstants(board: Pick<BoardFigures, "mcu" | "i2c" | "spi" | "ledPin">): Map<string, number> {
  const known = new Map(names[board.mcu]);
  const numberOf = (gpio: string) => known.get(gpio) ?? Number(gpio);
  const { i2c, spi } = board;
  const buses = { SDA: i2c.sda, SCL: i2c.scl, SCK: spi.sck, MISO: spi.miso, MOSI: spi.mosi, SS: spi.cs };
  for (const [name, gpio] of Object.entries(buses)) known.set(name, numberOf(gpio));
  if (board.ledPin !== undefined) known.set("LED_BUILTIN", board.ledPin);
  return known;
}
