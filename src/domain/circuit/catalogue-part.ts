import type { CurrentMa, Library, Range } from "./design.ts";
import type { FunctionId, PartFamily, PartInterface } from "./lists.ts";

/** Where a figure comes from: a document with its page or section, or "typical value". */
export type Source = string;

/** Electrical type of a pin. `io` pins take their direction from the firmware. */
export const pinTypes = [
  "power_in",
  "power_out",
  "ground",
  "io",
  "input",
  "output",
  "open_drain",
  "passive",
  "anode",
  "cathode",
  "nc",
] as const;
export type PinType = (typeof pinTypes)[number];

/**
 * What a pin can be used for. On boards: the functions its silicon offers; on parts: what it needs or is. `contact` is the end of a
 * switch that a pin with a pull-up listens to, `vm` the supply of a motor apart from that of the logic.
 */
export const pinRoles = [
  "digital",
  "adc1",
  "adc2",
  "adc",
  "pwm",
  "interrupt",
  "sda",
  "scl",
  "sck",
  "miso",
  "mosi",
  "cs",
  "tx",
  "rx",
  "trigger",
  "echo",
  "data",
  "analog",
  "control",
  "contact",
  "chain",
  "vm",
  "usb",
  "flash",
  "strapping",
  "input_only",
  "no_pull",
  "onboard_led",
  "reset",
] as const;
export type PinRole = (typeof pinRoles)[number];

/** Levels in volts and currents in mA of one pin; absent figures are the board's or part's defaults. */
export interface PinLimits {
  absMaxVolts?: number;
  vihMinVolts?: number;
  vilMaxVolts?: number;
  vohMinVolts?: number;
  designMa?: number;
  absSourceMa?: number;
  absSinkMa?: number;
}

export interface CatalogPin {
  /** The printed name, unique in the part; further pins of one name are numbered `GND.1`, `GND.2`. */
  name: string;
  type: PinType;
  roles: PinRole[];
  /** Nominal volts of a `power_out`, or the rail that a `power_in` wants when it wants exactly one. */
  volts?: number;
  /** What this supply pin takes, where that is not the part's own range: the motor supply of a driver. */
  range?: Range;
  /** What firmware calls it: GPIO number on ESP32, `A0`, `13` on an Uno. */
  gpio?: string;
  /** Side and place on the real part, for the picture: order along a side, from the top or the left. */
  side?: "left" | "right" | "top" | "bottom";
  limits?: PinLimits;
  /** The level that the pin must have at reset on a strapping pin, and what goes wrong otherwise; `harmless` where the program runs all the same. */
  strap?: { level: "high" | "low" | "floating"; note: string; harmless?: true };
  /** A `power_out` that may also be fed from outside, such as the 5V pin of a board: then it is the board's supply input. */
  mayBeFed?: boolean;
  /** A board's supply input that carries the USB supply, less a diode, while nothing else feeds it. */
  passesUsb?: true;
  /** Ohms that belong in series with this input: a strip's data line, a transistor's base. */
  seriesOhms?: number;
  /** Forward volts of the LED behind an anode, where a part has LEDs of several colours. */
  forwardVolts?: number;
  /** Which of several equal units of the chip its bus roles belong to: SDA of `i2c: 1` goes with no SCL of `i2c: 0`. */
  units?: { i2c?: number; spi?: number; uart?: number };
  /** Timer and output of the chip behind its PWM. Pins of one timer share a frequency; of one timer and output, the level too. */
  pwm?: { timer: string; output: string };
}

export interface I2cFigures {
  /** 7-bit; the first is what the module has out of the box, the others by strap. */
  addresses: number[];
  strapNote?: string;
  /** Pull-up resistors on the module to its own supply, in ohms; null when it has none. */
  pullUpOhms: number | null;
  /** What they pull up to at most, where the module has a regulator of its own. */
  pullUpVolts?: number;
  maxKhz: number;
}

