import { text } from "../../text/text.ts";
import type { AuthRefusal } from "../../wire/auth.ts";

/** What a refusal means and what to do about it, in the language of the page. */
export function refusalWords({ code, message }: AuthRefusal): string {
  const { refusals } = text.account;
  if (code === null) return refusals.unreachable;
  const known = Object.entries(refusals).find(([name]) => name === code);
  if (known !== undefined) return known[1];
  return text.language === "en" && message !== "" ? message : refusals.other;
}
