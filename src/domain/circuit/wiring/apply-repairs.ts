import { designParts } from "../assembly/design-parts.ts";
import { partById } from "../catalogue/catalogue.ts";
import type { Circuit, DesignNet } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import { applyPatches } from "../fixes/apply-patch.ts";
import { splitPin } from "../pins/pin-ref.ts";
import type { Repair } from "../requirements.ts";
import { greatestDesignators } from "../selection/designators.ts";
import type { WiringDraft } from "./wiring-draft.ts";

/** Gives the parts that a patch added the designators that they had when the repair was made, where nothing else took them. */
function withOwnDesignators(before: Circuit, after: Circuit, made: readonly string[]): Circuit {
  const old = new Set(before.parts.map(({ id }) => id));
  const fresh = after.parts.filter(({ id }) => !old.has(id));
  const names = new Map(
    fresh.flatMap(({ id }, at) => {
      const own = made[at];
      return own === undefined || old.has(own) ? [] : [[id, own] as const];
    }),
  );
  const pinName = (ref: string): string => {
    const { partId, pinName: pin } = splitPin(ref);
    return `${names.get(partId) ?? partId}:${pin}`;
  };
  return {
    parts: after.parts.map((part) => ({ ...part, id: names.get(part.id) ?? part.id })),
    nets: after.nets.map((net) => ({ ...net, pins: net.pins.map(pinName) })),
  };
}

/** The parts of a repaired circuit as wiring chose them; what the repair added is there for the repair. */
function chosenParts(draft: WiringDraft, circuit: Circuit, repair: Repair): ChosenPart[] {
  return circuit.parts.flatMap(({ id, catalogId, value }) => {
    const chosen = draft.parts.find((part) => part.id === id);
    if (chosen?.part.id === catalogId) return [{ ...chosen, value }];
    const part = partById(catalogId ?? "");
    if (part === undefined) return [];
    const owned = draft.requirements.owned.includes(part.id);
    const place = chosen ?? { functions: [], role: repair.label, quantity: 1, serves: null };
    return [{ ...place, id, part, why: repair.label, owned, value, alternatives: [] }];
  });
}

/**
 * Makes the repairs of the requirements again on a wiring that has no junctions yet. Answers those that still fit, with the designators of
 * the parts that they brought; one that does not fit any more is left out.
 */
export function applyRepairs(draft: WiringDraft): Repair[] {
  const held: Repair[] = [];
  const ledger = greatestDesignators(
    (draft.previous?.parts ?? []).map(({ id }) => id),
    draft.previous?.designators,
  );
  for (const repair of draft.requirements.repairs ?? []) {
    const nets: DesignNet[] = [...draft.nets.values()];
    const before: Circuit = { parts: designParts(draft.parts, nets, ""), nets };
    const patched = applyPatches(before, repair.patch, ledger);
    if (patched === null) continue;
    const after = withOwnDesignators(before, patched, repair.made);
    const parts = chosenParts(draft, after, repair);
    const made = parts.filter(({ id }) => !before.parts.some((part) => part.id === id)).map(({ id }) => id);
    draft.replace(parts, after.nets);
    held.push({ ...repair, made });
  }
  return held;
}
