import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A finding names this many unknown parts; the rest are counted. */
const namedAtMost = 6;

/** Parts that the catalogue does not know, and a circuit without any wire: W that says what was not checked. */
export const notChecked: Rule = {
  id: "not-checked",
  check: ({ graph, language }) => {
    const unknown = graph.parts.filter((part) => part.catalog === null).map((part) => part.id);
    const findings: FindingDraft[] = [];
    const draft = { severity: "W" as const, nets: [], pins: [] };
    if (unknown.length > 0) {
      const rest = unknown.length - namedAtMost;
      const names = unknown.slice(0, namedAtMost).join(", ");
      const more = { en: rest > 0 ? ` and ${rest} more` : "", de: rest > 0 ? ` und ${rest} weitere` : "" };
      findings.push({
        ...draft,
        message: say(language, {
          en: `${names}${more.en}: not in my catalogue, so supply, levels, currents and pins of ${unknown.length === 1 ? "this part" : "these parts"} were not checked.`,
          de: `${names}${more.de}: nicht in meinem Katalog, daher wurden Versorgung, Pegel, Ströme und Pins ${unknown.length === 1 ? "dieses Teils" : "dieser Teile"} nicht geprüft.`,
        }),
        parts: unknown.slice(0, namedAtMost),
      });
    }
    if (graph.nodes.every((node) => node.pins.length === 0)) {
      findings.push({
        ...draft,
        message: say(language, {
          en: "No pin is joined with another one: there was no wiring to check.",
          de: "Kein Pin ist mit einem anderen verbunden: es gab keine Verdrahtung zu prüfen.",
        }),
        parts: [],
      });
    }
    return { findings, passed: null };
  },
};
