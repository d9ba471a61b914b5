import { hasShape, isObject, isWhole } from "./shape.ts";

/** The revision that an act on a design wrote. */
export interface Deed {
  revision: number;
}

/** What an act on a design answers, or null. */
export function readDeed(value: unknown): Deed | null {
  return isObject(value) && hasShape<Deed>(value, { revision: isWhole }) ? value : null;
}
