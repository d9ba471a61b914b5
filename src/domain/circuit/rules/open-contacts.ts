import { contactPins } from "./contacts.ts";
import type { FindingDraft, Rule } from "./rule.ts";
import { say } from "./rule.ts";

/** A relay that is switched and whose contacts lead nowhere: W, because what it switches is not part of the design. */
export const openContacts: Rule = {
  id: "open-contacts",
  check: ({ graph, language }) => {
    const relays = graph.parts.filter((part) => part.catalog?.functions.includes("act-switch-load"));
    const open = relays.filter((part) => part.pins.length > 0 && contactPins(part).length === 0);
    const findings = open.map(
      (relay): FindingDraft => ({
        severity: "W",
        message: say(language, {
          en: `Nothing is wired to the contacts of ${relay.id}: what it switches is not part of this design. Run one wire of a low-voltage load through it: supply plus to COM, NO to the load, the load back to minus. NO closes when the relay is on. Leave mains to an electrician.`,
          de: `An den Kontakten von ${relay.id} hängt nichts: was es schaltet, gehört nicht zu diesem Entwurf. Führe eine Leitung eines Kleinspannungsverbrauchers hindurch: Plus an COM, NO an den Verbraucher, von dort zurück zu Minus. NO schließt, wenn das Relais an ist. Netzspannung gehört in die Hand einer Elektrofachkraft.`,
        }),
        nets: [],
        pins: [],
        parts: [relay.id],
        source: relay.catalog?.sources.figures ?? "typical value",
      }),
    );
    return { findings, passed: null };
  },
};
