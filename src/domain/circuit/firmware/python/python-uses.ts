import type { BoardFigures } from "../../catalogue-part.ts";
import type { AddressUseInCode, PinRoleInCode, PinUseInCode } from "../code-uses.ts";
import { coreConstants } from "../core-constants.ts";
import { evaluate } from "../cpp-constants.ts";
import type { CppToken } from "../cpp-tokens.ts";
import { argumentsAt } from "../cpp-tokens.ts";
import type { PythonSource } from "./python-tokens.ts";

/** One place where the program gives a pin to something: `via` is the class, `as` the keyword or place of the argument. */
export interface PythonPinUse extends PinUseInCode {
  via: string;
  as: string;
}

/** What a Python program does with the outside world, read from its text alone. */
export interface PythonUses {
  pins: PythonPinUse[];
  addresses: AddressUseInCode[];
}

const textOf = (tokens: readonly CppToken[] | undefined) => (tokens ?? []).map((token) => token.text).join("");

/** No constant that is a pin or an address is a longer expression. */
const maxValueTokens = 40;

/** Names that are given an integer once, at the beginning of a line; a name that is given another value anywhere is none. */
function constantsOf({ tokens, starts }: PythonSource, predefined: ReadonlyMap<string, number>): Map<string, number> {
  const known = new Map(predefined);
  const times = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const after = tokens[index + 1]?.text ?? "";
    if (token.kind === "word" && starts.has(index) && /^([-+*/%&|^]|<<|>>|\/\/|\*\*)?=$/.test(after))
      times.set(token.text, (times.get(token.text) ?? 0) + 1);
  }
  for (const at of starts) {
    const name = tokens[at];
    if (name?.kind !== "word" || tokens[at + 1]?.text !== "=" || (times.get(name.text) ?? 0) > 1) continue;
    let end = at + 2;
    while (end < tokens.length && end < at + maxValueTokens && !starts.has(end)) end++;
    const value = tokens.slice(at + 2, end).filter(({ text }, index) => !(index === 0 && text === "const"));
    const result = evaluate(value, known);
    if (result !== null) known.set(name.text, result);
  }
  return known;
}

interface Call {
  name: string;
  line: number;
  positional: CppToken[][];
  keywords: Map<string, CppToken[]>;
  /** The call that this one is an argument of, and its keyword or place there. */
  parent: Call | null;
  as: string;
}

/** Every call of the text, outermost first. */
function callsOf({ tokens }: PythonSource): Call[] {
  const calls: Call[] = [];
  const open: { call: Call; close: number; from: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    while ((open.at(-1)?.close ?? Number.POSITIVE_INFINITY) <= index) open.pop();
    const isCall = token.kind === "word" && tokens[index + 1]?.text === "(" && tokens[index - 1]?.text !== "def";
    if (!isCall || tokens[index - 1]?.text === "class") continue;
    const { args, close } = argumentsAt(tokens, index + 1);
    const parent = open.at(-1) ?? null;
    const call: Call = {
      name: token.text,
      line: token.line,
      positional: args.filter((arg) => arg[1]?.text !== "="),
      keywords: new Map(args.flatMap((arg) => (arg[1]?.text === "=" ? [[arg[0]?.text ?? "", arg.slice(2)]] : []))),
      parent: parent?.call ?? null,
      as: parent === null ? "" : placeOf(tokens, parent.from, index),
    };
    calls.push(call);
    open.push({ call, close, from: index + 1 });
  }
  return calls;
}

/** The keyword, or the number of the argument, that the token at `at` belongs to in the bracket that opens at `open`. */
function placeOf(tokens: readonly CppToken[], open: number, at: number): string {
  let depth = 0;
  let place = 0;
  let keyword = "";
  for (let index = open; index < at; index++) {
    const text = tokens[index]?.text ?? "";
    if (text === "," && depth === 1) {
      place++;
      keyword = "";
    }
    if (text === "=" && depth === 1) keyword = tokens[index - 1]?.text ?? "";
    if ("([{".includes(text)) depth++;
    if (")]}".includes(text)) depth--;
  }
  return keyword === "" ? String(place) : keyword;
}

