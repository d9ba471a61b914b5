import { text } from "../../text/text.ts";
import type { AuthRefusal } from "../../wire/auth.ts";

/** What a refusal means and what to do about it, in the language of the page. */
export function refusalWords({ code, message, retryAfterSeconds }: AuthRefusal): string {
  const { refusals } = text.account;
  if (code === null) return refusals.unreachable;
  if (code === "TOO_MANY_REQUESTS") return text.account.tooMany(Math.ceil((retryAfterSeconds ?? 60) / 60));
  const known = Object.entries(refusals).find(([name]) => name === code);
  if (known !== undefined) return known[1];
  return text.language === "en" && message !== "" ? message : refusals.other;
}

const fields: Readonly<Record<string, "name" | "email" | "password">> = {
  USER_ALREADY_EXISTS: "email",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email",
  INVALID_EMAIL: "email",
  PASSWORD_TOO_SHORT: "password",
  PASSWORD_TOO_LONG: "password",
  INVALID_USER: "name",
};

/** The field of a sign-up that a refusal is about, null where it is about none. */
export function fieldOf({ code }: AuthRefusal): "name" | "email" | "password" | null {
  return fields[code ?? ""] ?? null;
}
