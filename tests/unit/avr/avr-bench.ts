import type { AVRPortConfig } from "avr8js";
import {
  AVRADC,
  AVRClock,
  AVREEPROM,
  AVRIOPort,
  AVRTimer,
  AVRTWI,
  AVRUSART,
  AVRWatchdog,
  adcConfig,
  avrInstruction,
  CPU,
  clockConfig,
  EEPROMMemoryBackend,
  eepromConfig,
  PinState,
  portAConfig,
  portBConfig,
  portCConfig,
  portDConfig,
  portEConfig,
  portFConfig,
  portGConfig,
  portHConfig,
  portJConfig,
  portKConfig,
  portLConfig,
  timer0Config,
  timer1Config,
  timer2Config,
  twiConfig,
  usart0Config,
  watchdogConfig,
} from "avr8js";
import type { AvrTarget } from "./avr-toolchain.ts";

const hertz = 16_000_000;
const cyclesPerMs = hertz / 1000;

/** A change of a pin's level, at a virtual time since power-on. */
export interface Edge {
  ms: number;
  high: boolean;
}

/** What answers at an I2C address. `read` gives the next byte that it would send. */
export interface I2cDevice {
  wrote(bytes: readonly number[]): void;
  read?(): number;
}

const ports: Record<string, AVRPortConfig> = {
  A: portAConfig,
  B: portBConfig,
  C: portCConfig,
  D: portDConfig,
  E: portEConfig,
  F: portFConfig,
  G: portGConfig,
  H: portHConfig,
  J: portJConfig,
  K: portKConfig,
  L: portLConfig,
};

const row = (port: string, bits: readonly number[]) => bits.map((bit) => `${port}${bit}`);
const up = [0, 1, 2, 3, 4, 5, 6, 7];
const down = [...up].reverse();

/** Arduino's pin names on the chip, as in the variants' pins_arduino.h. */
const unoPins = named([...row("D", up), ...row("B", [0, 1, 2, 3, 4, 5])], row("C", up));
const megaPins = named(
  [
    ..."E0 E1 E4 E5 G5 E3 H3 H4 H5 H6 B4 B5 B6 B7 J1 J0 H1 H0 D3 D2 D1 D0".split(" "),
    ...row("A", up),
    ...row("C", down),
    ..."D7 G2 G1 G0".split(" "),
    ...row("L", down),
    ..."B3 B2 B1 B0".split(" "),
  ],
  [...row("F", up), ...row("K", up)],
);

function named(digital: readonly string[], analog: readonly string[]): Map<string, string> {
  return new Map([
    ...digital.map((place, index): [string, string] => [`${index}`, place]),
    ...analog.map((place, index): [string, string] => [`A${index}`, place]),
  ]);
}

/** The ATmega2560's vectors are others than the ATmega328P's; addresses are in words. */
const megaVectors = {
  timer0: { compAInterrupt: 0x2a, compBInterrupt: 0x2c, ovfInterrupt: 0x2e },
  timer1: { captureInterrupt: 0x20, compAInterrupt: 0x22, compBInterrupt: 0x24, ovfInterrupt: 0x28 },
  timer2: { compAInterrupt: 0x1a, compBInterrupt: 0x1c, ovfInterrupt: 0x1e },
  usart: { rxCompleteInterrupt: 0x32, dataRegisterEmptyInterrupt: 0x34, txCompleteInterrupt: 0x36 },
  adc: { adcInterrupt: 0x3a },
  eeprom: { eepromReadyInterrupt: 0x3c },
  twi: { twiInterrupt: 0x4e },
  watchdog: { watchdogInterrupt: 0x18 },
};

/** On the ATmega2560 the outputs of timers 0 to 2 are at other pins. */
const megaCompare = {
  timer0: { compPortA: portBConfig.PORT, compPinA: 7, compPortB: portGConfig.PORT, compPinB: 5 },
  timer1: { compPortA: portBConfig.PORT, compPinA: 5, compPortB: portBConfig.PORT, compPinB: 6 },
  timer2: { compPortA: portBConfig.PORT, compPinA: 4, compPortB: portHConfig.PORT, compPinB: 6 },
};

/**
 * A board on a simulated bench, in virtual time: the compiled program runs on avr8js with its ports, timers, converter, serial port, I2C
 * bus, EEPROM and watchdog. SLEEP is not simulated: a sleeping program goes on at once.
 */
