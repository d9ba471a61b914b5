import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { CodeFile, Design } from "../../../src/domain/circuit/design.ts";
import { designGoal } from "../../../src/domain/circuit/design-goal.ts";
import type { PinTrace } from "../../../src/domain/circuit/firmware/trace-pins.ts";
import { tracePins } from "../../../src/domain/circuit/firmware/trace-pins.ts";
import { AvrBench } from "./avr-bench.ts";
import type { AvrTarget } from "./avr-toolchain.ts";

/** Parts on the bench, named as the design names them: a pin of a part stands for the board's pin that it is wired to. */
export class Stage {
  readonly bench: AvrBench;
  readonly #trace: PinTrace;

  constructor(design: Design, hex: string, target: AvrTarget) {
    this.bench = new AvrBench(hex, target);
    this.#trace = traceOf(design);
  }

  /** The Arduino name of the board's pin behind a part's pin, `SW1:1.l`. */
  pin(partPin: string): string {
    const [ref = "", name = ""] = partPin.split(/:(.*)/);
    const reached = this.#trace.boardPinOf(ref, name);
    if (reached?.pin.gpio === undefined) throw new Error(`${partPin} does not reach the board`);
    return reached.pin.gpio;
  }

  isHigh(partPin: string): boolean {
    return this.bench.isHigh(this.pin(partPin));
  }

  /** Presses a button to ground, with contacts that bounce for 4 ms, and lets go. */
  press(partPin: string, ms = 80): void {
    const pin = this.pin(partPin);
    for (let bounce = 0; bounce < 4; bounce++) {
      this.bench.drive(pin, bounce % 2 === 1 ? null : false);
      this.bench.run(1);
    }
    this.bench.drive(pin, false);
    this.bench.run(ms);
    this.bench.drive(pin, null);
    this.bench.run(ms);
  }

  /** An ultrasonic sensor: every ping is answered by an echo as long as sound travels to something at this distance; null: nothing there. */
  echo(trigger: string, echo: string, distanceCm: () => number | null): void {
    const pin = this.pin(echo);
    this.bench.drive(pin, false);
    this.bench.onChange(this.pin(trigger), (high) => {
      const cm = distanceCm();
      if (high || cm === null) return;
      this.bench.after(450, () => this.bench.drive(pin, true));
      this.bench.after(450 + cm * 58, () => this.bench.drive(pin, false));
    });
  }

  /** A DHT22 that answers each request of 1 ms with these figures. */
  dht22(data: string, reading: () => { celsius: number; percent: number } | null): void {
    const pin = this.pin(data);
    let lowSince: number | null = null;
    this.bench.onChange(pin, () => {
      if (this.bench.isOutput(pin)) {
        lowSince = this.bench.isHigh(pin) ? null : this.bench.ms;
        return;
      }
      const asked = lowSince !== null && this.bench.ms - lowSince >= 1;
      lowSince = null;
      const figures = reading();
      if (asked && figures !== null) this.#sendDht(pin, figures);
    });
  }

  #sendDht(pin: string, { celsius, percent }: { celsius: number; percent: number }): void {
    const [t, h] = [Math.round(celsius * 10), Math.round(percent * 10)];
    const bytes = [h >> 8, h & 255, t >> 8, t & 255];
    bytes.push(bytes.reduce((sum, byte) => sum + byte, 0) & 255);
    let us = 25;
    const level = (high: boolean, forUs: number) => {
      this.bench.after(us, () => this.bench.drive(pin, high));
      us += forUs;
    };
    level(false, 80);
    level(true, 80);
    for (const byte of bytes) {
      for (let bit = 7; bit >= 0; bit--) {
        level(false, 50);
        level(true, (byte >> bit) & 1 ? 70 : 26);
      }
    }
    level(false, 50);
    this.bench.after(us, () => this.bench.drive(pin, null));
  }

  /** An LCD with the usual I2C backpack; answers what stands on it. */
  lcd(address: number, columns: number, rows: number): () => string[] {
    const memory = new Map<number, string>();
    const nibbles: { bits: number; isText: boolean }[] = [];
    let place = 0;
    let wasEnabled = false;
    let isFourBit = false;
    const take = (value: number, isText: boolean) => {
      if (isText) memory.set(place++, String.fromCharCode(value));
      else if (value === 0x01) {
        memory.clear();
        place = 0;
      } else if (value >= 0x80) place = value & 0x7f;
    };
    const byte = (value: number) => {
      const isEnabled = (value & 4) !== 0;
      if (wasEnabled && !isEnabled) {
        // Until it is told otherwise, it takes each nibble for a whole command: 0x30 three times, then 0x20.
        if (!isFourBit) isFourBit = value >> 4 === 2;
        else nibbles.push({ bits: value >> 4, isText: (value & 1) !== 0 });
      }
      wasEnabled = isEnabled;
      const [high, low] = nibbles;
      if (high === undefined || low === undefined) return;
      take((high.bits << 4) | low.bits, low.isText);
      nibbles.length = 0;
    };
    this.bench.i2c(address, { wrote: (bytes) => bytes.forEach(byte) });
    const starts = [0, 0x40, 0x14, 0x54];
    return () =>
      starts.slice(0, rows).map((start) =>
        Array.from({ length: columns }, (_, column) => memory.get(start + column) ?? " ")
          .join("")
          .trimEnd(),
      );
  }
}

function traceOf(design: Design): PinTrace {
  const parts = design.parts.flatMap(({ id, catalogId, value }) => {
    const part = partById(catalogId ?? "");
    return part === undefined ? [] : [{ id, part, value }];
  });
  const trace = tracePins(parts, design.nets);
  if (trace === null) throw new Error("the design has no board");
  return trace;
}

const known = new Map<string, Design>();

/** The design of a goal, made once. */
export function designFor(goal: string): Design {
  const design = known.get(goal) ?? designGoal({ goal });
  if (design.status !== "ok") throw new Error(`${goal}: ${design.reason}`);
  known.set(goal, design);
  return design;
}

export function unitOf(design: Design, unit: CodeFile["unitNumber"]): CodeFile {
  const file = design.codeFiles.find(({ unitNumber }) => unitNumber === unit);
  if (file === undefined) throw new Error(`no unit ${unit}`);
  return file;
}
