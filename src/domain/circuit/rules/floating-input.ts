import type { SignalKind } from "../pins/signal-need.ts";
import { boardSignals, freePinFor, kindsWanted } from "./board-signals.ts";
import type { CircuitGraph, GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { groundPin, ownRailPin } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, say } from "./rule.ts";

/** What holds an input's level: anything but other inputs. A contact does while it is closed only. */
function holds(pin: GraphPin, self: GraphPart): boolean {
  const { catalog, part } = pin;
  if (part.catalog === null || catalog === null) return true;
  if (part === self) return false;
  return catalog.type !== "input" && catalog.type !== "nc" && !part.catalog.functions.includes("input-button");
}

function isHeld(node: GraphNode, self: GraphPart): boolean {
  if (isGround(node) || railVolts(node) !== null) return true;
  return node.pins.some((pin) => holds(pin, self));
}

interface Floating {
  part: GraphPart;
  pin: string;
  node: GraphNode | null;
  /** Where the datasheet wants it while nothing else is said. */
  to: "rail" | "ground";
}

/** Inputs of a bare chip that its datasheet wants at a level, and those of channels that nobody uses (CMOS). */
function mustBeHeld(part: GraphPart): Map<string, "rail" | "ground"> {
  const wanted = new Map<string, "rail" | "ground">();
  const isBare = part.catalog?.figures?.decouplingNanofarads !== undefined;
  for (const pin of part.catalog?.pins ?? []) if (isBare && pin.type === "input") wanted.set(pin.name, "ground");
  for (const tie of part.catalog?.ties ?? []) {
    const type = part.catalog?.pins.find((pin) => pin.name === tie.pin)?.type;
    if (type === "input" && tie.ohms === undefined) wanted.set(tie.pin, tie.to);
  }
  return wanted;
}

/** An input that is wired, if only to other inputs, and one that must be held and is not wired at all. */
function floatingOf(part: GraphPart): Floating[] {
  if (part.catalog === null || part.pins.length === 0) return [];
  const wanted = mustBeHeld(part);
  const groups = part.catalog.joined ?? [];
  return part.catalog.pins.flatMap((pin): Floating[] => {
    if (pin.type !== "input" || pin.roles.includes("scl")) return [];
    const same = groups.find((names) => names.includes(pin.name)) ?? [pin.name];
    const wired = part.pins.filter((each) => same.includes(each.catalog?.name ?? ""));
    const to = wanted.get(pin.name);
    // Modules pull what is left open.
    if (wired.length === 0)
      return to === undefined || same[0] !== pin.name ? [] : [{ part, pin: pin.name, node: null, to }];
    const node = wired[0]?.node;
    return node === undefined || isHeld(node, part) ? [] : [{ part, pin: pin.name, node, to: to ?? "ground" }];
  });
}

function fixFor(input: RuleInput, { part, pin, to, node }: Floating): FindingDraft["fixes"] {
  const at = to === "rail" ? ownRailPin(part)?.ref : groundPin(input.graph, part);
  if (at === undefined || node !== null) return [];
  const where = to === "rail" ? { en: "the supply", de: "die Versorgung" } : { en: "ground", de: "Masse" };
  return [
    {
      label: say(input.language, {
        en: `Wire ${part.id}:${pin} to ${where.en}`,
        de: `${part.id}:${pin} an ${where.de} legen`,
      }),
      deltaCents: 0,
      patch: [{ op: "join", pins: [at, `${part.id}:${pin}`] }],
    },
  ];
}

function openInput(input: RuleInput, floating: Floating): FindingDraft {
  const { part, pin, node } = floating;
  const fixes = fixFor(input, floating);
  return {
    severity: "W",
    message: say(input.language, {
      en: `Input ${pin} of ${part.id} (${part.catalog?.name}) hangs in the air: nothing gives it a level, so it picks up noise and the part does what it likes.`,
      de: `Eingang ${pin} von ${part.id} (${part.catalog?.name}) hängt in der Luft: nichts gibt ihm einen Pegel, er fängt Störungen auf, und das Teil tut, was es will.`,
    }),
    nets: node === null ? [] : netIdsOf(node),
    pins: [`${part.id}:${pin}`],
    parts: [part.id],
    measured: { value: 0, unit: "drivers" },
    limit: { value: 1, unit: "drivers" },
    source: part.catalog?.datasheetUrl ?? "typical value",
    ...(fixes === undefined || fixes.length === 0 ? {} : { fixes }),
  };
}

