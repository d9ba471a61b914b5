import type { CatalogPart, CatalogPin } from "../catalogue-part.ts";
import { printedName } from "../pins/pin-ref.ts";
import { resolvePin } from "../rules/circuit-graph.ts";
import type { StockPart } from "./stock-parts.ts";

const groundNames = new Set(["GND", "VSS", "G", "0V", "-"]);
const supplyNames = new Set(["VCC", "VDD", "VIN", "V+", "5V", "3V3", "3.3V", "+", "+5V"]);

const bareName = (name: string) => printedName(name).toUpperCase();

/** The only pin of a kind, or the first of several that the part joins inside. */
function onlyPin(part: CatalogPart, type: CatalogPin["type"]): string | null {
  const [first, ...others] = part.pins.filter((pin) => pin.type === type).map((pin) => pin.name);
  if (first === undefined) return null;
  const group = part.joined?.find((names) => names.includes(first)) ?? [first];
  return others.every((name) => group.includes(name)) ? first : null;
}

/**
 * Our name of a pin of a diagram: by the table, as the catalogue prints it or firmware calls it (`D4`, `4`, `GPIO4`), a further copy of a
 * pin (`GND.3` where there are two), or supply and ground under another of their usual names. `silent` pins are left out. null: no such pin.
 */
export function ourPin(row: StockPart, part: CatalogPart, name: string): string | "silent" | null {
  const given = Object.hasOwn(row.pins, name) ? (row.pins[name] ?? name) : name;
  const found = resolvePin(part, given) ?? resolvePin(part, printedName(given));
  if (found !== null) return found.name;
  if (row.silent.has(name)) return "silent";
  if (groundNames.has(bareName(name))) return onlyPin(part, "ground");
  return supplyNames.has(bareName(name)) && part.board === undefined ? onlyPin(part, "power_in") : null;
}
