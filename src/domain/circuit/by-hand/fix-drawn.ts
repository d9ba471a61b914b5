import { partById } from "../catalogue/catalogue.ts";
import { costOf } from "../cost/cost-of.ts";
import type { Circuit, Connection, Design, DesignPart, Fix } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";
import { applyPatches } from "../fixes/apply-patch.ts";
import { greatestDesignators } from "../selection/designators.ts";
import { importedWires } from "../wokwi/imported-wires.ts";
import { partsOn, recheckDesign } from "./recheck-design.ts";

/**
 * A design whose wires somebody drew elsewhere, with a fix made on it as it is: no wire moves that the fix does not move. null where the
 * fix does not fit.
 */
export function fixDrawn(design: Design, { label, patch }: Fix): Design | null {
  const { requirements, devices } = design;
  const patched = applyPatches({ parts: design.parts, nets: design.nets }, patch, design.designators ?? {});
  if (patched === null) return null;
  const old = new Set(design.parts.map(({ id }) => id));
  const deviceId = devices[0]?.id ?? "";
  const parts = patched.parts.map((part): DesignPart => (old.has(part.id) ? part : added(part, deviceId, label)));
  const priced = parts.flatMap(({ catalogId, quantity, owned }) => {
    const price = partById(catalogId ?? "")?.price;
    return price === undefined ? [] : [{ quantity, owned, price }];
  });
  return recheckDesign({
    ...design,
    parts: partsOn(parts, patched.nets),
    nets: patched.nets,
    connections: rewired(design, { parts, nets: patched.nets }, label),
    cost: costOf(priced, requirements),
    designators: greatestDesignators(
      parts.map(({ id }) => id),
      design.designators,
    ),
  });
}

function added(part: DesignPart, deviceId: string, label: string): DesignPart {
  return { ...part, deviceId, role: label, why: label };
}

/** Wires that were there keep their words and colours. */
function rewired(
  { connections, requirements: { language } }: Design,
  { parts, nets }: Circuit,
  label: string,
): Connection[] {
  const chosen = parts.flatMap((part): ChosenPart[] => {
    const catalog = partById(part.catalogId ?? "");
    const { id, role, why, owned, value, alternatives, quantity } = part;
    if (catalog === undefined) return [];
    return [{ id, part: catalog, functions: [], role, why, owned, value, alternatives, quantity, serves: null }];
  });
  return importedWires({ nets, wires: connections, parts: chosen, language }).map((wire) => {
    const before = connections.find(({ id }) => id === wire.id);
    return { ...wire, ...(before ? { note: before.note } : { note: label }) };
  });
}
