import type { GraphNode, GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { groundPin } from "./fix-places.ts";
import { isGround, railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { pair, report, say } from "./rule.ts";

interface Need {
  part: GraphPart;
  pin: GraphPin;
  /** Least capacity in nF that must lie at the pin. */
  nanofarads: number;
  catalogId: string;
  severity: "W" | "I";
  en: string;
  de: string;
  source: string;
}

const bulk = "capacitor-electrolytic";

const needsOf: ((part: GraphPart, pin: Omit<GraphPin, "node">) => Omit<Need, "part" | "pin"> | null)[] = [
  ({ catalog }) => {
    const nanofarads = catalog?.figures?.decouplingNanofarads;
    if (nanofarads === undefined) return null;
    const en = "a bare chip has none of its own, and its switching disturbs its own supply";
    const de = "ein bloßer Chip bringt keinen mit, und sein Schalten stört seine eigene Versorgung";
    const source = catalog?.sources.figures ?? "typical value";
    return { nanofarads, catalogId: "capacitor-ceramic", severity: "I", en, de, source };
  },
  ({ catalog }) => {
    const nanofarads = catalog?.figures?.bulkNanofarads;
    if (nanofarads === undefined) return null;
    const en = "a radio takes its current in bursts, and without it many send nothing at all";
    const de = "ein Funkmodul nimmt seinen Strom in Stößen, und ohne ihn senden viele gar nicht";
    return {
      nanofarads,
      catalogId: "capacitor-10uf",
      severity: "W",
      en,
      de,
      source: catalog?.sources.figures ?? "typical value",
    };
  },
  ({ catalog }, pin) => {
    if (catalog?.id !== "a4988" || pin.name !== "VMOT") return null;
    const en = "the spikes of long motor wires destroy the driver without it";
    const de = "die Spitzen langer Motorleitungen zerstören sonst den Treiber";
    return {
      nanofarads: 100_000,
      catalogId: bulk,
      severity: "W",
      en,
      de,
      source: "Pololu A4988 carrier: at least 47 uF across motor power; 100 uF: typical value",
    };
  },
  ({ catalog }) => {
    if (!catalog?.functions.some((id) => id === "show-pixels" || id === "act-servo")) return null;
    const en = "it takes its current in jumps, which the supply's wires do not follow";
    const de = "es nimmt seinen Strom in Sprüngen, denen die Zuleitung nicht folgt";
    const source = catalog.functions.includes("act-servo")
      ? "Arduino Projects Book, project 5: 100 uF across a servo's supply"
      : "Adafruit NeoPixel Uberguide, Best Practices: a large capacitor across the supply, 500 to 1000 uF; least: typical value";
    return { nanofarads: 100_000, catalogId: bulk, severity: "I", en, de, source };
  },
];

/** Capacity between a node and ground, in nF. */
function nanofaradsAt(node: GraphNode): number {
  return node.edges
    .filter((edge) => edge.kind === "capacitor" && isGround(otherEnd(edge, node)))
    .reduce((sum, { part }) => {
      const { value } = part.design;
      return sum + (value?.kind === "farads" ? value.nanofarads : (part.catalog?.figures?.nanofarads ?? 0));
    }, 0);
}

function wanted(part: GraphPart): Need[] {
  return part.pins.flatMap((pin) => {
    if (pin.catalog?.type !== "power_in" || railVolts(pin.node) === null) return [];
    return needsOf.flatMap((needOf) => {
      const need = needOf(part, pin);
      return need === null ? [] : [{ ...need, part, pin }];
    });
  });
}

/** Catalogue ids of the capacitors that a supply pin needs beside it; none for a pin that is none. */
export const capacitorsNeededAt = (pin: Omit<GraphPin, "node">): string[] =>
  pin.catalog?.type === "power_in" ? needsOf.flatMap((needOf) => needOf(pin.part, pin)?.catalogId ?? []) : [];

const capacityText = (nanofarads: number) => (nanofarads >= 1000 ? `${nanofarads / 1000} uF` : `${nanofarads} nF`);

function finding(input: RuleInput, need: Need): FindingDraft {
  const { part, pin, nanofarads } = need;
  const ground = groundPin(input.graph, part);
  const text = capacityText(nanofarads);
  const capacitor = input.find(need.catalogId);
  return {
    severity: need.severity,
    message: say(input.language, {
      en: `${part.id} (${part.catalog?.name}) has no capacitor of ${text} at ${pin.name}: ${need.en}. Put one right at its supply pins.`,
      de: `${part.id} (${part.catalog?.name}) hat keinen Kondensator von ${text} an ${pin.name}: ${need.de}. Setze einen direkt an seine Versorgungspins.`,
    }),
    nets: netIdsOf(pin.node),
    pins: [pin.ref],
    parts: [part.id],
    measured: { value: nanofaradsAt(pin.node), unit: "nF" },
    limit: { value: nanofarads, unit: "nF" },
    source: need.source,
    ...(ground === undefined || capacitor === undefined
      ? {}
      : {
          fixes: [
            {
              label: say(input.language, { en: `Add ${capacitor.name}`, de: `${capacitor.name} hinzufügen` }),
              deltaCents: capacitor.price.typicalCents,
              patch: [
                {
                  op: "insert-part" as const,
                  catalogId: need.catalogId,
                  between: pair(pin.ref, ground),
                },
              ],
            },
          ],
        }),
  };
}

/**
 * A bare chip without 100 nF, a strip or servo without a bulk capacitor: I; a radio or stepper driver without its own: W. Modules bring
 * theirs; one capacitor serves what shares its rail.
 */
export const decoupling: Rule = {
  id: "decoupling",
  check: (input) => {
    const needs = input.graph.parts.flatMap(wanted);
    const short = needs.filter((need) => nanofaradsAt(need.pin.node) < need.nanofarads);
    const findings = short.map((need) => finding(input, need));
    const what = say(input.language, {
      en: "capacitors are where they are needed",
      de: "Kondensatoren sitzen, wo sie nötig sind",
    });
    return report(findings, needs.length > 0 ? { what, parts: [...new Set(needs.map(({ part }) => part.id))] } : null);
  },
};
