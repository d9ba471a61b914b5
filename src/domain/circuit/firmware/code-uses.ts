import type { BoardFigures } from "../catalogue-part.ts";
import { coreConstants } from "./core-constants.ts";
import { evaluate, integerConstants } from "./cpp-constants.ts";
import type { CppSource, CppToken } from "./cpp-tokens.ts";
import { argumentsAt } from "./cpp-tokens.ts";
import type { ReachedPin } from "./trace-pins.ts";

/** What code does with a pin. `object` means that it gave the pin to a library's object. */
export type PinRoleInCode = "output" | "input" | "analog" | "pwm" | "tone" | "sda" | "scl" | "object";

/** One place where code touches a pin. `pin` is null where the argument is no constant; `name` is how the code writes it. */
export interface PinUseInCode {
  pin: number | null;
  role: PinRoleInCode;
  name: string;
  line: number;
  /** Class of the object that got the pin. */
  className?: string;
  /** Whether a wired pin is one that the object is for, where the reader of the code knows that better than a table of headers. */
  fits?: (reached: ReachedPin) => boolean;
  /** It may be wired to nothing: a line of a bus that no part has. */
  mayBeOpen?: boolean;
}

/** One place where code names an I2C address. */
export interface AddressUseInCode {
  address: number | null;
  className: string;
  name: string;
  line: number;
}

/** What a sketch does with the outside world, read from its text alone. */
export interface CodeUses {
  source: CppSource;
  constants: Map<string, number>;
  pins: PinUseInCode[];
  addresses: AddressUseInCode[];
}

interface ClassApi {
  headers: string[];
  /** Arguments of the constructor that are pins. */
  constructorPins?: number[];
  /** Calls that take pins, and which of their arguments these are. */
  pinCalls?: Record<string, number[]>;
  constructorAddress?: number;
  /** Argument of begin() that is the address, and what the library takes without it. */
  beginAddress?: { at: number; standard: number; method?: string };
  /** It has one address, and its constructor alone says that it is used. */
  fixedAddress?: number;
  /** It carries the line of any part on a serial line. */
  serial?: true;
}

/** The libraries' classes: which argument is a pin or an address (from the header of each library). */
export const classApis: Readonly<Record<string, ClassApi>> = {
  DHT: { headers: ["DHT.h"], constructorPins: [0] },
  Servo: { headers: ["Servo.h", "ESP32Servo.h"], pinCalls: { attach: [0] } },
  OneWire: { headers: ["DallasTemperature.h"], constructorPins: [0] },
  MAX6675: { headers: ["max6675.h"], constructorPins: [0, 1, 2] },
  HX711: { headers: ["HX711.h"], pinCalls: { begin: [0, 1] } },
  TM1637Display: { headers: ["TM1637Display.h"], constructorPins: [0, 1] },
  LiquidCrystal: { headers: ["LiquidCrystal.h"], constructorPins: [0, 1, 2, 3, 4, 5] },
  MD_MAX72XX: { headers: ["MD_MAX72xx.h"], constructorPins: [1] },
  Adafruit_ILI9341: { headers: ["Adafruit_ILI9341.h"], constructorPins: [0, 1, 2] },
  Adafruit_NeoPixel: { headers: ["Adafruit_NeoPixel.h"], constructorPins: [1] },
  AccelStepper: { headers: ["AccelStepper.h"], constructorPins: [1, 2, 3, 4] },
  MFRC522: { headers: ["MFRC522.h"], constructorPins: [0, 1] },
  RF24: { headers: ["RF24.h"], constructorPins: [0, 1] },
  SoftwareSerial: { headers: [], constructorPins: [0, 1], serial: true },
  HardwareSerial: { headers: [], pinCalls: { begin: [2, 3] }, serial: true },
  Adafruit_BMP280: { headers: ["Adafruit_BMP280.h"], beginAddress: { at: 0, standard: 0x77 } },
  Adafruit_SHT31: { headers: ["Adafruit_SHT31.h"], beginAddress: { at: 0, standard: 0x44 } },
  Adafruit_AHTX0: { headers: ["Adafruit_AHTX0.h"], fixedAddress: 0x38 },
  Adafruit_MPU6050: { headers: ["Adafruit_MPU6050.h"], beginAddress: { at: 0, standard: 0x68 } },
  VL53L0X: { headers: ["VL53L0X.h"], fixedAddress: 0x29 },
  BH1750: { headers: ["BH1750.h"], constructorAddress: 0 },
  Adafruit_INA219: { headers: ["Adafruit_INA219.h"], constructorAddress: 0 },
  Adafruit_TCS34725: { headers: ["Adafruit_TCS34725.h"], fixedAddress: 0x29 },
  RTC_DS3231: { headers: ["RTClib.h"], fixedAddress: 0x68 },
  RTC_DS1307: { headers: ["RTClib.h"], fixedAddress: 0x68 },
  Adafruit_SH1106G: { headers: ["Adafruit_SH110X.h"], beginAddress: { at: 0, standard: 0x3c } },
  Adafruit_PWMServoDriver: { headers: ["Adafruit_PWMServoDriver.h"], constructorAddress: 0 },
  Adafruit_MCP23X17: { headers: ["Adafruit_MCP23X17.h"], beginAddress: { at: 0, standard: 0x20, method: "begin_I2C" } },
  Adafruit_ADS1115: { headers: ["Adafruit_ADS1X15.h"], beginAddress: { at: 0, standard: 0x48 } },
  Adafruit_BME280: { headers: ["Adafruit_BME280.h"], beginAddress: { at: 0, standard: 0x77 } },
  Adafruit_SSD1306: { headers: ["Adafruit_SSD1306.h"], beginAddress: { at: 1, standard: 0x3d } },
  LiquidCrystal_I2C: { headers: ["LiquidCrystal_I2C.h"], constructorAddress: 0 },
};

