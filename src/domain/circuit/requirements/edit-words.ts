/** What a verb of an edit does with the parts and functions after it. */
export type EditAction = "add" | "remove" | "use" | "from" | "to" | "keep";

/** Verbs and prepositions of edits, in English and German. `use` takes the place of what serves the same function. */
export const editActions: Record<string, EditAction> = {
  add: "add",
  include: "add",
  attach: "add",
  also: "add",
  plus: "add",
  additionally: "add",
  another: "add",
  füge: "add",
  ergänze: "add",
  dazu: "add",
  zusätzlich: "add",
  noch: "add",
  auch: "add",
  baue: "add",
  remove: "remove",
  drop: "remove",
  delete: "remove",
  skip: "remove",
  lose: "remove",
  without: "remove",
  no: "remove",
  omit: "remove",
  forget: "remove",
  entferne: "remove",
  entfernen: "remove",
  ohne: "remove",
  kein: "remove",
  keine: "remove",
  keinen: "remove",
  streiche: "remove",
  lass: "remove",
  lasse: "remove",
  weglassen: "remove",
  use: "use",
  take: "use",
  make: "use",
  actually: "use",
  prefer: "use",
  want: "use",
  rather: "use",
  choose: "use",
  nimm: "use",
  nehme: "use",
  verwende: "use",
  benutze: "use",
  nutze: "use",
  lieber: "use",
  doch: "use",
  möchte: "use",
  will: "use",
  replace: "from",
  swap: "from",
  exchange: "from",
  ersetze: "from",
  tausche: "from",
  tausch: "from",
  of: "from",
  statt: "from",
  anstatt: "from",
  anstelle: "from",
  with: "to",
  by: "to",
  for: "to",
  to: "to",
  durch: "to",
  gegen: "to",
  auf: "to",
};

/** Prepositions of what is replaced: they reach to the next part only, and `of` only after `instead`. */
export const insteadOf = new Set(["of", "statt", "anstatt", "anstelle"]);

/** Words that say that something goes in place of something else. */
export const insteadWords = new Set([
  "instead",
  "stattdessen",
  "statt",
  "anstatt",
  "anstelle",
  "replace",
  "swap",
  "exchange",
  "ersetze",
  "tausche",
  "tausch",
  "rather",
  "lieber",
]);

/** Before a mention: that many pieces join, or that many go. */
export const moreWords = new Set([
  "more",
  "extra",
  "additional",
  "further",
  "mehr",
  "weitere",
  "weiteren",
  "zusätzliche",
]);
export const fewerWords = new Set(["fewer", "less", "weniger"]);

/** Before a mention: one piece of several. */
export const ordinals = new Set(
  "first second third fourth last other erste ersten zweite zweiten zweiter zweites dritte dritten letzte letzten andere anderen".split(
    " ",
  ),
);
