import type { ArduinoCore, BoardFigures, CatalogPart, PinRole } from "../../catalogue-part.ts";
import type { Library } from "../../design.ts";
import type { PythonModule } from "./python-module.ts";

/** One part as the Python program knows it: its names in the code, its pins as constants, its address, its board. */
export interface PythonUse {
  ref: string;
  part: CatalogPart;
  /** `bme280`, or `led_d2` where there are several LEDs. */
  name: string;
  /** `BME280`, `LED_D2`: for names that continue (`PIN_LED_D2`, `LED_D2_LIMIT`). */
  constant: string;
  board: BoardFigures;
  core: ArduinoCore;
  /** Number of its serial port, where it is on a serial line. */
  serialPort: number;
  /** Constant name of a pin by the driver's suffix; `pin("Trig")` is `PIN_HCSR04_TRIG`. */
  pin(suffix?: string): string;
  pinHas(suffix: string, role: PinRole): boolean;
  /** Level at which an LED lights or a button counts as pressed, by how it is wired. */
  activeLevel: 0 | 1;
  /** Python expression for one of the driver's settings, in this unit, by the name that the Arduino driver gives it. */
  setting(name: string): string;
}

/** What `from machine import` can bring. */
export type MachineName = "ADC" | "I2C" | "Pin" | "PWM" | "SoftI2C" | "SPI" | "Timer" | "UART" | "time_pulse_us";

/**
 * How a Python program drives one family of parts. It stands beside the Arduino driver of the same part, which says what both have in
 * common: pins, readings, settings, what switches an output, what Unit 1 prints.
 */
export interface PythonDriver {
  /** Names of the module `machine` that its lines use. */
  machine?(use: PythonUse): readonly MachineName[];
  /** Other modules of the firmware itself: `import dht`. */
  imports?: readonly string[];
  /** Its own file, and the classes taken from it. */
  module?: { file: PythonModule; names: readonly string[] };
  /** A package of micropython-lib that must be installed. */
  install?: Library;
  /** Which shared bus it needs to be there, beside I2C, which the plan knows. */
  bus?: "spi";
  constants?(use: PythonUse): string[];
  /** Objects on their pins; nothing is said to the part yet. */
  objects(use: PythonUse): string[];
  /** Functions of its own that the others call. */
  functions?(use: PythonUse): string[];
  /** Statements before the parts are started, such as the position at rest. */
  setup?(use: PythonUse): string[];
  /** Body of `start_x()`; it raises OSError where the part is silent. */
  start?(use: PythonUse): string[];
  /** Body of `check_x()`: for a part that answers it returns whether it does and what to print behind its name, else only the latter. */
  check(use: PythonUse): string[];
  /** Expression of all readings of the Arduino driver, in its order: a tuple where there are several. OSError where the part is silent. */
  read?(use: PythonUse): string;
  /** Body of `set_x(on)`. */
  set?(use: PythonUse): string[];
  /** Body of `follow_x(percent)`. */
  follow?(use: PythonUse): string[];
  /** Statements of every turn of the main loop. */
  tend?(use: PythonUse): string[];
  /** Body of `show_x(first)`, from reading number `first` on. */
  show?(use: PythonUse): string[];
  /** Statements before sleep, for a display. */
  off?(use: PythonUse): string[];
  on?(use: PythonUse): string[];
}
