import type { Design } from "../design.ts";
import type { Refusal, Selection, Wiring } from "../design-stages.ts";
import type { Requirements } from "../requirements.ts";
import { applyRepairs } from "./apply-repairs.ts";
import { Buffers } from "./buffers.ts";
import { placeJunctions } from "./junctions.ts";
import { layWires } from "./lay-wires.ts";
import { wireSupply } from "./supply-chain.ts";
import { wireI2c } from "./wire-i2c.ts";
import { wireLoads } from "./wire-loads.ts";
import { wirePartsSupply } from "./wire-parts-supply.ts";
import { wireSignals } from "./wire-signals.ts";
import { wireSpi } from "./wire-spi.ts";
import { wireWake } from "./wire-wake.ts";
import { WiringDraft } from "./wiring-draft.ts";

/**
 * Wires a selection: supply chain, rails, I2C with addresses, SPI, level shifting, pins of the board, and every protecting part. What stays
 * from `previous` keeps its designator, pin, address, colour and junction. The same input gives the same wiring. Answers a refusal in
 * the person's language when pins, addresses or supplies do not suffice.
 */
export function wireSelection(
  selection: Selection,
  requirements: Requirements,
  previous: Design | null,
): Wiring | Refusal {
  const draft = new WiringDraft(selection, requirements, previous);
  const motors = wireSupply(draft);
  if (!(motors instanceof Map)) return motors;
  const [without] = wirePartsSupply(draft, motors);
  if (without !== undefined) {
    const { min, max } = without.part.supplyVolts ?? { min: 0, max: 0 };
    const reason = {
      en: `The ${without.part.name} needs ${min} to ${max} V, and this design has only 3.3 V and 5 V.`,
      de: `${without.part.name} braucht ${min} bis ${max} V, und dieser Entwurf hat nur 3,3 V und 5 V.`,
    };
    return { kind: "unsupported", reason: reason[requirements.language], question: null };
  }
  wireLoads(draft, motors);
  const reserved = wireI2c(draft);
  if (!Array.isArray(reserved)) return reserved;
  const buffers = new Buffers(draft);
  const refused = wireSignals(draft, [...reserved, ...wireWake(draft), ...wireSpi(draft, buffers)], buffers);
  if (refused !== null) return refused;
  buffers.finish();
  for (const [id, net] of draft.nets) if (net.pins.length < 2) draft.nets.delete(id);
  const repairs = applyRepairs(draft);
  const junctions = placeJunctions(draft);
  for (const [id, hubs] of junctions) draft.nets.get(id)?.pins.push(...hubs);
  const connections = layWires(draft, junctions);
  return { parts: draft.parts, nets: [...draft.nets.values()], connections, repairs };
}
