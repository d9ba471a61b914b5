import { freePinFor } from "./board-signals.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { boardPinsOn } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, say } from "./rule.ts";

type SpiRole = "sck" | "mosi" | "miso" | "cs";

const pinWith = (part: GraphPart, role: SpiRole) => part.pins.find((pin) => pin.catalog?.roles.includes(role));

/** Parts on an SPI bus by the node of their clock; a part whose clock is not wired is on none. */
function busesOf(graph: CircuitGraph): Map<GraphNode, GraphPart[]> {
  const buses = new Map<GraphNode, GraphPart[]>();
  for (const part of graph.parts) {
    const clock = part.catalog?.interface === "spi" ? pinWith(part, "sck") : undefined;
    if (clock !== undefined) buses.set(clock.node, [...(buses.get(clock.node) ?? []), part]);
  }
  return buses;
}

interface Problem {
  en: string;
  de: string;
}

const isDriven = (node: GraphNode) =>
  node.pins.some((pin) => pin.part.catalog === null || pin.catalog?.type === "output" || pin.catalog?.type === "io");

/** What is wrong with a part's chip select; alone on its bus a part may be selected for ever. */
function selectProblem(part: GraphPart, others: readonly GraphPart[]): Problem | null {
  const select = pinWith(part, "cs");
  if (select === undefined)
    return {
      en: "is not wired, so the part listens by chance",
      de: "ist nicht angeschlossen, das Teil hört also zufällig zu",
    };
  const { node } = select;
  if (isGround(node))
    return others.length === 0
      ? null
      : {
          en: "is on ground, so the part answers to what is meant for others",
          de: "liegt an Masse, das Teil antwortet also auf alles, auch auf das der anderen",
        };
  if (railVolts(node) !== null)
    return {
      en: "is on the supply, so the part is never selected",
      de: "liegt an der Versorgung, das Teil wird also nie ausgewählt",
    };
  const sharing = others.find((other) => pinWith(other, "cs")?.node === node);
  if (sharing !== undefined)
    return {
      en: `is shared with ${sharing.id}, so both answer at once`,
      de: `ist mit dem von ${sharing.id} verbunden, also antworten beide zugleich`,
    };
  return isDriven(node) ? null : { en: "is driven by nothing", de: "wird von nichts angesteuert" };
}

function selectFix(input: RuleInput, part: GraphPart): NonNullable<FindingDraft["fixes"]> {
  const catalog = part.catalog?.pins.find((pin) => pin.roles.includes("cs"));
  const clock = pinWith(part, "sck");
  const board = clock === undefined ? undefined : boardPinsOn(clock.node)[0]?.part;
  const free = board === undefined ? null : freePinFor(board, ["output"], input.usesWifi ?? true);
  if (catalog === undefined || board === undefined || free === null) return [];
  const at = `${part.id}:${catalog.name}`;
  return [
    {
      label: say(input.language, { en: `Wire ${at} to pin ${free.name}`, de: `${at} an Pin ${free.name} anschließen` }),
      deltaCents: 0,
      patch: [
        { op: "disconnect", pin: at },
        { op: "join", pins: [`${board.id}:${free.name}`, at] },
      ],
    },
  ];
}

