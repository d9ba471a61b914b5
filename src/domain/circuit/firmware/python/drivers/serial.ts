import type { PythonUse } from "../python-driver.ts";

/** A serial line of 9600 baud; pins by the board's view. */
export function uartObject(use: PythonUse): string {
  return `UART(${use.serialPort}, baudrate=9600, tx=Pin(${use.pin("Tx")}), rx=Pin(${use.pin("Rx")}))`;
}
