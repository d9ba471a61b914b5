import type { PriceBand } from "../catalogue-part.ts";
import type { Cost } from "../design.ts";
import type { Requirements } from "../requirements.ts";

/** One line of a bill of materials with its catalogue price. */
export interface PricedPart {
  quantity: number;
  owned: boolean;
  price: PriceBand;
}

/**
 * Total in US cents at typical prices, with the band; owned parts count 0. `displayCents` is in the budget's currency, at the very rate by
 * which the budget was understood, so that total and budget compare alike. `priceDate` is the oldest date among the prices, empty
 * without parts.
 */
export function costOf(parts: readonly PricedPart[], requirements: Requirements): Cost {
  const bought = parts.filter((part) => !part.owned);
  const sum = (of: (price: PriceBand) => number) =>
    bought.reduce((total, part) => total + of(part.price) * part.quantity, 0);
  const totalCents = sum((price) => price.typicalCents);
  const { budget } = requirements;
  const rate = budget !== null && budget.cents > 0 ? budget.displayCents / budget.cents : 1;
  const [priceDate] = parts.map((part) => part.price.date).sort();
  return {
    totalCents,
    lowCents: sum((price) => price.lowCents),
    highCents: sum((price) => price.highCents),
    currency: budget?.currency ?? "USD",
    displayCents: Math.round(totalCents * rate),
    priceDate: priceDate ?? "",
    ...(budget === null ? {} : { budgetCents: budget.cents }),
    ...(budget?.rateDate === undefined ? {} : { rateDate: budget.rateDate }),
  };
}
