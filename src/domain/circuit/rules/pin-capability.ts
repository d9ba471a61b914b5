import type { SignalKind } from "../pins/signal-need.ts";
import type { BoardSignal } from "./board-signals.ts";
import { boardSignals, freePinFor, kindsWanted } from "./board-signals.ts";
import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";

interface Problem {
  en: string;
  de: string;
  by: GraphPin | null;
}

function reserved(signal: BoardSignal): Problem | null {
  const roles = signal.pin.catalog?.roles ?? [];
  const { name } = signal.pin;
  if (roles.includes("flash")) {
    return {
      by: null,
      en: `Pin ${name} belongs to the board's flash memory: with anything on it the board does not start.`,
      de: `Pin ${name} gehört dem Flash-Speicher des Boards: ist etwas daran, startet es nicht.`,
    };
  }
  if (!roles.includes("usb")) return null;
  return {
    by: null,
    en: `Pin ${name} is the serial line of the USB port: with a part on it, uploading and the serial monitor fail.`,
    de: `Pin ${name} ist die serielle Leitung des USB-Anschlusses: mit einem Teil daran scheitern Hochladen und serieller Monitor.`,
  };
}

function unable(
  signal: BoardSignal,
  want: { kind: SignalKind; by: GraphPin },
  usesWifi: boolean | null,
): Problem | null {
  const { catalog, name } = signal.pin;
  const roles = catalog?.roles ?? [];
  const by = want.by;
  const measures = roles.includes("adc") || roles.includes("adc1");
  if (want.kind === "analog" && !measures && !roles.includes("adc2")) {
    return {
      by,
      en: `${by.ref} gives an analog voltage, but pin ${name} cannot measure one.`,
      de: `${by.ref} gibt eine analoge Spannung, aber Pin ${name} kann keine messen.`,
    };
  }
  if (want.kind === "analog" && !measures && usesWifi === true) {
    return {
      by,
      en: `Pin ${name} measures with ADC2, which does not work while WiFi runs; ${by.ref} needs another one.`,
      de: `Pin ${name} misst mit ADC2, der bei laufendem WLAN nicht geht; ${by.ref} braucht einen anderen.`,
    };
  }
  if (
    roles.includes("input_only") &&
    want.kind !== "analog" &&
    want.kind !== "input" &&
    want.kind !== "input-pull-up"
  ) {
    return {
      by,
      en: `${by.ref} must be driven, but pin ${name} is an input only.`,
      de: `${by.ref} muss angesteuert werden, aber Pin ${name} ist nur ein Eingang.`,
    };
  }
  if (want.kind === "pwm" && !roles.includes("pwm") && by.part.catalog?.functions.includes("act-sound") !== true) {
    return {
      by,
      en: `${by.ref} needs PWM, which pin ${name} does not have.`,
      de: `${by.ref} braucht PWM, das Pin ${name} nicht hat.`,
    };
  }
  return null;
}

/** A bus line needs a pin that the silicon joins with its I2C unit; on an AVR only two have one, on an RP2040 every second. */
function wrongBusPin(signal: BoardSignal): Problem | null {
  const { catalog, name } = signal.pin;
  for (const line of ["sda", "scl"] as const) {
    const by = signal.bus.find((pin) => pin.catalog?.roles.includes(line));
    if (by === undefined || catalog?.roles.includes(line) === true) continue;
    const own = signal.board.catalog?.board?.i2c[line] ?? "";
    return {
      by,
      en: `${by.ref} is ${line.toUpperCase()} of I2C, which pin ${name} cannot be on this board; it is pin ${own}.`,
      de: `${by.ref} ist ${line.toUpperCase()} von I2C, was Pin ${name} auf diesem Board nicht sein kann; es ist Pin ${own}.`,
    };
  }
  return null;
}

/** The board's pin on which the other line of a part's bus ends. */
function partnerOf(line: GraphPin, role: "sda" | "scl", board: GraphPart): GraphPin | undefined {
  const other = line.part.pins.find((pin) => pin.catalog?.roles.includes(role));
  return other?.node.pins.find((pin) => pin.part === board && pin.catalog?.gpio !== undefined);
}

