import type { SpokenLanguage } from "../lists.ts";
import type { Budget, Edit } from "../requirements.ts";
import type { Amounts } from "./amounts.ts";
import { toUsCents } from "./conversion.ts";

/** What counting a budget up or down comes to: the new budget, or why there is none. */
export interface BudgetBy {
  edit?: Extract<Edit, { kind: "set-budget" }>;
  reason?: Record<SpokenLanguage, string>;
}

const up =
  "raise|raised|raising|increase|increased|extend|higher|bigger|larger|more|plus|up|erhöhe|erhöhen|erhöht|anheben|hebe|aufstocken|höher|höheres|mehr|rauf|hoch|drauf";
const down =
  "lower|lowered|reduce|reduced|decrease|cut|shrink|smaller|less|minus|down|off|senke|senken|reduziere|reduzieren|kürze|kürzen|verringere|niedriger|weniger|runter|herunter|abziehen";

/** Words of counting a budget up or down, which say nothing else beside it. */
export const budgetByWords: ReadonlySet<string> = new Set([
  ...`${up}|${down}`.split("|"),
  "by",
  "um",
  "budget",
  "limit",
  "an",
  "add",
  "put",
]);

const has = (text: string, words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, "iu").test(text);

/** `+10`, `+ $5`, `-5 €`: the sign of the amount. A dash with room after it only separates. */
const signed = /(?<![\p{N}\p{L}])(\+\s*|[-\u2212])(?:[$€£]|chf|usd|eur)?\s*\d/iu;
/** "add 10 to the budget". */
const addsTo = /(?<!\p{L})(?:add|put)\s*[$€£]?\s*\d[^,.;]*?(?<!\p{L})to\s+(?:the\s+|my\s+)?budget/iu;

const isAboutBudget = (clause: string) => has(clause, "budget|budgets|limit") && /\d/.test(clause);

/** 1 where the text counts a budget up, -1 where down, 0 where it names the whole amount or no budget. */
function direction(whole: string): -1 | 0 | 1 {
  if (addsTo.test(whole)) return 1;
  // What the rest of the message raises or lowers is something else.
  const text = whole.split(/[,;:.!?](?!\d)|(?<!\p{L})(?:and|und)(?!\p{L})/u).find(isAboutBudget);
  if (text === undefined) return 0;
  // "raise the budget to 50": the whole amount.
  if (/(?<!\p{L})(?:to|auf)\s*(?:[$€£]|chf|usd|eur)?\s*\d/iu.test(text)) return 0;
  const sign = signed.exec(text)?.[1];
  if (sign !== undefined) return sign.startsWith("+") ? 1 : -1;
  if (has(text, down)) return -1;
  return has(text, up) ? 1 : 0;
}

/**
 * "raise the budget by 5", "budget +10", "Budget um 5 € erhöhen": the budget of the design, counted up or down by the amount. An amount
 * without a currency is in that of the budget. null where the message does not count one.
 */
export function readBudgetBy(text: string, amounts: Amounts, budget: Budget | null): BudgetBy | null {
  const sign = amounts.budget === null ? 0 : direction(text);
  if (amounts.budget === null || sign === 0) return null;
  if (budget === null) {
    return {
      reason: {
        en: "There is no budget that I could count up or down: name the whole amount (“budget $40”)",
        de: "Es gibt kein Budget, das ich hoch- oder herunterrechnen kann: Nenne den ganzen Betrag („Budget 40 $“)",
      },
    };
  }
  const { displayCents, currency, cents } = amounts.budget;
  const isSame = amounts.currencyAssumed || currency === budget.currency;
  // An amount in another currency is brought into that of the budget by the budget's own rate.
  const by = isSame ? displayCents : Math.round((cents * budget.displayCents) / budget.cents);
  const display = budget.displayCents + sign * by;
  if (display <= 0) {
    return {
      reason: {
        en: "That would leave no budget at all: name the whole amount (“budget $40”)",
        de: "Davon bliebe kein Budget übrig: Nenne den ganzen Betrag („Budget 40 $“)",
      },
    };
  }
  const whole = { ...budget, displayCents: display, cents: toUsCents(display, budget.currency) };
  return { edit: { kind: "set-budget", budget: whole } };
}
