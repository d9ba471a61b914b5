import type { PartUse } from "../driver.ts";

const hasPorts = ({ board }: PartUse): boolean => board.core === "esp32";

/** A serial line of 9600 baud to a part: a second UART on chips that put one on any pins, else one made in software. */
export const serialLine = {
  /** Pins by the board's view: its receiver hears the part's transmitter. */
  pins: [
    { suffix: "Rx", names: ["TX", "TXD"] },
    { suffix: "Tx", names: ["RX", "RXD"] },
  ],
  headers: (use: PartUse): string[] => (hasPorts(use) ? [] : ["SoftwareSerial.h"]),
  globals: (use: PartUse): string[] =>
    hasPorts(use)
      ? [`HardwareSerial ${use.name}Line(${use.serialPort});`]
      : [`SoftwareSerial ${use.name}Line(${use.pin("Rx")}, ${use.pin("Tx")});`],
  setup: (use: PartUse): string[] =>
    hasPorts(use)
      ? [`${use.name}Line.begin(9600, SERIAL_8N1, ${use.pin("Rx")}, ${use.pin("Tx")});`]
      : [`${use.name}Line.begin(9600);`],
};