const wrappers: Readonly<Record<string, PinRoleInCode>> = { ADC: "analog", PWM: "pwm", TouchPad: "input" };
/** Classes that get pins by keyword or by place. */
const takers = new Set(["SPI", "SoftSPI", "UART", "NeoPixel", "DHT11", "DHT22", "OneWire", "I2S"]);

function roleOf(call: Call): { role: PinRoleInCode; via: string; as: string } {
  const { parent, as } = call;
  const via = parent?.name ?? "";
  if (via === "I2C" || via === "SoftI2C") {
    const isScl = as === "scl" || (via === "SoftI2C" ? as === "0" : as === "1");
    return { role: isScl ? "scl" : "sda", via, as };
  }
  if (takers.has(via)) return { role: "object", via, as };
  const wrapped = wrappers[via];
  if (wrapped !== undefined) return { role: wrapped, via, as };
  const mode = textOf(call.positional[1] ?? call.keywords.get("mode"));
  if (mode.endsWith("OPEN_DRAIN")) return { role: "object", via: "open drain", as };
  return { role: mode.endsWith("OUT") ? "output" : "input", via, as };
}

/** Calls of an I2C object whose first argument is an address. */
const busCalls = /^(writeto|readfrom|writevto|readfrom_into|writeto_mem|readfrom_mem|readfrom_mem_into)$/;

/** Addresses that classes have when none is said, from their source. */
const standardAddresses: Readonly<Record<string, number>> = { SSD1306_I2C: 0x3c };

/** Names that hold an I2C bus. */
function busNames({ tokens, starts }: PythonSource): Set<string> {
  const names = new Set<string>();
  for (const at of starts) {
    if (tokens[at + 1]?.text !== "=") continue;
    const made = tokens.slice(at + 2, at + 5).find(({ text }) => text === "I2C" || text === "SoftI2C");
    const name = tokens[at]?.text;
    if (made !== undefined && name !== undefined) names.add(name);
  }
  return names;
}

function addressOf(call: Call, buses: ReadonlySet<string>): { tokens: CppToken[] | undefined } | null {
  if (busCalls.test(call.name)) return { tokens: call.positional[0] };
  const bus = call.positional.findIndex((arg) => arg.length === 1 && buses.has(arg[0]?.text ?? ""));
  const named = [...call.keywords.values()].some((arg) => arg.length === 1 && buses.has(arg[0]?.text ?? ""));
  if (bus < 0 && !named) return null;
  const keyword = [...call.keywords].find(([name]) => /addr/i.test(name))?.[1];
  return { tokens: keyword ?? (bus < 0 ? undefined : call.positional[bus + 1]) };
}

type Value = (tokens: CppToken[] | undefined) => number | null;

/** A pin that a call names; a bare number of an ADC is a channel on the ESP8266, which has one, and on the RP2040. */
function pinOf(call: Call, value: Value, board: BoardFigures): PythonPinUse | null {
  const [argument] = call.positional;
  const isAdc = call.name === "ADC" && argument !== undefined && !argument.some(({ text }) => text === "Pin");
  if (call.name !== "Pin" && !isAdc) return null;
  const number = value(argument);
  const channel = isAdc && (board.core === "esp8266" || (board.core === "rp2040" && (number ?? 9) < 4));
  const pin = channel && number !== null ? (coreConstants(board).get(`A${number}`) ?? number) : number;
  const role = isAdc ? { role: "analog" as const, via: "ADC", as: "0" } : roleOf(call);
  return { pin, name: textOf(argument), line: call.line, ...role };
}

/** Reads which pins and addresses a Python program uses, and as what. */
export function readPythonUses(source: PythonSource, board: BoardFigures): PythonUses {
  const known = constantsOf(source, new Map());
  const buses = busNames(source);
  const uses: PythonUses = { pins: [], addresses: [] };
  const value: Value = (tokens) => (tokens === undefined || tokens.length === 0 ? null : evaluate(tokens, known));
  for (const call of callsOf(source)) {
    const pin = pinOf(call, value, board);
    if (pin !== null) uses.pins.push(pin);
    const address = addressOf(call, buses);
    if (address === null) continue;
    uses.addresses.push({
      address: address.tokens === undefined ? (standardAddresses[call.name] ?? null) : value(address.tokens),
      className: call.name,
      name: textOf(address.tokens),
      line: call.line,
    });
  }
  return uses;
}