export class AvrBench {
  readonly #cpu: CPU;
  readonly #ports = new Map<string, AVRIOPort>();
  readonly #places: Map<string, string>;
  readonly #driven = new Map<string, boolean>();
  readonly #watched = new Map<string, Edge[]>();
  readonly #hooks = new Map<string, ((high: boolean) => void)[]>();
  readonly #levels = new Map<string, boolean>();
  readonly #adc: AVRADC;
  readonly #usart: AVRUSART;
  readonly #devices = new Map<number, I2cDevice>();
  /** Addresses that the program asked and nobody answered at. */
  readonly unanswered = new Set<number>();
  /** All that the program printed. */
  serial = "";

  constructor(hex: string, target: AvrTarget) {
    const isMega = target.mcu === "atmega2560";
    const flash = new Uint8Array(isMega ? 0x40000 : 0x8000);
    loadHex(hex, flash);
    const cpu = new CPU(new Uint16Array(flash.buffer), isMega ? 8192 + 256 : 2048);
    this.#cpu = cpu;
    this.#places = isMega ? megaPins : unoPins;
    for (const name of new Set([...this.#places.values()].map((place) => place.charAt(0)))) this.#addPort(name);
    const timers = [
      { ...timer0Config, ...(isMega ? { ...megaVectors.timer0, ...megaCompare.timer0 } : {}) },
      { ...timer1Config, ...(isMega ? { ...megaVectors.timer1, ...megaCompare.timer1 } : {}) },
      { ...timer2Config, ...(isMega ? { ...megaVectors.timer2, ...megaCompare.timer2 } : {}) },
    ];
    for (const timer of timers) new AVRTimer(cpu, timer);
    this.#adc = new AVRADC(cpu, { ...adcConfig, ...(isMega ? megaVectors.adc : {}) });
    this.#usart = new AVRUSART(cpu, { ...usart0Config, ...(isMega ? megaVectors.usart : {}) }, hertz);
    this.#usart.onByteTransmit = (byte) => {
      this.serial += String.fromCharCode(byte);
    };
    new AVREEPROM(cpu, new EEPROMMemoryBackend(isMega ? 4096 : 1024), {
      ...eepromConfig,
      ...(isMega ? megaVectors.eeprom : {}),
    });
    new AVRWatchdog(
      cpu,
      { ...watchdogConfig, ...(isMega ? megaVectors.watchdog : {}) },
      new AVRClock(cpu, hertz, clockConfig),
    );
    this.#answerOnI2c(new AVRTWI(cpu, { ...twiConfig, ...(isMega ? megaVectors.twi : {}) }, hertz));
  }

  get ms(): number {
    return this.#cpu.cycles / cyclesPerMs;
  }

  /** Lines that the program printed, without what it has not ended yet. */
  get lines(): string[] {
    return this.serial
      .split("\n")
      .slice(0, -1)
      .map((line) => line.replace(/\r$/, ""));
  }

  /** Lets virtual time pass. */
  run(ms: number): void {
    const cpu = this.#cpu;
    const end = cpu.cycles + ms * cyclesPerMs;
    while (cpu.cycles < end) {
      avrInstruction(cpu);
      cpu.tick();
    }
  }

  /** Lets virtual time pass until something holds; fails after `limitMs`. */
  runUntil(what: string, holds: () => boolean, limitMs: number): void {
    const end = this.ms + limitMs;
    while (!holds()) {
      if (this.ms >= end) throw new Error(`after ${limitMs} ms still not: ${what}; serial: ${this.serial.slice(-300)}`);
      this.run(1);
    }
  }

  /** Puts a level on a pin from outside; null lets go of it. */
  drive(pin: string, high: boolean | null): void {
    if (high === null) this.#driven.delete(pin);
    else this.#driven.set(pin, high);
    this.#settle(this.#placeOf(pin).port);
  }

  /** Volts at an analog pin. */
  analog(pin: string, volts: number): void {
    this.#adc.channelValues[Number(pin.slice(1))] = volts;
  }

  /** Types text into the serial port, at the pace of the line. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      while (this.#usart.writeByte(character.charCodeAt(0)) === undefined) this.run(0.1);
      this.run(0.2);
    }
  }

  /** Whether an output is high; an input that nothing drives has no level. */
  isHigh(pin: string): boolean {
    const { port, bit } = this.#placeOf(pin);
    const state = this.#portOf(port).pinState(bit);
    return (
      state === PinState.High || (state !== PinState.Low && (this.#driven.get(pin) ?? state === PinState.InputPullUp))
    );
  }

  isOutput(pin: string): boolean {
    const { port, bit } = this.#placeOf(pin);
    const state = this.#portOf(port).pinState(bit);
    return state === PinState.High || state === PinState.Low;
  }

  /** Records from now on when a pin changes. */
  watch(pin: string): Edge[] {
    const edges = this.#watched.get(pin) ?? [];
    this.#watched.set(pin, edges);
    this.#levels.set(pin, this.isHigh(pin));
    return edges;
  }

  /** Calls back when the program changes a pin. */
  onChange(pin: string, act: (high: boolean) => void): void {
    this.watch(pin);
    this.#hooks.set(pin, [...(this.#hooks.get(pin) ?? []), act]);
  }

  /** Calls back after some virtual microseconds. */
  after(us: number, act: () => void): void {
    this.#cpu.addClockEvent(act, Math.max(1, Math.round((us * hertz) / 1e6)));
  }

  /** Puts a device on the I2C bus. */
  i2c(address: number, device: I2cDevice): void {
    this.#devices.set(address, device);
  }

  #placeOf(pin: string): { port: string; bit: number } {
    const place = this.#places.get(pin);
    if (place === undefined) throw new Error(`no pin ${pin}`);
    return { port: place.charAt(0), bit: Number(place.charAt(1)) };
  }

  #portOf(name: string): AVRIOPort {
    const port = this.#ports.get(name);
    if (port === undefined) throw new Error(`no port ${name}`);
    return port;
  }

  #addPort(name: string): void {
    const config = ports[name];
    if (config === undefined) throw new Error(`no port ${name}`);
    const port = new AVRIOPort(this.#cpu, config);
    this.#ports.set(name, port);
    port.addListener(() => {
      this.#settle(name);
      this.#note(name);
    });
  }

  /** Inputs have the level that is driven from outside, or that of their own pull-up. */
  #settle(name: string): void {
    const port = this.#portOf(name);
    for (const [pin, place] of this.#places) {
      if (!place.startsWith(name)) continue;
      const bit = Number(place.charAt(1));
      const state = port.pinState(bit);
      if (state === PinState.Input || state === PinState.InputPullUp)
        port.setPin(bit, this.#driven.get(pin) ?? state === PinState.InputPullUp);
    }
  }

  #note(name: string): void {
    for (const [pin, edges] of this.#watched) {
      const { port } = this.#placeOf(pin);
      const high = this.isHigh(pin);
      if (port !== name || high === this.#levels.get(pin)) continue;
      this.#levels.set(pin, high);
      edges.push({ ms: this.ms, high });
      for (const act of this.#hooks.get(pin) ?? []) act(high);
    }
  }

  #answerOnI2c(twi: AVRTWI): void {
    let device: I2cDevice | undefined;
    let written: number[] = [];
    const flush = () => {
      if (written.length > 0) device?.wrote(written);
      written = [];
    };
    twi.eventHandler = {
      start: () => {
        flush();
        twi.completeStart();
      },
      stop: () => {
        flush();
        device = undefined;
        twi.completeStop();
      },
      connectToSlave: (address) => {
        device = this.#devices.get(address);
        if (device === undefined) this.unanswered.add(address);
        twi.completeConnect(device !== undefined);
      },
      writeByte: (value) => {
        written.push(value);
        twi.completeWrite(device !== undefined);
      },
      readByte: () => twi.completeRead(device?.read?.() ?? 0xff),
    };
  }
}

/** Intel HEX into memory: data records and the base of extended addresses. */
function loadHex(hex: string, memory: Uint8Array): void {
  let base = 0;
  for (const line of hex.split("\n")) {
    const bytes = (line.trim().slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
    const [length = 0, high = 0, low = 0, type] = bytes;
    const data = bytes.slice(4, 4 + length);
    const word = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
    if (type === 0) memory.set(data, base + ((high << 8) | low));
    if (type === 2) base = word << 4;
    if (type === 4) base = word << 16;
  }
}
