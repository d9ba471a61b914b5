import type { ChosenPart } from "../design-stages.ts";
import type { MotorRails } from "./motor-rails.ts";
import { boardRailPin, groundNet, rail3v3, rail5v } from "./supply-rails.ts";
import type { NetSpec, WiringDraft } from "./wiring-draft.ts";

/**
 * The rail for a part: the one at the board's logic level where the part takes it (then its signals need no shifting), else 5 V, else
 * 3.3 V. Motors take theirs. null where neither fits.
 */
export function railFor(board: ChosenPart, part: ChosenPart, motors: MotorRails): NetSpec | null {
  const range = part.part.supplyVolts;
  if (range === null) return null;
  const own = motors.get(part.id);
  if (own !== undefined) return own;
  const fits = (rail: NetSpec) => rail.volts !== null && rail.volts >= range.min && rail.volts <= range.max;
  const logic = board.part.board?.logicVolts === 5 ? [rail5v, rail3v3] : [rail3v3, rail5v];
  return logic.find(fits) ?? null;
}

/** Servos and pumps get their energy from a capacitor while they start. */
function bulkCapacitor(draft: WiringDraft, part: ChosenPart, rail: NetSpec): void {
  draft.support({
    catalogId: "capacitor-electrolytic",
    value: { kind: "farads", nanofarads: 470_000 },
    serves: part.id,
    role: { en: `Holds the 5 V up while ${part.id} starts`, de: `Stützt die 5 V, während ${part.id} anläuft` },
    why: {
      en: "A starting motor pulls the supply down for milliseconds.",
      de: "Ein anlaufender Motor zieht die Versorgung für Millisekunden herunter.",
    },
    pins: [
      ["+", rail.id],
      ["-", groundNet.id],
    ],
  });
}

/** Joins each part's supply and ground pins with its rail and ground; answers the parts for which no rail fits. */
export function wirePartsSupply(draft: WiringDraft, motors: MotorRails): ChosenPart[] {
  const without: ChosenPart[] = [];
  for (const part of [...draft.parts]) {
    const { pins, family } = part.part;
    const supplyPins = pins.filter((pin) => pin.type === "power_in");
    if (family === "board" || family === "power" || family === "logic" || supplyPins.length === 0) continue;
    const rail = railFor(draft.board, part, motors);
    if (rail === null) {
      without.push(part);
      continue;
    }
    const isBoardRail = rail.id === rail5v.id || rail.id === rail3v3.id;
    const source = isBoardRail ? boardRailPin(draft.board, rail.volts ?? 0) : null;
    draft.join(rail, ...(source === null ? [] : [source]), ...supplyPins.map((pin) => `${part.id}:${pin.name}`));
    const grounds = pins.filter((pin) => pin.type === "ground").map((pin) => `${part.id}:${pin.name}`);
    draft.join(groundNet, ...grounds);
    if (part.functions.includes("act-servo") || part.part.id === "mosfet-module") bulkCapacitor(draft, part, rail);
  }
  return without;
}
