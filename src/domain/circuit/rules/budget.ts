import type { PricedPart } from "../cost/cost-of.ts";
import { costOf } from "../cost/cost-of.ts";
import type { SpokenLanguage } from "../lists.ts";
import type { Requirements } from "../requirements.ts";
import type { Rule, RuleReport } from "./rule.ts";
import { say } from "./rule.ts";

const money = (cents: number, currency: string) => `${(cents / 100).toFixed(2)} ${currency}`;

/** What these parts cost against the budget of the requirements; nothing where there is none. */
export function budgetReport(
  priced: readonly PricedPart[],
  requirements: Requirements,
  language: SpokenLanguage,
): RuleReport {
  const limit = requirements.budget;
  if (limit === null) return { findings: [], passed: null };
  const cost = costOf(priced, requirements);
  const rate = limit.cents > 0 ? limit.displayCents / limit.cents : 1;
  const shown = (cents: number) => money(Math.round(cents * rate), limit.currency);
  const unit = limit.currency;
  const quantity = (cents: number) => ({ value: Math.round(cents * rate) / 100, unit });
  if (cost.totalCents > limit.cents) {
    return {
      findings: [
        {
          severity: limit.hard ? ("E" as const) : ("W" as const),
          message: say(language, {
            en: `The parts cost about ${shown(cost.totalCents)}, over the budget of ${shown(limit.cents)}.`,
            de: `Die Teile kosten etwa ${shown(cost.totalCents)}, mehr als das Budget von ${shown(limit.cents)}.`,
          }),
          nets: [],
          pins: [],
          parts: [],
          measured: quantity(cost.totalCents),
          limit: quantity(limit.cents),
          source: `typical prices of ${cost.priceDate}`,
        },
      ],
      passed: null,
    };
  }
  if (limit.hard && cost.highCents > limit.cents) {
    return {
      findings: [
        {
          severity: "W" as const,
          message: say(language, {
            en: `At typical prices it fits; at the highest seen the parts cost ${shown(cost.highCents)}, over the limit of ${shown(limit.cents)}.`,
            de: `Zu üblichen Preisen passt es; zu den höchsten gesehenen kosten die Teile ${shown(cost.highCents)}, mehr als die Grenze von ${shown(limit.cents)}.`,
          }),
          nets: [],
          pins: [],
          parts: [],
          measured: quantity(cost.highCents),
          limit: quantity(limit.cents),
          source: `price band of ${cost.priceDate}`,
        },
      ],
      passed: null,
    };
  }
  const what = say(language, { en: "typical total within the budget", de: "übliche Summe im Budget" });
  return {
    findings: [],
    passed: { what, parts: [], measured: quantity(cost.totalCents), limit: quantity(limit.cents) },
  };
}

/** Typical total over a hard budget E, over a wish W; only the high total over a hard budget W. Catalogue prices, never the request's. */
export const budget: Rule = {
  id: "budget",
  check: ({ graph, language, requirements }) => {
    if (requirements === null) return { findings: [], passed: null };
    const priced = graph.parts.flatMap(({ catalog, design }) =>
      catalog === null ? [] : [{ quantity: design.quantity, owned: design.owned, price: catalog.price }],
    );
    return budgetReport(priced, requirements, language);
  },
};
