import type { CatalogPart } from "../catalogue-part.ts";
import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import { boardPinsOn, groundPin, joinFix } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, say } from "./rule.ts";
import type { FixDraft } from "./supply-fixes.ts";

const endTypes = new Set(["passive", "anode", "cathode", "power_out", "ground"]);

/** More pins than a part with two ends has, copies included. */
const mostPins = 8;

/** The pins at each of a part's two ends, those that it joins inside as one end; null for a part with more or fewer. */
function endsOf(part: CatalogPart): [string[], string[]] | null {
  if (part.pins.length > mostPins) return null;
  const wired = part.pins.filter((pin) => pin.type !== "nc");
  if (wired.some((pin) => !endTypes.has(pin.type))) return null;
  const groups: string[][] = [];
  for (const { name } of wired) {
    const group = part.joined?.find((names) => names.includes(name)) ?? [name];
    if (!groups.some((each) => each.includes(name))) groups.push(group);
  }
  const [first, second, third] = groups;
  return first === undefined || second === undefined || third !== undefined ? null : [first, second];
}

interface TwoTerminal {
  part: GraphPart;
  ends: [GraphPin[], GraphPin[]];
}

function twoTerminal(part: GraphPart): TwoTerminal | null {
  const ends = part.catalog === null ? null : endsOf(part.catalog);
  if (ends === null) return null;
  const pins = (names: string[]) => part.pins.filter((pin) => names.includes(pin.catalog?.name ?? ""));
  return { part, ends: [pins(ends[0]), pins(ends[1])] };
}

/** Whether an end leads to anything but the part itself. */
const leadsOn = (end: GraphPin[]) => end.some((pin) => pin.node.pins.some((other) => other.part !== pin.part));

const takeOut = ({ language }: RuleInput, parts: readonly GraphPart[]): FixDraft => ({
  label: say(language, {
    en: `Take ${parts.map((part) => part.id).join(" and ")} out`,
    de: `${parts.map((part) => part.id).join(" und ")} herausnehmen`,
  }),
  deltaCents: -parts.reduce((sum, part) => sum + (part.design.owned ? 0 : (part.catalog?.price.typicalCents ?? 0)), 0),
  patch: parts.map((part) => ({ op: "remove-part", part: part.id })),
});

/** The part and what hangs on nothing but it, such as the resistor before an LED. */
function chainFrom({ part, ends }: TwoTerminal): GraphPart[] {
  const others = new Set((ends.find(leadsOn) ?? []).flatMap(({ node }) => node.pins.map((pin) => pin.part)));
  others.delete(part);
  const [only, more] = others;
  return only === undefined || more !== undefined || twoTerminal(only) === null || only.catalog?.supply !== undefined
    ? [part]
    : [part, only];
}

/** The name of a part's open end, wired or not. */
function openName({ part, ends }: TwoTerminal): string | undefined {
  const at = ends.findIndex((end) => !leadsOn(end));
  return (part.catalog === null ? null : endsOf(part.catalog))?.[at]?.[0];
}

const isOnGround = (end: GraphPin[]) => end.some(({ node }) => isGround(node));
const hasResistor = ({ node }: GraphPin) => node.edges.some(({ kind }) => kind === "resistor");

/** An LED's open cathode belongs to ground, over a resistor where none is in its anode; so do the minus of a capacitor and the far side of a button. */
function toGround(input: RuleInput, open: TwoTerminal): FixDraft[] {
  const { part, ends } = open;
  const name = openName(open);
  const wired = ends.find(leadsOn)?.[0];
  if (name === undefined || wired === undefined || isGround(wired.node)) return [];
  const family = part.catalog?.functions ?? [];
  const isLed = wired.catalog?.type === "anode" && family.includes("show-light");
  const isCapacitor = part.catalog?.edge?.kind === "capacitor" && name !== "+" && railVolts(wired.node) !== null;
  const isButton = family.includes("input-button") && boardPinsOn(wired.node).length > 0;
  const ground = isLed || isCapacitor || isButton ? groundPin(input.graph, part) : undefined;
  if (ground === undefined) return [];
  const end = `${part.id}:${name}`;
  const needsResistor = isLed && !hasResistor(wired);
  return [
    {
      label: say(input.language, {
        en: `Wire ${end} to ground${needsResistor ? " over 330 ohm" : ""}`,
        de: `${end} ${needsResistor ? "über 330 Ohm " : ""}an Masse anschließen`,
      }),
      deltaCents: needsResistor ? (input.find("resistor")?.price.typicalCents ?? 0) : 0,
      patch: [
        needsResistor
          ? { op: "insert-part", catalogId: "resistor", between: pair(end, ground), ohms: 330 }
          : { op: "join", pins: pair(ground, end) },
      ],
    },
  ];
}