/** A pin with a pull-up inside, else a resistor to the board's own rail; where the board must not start with that pin high, only the former. */
function pullFixes(input: RuleInput, { board, pin, wants }: OpenContact): NonNullable<FindingDraft["fixes"]> {
  const kinds = wants.map(({ kind }) => kind);
  const free = freePinFor(board, kinds, input.usesWifi ?? true);
  const level = board.catalog?.board?.logicVolts ?? 0;
  const rail = board.pins.find((each) => Math.abs((railVolts(each.node) ?? 0) - level) < 0.35)?.ref;
  const move: NonNullable<FindingDraft["fixes"]> =
    free === null
      ? []
      : [
          {
            label: say(input.language, { en: `Move it to pin ${free.name}`, de: `Auf Pin ${free.name} verlegen` }),
            deltaCents: 0,
            patch: [{ op: "move-pin", part: board.id, pin: pin.name, to: free.name }],
          },
        ];
  if (rail === undefined || pin.catalog?.strap?.level === "low") return move;
  return [
    ...move,
    {
      label: say(input.language, { en: `Add 10k to pin ${pin.name}`, de: `10k an Pin ${pin.name} setzen` }),
      deltaCents: input.find("resistor")?.price.typicalCents ?? 0,
      patch: [{ op: "insert-part", catalogId: "resistor", between: [rail, pin.ref], ohms: 10_000 }],
    },
  ];
}

interface OpenContact {
  board: GraphPart;
  pin: GraphPin;
  by: GraphPin;
  wants: { kind: SignalKind; by: GraphPin }[];
}

/** Contacts on pins of a board that have no pull inside, without a resistor: the pin floats while the contact is open. */
function openContacts(graph: CircuitGraph): OpenContact[] {
  return boardSignals(graph).flatMap((signal) => {
    const { pin, board } = signal;
    const wants = kindsWanted(signal);
    const by = wants.find(({ kind }) => kind === "input-pull-up")?.by;
    const isPulled = pin.node.edges.some((edge) => edge.kind === "resistor");
    const canRead = pin.catalog?.roles.includes("digital") === true;
    const floats = pin.catalog?.roles.includes("no_pull") === true && canRead && !isPulled;
    return by === undefined || !floats ? [] : [{ board, pin, by, wants }];
  });
}

function openPin(input: RuleInput, contact: OpenContact): FindingDraft {
  const { board, pin, by } = contact;
  const fixes = pullFixes(input, contact);
  return {
    severity: "W",
    message: say(input.language, {
      en: `Pin ${pin.name} has no pull-up inside: while ${by.part.id} is open, it hangs in the air and reads by chance. Use a pin that has one, or put 10k from it to the supply.`,
      de: `Pin ${pin.name} hat innen keinen Pull-up: solange ${by.part.id} offen ist, hängt er in der Luft und liest Zufall. Nimm einen Pin, der einen hat, oder setze 10k von ihm an die Versorgung.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref, by.ref],
    parts: [board.id, by.part.id],
    measured: { value: 0, unit: "pull-ups" },
    limit: { value: 1, unit: "pull-ups" },
    source: board.catalog?.datasheetUrl ?? "typical value",
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

const inputsOf = (graph: CircuitGraph) =>
  graph.parts.filter((part) =>
    part.pins.some((pin) => pin.catalog?.type === "input" || pin.catalog?.gpio !== undefined),
  );

/** An input without driver, pull or firmware pull: W. */
export const floatingInput: Rule = {
  id: "floating-input",
  check: (input) => {
    const floating = input.graph.parts.filter((part) => part.catalog?.board === undefined).flatMap(floatingOf);
    const findings = [
      ...floating.map((each) => openInput(input, each)),
      ...openContacts(input.graph).map((each) => openPin(input, each)),
    ];
    const looked = inputsOf(input.graph);
    const what = say(input.language, { en: "every input has a level", de: "jeder Eingang hat einen Pegel" });
    return report(findings, looked.length > 0 ? { what, parts: looked.map((part) => part.id) } : null);
  },
};
