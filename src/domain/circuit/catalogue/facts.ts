import type { PriceBand, Source } from "../catalogue-part.ts";

/** A figure for which no document of a maker was found: what such modules are commonly seen to have. To be checked on the real thing. */
export const typicalValue: Source = "typical value";

/** Where the prices come from: estimates of the band in which small retailers and distributors sell the part, not a shop's quotation. */
export const retailBand: Source = "typical retail band";

/** Day for which the price bands were estimated, ISO 8601. */
export const priceDate = "2026-11-22";

/** Typical, least and greatest US cents per piece. */
export function price(typicalCents: number, lowCents: number, highCents: number): PriceBand {
  return { typicalCents, lowCents, highCents, date: priceDate };
}

interface Supplier {
  name: string;
  searchUrl: string;
}

/** Search at DigiKey: for what has a maker's part number. */
export function digikey(words: string): Supplier {
  return {
    name: "DigiKey",
    searchUrl: `https://www.digikey.com/en/products/result?keywords=${encodeURIComponent(words)}`,
  };
}

/** Search at AliExpress: for modules that many makers build alike. */
export function aliexpress(words: string): Supplier {
  return {
    name: "AliExpress",
    searchUrl: `https://www.aliexpress.com/wholesale?SearchText=${encodeURIComponent(words)}`,
  };
}
