import type { DesignNet, DesignPart } from "../design.ts";
import type { ChosenPart } from "../design-stages.ts";

/** The supply or battery net that feeds a part, by its own supply pins. */
function railOf(part: ChosenPart, netOfPin: ReadonlyMap<string, DesignNet>): string | null {
  for (const pin of part.part.pins) {
    if (pin.type !== "power_in" && pin.mayBeFed !== true) continue;
    const net = netOfPin.get(`${part.id}:${pin.name}`);
    if (net !== undefined && (net.kind === "supply" || net.kind === "battery")) return net.id;
  }
  return null;
}

/** The lines of the bill of materials, in the order of the chosen parts, with each pin's net. */
export function designParts(parts: readonly ChosenPart[], nets: readonly DesignNet[], deviceId: string): DesignPart[] {
  const netOfPin = new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net] as const)));
  return parts.map((chosen) => {
    const { part } = chosen;
    return {
      id: chosen.id,
      deviceId,
      catalogId: part.id,
      name: part.name,
      partNumber: part.partNumber,
      category: part.family,
      quantity: chosen.quantity,
      role: chosen.role,
      why: chosen.why,
      owned: chosen.owned,
      unitPriceCents: part.price.typicalCents,
      priceLowCents: part.price.lowCents,
      priceHighCents: part.price.highCents,
      supplier: part.supplier.name,
      url: part.supplier.searchUrl,
      datasheetUrl: part.datasheetUrl,
      supplyVolts: part.supplyVolts,
      logicVolts: part.logicVolts,
      currentMa: part.currentMa,
      interface: part.interface,
      rail: railOf(chosen, netOfPin),
      value: chosen.value,
      pins: part.pins.map((pin) => {
        const net = netOfPin.get(`${chosen.id}:${pin.name}`);
        return { name: pin.name, type: pin.type, ...(net === undefined ? {} : { net: net.id }) };
      }),
      alternatives: chosen.alternatives,
      warnings: part.gotchas,
    };
  });
}
