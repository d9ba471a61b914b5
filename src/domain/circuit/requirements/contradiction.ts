import type { Act, Message } from "./edit-mains.ts";
import { functionsOf, namedId } from "./wanted.ts";

/** One thing that the message wants taken away and kept, as a sentence; null where it wants no such thing. */
export function contradiction(
  { acts, found }: Pick<Message, "acts" | "found">,
  say: (en: string, de: string) => string,
): string | null {
  const key = ({ mention }: Act) =>
    namedId(mention) ??
    functionsOf(mention, "en")
      .map((one) => one.id)
      .join(" ");
  const goes = acts.filter(({ action }) => action === "remove").map(key);
  const torn = acts.find(
    (act) => act.action !== "remove" && act.action !== "from" && key(act) !== "" && goes.includes(key(act)),
  );
  const keeps = found.tokens.some(({ text }) => /^(keep|behalte|behalt|behalten)$/.test(text));
  const twice = keeps && goes.length > new Set(goes).size;
  if (torn === undefined && !twice) return null;
  return say(
    "The message wants the same thing both removed and there: say which of the two",
    "Die Nachricht will dasselbe entfernen und behalten: Sag, was von beidem gilt",
  );
}
