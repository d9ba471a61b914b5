import { hd44780, ili9341, max7219, sh1106, tm1637 } from "../modules/displays.ts";
import type { PythonDriver } from "../python-driver.ts";

/** Texts of the rows from `first` on. */
const rowsFrom = (rows: number) => `rows_from(first, ${rows})`;

/** SSD1306 by micropython-lib's driver, whose constructor already talks to it: the object is made when it is started. */
export const ssd1306Driver: PythonDriver = {
  imports: ["ssd1306"],
  install: { name: "ssd1306", version: "0.1.0" },
  objects: ({ name }) => [`${name} = None  # made when it is started`],
  start: ({ name, constant }) => [`global ${name}`, `${name} = ssd1306.SSD1306_I2C(128, 64, i2c, ${constant}_ADDRESS)`],
  check: ({ name }) => [`start_${name}()`, `${name}.text("Ohm: it works", 0, 0)`, `${name}.show()`, 'return True, ""'],
  show: ({ name }) => [
    `${name}.fill(0)`,
    `for row, text in enumerate(${rowsFrom(4)}):`,
    `    ${name}.text(text, 0, row * 16)`,
    `${name}.show()`,
  ],
  off: ({ name }) => [`${name}.poweroff()`],
  on: ({ name }) => [`${name}.poweron()`],
};

export const sh1106Driver: PythonDriver = {
  module: { file: sh1106, names: ["Sh1106"] },
  objects: ({ name, constant }) => [`${name} = Sh1106(i2c, ${constant}_ADDRESS)`],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, `${name}.text("Ohm: it works", 0, 0)`, `${name}.show()`, 'return True, ""'],
  show: ({ name }) => [
    `${name}.fill(0)`,
    `for row, text in enumerate(${rowsFrom(4)}):`,
    `    ${name}.text(text, 0, row * 16)`,
    `${name}.show()`,
  ],
  off: ({ name }) => [`${name}.power(False)`],
  on: ({ name }) => [`${name}.power(True)`],
};

/** HD44780 with a PCF8574 backpack. */
function lcdOf(columns: number, rows: number): PythonDriver {
  return {
    module: { file: hd44780, names: ["LcdI2c"] },
    objects: ({ name, constant }) => [`${name} = LcdI2c(i2c, ${constant}_ADDRESS, columns=${columns}, rows=${rows})`],
    start: ({ name }) => [`${name}.start()`],
    check: ({ name }) => [`start_${name}()`, `${name}.show(["Ohm: it works"])`, 'return True, ""'],
    show: ({ name }) => [`${name}.show(${rowsFrom(rows)})`],
    off: ({ name }) => [`${name}.power(False)`],
    on: ({ name }) => [`${name}.power(True)`],
  };
}
export const lcd1602Driver = lcdOf(16, 2);
export const lcd2004Driver = lcdOf(20, 4);

const out = (constant: string, level: 0 | 1 = 0) => `Pin(${constant}, Pin.OUT, value=${level})`;

/** HD44780 on six pins: it cannot answer, so a person looks. */
export const lcdParallelDriver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: hd44780, names: ["LcdPins"] },
  objects: (use) => [
    `${use.name} = LcdPins(`,
    `    select=${out(use.pin("RS"))},`,
    `    enable=${out(use.pin("E"))},`,
    "    data=(",
    ...["D4", "D5", "D6", "D7"].map((pin) => `        ${out(use.pin(pin))},`),
    "    ),",
    "    columns=16,",
    "    rows=2,",
    ")",
  ],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [
    `start_${name}()`,
    `${name}.show(["Ohm: it works"])`,
    'return " is there text? else turn the contrast"',
  ],
  show: ({ name }) => [`${name}.show(${rowsFrom(2)})`],
  off: ({ name }) => [`${name}.power(False)`],
  on: ({ name }) => [`${name}.power(True)`],
};

/** A display of figures: `show` writes the value of one reading, `clear` takes it away. */
const drawsFigure = (show: string, clear: string): string[] => [
  "value = value_of(first)",
  "if value is None:",
  `    ${clear}`,
  "else:",
  `    ${show}`,
];

/** TM1637: both lines are only pulled low, as on a bus. */
export const tm1637Driver: PythonDriver = {
  machine: () => ["Pin"],
  module: { file: tm1637, names: ["Tm1637"] },
  objects: (use) => [
    `${use.name} = Tm1637(`,
    `    clock=Pin(${use.pin("Clk")}, Pin.OPEN_DRAIN, value=1),`,
    `    data=Pin(${use.pin("Dio")}, Pin.OPEN_DRAIN, value=1),`,
    ")",
  ],
  check: ({ name }) => [`${name}.number(8888)`, 'return " does it show 8888?"'],
  show: (use) => drawsFigure(`${use.name}.number(round(value))`, `${use.name}.clear()`),
  off: ({ name }) => [`${name}.clear()`],
};

export const max7219Driver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  module: { file: max7219, names: ["Max7219"] },
  objects: (use) => [`${use.name} = Max7219(spi, ${out(use.pin("Cs"), 1)})`],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, `${name}.text("8888")`, 'return " does it show 8888?"'],
  show: (use) => drawsFigure(`${use.name}.text(str(round(value)))`, `${use.name}.text("")`),
  off: ({ name }) => [`${name}.power(False)`],
  on: ({ name }) => [`${name}.power(True)`],
};

export const ili9341Driver: PythonDriver = {
  machine: () => ["Pin"],
  bus: "spi",
  module: { file: ili9341, names: ["Ili9341"] },
  objects: (use) => [
    `${use.name} = Ili9341(`,
    "    spi,",
    `    select=${out(use.pin("Cs"), 1)},`,
    `    command=${out(use.pin("Dc"), 1)},`,
    `    reset=${out(use.pin("Rst"), 1)},`,
    ")",
  ],
  start: ({ name }) => [`${name}.start()`],
  check: ({ name }) => [`start_${name}()`, `${name}.text(0, "Ohm: it works")`, 'return " is there text on black?"'],
  show: ({ name }) => [`for row, text in enumerate(${rowsFrom(8)}):`, `    ${name}.text(row, text)`],
  off: ({ name }) => [`${name}.clear()`],
};

const segments = ["A", "B", "C", "D", "E", "F", "G", "DP"];

/** One digit with common cathode: the last digit of a whole number. */
export const sevenSegmentDriver: PythonDriver = {
  machine: () => ["Pin"],
  constants: ({ constant }) => [
    `${constant}_SHAPES = b"\\x3F\\x06\\x5B\\x4F\\x66\\x6D\\x7D\\x07\\x7F\\x6F"  # segments A to G as bits 0 to 6`,
  ],
  objects: (use) => [`${use.name} = (`, ...segments.map((pin) => `    ${out(use.pin(pin))},`), ")"],
  functions: ({ name }) => [
    `def light_${name}(shape):`,
    `    for bit, segment in enumerate(${name}):`,
    "        segment.value(shape >> bit & 1)",
  ],
  check: ({ name }) => [`light_${name}(0xFF)`, 'return " does all of it light?"'],
  show: (use) =>
    drawsFigure(`light_${use.name}(${use.constant}_SHAPES[int(abs(value)) % 10])`, `light_${use.name}(0x40)`),
  off: ({ name }) => [`light_${name}(0)`],
};
