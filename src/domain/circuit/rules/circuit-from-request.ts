import { partById } from "../catalogue/catalogue.ts";
import type { Circuit, DesignNet, DesignPart, PartValue } from "../design.ts";
import type { NetKind } from "../lists.ts";

/** A circuit as a request writes it (format `ohm`); its schema has checked the shapes. */
export interface PlainCircuit {
  parts: {
    id: string;
    catalogId?: string | null | undefined;
    name?: string | undefined;
    quantity?: number | undefined;
    value?: PartValue | null | undefined;
  }[];
  nets: {
    id: string;
    name?: string | undefined;
    kind?: NetKind | undefined;
    volts?: number | null | undefined;
    pins: string[];
  }[];
}

/** Fills a part from the catalogue: what the request says of prices, levels and currents is not read. */
export function partFrom(plain: PlainCircuit["parts"][number]): DesignPart {
  const catalog = plain.catalogId == null ? undefined : partById(plain.catalogId);
  return {
    id: plain.id,
    deviceId: "",
    catalogId: catalog?.id ?? null,
    name: catalog?.name ?? plain.name ?? plain.id,
    partNumber: catalog?.partNumber ?? null,
    category: catalog?.family ?? "mechanical",
    quantity: plain.quantity ?? 1,
    role: "",
    why: "",
    owned: false,
    unitPriceCents: catalog?.price.typicalCents ?? 0,
    priceLowCents: catalog?.price.lowCents ?? 0,
    priceHighCents: catalog?.price.highCents ?? 0,
    supplier: catalog?.supplier.name ?? null,
    url: catalog?.supplier.searchUrl ?? null,
    datasheetUrl: catalog?.datasheetUrl ?? null,
    supplyVolts: catalog?.supplyVolts ?? null,
    logicVolts: catalog?.logicVolts ?? null,
    currentMa: catalog?.currentMa ?? null,
    interface: catalog?.interface ?? null,
    rail: null,
    value: plain.value ?? null,
    pins: [],
    alternatives: [],
    warnings: [],
  };
}

/** A request's parts and nets as a circuit. A net's kind is a hint at most, `signal` where none is given. */
export function circuitFromRequest(plain: PlainCircuit): Circuit {
  const nets = plain.nets.map(
    (net): DesignNet => ({
      id: net.id,
      name: net.name ?? net.id,
      kind: net.kind ?? "signal",
      volts: net.volts ?? null,
      pins: net.pins,
    }),
  );
  return { parts: plain.parts.map(partFrom), nets };
}