const mostOpen = 8;

/** A resistor with an open end and an LED with an open anode (or a cathode, where the resistor goes to ground) belong together. */
function toFellow(input: RuleInput, open: TwoTerminal, all: readonly TwoTerminal[]): FixDraft[] {
  // Among many open ends nothing tells which belong together.
  if (all.length > mostOpen) return [];
  const isResistor = ({ part }: TwoTerminal) => part.catalog?.edge?.kind === "resistor";
  const fellows = all.filter((each) => each !== open && isResistor(each) !== isResistor(open));
  const [fellow, another] = fellows;
  if (fellow === undefined || another !== undefined) return [];
  const [led, resistor] = isResistor(open) ? [fellow, open] : [open, fellow];
  const [ledEnd, resistorEnd] = [openName(led), openName(resistor)];
  const ledType = led.part.catalog?.pins.find(({ name }) => name === ledEnd)?.type;
  const goesDown = isOnGround(resistor.ends.find(leadsOn) ?? []);
  if (ledType !== (goesDown ? "cathode" : "anode") || resistorEnd === undefined) return [];
  const pins = pair(`${resistor.part.id}:${resistorEnd}`, `${led.part.id}:${ledEnd}`);
  return joinFix(
    say(input.language, { en: `Wire ${pins[0]} to ${pins[1]}`, de: `${pins[0]} mit ${pins[1]} verbinden` }),
    ...pins,
  );
}

/** A part with two ends of which one leads nowhere: I. A part that nothing is wired to is only not used. */
export const dangling: Rule = {
  id: "dangling",
  check: (input) => {
    const { graph, language } = input;
    const open = graph.parts
      .flatMap((part) => twoTerminal(part) ?? [])
      .filter(({ ends }) => ends.filter((end) => !leadsOn(end)).length === 1);
    const findings = open.map((each): FindingDraft => {
      const { part } = each;
      const pins = part.pins.map((pin) => pin.ref);
      return {
        severity: "I",
        message: say(language, {
          en: `Only one end of ${part.id} (${part.catalog?.name}) is wired: no current flows through it. Wire the other end, or take it out.`,
          de: `Nur ein Ende von ${part.id} (${part.catalog?.name}) ist angeschlossen: es fließt kein Strom hindurch. Schließe das andere Ende an oder nimm das Teil heraus.`,
        }),
        nets: netIdsOf(...part.pins.map((pin) => pin.node)),
        pins,
        parts: [part.id],
        measured: { value: 1, unit: "ends" },
        limit: { value: 2, unit: "ends" },
        source: "a current needs a way in and a way out",
        fixes: [...toFellow(input, each, open), ...toGround(input, each), takeOut(input, chainFrom(each))],
      };
    });
    return report(findings, null);
  },
};

const nodesOf = (end: GraphPin[]): GraphNode[] => end.map((pin) => pin.node);

/** Both ends of a part on one net: W. It is bridged and does nothing; a button so wired is always pressed. */
export const shortedPart: Rule = {
  id: "shorted-part",
  check: (input) => {
    const { graph, language } = input;
    const parts = graph.parts.flatMap((part) => twoTerminal(part) ?? []);
    const findings = parts.flatMap(({ part, ends: [first, second] }): FindingDraft[] => {
      const shared = nodesOf(first).find((node) => nodesOf(second).includes(node));
      // A supply whose plus meets its minus is a short circuit, which is a rule of its own.
      if (shared === undefined || part.pins.some((pin) => pin.catalog?.type === "power_out")) return [];
      return [
        {
          severity: "W",
          message: say(language, {
            en: `Both ends of ${part.id} (${part.catalog?.name}) are on one net: the wire bridges it and it does nothing. On a breadboard, put its legs into different rows.`,
            de: `Beide Enden von ${part.id} (${part.catalog?.name}) liegen an einem Netz: der Draht überbrückt es, und es tut nichts. Stecke seine Beine auf dem Steckbrett in verschiedene Reihen.`,
          }),
          nets: netIdsOf(shared),
          pins: [...first, ...second].map((pin) => pin.ref),
          parts: [part.id],
          measured: { value: 1, unit: "nets" },
          limit: { value: 2, unit: "nets" },
          source: "two ends at one potential carry no current",
          fixes: [takeOut(input, [part])],
        },
      ];
    });
    return report(findings, null);
  },
};
