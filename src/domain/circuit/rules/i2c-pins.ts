import type { BoardSignal } from "./board-signals.ts";
import { boardSignals } from "./board-signals.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { lineRoleOf } from "./i2c-lines.ts";
import type { PinProblem } from "./pin-capability.ts";
import { pinFinding } from "./pin-capability.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, say } from "./rule.ts";

/** A bus line needs a pin that the silicon joins with its I2C unit; on an AVR only two have one, on an RP2040 every second. */
function wrongBusPin(signal: BoardSignal): PinProblem | null {
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
function splitBus(signal: BoardSignal): PinProblem | null {
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

/** SDA and SCL of a part, exchanged, are one swap away from right. */
function swapFix(input: RuleInput, part: GraphPart): NonNullable<FindingDraft["fixes"]> {
  const line = (role: "sda" | "scl") => part.pins.find((pin) => lineRoleOf(pin) === role)?.ref;
  const [sda, scl] = [line("sda"), line("scl")];
  if (sda === undefined || scl === undefined) return [];
  return [
    {
      label: say(input.language, {
        en: `Exchange SDA and SCL of ${part.id}`,
        de: `SDA und SCL von ${part.id} tauschen`,
      }),
      deltaCents: 0,
      patch: [{ op: "swap-pins", pins: [sda, scl] }],
    },
  ];
}

/** The part whose lines lie the other way round than those of the other things on its two nets: other parts, or the board's own bus. */
function crossedOn(node: GraphNode): { part: GraphPart; pin: GraphPin; other: GraphPin } | null {
  const lines = node.pins.flatMap((pin) => {
    const role = lineRoleOf(pin) ?? boardRole(pin);
    return role === null ? [] : [{ pin, role, isBoard: pin.part.catalog?.board !== undefined }];
  });
  const [first] = [...lines].sort((a, b) => Number(b.isBoard) - Number(a.isBoard));
  const crossed = lines.find(({ role, isBoard }) => !isBoard && role !== first?.role);
  return first === undefined || crossed === undefined
    ? null
    : { part: crossed.pin.part, pin: crossed.pin, other: first.pin };
}

/** Which line of the board's default bus a pin is. */
function boardRole({ part, catalog }: GraphPin): "sda" | "scl" | null {
  const bus = part.catalog?.board?.i2c;
  if (bus === undefined || catalog?.gpio === undefined) return null;
  if (catalog.gpio === bus.sda) return "sda";
  return catalog.gpio === bus.scl ? "scl" : null;
}

/** On a board that joins any pin with its I2C unit, one default pin used for the other line is firmware's choice; both are a mistake. */
function crossedParts(graph: CircuitGraph): { part: GraphPart; pins: [GraphPin, GraphPin] }[] {
  const seen = new Map<GraphPart, { pin: GraphPin; other: GraphPin }[]>();
  for (const node of graph.nodes) {
    const crossed = crossedOn(node);
    if (crossed !== null) seen.set(crossed.part, [...(seen.get(crossed.part) ?? []), crossed]);
  }
  return [...seen].flatMap(([part, both]) => {
    const [first, second] = both;
    if (first === undefined) return [];
    const byBoard = both.every(({ other }) => other.part.catalog?.board !== undefined);
    if (byBoard && second === undefined) return [];
    return [{ part, pins: [first.pin, first.other] }];
  });
}

function crossedFinding(
  input: RuleInput,
  { part, pins: [pin, other] }: { part: GraphPart; pins: [GraphPin, GraphPin] },
): FindingDraft {
  const fixes = swapFix(input, part);
  return {
    severity: "E",
    message: say(input.language, {
      en: `SDA and SCL of ${part.id} are crossed: ${pin.ref} lies on one line with ${other.ref}. The bus stays silent. Exchange the two wires.`,
      de: `SDA und SCL von ${part.id} sind vertauscht: ${pin.ref} liegt an einer Leitung mit ${other.ref}. Der Bus bleibt stumm. Tausche die beiden Drähte.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref, other.ref],
    parts: [...new Set([part.id, other.part.id])],
    source: "I2C-bus specification UM10204, 3.1.1: SDA to SDA, SCL to SCL",
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** SDA and SCL crossed, on pins that cannot be them, or of two units: E. */
export const i2cPins: Rule = {
  id: "i2c-pins",
  check: (input) => {
    const signals = boardSignals(input.graph).filter((signal) => signal.bus.length > 0);
    const crossed = crossedParts(input.graph);
    const isCrossed = (signal: BoardSignal) => crossed.some(({ part }) => signal.bus.some((pin) => pin.part === part));
    const findings = [
      ...crossed.map((each) => crossedFinding(input, each)),
      ...signals.flatMap((signal) => {
        const problem = isCrossed(signal) ? null : (wrongBusPin(signal) ?? splitBus(signal));
        return problem === null ? [] : [busFinding(input, signal, problem)];
      }),
    ];
    const what = say(input.language, {
      en: "SDA and SCL are on pins of one bus",
      de: "SDA und SCL liegen an Pins eines Busses",
    });
    return report(
      findings,
      signals.length > 0 ? { what, parts: [...new Set(signals.map(({ board }) => board.id))] } : null,
    );
  },
};

/** The board's own pin for the line, where it is free or already carries the same line. */
function busFinding(input: RuleInput, signal: BoardSignal, problem: PinProblem): FindingDraft {
  const { fixes: _, ...draft } = pinFinding(input, signal, problem);
  const role = problem.by === null ? null : lineRoleOf(problem.by);
  const bus = signal.board.catalog?.board?.i2c;
  const to = role === null || bus === undefined ? undefined : bus[role];
  const isTaken = signal.board.pins.some((pin) => pin.catalog?.gpio === to);
  const target = signal.board.catalog?.pins.find((pin) => pin.gpio === to)?.name;
  if (target === undefined || isTaken) return draft;
  return {
    ...draft,
    fixes: [
      {
        label: say(input.language, { en: `Move it to pin ${target}`, de: `Auf Pin ${target} verlegen` }),
        deltaCents: 0,
        patch: [{ op: "move-pin", part: signal.board.id, pin: signal.pin.name, to: target }],
      },
    ],
  };
}