/** What a battery, charger, converter or board gives to others. */
export interface SupplyFigures {
  volts: number;
  limitMa: number;
  /** Input range of a converter. */
  inputVolts?: Range;
  /** 0..1, of a switching converter; a linear regulator has none. */
  efficiency?: number;
  source: Source;
}

export interface BatteryFigures {
  volts: Range;
  nominalVolts: number;
  capacityMah: number;
  /** Greatest continuous discharge in mA. */
  maxMa: number;
  /** Current the whole power module takes from the cell with no load, in mA. */
  quiescentMa: number;
}

/** A level shifter or buffer: which pins carry one signal. A side without a rail of its own takes any level below the other one's. */
export interface ShifterFigures {
  lowRail: string | null;
  highRail: string | null;
  /** Pins of one channel, the side of the lower level first. Of a one-way buffer the input comes first. */
  channels: [string, string][];
  /** Signals go from the first to the second pin of a channel only. */
  oneWay?: true;
}

/** What a bare load (motor, pump, coil) hangs on: an H-bridge, a switch in its minus wire, or a stepper driver. */
export const driverKinds = ["low-side", "h-bridge", "stepper"] as const;
export type DriverKind = (typeof driverKinds)[number];
/** Microcontrollers of the boards. */
export const mcus = ["esp32", "esp32s3", "esp32c3", "esp8266", "atmega328p", "atmega2560", "rp2040"] as const;
export type Mcu = (typeof mcus)[number];

/** Arduino cores: Arduino's for AVR, Espressif's for every ESP32, the community's for ESP8266, Earle Philhower's for RP2040. */
export const arduinoCores = ["avr", "esp32", "esp8266", "rp2040"] as const;
export type ArduinoCore = (typeof arduinoCores)[number];

/** Sockets through which boards are fed and programmed. */
export const usbSockets = ["micro", "mini", "c", "b"] as const;
export type UsbSocket = (typeof usbSockets)[number];

/** Extra facts of a board. All currents in mA. */
export interface BoardFigures {
  mcu: Mcu;
  core: ArduinoCore;
  /** How people call it, for titles: `ESP32-C3 SuperMini`. */
  shortName: string;
  logicVolts: number;
  usb: UsbSocket;
  /** Number of the GPIO behind the board's own LED, which is on no header of some boards; absent where there is none on a GPIO. */
  ledPin?: number;
  /** The serial port is the chip's own USB: it is there only while a monitor listens, and vanishes in deep sleep. */
  hasNativeUsb?: true;
  /** What analogRead answers at most as the core starts, and the volts at the pin that give it. */
  analog: { max: number; volts: number };
  /**
   * The pin through which a supply from outside feeds the board, and the volts that it takes there. `switching`: behind it is a converter,
   * which takes more current at fewer volts, not a linear regulator.
   */
  feed: { pin: string; volts: Range; switching?: true };
  /** Two pins that a wire must join, or the board never wakes from deep sleep. */
  wakeLink?: { from: string; to: string };
  /** Timers that the core's Servo library and tone() take away from PWM. */
  takenTimers?: { servo: string[]; tone: string[] };
  /** Many makers build it alike, and not always from the same parts. */
  hasManyMakers?: true;
  /** PlatformIO board and platform names; the Arduino board name shown to people. */
  platformio: { platform: string; board: string };
  arduinoName: string;
  firmware: ("arduino" | "micropython")[];
  /** Awake with radio averaged, awake without radio, deep sleep of the whole board on its 5 V input. */
  activeMa: CurrentMa;
  awakeNoRadioMa: number;
  sleepMa: number;
  hasWifi: boolean;
  hasBluetooth: boolean;
  /** What its 3.3 V regulator leaves for others at 5 V in and 40 C, radio's average taken off. */
  rail3v3ForOthersMa: number;
  /** What its 5 V pin passes on when fed by USB. */
  rail5vForOthersMa: number;
  /** Default buses by GPIO name of the pins. */
  i2c: { sda: string; scl: string };
  spi: { sck: string; miso: string; mosi: string; cs: string };
  uart: { tx: string; rx: string };
  pinLimits: Required<PinLimits>;
  flashBytes: number;
  ramBytes: number;
}

