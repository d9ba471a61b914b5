import type { Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A net that names a part or a pin that does not exist: E. Pins of parts that the catalogue does not know are not judged. */
export const unknownPin: Rule = {
  id: "unknown-pin",
  check: ({ graph, language }) => ({
    findings: graph.unknownPins.map(({ ref, net, reason }) => ({
      severity: "E" as const,
      message:
        reason === "part"
          ? say(language, {
              en: `Net ${net} names ${ref}, but there is no such part.`,
              de: `Netz ${net} nennt ${ref}, aber es gibt kein solches Teil.`,
            })
          : say(language, {
              en: `Net ${net} names ${ref}, but the part has no such pin.`,
              de: `Netz ${net} nennt ${ref}, aber das Teil hat keinen solchen Pin.`,
            }),
      nets: [net],
      pins: [ref],
      parts: reason === "part" ? [] : [ref.slice(0, ref.indexOf(":"))],
    })),
    passed: null,
  }),
};

/** Two parts or two nets with one id: E. Of two parts the first counts in the other rules; two nets are taken as one. */
export const duplicateId: Rule = {
  id: "duplicate-id",
  check: ({ graph, language }) => ({
    findings: graph.duplicateIds.map(({ id, of }) => ({
      severity: "E" as const,
      message: say(language, {
        en: `Two ${of}s have the id ${id}: give each its own.`,
        de: `Zwei ${of === "part" ? "Teile" : "Netze"} haben die Kennung ${id}: gib jedem seine eigene.`,
      }),
      nets: of === "net" ? [id] : [],
      pins: [],
      parts: of === "part" ? [id] : [],
    })),
    passed: null,
  }),
};
