import type { SpokenLanguage } from "../lists.ts";
import type { GraphPart } from "./circuit-graph.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** Above this, touching a live part is dangerous: IEC 61140, extra-low voltage 60 V of ripple-free direct current. */
const dangerousVolts = 60;

/** A transistor joins its load with the board: at the mains that kills. */
const withoutContacts = (part: GraphPart, language: SpokenLanguage): FindingDraft => ({
  severity: "E",
  message: say(language, {
    en: `${part.id} (${part.catalog?.name}) is a transistor: it does not part the board from what it switches, and at the mains that kills. Use a relay module.`,
    de: `${part.id} (${part.catalog?.name}) ist ein Transistor: er trennt das Board nicht von dem, was er schaltet, und am Netz ist das lebensgefährlich. Nimm ein Relaismodul.`,
  }),
  nets: [],
  pins: [],
  parts: [part.id],
  source: "IEC 61140: protective separation of extra-low voltage",
});

/** Any mains load, asked for or in the circuit: W, so that the verdict is never PASS. */
export const mains: Rule = {
  id: "mains",
  check: ({ graph, language, requirements }) => {
    const live = graph.nodes.flatMap((node) => node.nets).filter((net) => Math.abs(net.volts ?? 0) > dangerousVolts);
    if (live.length === 0 && requirements?.mains !== true) return { findings: [], passed: null };
    const relays = graph.parts.filter((part) => part.catalog?.functions.includes("act-switch-load"));
    const bare = relays.filter(({ catalog }) => !(catalog?.pins.some(({ name }) => /^COM\d?$/.test(name)) ?? true));
    const highest = Math.max(0, ...live.map((net) => Math.abs(net.volts ?? 0)));
    const isNamed = requirements?.mains === true && requirements.switched?.load !== "low";
    return {
      findings: [
        ...(isNamed ? bare : []).map((part): FindingDraft => withoutContacts(part, language)),
        {
          severity: "W",
          message: say(language, {
            en: "Mains voltage kills. This design covers only the low-voltage side and is never verified: let a qualified electrician do the mains side, in a closed box, with a fuse, or switch a ready-made approved socket instead.",
            de: "Netzspannung ist lebensgefährlich. Dieser Entwurf umfasst nur die Kleinspannungsseite und gilt nie als geprüft: die Netzseite macht eine Elektrofachkraft, im geschlossenen Gehäuse, mit Sicherung. Besser: eine fertige, zugelassene Schaltsteckdose.",
          }),
          nets: live.map((net) => net.id),
          pins: live.flatMap((net) => net.pins),
          parts: relays.map((part) => part.id),
          ...(highest > 0 ? { measured: { value: highest, unit: "V" } } : {}),
          limit: { value: dangerousVolts, unit: "V" },
          source: "IEC 61140, extra-low voltage",
        },
      ],
      passed: null,
    };
  },
};