/** US cents per piece with the spread seen, and the day of the figures (ISO 8601). */
export interface PriceBand {
  typicalCents: number;
  lowCents: number;
  highCents: number;
  date: string;
}

/** An include, the library that brings it, and the libraries that this one needs in turn. */
export interface ArduinoDriver {
  include: string;
  library: Library & { author: string };
  extra?: (Library & { author: string })[];
}

/** How firmware drives a part: the driver that the generator knows, and the library it includes. */
export interface DriverFigures {
  arduino: ArduinoDriver | null;
  /** Where the ESP32 core needs another library than AVR; absent when `arduino` serves both. */
  arduinoEsp32?: ArduinoDriver;
  micropython: { module: string; library: (Library & { author: string }) | null } | null;
}

/** One part of the catalogue, with the limits of the module a maker buys and of the bare chip on it. */
export interface CatalogPart {
  id: string;
  name: string;
  partNumber: string;
  family: PartFamily;
  /** Prefix of the reference designator: U, R, C, D, SW, BZ, M, K, PS, BT, DS, LS. */
  refPrefix: string;
  description: string;
  /** Lower-case words and phrases that mean exactly this part. */
  aliases: { en: string[]; de: string[] };
  functions: FunctionId[];
  interface: PartInterface;
  /** What the module may be fed with; null for parts without a supply. */
  supplyVolts: Range | null;
  /** Levels of the module's signal pins when they do not follow the supply. */
  logicVolts: number | null;
  /** Greatest volts at the bare chip's pins, where it is less than the module's. */
  chipAbsMaxVolts?: number;
  currentMa: CurrentMa | null;
  sleepMa?: number;
  i2c?: I2cFigures;
  supply?: SupplyFigures;
  battery?: BatteryFigures;
  board?: BoardFigures;
  /** Ohms, nanofarads, forward volts and other single figures by name with unit in the name. */
  figures?: Record<string, number>;
  /** Passives through which a rule looks: two pins and what is between them. */
  edge?: { kind: "resistor" | "capacitor" | "diode"; between: [string, string] };
  pins: CatalogPin[];
  /** Groups of pins that are one inside the part: the grounds of a board, the two legs of a button's contact. */
  joined?: string[][];
  /** Catalogue ids of what it cannot work without; selection adds one of each per piece. */
  needs?: string[];
  /** Wires to what it needs: catalogue id -> own pin and the other one's pin. */
  wiresTo?: Record<string, [string, string][]>;
  /** A bare load: what it hangs on, the ends that go there, and the driver that is taken where nobody names one. */
  hangsOn?: { kind: DriverKind; ends: string[]; standard: string };
  /** A driver of loads: the pins of each of its channels, in the order of a load's ends. */
  outputs?: { kind: DriverKind; channels: string[][] };
  /** An input and the output that it commands, inside the part: firmware's pin for a motor is found through it. */
  commands?: [string, string][];
  /** Nominal volts of the motor or strip, where it is fed apart from the logic. */
  motorVolts?: number;
  /** Pins that are tied to the part's own rail or to ground, directly or through a resistor. */
  ties?: { pin: string; to: "rail" | "ground"; ohms?: number }[];
  shifter?: ShifterFigures;
  /** Taken only where a person names it, or where nothing else serves: too special, too coarse or too dear to be anybody's first choice. */
  special?: true;
  drivers: DriverFigures;
  price: PriceBand;
  supplier: { name: string; searchUrl: string };
  datasheetUrl: string;
  alternatives: string[];
  /** What a beginner gets wrong with it. */
  gotchas: string[];
  /** Figure name -> where it comes from. */
  sources: Record<string, Source>;
  /** Width and height in mm of the real thing, for the picture. */
  sizeMm: { width: number; height: number };
}
