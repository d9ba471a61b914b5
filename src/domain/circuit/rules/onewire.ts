import { ohmsText } from "../wiring/e24.ts";
import type { GraphPart, GraphPin } from "./circuit-graph.ts";
import { netIdsOf, otherEnd } from "./circuit-graph.ts";
import { ownRailPin } from "./fix-places.ts";
import { railVolts } from "./levels.ts";
import type { FindingDraft, Rule, RuleInput } from "./rule.ts";
import { report, say } from "./rule.ts";

/** Greatest pull-up with which a short line still rises in time, and the least that a sensor surely pulls low (4 mA at 0.4 V from 5 V). */
const mostOhms = 10_000;
const leastOhms = 1_150;
const usualOhms = 4_700;
const source =
  "Maxim DS18B20 datasheet: external pull-up of 4.7 kohm, IOL 4 mA at 0.4 V; up to 10 kohm on short wires: typical value";

interface DataLine {
  part: GraphPart;
  data: GraphPin;
  /** All pull-ups together; infinite where there is none. */
  ohms: number;
}

function dataLine(part: GraphPart): DataLine | null {
  const { catalog } = part;
  const data = part.pins.find((pin) => pin.catalog?.type === "open_drain" && pin.catalog.roles.includes("data"));
  if (catalog?.interface !== "onewire" || data === undefined || catalog.figures?.pullUpOhms !== undefined) return null;
  // A module on the same line brings its own pull-up; an unknown part may.
  const brings = data.node.pins.some(
    (pin) => pin.part.catalog === null || pin.part.catalog.figures?.pullUpOhms !== undefined,
  );
  if (brings) return null;
  const siemens = data.node.edges
    .filter(
      (edge) => edge.kind === "resistor" && edge.from !== edge.to && railVolts(otherEnd(edge, data.node)) !== null,
    )
    .reduce((sum, edge) => sum + 1 / Math.max(edge.ohms ?? usualOhms, 0.001), 0);
  return { part, data, ohms: siemens === 0 ? Number.POSITIVE_INFINITY : 1 / siemens };
}

const dataNames = ({ part }: DataLine) => `${part.id} (${part.catalog?.name})`;

function messageOf(line: DataLine): { en: string; de: string } {
  const name = dataNames(line);
  if (!Number.isFinite(line.ohms)) {
    return {
      en: `The data line of ${name} has no pull-up: the sensor only pulls it low, so it is never high and nothing is read. Put 4.7k from data to the supply.`,
      de: `Die Datenleitung von ${name} hat keinen Pull-up: der Sensor zieht sie nur auf low, sie ist also nie high, und es wird nichts gelesen. Setze 4,7k von Daten an die Versorgung.`,
    };
  }
  const has = ohmsText(Math.round(line.ohms));
  const isStrong = line.ohms < leastOhms;
  return {
    en: `The pull-up on the data line of ${name} is ${has}: ${isStrong ? "the sensor cannot pull it low" : "the line rises too slowly"}. Take 4.7k.`,
    de: `Der Pull-up an der Datenleitung von ${name} hat ${has}: ${isStrong ? "der Sensor kann sie nicht auf low ziehen" : "die Leitung steigt zu langsam"}. Nimm 4,7k.`,
  };
}

function figuresOf({ ohms }: DataLine): Pick<FindingDraft, "measured" | "limit"> {
  if (!Number.isFinite(ohms))
    return { measured: { value: 0, unit: "pull-ups" }, limit: { value: 1, unit: "pull-ups" } };
  const limit = ohms < leastOhms ? leastOhms : mostOhms;
  return { measured: { value: Math.round(ohms), unit: "ohm" }, limit: { value: limit, unit: "ohm" } };
}

function fixOf({ find, language }: RuleInput, { part, data, ohms }: DataLine): NonNullable<FindingDraft["fixes"]> {
  const rail = ownRailPin(part)?.ref;
  const [only, second] = data.node.edges.filter(({ kind }) => kind === "resistor");
  if (ohms < leastOhms && only !== undefined && second === undefined) {
    return [
      {
        label: say(language, { en: `Take 4.7k for ${only.part.id}`, de: `4,7k für ${only.part.id} nehmen` }),
        deltaCents: 0,
        patch: [{ op: "set-ohms", part: only.part.id, ohms: usualOhms }],
      },
    ];
  }
  if (rail === undefined || ohms < leastOhms) return [];
  return [
    {
      label: say(language, { en: `Add 4.7k to ${data.ref}`, de: `4,7k an ${data.ref} setzen` }),
      deltaCents: find("resistor")?.price.typicalCents ?? 0,
      patch: [{ op: "insert-part", catalogId: "resistor", between: [rail, data.ref], ohms: usualOhms }],
    },
  ];
}

/** 1-Wire data without its pull-up, or with one that is too weak or too strong: W. Modules have theirs. */
export const onewire: Rule = {
  id: "onewire",
  check: (input) => {
    const { graph, language } = input;
    const lines = graph.parts.flatMap((part) => dataLine(part) ?? []);
    const findings = lines
      .filter(({ ohms }) => ohms > mostOhms * 1.01 || ohms < leastOhms * 0.99)
      .map((line): FindingDraft => {
        const fixes = fixOf(input, line);
        return {
          severity: "W",
          message: say(language, messageOf(line)),
          nets: netIdsOf(line.data.node),
          pins: [line.data.ref],
          parts: [line.part.id],
          ...figuresOf(line),
          source,
          ...(fixes.length === 0 ? {} : { fixes }),
        };
      });
    if (lines.length === 0) return report(findings, null);
    const what = say(language, { en: "1-Wire data is pulled up", de: "1-Wire-Daten sind hochgezogen" });
    return report(findings, {
      what,
      parts: lines.map(({ part }) => part.id),
      measured: { value: Math.round(Math.min(...lines.map(({ ohms }) => ohms))), unit: "ohm" },
      limit: { value: mostOhms, unit: "ohm" },
    });
  },
};