/** A part on an SPI bus without a chip select of its own: E. */
export const spiCs: Rule = {
  id: "spi-cs",
  check: (input) => {
    const buses = busesOf(input.graph);
    const findings: FindingDraft[] = [];
    for (const parts of buses.values()) {
      for (const part of parts) {
        if (!part.catalog?.pins.some((pin) => pin.roles.includes("cs"))) continue;
        const problem = selectProblem(
          part,
          parts.filter((other) => other !== part),
        );
        if (problem === null) continue;
        const select = pinWith(part, "cs");
        const name = part.catalog.pins.find((pin) => pin.roles.includes("cs"))?.name ?? "CS";
        const fixes = selectFix(input, part);
        findings.push({
          severity: "E",
          message: say(input.language, {
            en: `Chip select ${name} of ${part.id} (${part.catalog.name}) ${problem.en}. Each part on SPI needs a select line of its own from the board.`,
            de: `Chip-Select ${name} von ${part.id} (${part.catalog.name}) ${problem.de}. Jedes Teil am SPI braucht eine eigene Auswahlleitung vom Board.`,
          }),
          nets: select === undefined ? [] : netIdsOf(select.node),
          pins: [`${part.id}:${name}`],
          parts: [part.id],
          source: part.catalog.datasheetUrl,
          ...(fixes.length === 0 ? {} : { fixes }),
        });
      }
    }
    const parts = [...buses.values()].flat().map((part) => part.id);
    const what = say(input.language, {
      en: "each part on SPI has its own chip select",
      de: "jedes Teil am SPI hat sein eigenes Chip-Select",
    });
    return report(findings, parts.length > 0 ? { what, parts } : null);
  },
};

/** Which data line of the board's default bus a pin is. */
function boardLine({ part, catalog }: GraphPin): "mosi" | "miso" | null {
  const bus = part.catalog?.board?.spi;
  if (bus === undefined || catalog?.gpio === undefined) return null;
  if (catalog.gpio === bus.mosi) return "mosi";
  return catalog.gpio === bus.miso ? "miso" : null;
}

const lineOf = (pin: GraphPin): "mosi" | "miso" | null => {
  if (pin.part.catalog?.board !== undefined) return boardLine(pin);
  if (pin.part.catalog?.interface !== "spi") return null;
  if (pin.catalog?.roles.includes("mosi")) return "mosi";
  return pin.catalog?.roles.includes("miso") ? "miso" : null;
};

/** The pin that a part's data line meets and that goes the other way: of another part, or the board's own. */
function opposed(part: GraphPart): { pin: GraphPin; other: GraphPin } | null {
  for (const role of ["mosi", "miso"] as const) {
    const pin = pinWith(part, role);
    const other = pin?.node.pins.find((each) => each.part !== part && lineOf(each) !== null && lineOf(each) !== role);
    if (pin !== undefined && other !== undefined) return { pin, other };
  }
  return null;
}

/** MOSI of one thing on MISO of another: E. */
export const spiDir: Rule = {
  id: "spi-dir",
  check: (input) => {
    const parts = [...busesOf(input.graph).values()].flat();
    const findings = parts.flatMap((part): FindingDraft[] => {
      const found = opposed(part);
      if (found === null) return [];
      const { pin, other } = found;
      const [mosi, miso] = [pinWith(part, "mosi")?.ref, pinWith(part, "miso")?.ref];
      return [
        {
          severity: "E",
          message: say(input.language, {
            en: `The data lines of ${part.id} (${part.catalog?.name}) are crossed: ${pin.ref} meets ${other.ref}. MOSI goes to MOSI and MISO to MISO, unlike TX and RX.`,
            de: `Die Datenleitungen von ${part.id} (${part.catalog?.name}) sind vertauscht: ${pin.ref} trifft auf ${other.ref}. MOSI gehört an MOSI und MISO an MISO, anders als TX und RX.`,
          }),
          nets: netIdsOf(pin.node),
          pins: [pin.ref, other.ref],
          parts: [part.id, other.part.id],
          source: part.catalog?.datasheetUrl ?? "typical value",
          ...(mosi === undefined || miso === undefined
            ? {}
            : {
                fixes: [
                  {
                    label: say(input.language, {
                      en: `Exchange MOSI and MISO of ${part.id}`,
                      de: `MOSI und MISO von ${part.id} tauschen`,
                    }),
                    deltaCents: 0,
                    patch: [{ op: "swap-pins" as const, pins: pair(mosi, miso) }],
                  },
                ],
              }),
        },
      ];
    });
    const what = say(input.language, {
      en: "data of SPI runs the right way",
      de: "die Daten am SPI laufen richtig herum",
    });
    return report(findings, parts.length > 0 ? { what, parts: parts.map((part) => part.id) } : null);
  },
};
