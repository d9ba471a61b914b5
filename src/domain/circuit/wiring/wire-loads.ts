import type { ChosenPart } from "../design-stages.ts";
import type { MotorRails } from "./motor-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** Hangs each bare motor on a switch of its own, with a diode that takes its kick. */
export function wireLoads(draft: WiringDraft, motors: MotorRails): void {
  const switches = draft.parts.filter((part) => part.part.id === "mosfet-module");
  const loads = draft.parts.filter((part) => part.part.needs?.includes("mosfet-module"));
  for (const [index, load] of loads.entries()) {
    const own = switches.find((part) => part.serves === load.id) ?? switches[index];
    if (own !== undefined) wireLoad(draft, { load, own, volts: motors.get(own.id)?.volts ?? null });
  }
}

function wireLoad(
  draft: WiringDraft,
  { load, own, volts }: { load: ChosenPart; own: ChosenPart; volts: number | null },
): void {
  const plus: NetSpec = { id: `${load.id}_+`, kind: "motor", volts };
  const minus: NetSpec = { id: `${load.id}_-`, kind: "motor", volts: null };
  draft.join(plus, `${own.id}:OUT+`, `${load.id}:+`);
  draft.join(minus, `${own.id}:OUT-`, `${load.id}:-`);
  const diode = draft.support({
    catalogId: "diode-1n4007",
    value: null,
    serves: load.id,
    role: {
      en: `Takes the kick of ${load.id} when it is switched off`,
      de: `Fängt den Spannungsstoß von ${load.id} beim Abschalten ab`,
    },
    why: {
      en: "A motor is a coil: switched off, it makes a voltage that destroys the switch.",
      de: "Ein Motor ist eine Spule: beim Abschalten zerstört ihre Spannung den Schalter.",
    },
    pins: [
      ["C", plus.id],
      ["A", minus.id],
    ],
  });
  draft.warn(`${diode.id}:C`, {
    en: "The ring of the diode goes to plus. Reversed it is a short circuit.",
    de: "Der Ring der Diode zeigt zu Plus. Verpolt ist sie ein Kurzschluss.",
  });
}
