import type { CatalogPart } from "../catalogue-part.ts";
import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf } from "./circuit-graph.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { report, say } from "./rule.ts";

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

/** A part with two ends of which one leads nowhere: I. A part that nothing is wired to is only not used. */
export const dangling: Rule = {
  id: "dangling",
  check: ({ graph, language }) => {
    const parts = graph.parts.flatMap((part) => twoTerminal(part) ?? []);
    const findings = parts.flatMap(({ part, ends }): FindingDraft[] => {
      const open = ends.filter((end) => !leadsOn(end));
      if (open.length !== 1) return [];
      const pins = part.pins.map((pin) => pin.ref);
      return [
        {
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
        },
      ];
    });
    return report(findings, null);
  },
};

const nodesOf = (end: GraphPin[]): GraphNode[] => end.map((pin) => pin.node);

/** Both ends of a part on one net: W. It is bridged and does nothing; a button so wired is always pressed. */
export const shortedPart: Rule = {
  id: "shorted-part",
  check: ({ graph, language }) => {
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
          fixes: [
            {
              label: say(language, { en: `Take ${part.id} out`, de: `${part.id} herausnehmen` }),
              deltaCents: -(part.design.owned ? 0 : (part.catalog?.price.typicalCents ?? 0)),
              patch: [{ op: "remove-part", part: part.id }],
            },
          ],
        },
      ];
    });
    return report(findings, null);
  },
};
