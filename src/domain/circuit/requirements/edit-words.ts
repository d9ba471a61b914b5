/** What a verb of an edit does with the parts and functions after it. */
export type EditAction = "add" | "remove" | "use" | "from" | "to";

/** Verbs and prepositions of edits, in English and German. `use` takes the place of what serves the same function. */
export const editActions: Record<string, EditAction> = {
  add: "add", include: "add", attach: "add", also: "add", plus: "add", additionally: "add", another: "add", füge: "add", ergänze: "add", dazu: "add", zusätzlich: "add", noch: "add", auch: "add", baue: "add",
  remove: "remove", drop: "remove", delete: "remove", skip: "remove", lose: "remove", without: "remove", no: "remove", omit: "remove", forget: "remove",
  entferne: "remove", entfernen: "remove", ohne: "remove", kein: "remove", keine: "remove", keinen: "remove", streiche: "remove", lass: "remove", lasse: "remove", weglassen: "remove",
  use: "use", take: "use", make: "use", actually: "use", prefer: "use", want: "use", rather: "use", choose: "use",
  nimm: "use", nehme: "use", verwende: "use", benutze: "use", nutze: "use", lieber: "use", doch: "use", möchte: "use", will: "use",
  replace: "from", swap: "from", exchange: "from", ersetze: "from", tausche: "from", tausch: "from",
  of: "from", statt: "from", anstatt: "from", anstelle: "from",
  with: "to", by: "to", for: "to", to: "to", durch: "to", gegen: "to", auf: "to",
};

/** Words that say that something goes in place of something else. */
export const insteadWords = new Set(["instead", "stattdessen", "statt", "anstatt", "anstelle", "replace", "swap", "exchange", "ersetze", "tausche", "tausch", "rather", "lieber"]);

/** Edits that are understood and that this version does not make; the reason names what a person can do now. */
export const notYet: { words: string[]; en: string; de: string }[] = [
  { words: ["cheaper", "cheapest", "günstiger", "billiger"], en: "I cannot make a design cheaper by myself yet: swap a part by name, or give a budget", de: "Ich kann einen Entwurf noch nicht selbst verbilligen: Tausche ein Teil mit Namen oder nenne ein Budget" },
  { words: ["smaller", "tiny", "compact", "kleiner", "kompakter"], en: "I cannot make a design smaller yet: the catalogue holds one size of each part", de: "Ich kann einen Entwurf noch nicht verkleinern: Der Katalog enthält jedes Teil in einer Größe" },
  { words: ["longer", "länger"], en: "I cannot lengthen the battery life by myself yet: a longer interval does it", de: "Ich kann die Laufzeit noch nicht selbst verlängern: Ein längerer Abstand der Messungen tut es" },
  { words: ["move", "verschiebe", "verlege", "pin", "bus"], en: "I cannot move single pins or buses yet: the engine places them by capability", de: "Ich kann einzelne Pins oder Busse noch nicht verlegen: Die Engine vergibt sie nach Eignung" },
  { words: ["micropython", "python"], en: "I write Arduino C++ only for now", de: "Ich schreibe vorerst nur Arduino C++" },
];
