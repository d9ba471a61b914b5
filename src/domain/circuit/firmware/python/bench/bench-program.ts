import { OhmError } from "../../../../error/ohm-error.ts";
import type { Mcu } from "../../../catalogue-part.ts";
import type { CodeFile, DesignNet } from "../../../design.ts";
import { driverOf } from "../../driver-table.ts";
import type { PinTrace, ReachedPin } from "../../trace-pins.ts";
import { tracePins } from "../../trace-pins.ts";
import type { WiredPart } from "../../wired-part.ts";
import { benchBoard } from "./bench-board.ts";
import { benchBuses } from "./bench-buses.ts";
import { benchParts } from "./bench-parts.ts";
import { benchRun } from "./bench-run.ts";

/** How a run differs from the plain one. */
export interface BenchWay {
  /** Virtual seconds after which it ends. */
  seconds: number;
  /** Designators of parts that do not answer. */
  silent?: readonly string[];
  /** What a person types after a second and a half. */
  typed?: string;
}

/** Ports beside the console, as MicroPython numbers them. */
const uarts: Record<Mcu, readonly number[]> = {
  esp32: [1, 2],
  esp32s3: [1, 2],
  esp32c3: [1],
  esp8266: [],
  rp2040: [0, 1],
  atmega328p: [],
  atmega2560: [],
};

/** Parts that the program must speak to: those with a driver. */
export function benchParticipants(trace: PinTrace): WiredPart[] {
  return trace.parts.filter(({ part }) => driverOf(part.id) !== undefined);
}

/** The pins of these parts that the board's pin with this firmware name reaches. */
export function benchEnds(trace: PinTrace, gpio: string): ReachedPin[] {
  const participants = new Set(benchParticipants(trace).map(({ id }) => id));
  return trace.reachedFrom(gpio).filter(({ ref }) => participants.has(ref));
}

/** The level at which a part leaves the board's pin when nobody touches it; null where the pin's own pull decides. */
function idleLevel(wired: WiredPart, trace: PinTrace): number | null {
  if (
    wired.part.functions.includes("input-button") &&
    wired.part.interface === "digital" &&
    wired.part.pins.length <= 4
  )
    return trace.touchesSupply(wired.id) ? 0 : 1;
  return wired.part.interface === "digital" && wired.part.supplyVolts !== null ? 0 : null;
}

function busPins(trace: PinTrace): Record<string, string> {
  const bus: Record<string, string> = {};
  for (const { id, part } of benchParticipants(trace)) {
    for (const role of ["sda", "scl", "sck", "mosi", "miso"] as const) {
      const isBus = role === "sda" || role === "scl" ? part.i2c !== undefined : part.interface === "spi";
      const pin = part.pins.find((each) => each.roles.includes(role));
      const gpio = isBus && pin !== undefined ? trace.boardPinOf(id, pin.name)?.pin.gpio : undefined;
      if (gpio !== undefined) bus[role] = gpio;
    }
  }
  return bus;
}

/** What the bench knows of the wiring, as plain data. */
function wiredFacts(trace: PinTrace, way: BenchWay) {
  const { figures, part: board } = trace.board;
  const participants = benchParticipants(trace);
  const gpios = [...new Set(board.pins.flatMap(({ gpio }) => gpio ?? []))];
  const pins = gpios.map((gpio) => {
    return [gpio, benchEnds(trace, gpio).map(({ ref, pin }) => [ref, pin.name])] as const;
  });
  const ofPin = (gpio: string) => board.pins.find((pin) => pin.gpio === gpio);
  const parts = participants.map((wired) => {
    const { id, part, value } = wired;
    const address = value?.kind === "address" ? value.address : part.i2c?.addresses[0];
    const facts = {
      id: part.id,
      address,
      khz: part.i2c?.maxKhz,
      pixels: part.figures?.pixels,
      idle: idleLevel(wired, trace),
    };
    return [id, facts] as const;
  });
  return {
    us: way.seconds * 1_000_000,
    core: figures.core,
    uarts: uarts[figures.mcu],
    can: Object.fromEntries(gpios.map((gpio) => [gpio, ofPin(gpio)?.roles ?? []])),
    units: Object.fromEntries(gpios.map((gpio) => [gpio, ofPin(gpio)?.units ?? {}])),
    pins: Object.fromEntries(pins.filter(([, ends]) => ends.length > 0)),
    bus: busPins(trace),
    parts: Object.fromEntries(parts),
    silent: way.silent ?? [],
    typed: way.typed ?? "",
  };
}

/** JSON text is a Python literal once more: nothing of it can leave the quotes. */
const literal = (text: string): string => JSON.stringify(text);

/**
 * The whole program of a bench run: the stubs, the wiring, the driver files and main.py, which runs for some virtual seconds against parts
 * that answer as on that wiring. It prints one line of JSON. Only for programs that this engine wrote.
 * @throws OhmError `internal` for a wiring without a board.
 */
export function benchProgram(
  file: Pick<CodeFile, "content" | "modules">,
  wiring: { parts: readonly WiredPart[]; nets: readonly DesignNet[] },
  way: BenchWay,
): string {
  const trace = tracePins(wiring.parts, wiring.nets);
  if (trace === null) throw new OhmError("internal", "a bench needs a board");
  const modules = (file.modules ?? []).map(
    ({ filename, content }) => `(${literal(filename.replace(/\.py$/, ""))}, ${literal(content)})`,
  );
  return [
    "import json",
    `WIRED = json.loads(${literal(JSON.stringify(wiredFacts(trace, way)))})`,
    `FILES = [${modules.join(", ")}]`,
    `MAIN = ${literal(file.content)}`,
    benchBoard,
    benchBuses,
    benchParts,
    benchRun,
    "",
  ].join("\n");
}
