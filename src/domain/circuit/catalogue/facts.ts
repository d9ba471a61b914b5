import type { PriceBand, Source } from "../catalogue-part.ts";

/** A figure that no maker's document holds for the module, but that measurements of such modules agree on. */
export const typicalValue: Source = "typical value";

/** Where the prices come from: the band in which small retailers and distributors sold the part. */
export const retailBand: Source = "typical retail band";

/** Day on which the prices were noted, ISO 8601. */
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
