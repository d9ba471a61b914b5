import type { CodeFile, DesignNet } from "../../../design.ts";
import type { PinTrace } from "../../trace-pins.ts";
import { tracePins } from "../../trace-pins.ts";
import type { WiredPart } from "../../wired-part.ts";
import { benchEnds, benchParticipants } from "./bench-program.ts";
import type { BenchRecord } from "./parse-bench-record.ts";

/** Milliseconds between two turns of Unit 3's main loop that still count as not waiting: a picture of 1 kB at 100 kHz takes a tenth of a second. */
export const longestGapMs = 300;

/** The pins of the board that lead to parts which the program drives. */
function wiredPins(trace: PinTrace): string[] {
  const gpios = [...new Set(trace.board.part.pins.flatMap(({ gpio }) => gpio ?? []))];
  return gpios.filter((gpio) => benchEnds(trace, gpio).length > 0);
}

function pinProblems(record: BenchRecord, trace: PinTrace): string[] {
  const wired = new Set(wiredPins(trace));
  // The bus wants a pin for a line that no part has: it is named there and nothing else is done with it.
  const idle = (gpio: string, roles: string[]) =>
    gpio === trace.board.figures.spi.miso && roles.every((role) => role === "given");
  const touched = Object.entries(record.pins).flatMap(([gpio, roles]) =>
    !wired.has(gpio) && idle(gpio, roles) ? [] : [gpio],
  );
  return [
    ...touched.filter((gpio) => !wired.has(gpio)).map((gpio) => `pin ${gpio} was used, and nothing is wired to it`),
    ...[...wired].filter((gpio) => !touched.includes(gpio)).map((gpio) => `pin ${gpio} is wired and was never used`),
  ];
}

function addressProblems(record: BenchRecord, trace: PinTrace): string[] {
  const wanted = benchParticipants(trace).flatMap(({ part, value }) => {
    if (part.i2c === undefined) return [];
    return value?.kind === "address" ? [value.address] : part.i2c.addresses.slice(0, 1);
  });
  const hex = (address: number) => `0x${address.toString(16).toUpperCase()}`;
  return [
    ...wanted
      .filter((address) => !record.addresses.includes(address))
      .map((address) => `${hex(address)} was never asked`),
    ...record.addresses.filter((address) => !wanted.includes(address)).map((address) => `${hex(address)} is nobody's`),
  ];
}

/** `<...>` in an expected line stands for a figure that depends on the room. */
function lineProblems(record: BenchRecord, expected: readonly string[]): string[] {
  const said = record.lines.filter((line) => /^\[(ok|fail|look|done)\]/.test(line));
  const pattern = (line: string) =>
    new RegExp(
      `^${line
        .split(/<[^>]*>/)
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join(".+")}$`,
    );
  return [
    ...(said.length === expected.length ? [] : [`${said.length} lines of parts instead of ${expected.length}`]),
    ...expected.flatMap((line, at) =>
      pattern(line).test(said[at] ?? "") ? [] : [`"${said[at] ?? ""}" instead of "${line}"`],
    ),
  ];
}

/**
 * What is wrong with a run of a program of ours against the stubs: exactly the wired pins and addresses must have been used, Unit 1 must have
 * printed its lines, Unit 3 must never have waited. Empty when all is well.
 */
export function judgeRun(
  file: Pick<CodeFile, "unitNumber" | "expectedSerial">,
  record: BenchRecord,
  wiring: { parts: readonly WiredPart[]; nets: readonly DesignNet[] },
): string[] {
  const trace = tracePins(wiring.parts, wiring.nets);
  if (trace === null) return ["the wiring has no board"];
  if (record.ended === "error") return [record.trouble.trim().split("\n").slice(-2).join(" ").trim()];
  const waits = file.unitNumber === 3 && record.gapMs > longestGapMs;
  return [
    ...record.errors,
    ...pinProblems(record, trace),
    ...addressProblems(record, trace),
    ...(file.expectedSerial === undefined ? [] : lineProblems(record, file.expectedSerial)),
    ...(waits ? [`the main loop waited ${record.gapMs} ms`] : []),
    ...(file.unitNumber === 3 && record.fed === 0 ? ["the watchdog was never fed"] : []),
  ];
}