/** SDA and SCL must be of one I2C unit, where the chip has several with pins of their own. */
function splitBus(signal: BoardSignal): Problem | null {
  const by = signal.bus.find((pin) => pin.catalog?.roles.includes("scl"));
  const partner = by === undefined ? undefined : partnerOf(by, "sda", signal.board);
  const [own, its] = [signal.pin.catalog?.units?.i2c, partner?.catalog?.units?.i2c];
  if (by === undefined || own === undefined || its === undefined || own === its) return null;
  return {
    by,
    en: `Pin ${signal.pin.name} is SCL of I2C${own}, but SDA is on pin ${partner?.name} of I2C${its}: both must be of one unit.`,
    de: `Pin ${signal.pin.name} ist SCL von I2C${own}, aber SDA liegt an Pin ${partner?.name} von I2C${its}: beide müssen zu einer Einheit gehören.`,
  };
}

/** A button needs a pull: GPIO 34-39 have none of their own, so without a resistor the input floats. */
function noPull(signal: BoardSignal, want: { kind: SignalKind; by: GraphPin }): Problem | null {
  const { catalog, name, node } = signal.pin;
  if (
    want.kind !== "input-pull-up" ||
    !catalog?.roles.includes("no_pull") ||
    node.edges.some((edge) => edge.kind === "resistor")
  )
    return null;
  return {
    by: want.by,
    en: `${want.by.part.id} needs a pull-up, and pin ${name} has none inside.`,
    de: `${want.by.part.id} braucht einen Pull-up, und Pin ${name} hat innen keinen.`,
  };
}

function problemOf(signal: BoardSignal, usesWifi: boolean | null): Problem | null {
  const first = reserved(signal);
  if (first !== null) return first;
  const bus = wrongBusPin(signal) ?? splitBus(signal);
  if (bus !== null) return bus;
  for (const want of kindsWanted(signal)) {
    const problem = unable(signal, want, usesWifi) ?? noPull(signal, want);
    if (problem !== null) return problem;
  }
  return null;
}

function finding(input: RuleInput, signal: BoardSignal, problem: Problem): FindingDraft {
  const kinds = kindsWanted(signal).map((want) => want.kind);
  const free = freePinFor(signal.board, kinds, input.usesWifi ?? true);
  const parts = [signal.board.id, ...(problem.by === null ? [] : [problem.by.part.id])];
  return {
    severity: "E",
    message: say(input.language, problem),
    nets: netIdsOf(signal.pin.node),
    pins: [signal.pin.ref, ...(problem.by === null ? [] : [problem.by.ref])],
    parts,
    source: signal.board.catalog?.datasheetUrl ?? "typical value",
    ...(free === null
      ? {}
      : {
          fixes: [
            {
              label: say(input.language, { en: `Move it to pin ${free.name}`, de: `Auf Pin ${free.name} verlegen` }),
              deltaCents: 0,
              patch: [{ op: "move-pin" as const, part: signal.board.id, pin: signal.pin.name, to: free.name }],
            },
          ],
        }),
  };
}

/**
 * A board's pin asked for what it cannot: analog, PWM, output on an input, a bus line elsewhere than on the bus, flash or USB pins, ADC2
 * with WiFi: E.
 */
export const pinCapability: Rule = {
  id: "pin-capability",
  check: (input) => {
    const signals = boardSignals(input.graph);
    const findings = signals.flatMap((signal) => {
      const problem = problemOf(signal, input.usesWifi);
      return problem === null ? [] : [finding(input, signal, problem)];
    });
    const what = say(input.language, {
      en:
        signals.length === 1
          ? "the pin in use can do what is asked of it"
          : `all ${signals.length} pins in use can do what is asked of them`,
      de:
        signals.length === 1
          ? "der benutzte Pin kann, was von ihm verlangt wird"
          : `alle ${signals.length} benutzten Pins können, was von ihnen verlangt wird`,
    });
    const passed =
      findings.length === 0 && signals.length > 0
        ? { what, parts: [...new Set(signals.map((signal) => signal.board.id))] }
        : null;
    return { findings, passed };
  },
};
