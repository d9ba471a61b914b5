import type { ChosenPart } from "../design-stages.ts";
import type { NetKind } from "../lists.ts";
import type { HungLoad } from "./hung-loads.ts";
import { hungLoads } from "./hung-loads.ts";
import type { MotorRails } from "./motor-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/** Hangs each bare load on its driver, a coil with a diode that takes its kick, and joins each part with what it needs. */
export function wireLoads(draft: WiringDraft, motors: MotorRails): void {
  for (const hung of hungLoads(draft.parts)) {
    const volts = motors.get(hung.driver.id)?.volts ?? null;
    for (const net of loadNets(hung, volts)) draft.join(net.spec, net.driver, net.load);
    if (hung.load.part.hangsOn?.kind === "low-side") flybackDiode(draft, hung);
  }
  for (const part of [...draft.parts]) wireNeeded(draft, part);
}

const endNet = (load: ChosenPart, end: string) => `${load.id}_${end}`;

function loadNets({ load, driver, channel }: HungLoad, volts: number | null) {
  const ends = load.part.hangsOn?.ends ?? [];
  return ends.flatMap((end, index) => {
    const pin = channel[index];
    const level = load.part.hangsOn?.kind === "low-side" && index === 0 ? volts : null;
    const spec: NetSpec = { id: endNet(load, end), kind: "motor", volts: level };
    return pin === undefined ? [] : [{ spec, driver: `${driver.id}:${pin}`, load: `${load.id}:${end}` }];
  });
}

function flybackDiode(draft: WiringDraft, { load }: HungLoad): void {
  const [plus = "+", minus = "-"] = load.part.hangsOn?.ends ?? [];
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
      ["C", endNet(load, plus)],
      ["A", endNet(load, minus)],
    ],
  });
  draft.warn(`${diode.id}:C`, {
    en: "The ring of the diode goes to plus. Reversed it is a short circuit.",
    de: "Der Ring der Diode zeigt zu Plus. Verpolt ist sie ein Kurzschluss.",
  });
}

/** A load cell at its amplifier, a speaker at its player: wires between the two alone. */
function wireNeeded(draft: WiringDraft, part: ChosenPart): void {
  for (const [catalogId, pairs] of Object.entries(part.part.wiresTo ?? {})) {
    const needed = draft.parts.find((each) => each.part.id === catalogId && each.serves === part.id);
    const kind: NetKind = part.part.family === "sensor" ? "analog" : "motor";
    for (const [own, other] of needed === undefined ? [] : pairs) {
      draft.join({ id: `${part.id}_${own}`, kind, volts: null }, `${part.id}:${own}`, `${needed?.id}:${other}`);
    }
  }
}
