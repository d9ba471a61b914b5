import { partById } from "../../../src/domain/circuit/catalogue/catalogue.ts";
import type { Circuit, Design, DesignNet, DesignPart, PartValue } from "../../../src/domain/circuit/design.ts";
import type { ChosenPart, Selection, Wiring } from "../../../src/domain/circuit/design-stages.ts";
import type { FunctionId, NetKind } from "../../../src/domain/circuit/lists.ts";
import type { Requirements } from "../../../src/domain/circuit/requirements.ts";

/** Requirements that ask nothing, with what a test cares about on top. */
export function requirementsWith(change: Partial<Requirements> = {}): Requirements {
  return {
    goal: "test",
    language: "en",
    functions: [],
    board: { catalogId: null, named: false },
    firmware: "arduino",
    power: { source: "usb", named: false, lifeHours: null, wakeMinutes: null },
    place: null,
    budget: null,
    excluded: [],
    owned: [],
    mains: false,
    constraints: [],
    assumed: [],
    notUnderstood: [],
    ...change,
  };
}

/** A function that a person asked for. */
export function asked(id: FunctionId, quantity = 1) {
  return { id, label: id, quantity, source: "asked" as const };
}

function chosen(id: string, catalogId: string, value: PartValue | null = null): ChosenPart {
  const part = partById(catalogId);
  if (part === undefined) throw new Error(`no ${catalogId}`);
  const functions = part.board === undefined ? part.functions : [];
  return {
    id,
    part,
    functions,
    role: "",
    why: "",
    owned: false,
    value,
    alternatives: [],
    quantity: 1,
    serves: null,
  };
}

/** A selection from pairs of designator and catalogue id; the first is the board, a third member is an LED's colour. */
export function selectionOf(...rows: [string, string, string?][]): Selection {
  const parts = rows.map(([id, catalogId, colour]) =>
    chosen(id, catalogId, colour === undefined ? null : { kind: "colour", colour }),
  );
  const [board, ...others] = parts;
  if (board === undefined) throw new Error("no board");
  return { deviceId: "device-1", board, parts: others };
}

/** A part of a circuit with everything that the check does not trust left empty. */
export function circuitPart(id: string, catalogId: string | null, value: PartValue | null = null): DesignPart {
  return {
    id,
    deviceId: "device-1",
    catalogId,
    name: catalogId ?? id,
    partNumber: null,
    category: "passive",
    quantity: 1,
    role: "",
    why: "",
    owned: false,
    unitPriceCents: 0,
    priceLowCents: 0,
    priceHighCents: 0,
    supplier: null,
    url: null,
    datasheetUrl: null,
    supplyVolts: null,
    logicVolts: null,
    currentMa: null,
    interface: null,
    rail: null,
    value,
    pins: [],
    alternatives: [],
    warnings: [],
  };
}

/** A circuit from parts `id: catalogId` (or `id: [catalogId, ohms]`) and nets `id: "pin pin pin"`. */
export function circuitOf(parts: Record<string, string | [string, number]>, nets: Record<string, string>): Circuit {
  return {
    parts: Object.entries(parts).map(([id, row]) =>
      typeof row === "string" ? circuitPart(id, row) : circuitPart(id, row[0], { kind: "ohms", ohms: row[1] }),
    ),
    nets: Object.entries(nets).map(([id, pins]): DesignNet => {
      const kind: NetKind = id.startsWith("GND") ? "ground" : "signal";
      return { id, name: id, kind, volts: null, pins: pins.split(" ") };
    }),
  };
}

/** A wiring as the circuit that the rules see. */
export function circuitOfWiring(wiring: Wiring): Circuit {
  return {
    parts: wiring.parts.map((part) => ({
      ...circuitPart(part.id, part.part.id, part.value),
      owned: part.owned,
      quantity: part.quantity,
    })),
    nets: wiring.nets,
  };
}

/** A wiring as the previous revision of a design: only what the next wiring looks at is filled. */
export function designOf(wiring: Wiring, requirements: Requirements): Design {
  const { parts, nets } = circuitOfWiring(wiring);
  const board = { id: parts[0]?.id ?? "", name: "" };
  return {
    status: "ok",
    title: "",
    requirements,
    devices: [],
    board,
    parts,
    nets,
    connections: wiring.connections,
    codeFiles: [],
    verdict: "PASS",
    findings: [],
    passed: [],
    power: { rails: [], assumptions: [] },
    cost: { totalCents: 0, lowCents: 0, highCents: 0, currency: "USD", displayCents: 0, priceDate: "2026-11-22" },
  };
}