const pinCalls: Readonly<Record<string, PinRoleInCode>> = {
  digitalWrite: "output",
  digitalRead: "input",
  pulseIn: "input",
  analogRead: "analog",
  analogWrite: "pwm",
  ledcAttach: "pwm",
  tone: "tone",
  noTone: "tone",
  digitalPinToInterrupt: "input",
  shiftOut: "output",
};

/** Objects that a library brings ready made, and which arguments of their calls are pins. */
const libraryObjects: Readonly<Record<string, { headers: string[]; calls: Record<string, number[]> }>> = {
  IrReceiver: { headers: ["IRremote.hpp"], calls: { begin: [0] } },
  SD: { headers: ["SD.h"], calls: { begin: [0] } },
  LoRa: { headers: ["LoRa.h"], calls: { setPins: [0, 1, 2] } },
};

/** Headers whose parts an object of this class, or of this name, drives; `serial` where any part on a serial line is meant. */
export function driversOf(name: string): { headers: readonly string[]; serial: boolean } {
  const api = classApis[name];
  const own = Object.hasOwn(libraryObjects, name) ? libraryObjects[name]?.headers : undefined;
  return { headers: api?.headers ?? own ?? [], serial: api?.serial === true };
}

const textOf = (tokens: readonly CppToken[] | undefined) => (tokens ?? []).map((token) => token.text).join("");

interface Reader {
  tokens: CppToken[];
  value: (argument: readonly CppToken[] | undefined) => number | null;
  uses: CodeUses;
  objects: Map<string, string>;
}

function readObject(reader: Reader, index: number, className: string): void {
  const { tokens, uses } = reader;
  const name = tokens[index + 1];
  const open = tokens[index + 2]?.text;
  if (name?.kind !== "word") return;
  if (open !== "(" && open !== "{" && open !== ";" && open !== "=") return;
  reader.objects.set(name.text, className);
  const api = classApis[className];
  if (api === undefined) return;
  if (api.fixedAddress !== undefined)
    uses.addresses.push({ name: name.text, line: name.line, className, address: api.fixedAddress });
  if (open !== "(" && open !== "{") return;
  const { args } = argumentsAt(tokens, index + 2);
  const at = (position: number) => ({ name: textOf(args[position]), line: name.line, className });
  for (const position of api.constructorPins ?? []) {
    if (args[position] === undefined) continue;
    uses.pins.push({ ...at(position), pin: reader.value(args[position]), role: "object" });
  }
  if (api.constructorAddress !== undefined) {
    uses.addresses.push({ ...at(api.constructorAddress), address: reader.value(args[api.constructorAddress]) });
  }
}

function readMethod(reader: Reader, index: number, className: string): void {
  const { tokens, uses } = reader;
  const method = tokens[index + 2];
  const api = classApis[className];
  if (method === undefined || api === undefined || tokens[index + 3]?.text !== "(") return;
  const { args } = argumentsAt(tokens, index + 3);
  const { line } = method;
  for (const position of (Object.hasOwn(api.pinCalls ?? {}, method.text) ? api.pinCalls?.[method.text] : []) ?? []) {
    const argument = args[position];
    if (argument === undefined) continue;
    uses.pins.push({ pin: reader.value(argument), role: "object", name: textOf(argument), line, className });
  }
  if (method.text === (api.beginAddress?.method ?? "begin") && api.beginAddress !== undefined) {
    const argument = args[api.beginAddress.at];
    const address = argument === undefined ? api.beginAddress.standard : reader.value(argument);
    uses.addresses.push({ address, className, name: argument === undefined ? "no address" : textOf(argument), line });
  }
}

