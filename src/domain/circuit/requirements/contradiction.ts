import type { Act, Message } from "./edit-mains.ts";
import { functionsOf, namedId } from "./wanted.ts";

/** Behind what was asked for: it is taken back. */
const takenBack =
  /\w.*(\b(or rather not|rather not|no,? wait|wait,? no|no,? actually|actually,? no|on second thoughts?|never ?mind|forget it|scratch that)\b|\b(oder doch nicht|doch lieber nicht|lieber doch nicht|nein,? warte|ach nein|nein,? doch nicht|vergiss es)\b)/isu;

/** One thing that the message wants taken away and kept, as a sentence; null where it wants no such thing. */
export function contradiction(
  { acts, found, text }: Pick<Message, "acts" | "found"> & { text: string },
  say: (en: string, de: string) => string,
): string | null {
  if (acts.length > 0 && takenBack.test(text)) {
    return say(
      "The message takes back something that it asks for: say once more what should be done, and only that",
      "Die Nachricht nimmt etwas zurück, das sie verlangt: Sag noch einmal, was geschehen soll, und nur das",
    );
  }
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
