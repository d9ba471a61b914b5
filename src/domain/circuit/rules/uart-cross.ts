import { boardSignals } from "./board-signals.ts";
import type { CircuitGraph, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { pair, report, say } from "./rule.ts";

/** Signals of serial parts that end on a board's own serial pins. */
const serialPins = (graph: CircuitGraph, part: GraphPart, role: "tx" | "rx"): { own: GraphPin; board: GraphPin }[] =>
  boardSignals(graph).flatMap(({ pin, reached }) =>
    reached
      .filter((each) => each.part === part && each.catalog?.roles.includes(role))
      .map((own) => ({ own, board: pin })),
  );

/** Whether a pin of the board is the sender or receiver of a serial port and nothing else could be. */
function boardSerial({ part, catalog }: GraphPin): { role: "tx" | "rx"; fixed: boolean } | null {
  const port = part.catalog?.board?.uart;
  if (port === undefined || catalog?.gpio === undefined) return null;
  const fixed = part.catalog?.board?.core === "avr" || part.catalog?.board?.core === "rp2040";
  const has = (role: "tx" | "rx") => (fixed && catalog.roles.includes(role)) || catalog.gpio === port[role];
  if (has("tx")) return { role: "tx", fixed };
  return has("rx") ? { role: "rx", fixed } : null;
}

/** Whether the part's other line ends on a pin of another port or of none: then the line is made in software, which takes any pin. */
function isSoftware(graph: CircuitGraph, part: GraphPart, { own, board }: { own: GraphPin; board: GraphPin }): boolean {
  const others = (["tx", "rx"] as const)
    .flatMap((role) => serialPins(graph, part, role))
    .filter((one) => one.own !== own);
  return others.length > 0 && others.every((one) => one.board.catalog?.units?.uart !== board.catalog?.units?.uart);
}

/** TX of a part on TX of the board, or RX on RX: E. Where any pin can be either, only both lines so are a mistake. */
export const uartCross: Rule = {
  id: "uart-cross",
  check: (input) => {
    const parts = input.graph.parts.filter((part) => part.catalog?.interface === "uart");
    const findings = parts.flatMap((part): FindingDraft[] => {
      const same = (["tx", "rx"] as const).flatMap((role) =>
        serialPins(input.graph, part, role).filter(({ board }) => boardSerial(board)?.role === role),
      );
      const [first] = same;
      const isUsb = same.some(({ board }) => board.catalog?.roles.includes("usb"));
      if (first === undefined || isUsb || (same.length < 2 && boardSerial(first.board)?.fixed !== true)) return [];
      if (same.length < 2 && isSoftware(input.graph, part, first)) return [];
      const pins = part.pins.filter((pin) => pin.catalog?.roles.some((role) => role === "tx" || role === "rx"));
      const [a, b] = same.map(({ board }) => board.ref);
      return [
        {
          severity: "E",
          message: say(input.language, {
            en: `${first.own.ref} is wired to ${first.board.ref}, which is the same end of a serial line: two senders talk and nobody hears. TX goes to RX, both ways.`,
            de: `${first.own.ref} ist mit ${first.board.ref} verbunden, dem gleichen Ende einer seriellen Leitung: zwei Sender reden, und niemand hört zu. TX gehört an RX, in beiden Richtungen.`,
          }),
          nets: netIdsOf(first.own.node, first.board.node),
          pins: same.flatMap(({ own, board }) => [own.ref, board.ref]),
          parts: [part.id, first.board.part.id],
          source: part.catalog?.datasheetUrl ?? "typical value",
          ...(a === undefined || b === undefined || pins.length < 2
            ? {}
            : {
                fixes: [
                  {
                    label: say(input.language, { en: `Exchange ${a} and ${b}`, de: `${a} und ${b} tauschen` }),
                    deltaCents: 0,
                    patch: [{ op: "swap-pins" as const, pins: pair(a, b) }],
                  },
                ],
              }),
        },
      ];
    });
    const what = say(input.language, { en: "serial lines are crossed", de: "serielle Leitungen sind gekreuzt" });
    return report(findings, parts.length > 0 ? { what, parts: parts.map((part) => part.id) } : null);
  },
};
