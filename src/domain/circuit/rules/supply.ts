import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { groundPin, joinFix } from "./fix-places.ts";
import { railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";
import { refeedFix } from "./supply-fixes.ts";

const pinsOf = (part: GraphPart, type: "power_in" | "ground") => part.pins.filter((pin) => pin.catalog?.type === type);
const needs = (part: GraphPart, type: "power_in" | "ground") =>
  part.catalog?.pins.some((pin) => pin.type === type) ?? false;

/** A rail is alive when a source feeds it, or when a part is on it that may be one: an unknown one, a board whose input carries the USB supply. */
const alive = ({ node }: GraphPin) =>
  railVolts(node) !== null ||
  node.pins.some((other) => other.part.catalog === null || other.catalog?.passesUsb === true) ||
  // A resistor in the supply wire is odd and no cut.
  node.edges.some((edge) => edge.kind === "resistor" && railVolts(otherEnd(edge, node)) !== null);

/** Chargers get their supply from a socket of their own, boards by USB. */
const hasOwnSocket = (part: GraphPart) => part.catalog?.board !== undefined || part.catalog?.battery !== undefined;

function supplied(part: GraphPart): boolean {
  const pins = pinsOf(part, "power_in");
  if (part.catalog?.family !== "logic") return pins.some(alive);
  const wanted = part.catalog.pins.filter((pin) => pin.type === "power_in").length;
  return pins.length >= wanted && pins.every(alive);
}

/** Whether a supply pin lies nowhere, or among other supply pins and capacitors only: a rail that has lost its source, and wants it back. */
function mayStay(part: GraphPart, name: string): boolean {
  const pin = part.pins.find((each) => each.catalog?.name === name);
  return (
    pin?.node.pins.every(
      (each) => each.catalog?.type === "power_in" || each.part.catalog?.edge?.kind === "capacitor",
    ) ?? true
  );
}

/** A source of the circuit that the part takes, at its first supply pin. */
function supplyFix(input: RuleInput, part: GraphPart): FixDraft[] {
  const catalog = part.catalog?.pins.find((each) => each.type === "power_in");
  const given = catalog?.volts;
  const range = given === undefined ? part.catalog?.supplyVolts : { min: given * 0.95, max: given * 1.05 };
  if (catalog === undefined || range == null || part.catalog?.family === "logic") return [];
  const pin = { ref: `${part.id}:${catalog.name}`, name: catalog.name, part, catalog };
  return refeedFix(input, pin, { range, stays: mayStay(part, catalog.name) });
}

/** A part that needs a supply and has none: E. A board may be fed by its USB socket. */
export const missingSupply: Rule = {
  id: "missing-supply",
  check: (input) => {
    const { graph, language } = input;
    const active = graph.parts.filter((part) => needs(part, "power_in") && !hasOwnSocket(part));
    const findings = active
      .filter((part) => !supplied(part))
      .map((part): FindingDraft => {
        const name = part.catalog?.name ?? part.id;
        const wanted = part.catalog?.pins.filter((pin) => pin.type === "power_in").map((pin) => pin.name) ?? [];
        const fixes = supplyFix(input, part);
        return {
          ...(fixes.length === 0 ? {} : { fixes }),
          source: part.catalog?.sources.supplyVolts ?? "typical value",
          severity: "E",
          message: say(language, {
            en: `${part.id} (${name}) gets no power: no supply reaches its pin ${wanted.join(" or ")}.`,
            de: `${part.id} (${name}) bekommt keinen Strom: keine Versorgung erreicht seinen Anschluss ${wanted.join(" oder ")}.`,
          }),
          nets: netIdsOf(...pinsOf(part, "power_in").map((pin) => pin.node)),
          pins: wanted.map((pin) => `${part.id}:${pin}`),
          parts: [part.id],
        };
      });
    const what = say(language, {
      en:
        active.length === 1
          ? "the part that needs a supply has one"
          : `all ${active.length} parts that need a supply have one`,
      de:
        active.length === 1
          ? "das Teil, das eine Versorgung braucht, hat eine"
          : `alle ${active.length} Teile, die eine Versorgung brauchen, haben eine`,
    });
    const passed = findings.length === 0 && active.length > 0 ? { what, parts: active.map((part) => part.id) } : null;
    return { findings, passed };
  },
};

/** A part that needs ground and has none: E. A board that nothing is wired to needs none. */
export const missingGround: Rule = {
  id: "missing-gnd",
  check: ({ graph, language }: RuleInput) => {
    const active = graph.parts.filter((part) => needs(part, "ground") && part.pins.length > 0);
    const findings = active
      .filter((part) => pinsOf(part, "ground").length === 0)
      .map((part): FindingDraft => {
        const ground = part.catalog?.pins.find((pin) => pin.type === "ground")?.name ?? "GND";
        const at = groundPin(graph, part);
        const label = say(language, {
          en: `Wire ${part.id}:${ground} to ground`,
          de: `${part.id}:${ground} an Masse legen`,
        });
        return {
          ...(at === undefined ? {} : { fixes: joinFix(label, at, `${part.id}:${ground}`) }),
          source: part.catalog?.datasheetUrl ?? "typical value",
          severity: "E",
          message: say(language, {
            en: `${part.id} (${part.catalog?.name ?? ""}) has no ground: nothing flows without a wire from ${ground} back to the supply.`,
            de: `${part.id} (${part.catalog?.name ?? ""}) hat keine Masse: ohne Draht von ${ground} zurück zur Versorgung fließt nichts.`,
          }),
          nets: [],
          pins: [`${part.id}:${ground}`],
          parts: [part.id],
        };
      });
    const what = say(language, {
      en: active.length === 1 ? "the part has ground" : `all ${active.length} parts have ground`,
      de: active.length === 1 ? "das Teil hat Masse" : `alle ${active.length} Teile haben Masse`,
    });
    const passed = findings.length === 0 && active.length > 0 ? { what, parts: active.map((part) => part.id) } : null;
    return { findings, passed };
  },
};