/** A call of an object that its library brings: `SD.begin(kPinSdCs)`. */
function readLibraryObject(reader: Reader, index: number, name: string): void {
  const { tokens, uses } = reader;
  const method = tokens[index + 2];
  const calls = libraryObjects[name]?.calls ?? {};
  if (method === undefined || tokens[index + 3]?.text !== "(" || !Object.hasOwn(calls, method.text)) return;
  const { args } = argumentsAt(tokens, index + 3);
  for (const position of calls[method.text] ?? []) {
    const argument = args[position];
    if (argument === undefined || /^-/.test(textOf(argument))) continue;
    uses.pins.push({
      pin: reader.value(argument),
      role: "object",
      name: textOf(argument),
      line: method.line,
      className: name,
    });
  }
}
/** Wire.setSDA(pin) and setSCL(pin) of the RP2040's core. */
const busSetters: Readonly<Record<string, "sda" | "scl">> = { setSDA: "sda", setSCL: "scl" };

function readWire(reader: Reader, index: number, i2c: BoardFigures["i2c"]): void {
  const method = reader.tokens[index + 2];
  if (method === undefined || reader.tokens[index + 3]?.text !== "(") return;
  const { args } = argumentsAt(reader.tokens, index + 3);
  const set = busSetters[method.text];
  if (set !== undefined) {
    reader.uses.pins.push({ pin: reader.value(args[0]), role: set, name: textOf(args[0]), line: method.line });
    return;
  }
  if (method.text !== "begin") return;
  const known = (name: string) => reader.uses.constants.get(name) ?? Number(name);
  for (const [position, role] of (["sda", "scl"] as const).entries()) {
    const argument = args[position];
    if (argument === undefined && reader.uses.pins.some((use) => use.role === role)) continue;
    const pin = argument === undefined ? known(i2c[role]) : reader.value(argument);
    reader.uses.pins.push({
      pin,
      role,
      name: argument === undefined ? `the board's ${role.toUpperCase()}` : textOf(argument),
      line: method.line,
    });
  }
}

function readCall(reader: Reader, index: number, name: string): void {
  const token = reader.tokens[index];
  if (token === undefined || reader.tokens[index + 1]?.text !== "(") return;
  const { args } = argumentsAt(reader.tokens, index + 1);
  if (name === "shiftOut" && args[1] !== undefined) {
    const clock = { pin: reader.value(args[1]), name: textOf(args[1]), line: token.line };
    reader.uses.pins.push({ ...clock, role: "output" });
  }
  const place = { pin: reader.value(args[0]), name: textOf(args[0]), line: token.line };
  if (name === "pinMode") {
    reader.uses.pins.push({ ...place, role: textOf(args[1]) === "OUTPUT" ? "output" : "input" });
    return;
  }
  const role = Object.hasOwn(pinCalls, name) ? pinCalls[name] : undefined;
  if (role !== undefined) reader.uses.pins.push({ ...place, role });
}

/** Reads which pins and addresses a sketch uses, and as what. `board` gives the names and default bus of its core. */
export function readCodeUses(source: CppSource, board: BoardFigures): CodeUses {
  const constants = integerConstants(source, coreConstants(board));
  const uses: CodeUses = { source, constants, pins: [], addresses: [] };
  const { tokens } = source;
  const value = (argument: readonly CppToken[] | undefined) =>
    argument === undefined || argument.length === 0 ? null : evaluate(argument, constants);
  const reader: Reader = { tokens, value, uses, objects: new Map() };
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    if (Object.hasOwn(classApis, token.text)) readObject(reader, index, token.text);
    const className = reader.objects.get(token.text);
    const dotted = tokens[index + 1]?.text === ".";
    if (className !== undefined && dotted) readMethod(reader, index, className);
    else if (token.text === "Wire" && dotted) readWire(reader, index, board.i2c);
    else if (dotted && Object.hasOwn(libraryObjects, token.text)) readLibraryObject(reader, index, token.text);
    else if (tokens[index - 1]?.text !== ".") readCall(reader, index, token.text);
  }
  return uses;
}
