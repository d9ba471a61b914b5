/**
 * US dollars for one unit of a currency, by ISO 4217, rounded to cents. From the euro reference rates of the European Central Bank of
 * `rateDate`: 1 EUR = 1.1699 USD = 0.85670 GBP = 0.9353 CHF. An approximate table, not today's rate: the day is shown with the assumption.
 */
export const usdPer: Record<string, number> = { USD: 1, EUR: 1.17, GBP: 1.37, CHF: 1.25 };

/** Day of the rates, ISO 8601. */
export const rateDate = "2026-08-21";

/** US cents for an amount in hundredths of a currency; a currency that the table does not hold counts as US dollars. */
export function toUsCents(displayCents: number, currency: string): number {
  return Math.round(displayCents * (usdPer[currency] ?? 1));
}
