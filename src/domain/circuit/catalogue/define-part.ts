import type { ArduinoDriver, CatalogPart, DriverFigures } from "../catalogue-part.ts";
import { retailBand } from "./facts.ts";

type Named =
  | "id"
  | "name"
  | "partNumber"
  | "family"
  | "refPrefix"
  | "description"
  | "aliases"
  | "pins"
  | "price"
  | "supplier"
  | "datasheetUrl"
  | "gotchas"
  | "sources"
  | "sizeMm";

/** What must be said of every part, and what only some have. */
export type PartFacts = Pick<CatalogPart, Named> & Partial<CatalogPart>;

/** A part from its facts: what is not said is absent, the price is a typical retail band. */
export function definePart(facts: PartFacts): CatalogPart {
  return {
    functions: [],
    interface: "none",
    supplyVolts: null,
    logicVolts: null,
    currentMa: null,
    drivers: { arduino: null, micropython: null },
    alternatives: [],
    ...facts,
    sources: { price: retailBand, ...facts.sources },
  };
}

/** Aliases in English and German, each list written with bars: `"dht11|dht 11"`. */
export function aka(en: string, de = ""): CatalogPart["aliases"] {
  const list = (text: string) => (text === "" ? [] : text.split("|"));
  return { en: list(en), de: list(de) };
}

/** Driven by the core alone, in both languages. */
export const coreOnly: DriverFigures = { arduino: null, micropython: { module: "machine", library: null } };

type Lib = ArduinoDriver["library"];

/** Driven through an Arduino library: its header, the library, and what that needs in turn. */
export function byLibrary(include: string, library: Lib, ...extra: Lib[]): DriverFigures {
  return { arduino: { include, library, ...(extra.length === 0 ? {} : { extra }) }, micropython: null };
}
