import type { Finding } from "../design.ts";
import type { Severity } from "../lists.ts";
import type { CodeUses } from "./code-uses.ts";
import { coreConstants } from "./core-constants.ts";
import type { PinTrace, ReachedPin } from "./trace-pins.ts";
import type { WiredPart } from "./wired-part.ts";

/** Parts that firmware deals with: they do something for a person. Resistors, shifters and supplies only carry signals. */
export function isFunctional(wired: WiredPart): boolean {
  return wired.part.functions.length > 0 && wired.part.board === undefined && wired.part.family !== "power";
}

/** The functional parts' pins that the board's pin with this firmware name reaches. */
export function targetsOf(trace: PinTrace, gpio: string): ReachedPin[] {
  return trace
    .reachedFrom(gpio)
    .filter(({ ref }) => trace.parts.some((wired) => wired.id === ref && isFunctional(wired)));
}

/** The board's firmware names (`21`, `A4`) by the number that the core gives them. */
export function gpioByNumber(trace: PinTrace): Map<number, string> {
  const known = coreConstants(trace.board.figures);
  const named = trace.board.part.pins.flatMap(({ gpio }) =>
    gpio === undefined ? [] : [[/^\d+$/.test(gpio) ? Number(gpio) : (known.get(gpio) ?? -1), gpio] as const],
  );
  return new Map(named);
}

/** Words of an identifier: `kPinLedD2` is k, pin, led, d2; `RELAY_PIN` is relay, pin. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .map((word) => word.toLowerCase());
}

interface Where {
  pins?: string[];
  parts?: string[];
}

/** A finding of rule `firmware-wiring`. */
export function wiringFinding(severity: Severity, message: string, where: Where): Finding {
  return { ruleId: "firmware-wiring", severity, message, nets: [], pins: where.pins ?? [], parts: where.parts ?? [] };
}

/** The numbers that the code uses as pins. */
export function usedPins(uses: Pick<CodeUses, "pins">): Set<number> {
  return new Set(uses.pins.flatMap(({ pin }) => pin ?? []));
}
