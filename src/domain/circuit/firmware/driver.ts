import type { BoardFigures, CatalogPart, PinRole } from "../catalogue-part.ts";

/** A figure that a maker will want to change: a constant in Unit 2, a stored setting in Unit 3. */
export interface Setting {
  /** UpperCamel, at most 15 characters: the store of the ESP32 takes no longer key. */
  name: string;
  value: number;
  min: number;
  max: number;
  comment: string;
}

/** What a measured figure is about; outputs choose what they react to by it. */
export type Quantity =
  | "temperature"
  | "humidity"
  | "pressure"
  | "distance"
  | "soil"
  | "light"
  | "motion"
  | "knob"
  | "acceleration"
  | "weight"
  | "current"
  | "voltage"
  | "gas"
  | "sound"
  | "location"
  | "speed"
  | "colour"
  | "water"
  | "flame"
  | "contact"
  | "magnet"
  | "tilt"
  | "hour"
  | "minute"
  | "card"
  | "key"
  | "stick"
  | "touch"
  | "remote"
  | "input"
  | "presses"
  | "uptime";

/** One figure that a part measures, as a field of the sketch's `Readings`. */
export interface Reading {
  quantity: Quantity;
  /** Field name with its unit: `temperatureC`. */
  field: string;
  /** Label for a display of ten characters a line. */
  label: string;
  unit: string;
  decimals: number;
  /** C++ expression that measures it; NAN where the part did not answer. */
  expression: string;
}

/** When an output switches on by itself. Off again beyond the limit by `hysteresis`. */
export interface Trigger {
  quantity: Quantity;
  when: "below" | "above";
  limit: number;
  hysteresis: number;
  /** How far apart the limits of several LEDs beside one sensor are; absent where there is only one level. */
  step?: number;
}

/** One part as the sketch knows it: its names in the code, its pins as constants, its address, its board. */
export interface PartUse {
  ref: string;
  part: CatalogPart;
  /** `bme280`, or `ledD2` where there are several LEDs. */
  name: string;
  /** `Bme280`, `LedD2`: for names that continue (`kPinLedD2`, `startBme280`). */
  typeName: string;
  address: number | null;
  /** Place among the parts on serial lines, from 1: the number of the port where a chip has several. */
  serialPort: number;
  board: BoardFigures;
  /** Constant name of a pin by the driver's suffix; `pin("Trig")` is `kPinHcsr04Trig`. */
  pin(suffix?: string): string;
  /** Whether the board's pin has this role, e.g. `no_pull`. */
  pinHas(suffix: string, role: PinRole): boolean;
  /** Level at which an LED lights or a button counts as pressed, by how it is wired. */
  activeLevel: "HIGH" | "LOW";
  /** C++ expression for the value of one of the driver's settings, in this unit. */
  setting(name: string): string;
}

/** One signal pin that firmware touches: candidates of the part's printed pin names, first match counts. */
export interface DriverPin {
  suffix: string;
  names: readonly string[];
}

/** How Unit 1 makes a part prove that it is alive. */
export interface Proof {
  /** `answers`: the part itself says so. `look`: it cannot, so a person must watch it act. */
  kind: "answers" | "look";
  /** Statements before the verdict, such as one movement. */
  act?: string[];
  /** C++ condition; absent for `look`. */
  condition?: string;
  /** Statements that print more on the same line, and what they print in a good case. */
  detail?: {
    statements: string[];
    expected: string;
    /** Run them for a silent part too, because they say why; the others would touch a part that never started. */
    always?: true;
  };
  /** What to look at when it failed; printed behind the verdict. */
  hint?: string;
}

/** What shows readings. `draw` prints readings from index `first` on, `rows` of them. */
export interface DisplayDriver {
  rows: number;
  /** It draws figures and not text: `readingValue()` is written for it. */
  drawsValues?: true;
  /** Constants that only drawing needs. */
  constants?(use: PartUse): string[];
  draw(use: PartUse): string[];
  off(use: PartUse): string[];
  on(use: PartUse): string[];
}

/** What acts. `set` is the body of `setX(bool on)`. */
export interface OutputDriver {
  set(use: PartUse): string[];
  /** In order of preference; the first quantity that the design measures is used. */
  triggers: readonly Trigger[];
  /** A relay, pump or servo moves or switches something: it never starts by itself without a reason. */
  isLoad?: true;
  /** It acts for a moment on each press instead of staying on. */
  isMomentary?: true;
  /** Statements of every turn of loop(), such as a limit on the time it runs. */
  tend?(use: PartUse): string[];
  /** Body of `followX(float percent)`, for an output that can follow a knob. */
  follow?(use: PartUse): string[];
}

/** How firmware drives one family of parts: data and small functions that return lines of C++. */
export interface Driver {
  stem: string;
  pins: readonly DriverPin[];
  settings?(use: PartUse): Setting[];
  constants?(use: PartUse): string[];
  globals?(use: PartUse): string[];
  /** Functions of its own that the others call. */
  functions?(use: PartUse): string[];
  /** Headers of the core that it needs beside its library's. */
  headers?(use: PartUse): string[];
  /** Statements of every turn of loop() in all units: what would be lost if nobody looked. */
  tend?(use: PartUse): string[];
  /** Statements of setup() that wait for no answer. */
  setup?(use: PartUse): string[];
  /** Body of `bool startX()`, which starts the part and answers true when it is there. */
  start?(use: PartUse): string[];
  /** C++ condition that must hold besides the readings being numbers. */
  alive?(use: PartUse): string;
  /** C++ condition that makes one measurement and is true when it is done, for a part that sleeps in between. */
  measure?(use: PartUse): string;
  proof(use: PartUse): Proof;
  readings?(use: PartUse): Reading[];
  display?: DisplayDriver;
  output?: OutputDriver;
  /** It has no way to tell that it is gone, so its state is not watched: a voltage always reads as something. */
  isMute?: true;
  /** Its readings come from elsewhere: without them it is not gone. */
  mayBeSilent?: true;
  /** A button: `wasPressedX()` is written for it. */
  button?: true;
}
