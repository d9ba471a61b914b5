import { drivenVolts, isGround, pullsUpItself, railVolts } from "./levels.ts";
import type { BoardSignal } from "./board-signals.ts";
import { boardSignals, freePinFor, kindsWanted } from "./board-signals.ts";
import type { GraphPart } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import type { Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A resistor above this is weaker than the chip's own 45 kohm pull (ESP32 datasheet, DC characteristics) and decides nothing. */
const weakOhms = 45_000;

/** The part that can hold the pin at the wrong level while the board starts; null when none can. */
function holder(signal: BoardSignal): GraphPart | null {
  const strap = signal.pin.catalog?.strap;
  if (strap === undefined) return null;
  const { node } = signal.pin;
  for (const edge of node.edges) {
    if (edge.kind !== "resistor" || (edge.ohms ?? 0) > weakOhms) continue;
    const far = otherEnd(edge, node);
    if (strap.level !== "low" && isGround(far)) return edge.part;
    if (strap.level !== "high" && railVolts(far) !== null) return edge.part;
    // An LED behind the resistor pulls the pin down to its forward volts.
    const led = far.pins.find((pin) => pin.catalog?.type === "anode" && pin.part !== edge.part);
    if (strap.level !== "low" && led !== undefined) return led.part;
  }
  for (const pin of signal.reached) {
    if (pin.catalog?.type === "output") return pin.part;
    if (strap.level !== "high" && pullsUpItself(pin)) return pin.part;
    const pullsUp = pin.part.catalog?.figures?.pullUpOhms !== undefined && drivenVolts(pin) === null;
    if (strap.level !== "high" && pullsUp) return pin.part;
  }
  return null;
}

/** A strapping pin on which a part can hold the wrong level at reset: W. Inputs and buttons that nobody presses are fine. */
export const strapping: Rule = {
  id: "strapping",
  check: ({ graph, language, usesWifi }) => {
    const signals = boardSignals(graph).filter((signal) => signal.pin.catalog?.strap !== undefined);
    const findings = signals.flatMap((signal) => {
      const part = holder(signal);
      if (part === null) return [];
      const free = freePinFor(signal.board, kindsWanted(signal).map((want) => want.kind), usesWifi ?? true);
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
          severity: "W" as const,
          message: say(language, {
            en: `${part.id} can hold pin ${signal.pin.name} at the wrong level while the board starts. ${note}`,
            de: `${part.id} kann Pin ${signal.pin.name} beim Start des Boards auf dem falschen Pegel halten. (${note})`,
          }),
          nets: netIdsOf(signal.pin.node),
          pins: [signal.pin.ref],
          parts: [signal.board.id, part.id],
          source: "ESP32 datasheet, Strapping Pins",
          ...(free === null ? {} : { fixes }),
        },
      ];
    });
    const boards = graph.parts.filter((part) => part.catalog?.pins.some((pin) => pin.strap !== undefined));
    const what = say(language, {
      en: signals.length === 0 ? "no strapping pin is used" : "nothing holds a strapping pin at the wrong level",
      de: signals.length === 0 ? "kein Strapping-Pin ist benutzt" : "nichts hält einen Strapping-Pin auf dem falschen Pegel",
    });
    return { findings, passed: findings.length === 0 && boards.length > 0 ? { what, parts: boards.map((part) => part.id) } : null };
  },
};
