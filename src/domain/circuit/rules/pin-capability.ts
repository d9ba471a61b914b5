import type { SignalKind } from "../pins/signal-need.ts";
import type { BoardSignal } from "./board-signals.ts";
import { boardSignals, freePinFor, kindsWanted } from "./board-signals.ts";
import type { GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";

/** What is wrong with a pin's use, in both languages, and the part's pin that asks for it. */
export interface PinProblem {
  en: string;
  de: string;
  by: GraphPin | null;
  /** E unless said. */
  severity?: "W";
}

/** D- and D+ of chips with a USB port of their own: ESP32-C3 and ESP32-S3 datasheets, "USB Serial/JTAG". The other USB pins are serial lines. */
const usbData: Readonly<Record<string, readonly string[]>> = { esp32c3: ["18", "19"], esp32s3: ["19", "20"] };

/** Whether a part's pin holds its line at a level by itself: then the USB chip cannot. */
const drives = ({ catalog }: GraphPin) => catalog?.type === "output" || catalog?.type === "open_drain";

function reserved(signal: BoardSignal): PinProblem | null {
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
  const { mcu } = signal.board.catalog?.board ?? {};
  const isData = usbData[mcu ?? ""]?.includes(signal.pin.catalog?.gpio ?? "") ?? false;
  if (!isData && !signal.reached.some(drives)) {
    return {
      by: null,
      severity: "W",
      en: `Pin ${name} is the serial line of the USB port too: what is on it takes part in every upload and in all that the serial monitor shows.`,
      de: `Pin ${name} ist auch die serielle Leitung des USB-Anschlusses: was daran ist, macht jedes Hochladen und alles mit, was der serielle Monitor zeigt.`,
    };
  }
  return {
    by: null,
    en: `Pin ${name} is the serial line of the USB port: with a part on it, uploading and the serial monitor fail.`,
    de: `Pin ${name} ist die serielle Leitung des USB-Anschlusses: mit einem Teil daran scheitern Hochladen und serieller Monitor.`,
  };
}

/** Tones and a servo's pulses are made by a timer on any digital pin: tone() and the Servo library of the Arduino reference. */
function canBeTimed({ part }: GraphPin): boolean {
  return part.catalog?.functions.some((id) => id === "act-sound" || id === "act-servo") ?? false;
}

function unable(
  signal: BoardSignal,
  want: { kind: SignalKind; by: GraphPin },
  usesWifi: boolean | null,
): PinProblem | null {
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
  if ((want.kind === "input" || want.kind === "input-pull-up") && !roles.includes("digital")) {
    return {
      by,
      en: `${by.ref} is read as high or low, but pin ${name} only measures voltages.`,
      de: `${by.ref} wird als high oder low gelesen, aber Pin ${name} misst nur Spannungen.`,
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
  if (want.kind === "pwm" && !roles.includes("pwm") && !canBeTimed(by)) {
    return {
      by,
      en: `${by.ref} needs PWM, which pin ${name} does not have.`,
      de: `${by.ref} braucht PWM, das Pin ${name} nicht hat.`,
    };
  }
  return null;
}

function problemOf(signal: BoardSignal, usesWifi: boolean | null): PinProblem | null {
  const first = reserved(signal);
  if (first !== null) return first;
  for (const want of kindsWanted(signal)) {
    const problem = unable(signal, want, usesWifi);
    if (problem !== null) return problem;
  }
  return null;
}

/** A finding about a board's pin, with a move to a free pin that can do it as its fix. */
export function pinFinding(input: RuleInput, signal: BoardSignal, problem: PinProblem): FindingDraft {
  const kinds = kindsWanted(signal).map((want) => want.kind);
  const free = freePinFor(signal.board, kinds, input.usesWifi ?? true);
  const parts = [signal.board.id, ...(problem.by === null ? [] : [problem.by.part.id])];
  return {
    severity: problem.severity ?? "E",
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
 * A board's pin asked for what it cannot: analog, PWM, output on an input, flash or USB pins, ADC2 with WiFi: E. Bus lines are
 * `i2c-pins`'s and those of SPI and UART rules of their own.
 */
export const pinCapability: Rule = {
  id: "pin-capability",
  check: (input) => {
    const signals = boardSignals(input.graph);
    const findings = signals.flatMap((signal) => {
      const problem = problemOf(signal, input.usesWifi);
      return problem === null ? [] : [pinFinding(input, signal, problem)];
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
