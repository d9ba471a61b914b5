import type { CatalogPin, PinRole, PinType } from "../catalogue-part.ts";

type Extra = Omit<CatalogPin, "name" | "type" | "roles">;

/** A ground pin. */
export function ground(name = "GND", extra: Extra = {}): CatalogPin {
  return { name, type: "ground", roles: [], ...extra };
}

/** A pin that takes a supply; `volts` in `extra` where it wants exactly one. */
export function supplyIn(name = "VCC", extra: Extra = {}): CatalogPin {
  return { name, type: "power_in", roles: [], ...extra };
}

/** A pin that gives a supply of `volts`. */
export function supplyOut(name: string, volts: number, extra: Extra = {}): CatalogPin {
  return { name, type: "power_out", roles: [], volts, ...extra };
}

/** A signal pin: its electrical type, and what it is for with its other facts. */
export function signal(name: string, type: PinType, facts: PinRole[] | ({ roles: PinRole[] } & Extra)): CatalogPin {
  return Array.isArray(facts) ? { name, type, roles: facts } : { name, type, ...facts };
}

/** One end of a part without polarity, or a terminal of a load. */
export function passive(name: string, extra: Extra = {}): CatalogPin {
  return { name, type: "passive", roles: [], ...extra };
}

/** The four pins of an I2C module in the order in which they are printed. */
export function i2cPins(...names: string[]): CatalogPin[] {
  return names.map((name) => {
    if (name === "GND") return ground(name);
    if (name === "SDA") return signal(name, "open_drain", ["sda"]);
    if (name === "SCL") return signal(name, "input", ["scl"]);
    return supplyIn(name);
  });
}
