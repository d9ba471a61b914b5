import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { CodeFile, Connection, Design, DesignPart } from "../../domain/circuit/design.ts";
import type { Projection, Row } from "./projection-table.ts";
import { codeFiles, connections, parts } from "./schema.ts";

/** The rows of a chat's design: those of its head revision and no others. */
export const designTables: readonly Projection[] = [
  ofHead(parts, (head) => head.parts.map((part) => partRow(part, head))),
  ofHead(connections, (head) => head.connections.map((wire) => connectionRow(wire, head))),
  ofHead(codeFiles, (head) => head.codeFiles.map(codeFileRow)),
];

function ofHead(table: SQLiteTable, rowsOf: (head: Design) => Row[]): Projection {
  return {
    ...{ table, key: ["chat_id", "id"], whole: true, goes: true },
    rows: ({ asOf, chat, head }) => {
      if (head === null) return null;
      return rowsOf(head).map((row) => ({ ...row, chat_id: chat.id, projected_seq: asOf }));
    },
  };
}

function codeFileRow(file: CodeFile): Row {
  return {
    id: `${file.deviceId}-${file.unitNumber}`,
    device_id: file.deviceId,
    unit_number: file.unitNumber,
    filename: file.filename,
    language: file.language,
    platform: file.platform,
    libraries: JSON.stringify(file.libraries),
    production_ready: file.productionReady,
  };
}

function partRow(part: DesignPart, { findings }: Design): Row {
  const found = findings.filter(({ parts: ids }) => ids.includes(part.id)).map(({ message }) => message);
  return {
    id: part.id,
    device_id: part.deviceId,
    catalog_id: part.catalogId,
    name: part.name,
    part_number: part.partNumber,
    category: part.category,
    quantity: part.quantity,
    role: part.role,
    owned: part.owned,
    unit_price_cents: part.unitPriceCents,
    price_low_cents: part.priceLowCents,
    price_high_cents: part.priceHighCents,
    supplier: part.supplier,
    url: part.url,
    datasheet_url: part.datasheetUrl,
    supply_min_volts: part.supplyVolts?.min ?? null,
    supply_max_volts: part.supplyVolts?.max ?? null,
    logic_volts: part.logicVolts,
    typical_ma: part.currentMa?.typ ?? null,
    max_ma: part.currentMa?.max ?? null,
    interface: part.interface,
    pins: JSON.stringify(part.pins),
    alternatives: JSON.stringify(part.alternatives),
    warnings: JSON.stringify([...found, ...part.warnings]),
  };
}

function connectionRow(wire: Connection, { parts: all }: Design): Row {
  const [partId] = wire.from.split(":");
  return {
    id: wire.id,
    device_id: all.find(({ id }) => id === partId)?.deviceId ?? "",
    step: wire.step,
    from_pin: wire.from,
    to_pin: wire.to,
    net: wire.net,
    volts: wire.volts,
    colour: wire.colour,
    note: wire.note,
    warning: wire.warning ?? null,
  };
}
