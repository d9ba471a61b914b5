import { noteIn } from "../german-notes.ts";
import type { BoardSignal } from "./board-signals.ts";
import { boardSignals, freePinFor, kindsWanted } from "./board-signals.ts";
import type { GraphEdge, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { isGround, pullsUpItself, railVolts } from "./levels.ts";
import type { Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A resistor above this is weaker than the chip's own 45 kohm pull (ESP32 datasheet, DC characteristics) and decides nothing. */
const weakOhms = 45_000;

/** Whether a part pulls or drives the pin up or down at reset. */
interface Hold {
  part: GraphPart;
  up: boolean;
  down: boolean;
}

function holdThrough(edge: GraphEdge, node: GraphNode): Hold | null {
  if (edge.kind !== "resistor" || (edge.ohms ?? 0) > weakOhms) return null;
  const far = otherEnd(edge, node);
  if (isGround(far)) return { part: edge.part, up: false, down: true };
  if (railVolts(far) !== null) return { part: edge.part, up: true, down: false };
  // An LED behind the resistor pulls the pin down to its forward volts.
  const led = far.pins.find((pin) => pin.catalog?.type === "anode" && pin.part !== edge.part);
  return led === undefined ? null : { part: led.part, up: false, down: true };
}

function holdBy(pin: GraphPin): Hold | null {
  // Between two pings an echo rests low.
  if (pin.catalog?.roles.includes("echo")) return { part: pin.part, up: false, down: true };
  if (pin.catalog?.type === "output") return { part: pin.part, up: true, down: true };
  const hasPullUp = pin.catalog?.type === "open_drain" && pin.part.catalog?.figures?.pullUpOhms !== undefined;
  return pullsUpItself(pin) || hasPullUp ? { part: pin.part, up: true, down: false } : null;
}

/** The part that can hold the pin at the wrong level while the board starts; null when none can. */
function holder(signal: BoardSignal): GraphPart | null {
  const level = signal.pin.catalog?.strap?.level;
  const { node } = signal.pin;
  const holds = [...node.edges.map((edge) => holdThrough(edge, node)), ...signal.reached.map(holdBy)];
  const wrong = holds.find((hold) => (hold?.down && level !== "low") || (hold?.up && level !== "high"));
  return wrong?.part ?? null;
}

/** Where the chips' strapping pins are described. */
const sources: Readonly<Record<string, string>> = {
  esp32: 'ESP32 datasheet, "Strapping Pins"',
  esp32s3: 'ESP32-S3 datasheet, "Boot Configurations"',
  esp32c3: 'ESP32-C3 datasheet, "Boot Configurations"',
  esp8266: 'ESP8266 hardware design guidelines, "Strapping Pins"',
};

/** A strapping pin on which a part can hold the wrong level at reset: W, I where the program runs all the same. Inputs and buttons that nobody presses are fine. */
export const strapping: Rule = {
  id: "strapping",
  check: ({ graph, language, usesWifi }) => {
    const signals = boardSignals(graph).filter((signal) => signal.pin.catalog?.strap !== undefined);
    const findings = signals.flatMap((signal) => {
      const part = holder(signal);
      if (part === null) return [];
      const free = freePinFor(
        signal.board,
        kindsWanted(signal).map((want) => want.kind),
        usesWifi ?? true,
      );
      const note = signal.pin.catalog?.strap?.note ?? "";
      const fixes = [
        {
          label: say(language, { en: `Move it to pin ${free?.name}`, de: `Auf Pin ${free?.name} verlegen` }),
          deltaCents: 0,
          patch: [{ op: "move-pin" as const, part: signal.board.id, pin: signal.pin.name, to: free?.name ?? "" }],
        },
      ];
      return [
        {
          severity: signal.pin.catalog?.strap?.harmless ? ("I" as const) : ("W" as const),
          message: say(language, {
            en: `${part.id} can hold pin ${signal.pin.name} at the wrong level while the board starts. ${note}`,
            de: `${part.id} kann Pin ${signal.pin.name} beim Start des Boards auf dem falschen Pegel halten. ${noteIn(language, note)}`,
          }),
          nets: netIdsOf(signal.pin.node),
          pins: [signal.pin.ref],
          parts: [signal.board.id, part.id],
          source: sources[signal.board.catalog?.board?.mcu ?? ""] ?? "typical value",
          ...(free === null ? {} : { fixes }),
        },
      ];
    });
    const boards = graph.parts.filter((part) => part.catalog?.pins.some((pin) => pin.strap !== undefined));
    const what = say(language, {
      en: signals.length === 0 ? "no strapping pin is used" : "nothing holds a strapping pin at the wrong level",
      de:
        signals.length === 0
          ? "kein Strapping-Pin ist benutzt"
          : "nichts hält einen Strapping-Pin auf dem falschen Pegel",
    });
    return {
      findings,
      passed: findings.length === 0 && boards.length > 0 ? { what, parts: boards.map((part) => part.id) } : null,
    };
  },
};
