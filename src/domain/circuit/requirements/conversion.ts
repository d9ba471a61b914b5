/** US dollars for one unit of a currency, by ISO 4217: European Central Bank reference rates of `rateDate`, rounded to cents. */
export const usdPer: Record<string, number> = { USD: 1, EUR: 1.15, GBP: 1.31, CHF: 1.24 };

/** Day of the rates, ISO 8601. */
export const rateDate = "2025-11-21";

/** US cents for an amount in hundredths of a currency; a currency that the table does not hold counts as US dollars. */
export function toUsCents(displayCents: number, currency: string): number {
  return Math.round(displayCents * (usdPer[currency] ?? 1));
}
