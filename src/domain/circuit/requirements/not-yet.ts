import type { SpokenLanguage } from "../lists.ts";
import type { Aim } from "../requirements.ts";
import type { Amounts } from "./amounts.ts";
import { editActions } from "./edit-words.ts";
import { stopWords } from "./lexicon-context.ts";
import type { Token } from "./tokens.ts";

/** What a message wants that is understood and not made in this version, and what of its amounts therefore means nothing else. */
export interface NotYet {
  /** What is to be improved; the design that follows says how far it went. */
  aims: Aim[];
  /** One sentence each, without its full stop, in the language of the message. */
  reasons: string[];
  /** The words that these sentences answer. */
  words: ReadonlySet<string>;
  /** Whether an amount of money is a budget, and a length of time the wanted life. */
  moneyIsBudget: boolean;
  timeIsLife: boolean;
}

interface Said {
  /** The words of the message, in order and as a set. */
  list: readonly string[];
  all: ReadonlySet<string>;
  amounts: Amounts;
}

interface Wish {
  words: ReadonlySet<string>;
  isMeant(said: Said): boolean;
  en: string;
  de: string;
}

/** A wish that the engine grants as far as it can. */
interface Improvement {
  words: ReadonlySet<string>;
  isMeant(said: Said): boolean;
  aim(said: Said): Aim;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const hasAny = ({ all }: Said, some: ReadonlySet<string>): boolean => [...some].some((word) => all.has(word));

const comparatives = words("cheaper cheapest billiger billigste günstiger günstigste preiswerter inexpensive");
const savingVerbs = words("save saving reduce lower cut shave trim spare spar einsparen senke senk reduziere drücke");
const costWords = words("cost costs price prices expensive money total kosten preis preise teuer geld");
const budgetWords = words("budget budgets limit");
const boundWords = words("spend most max maximum maximal höchstens under below unter than exceed ausgeben");
const mayWords = words("should must may can soll darf sollte");
const lifeWords = words(
  "last lasts lasting run runs running life battery charge hold holds survive laufzeit akku halten hält halte durchhalten laufen läuft ladung",
);
const afterChange = words("less weniger more mehr cheaper billiger günstiger off extra longer länger");
const beforeChange = words("by um another weitere extra");

/** The amount says a difference: "by 5", "$5 less", "5 days longer". */
function isDifference({ list }: Said, at: readonly number[]): boolean {
  const [first] = at;
  const last = at.at(-1);
  if (first === undefined || last === undefined) return false;
  const after = list.slice(last + 1, last + 3);
  return beforeChange.has(list[first - 1] ?? "") || after.some((word) => afterChange.has(word));
}

/** A budget is called one, is bounded, or is all that the message says; it is no difference and nothing to be saved. */
function isBudget(said: Said): boolean {
  const { list, amounts } = said;
  if (amounts.budget === null || isDifference(said, amounts.moneyAt)) return false;
  if (hasAny(said, budgetWords) || hasAny(said, boundWords)) return true;
  if (hasAny(said, savingVerbs)) return false;
  if (hasAny(said, costWords) && hasAny(said, mayWords)) return true;
  return list.every((word, at) => amounts.moneyAt.includes(at) || stopWords.has(word) || /^\p{P}$/u.test(word));
}

const isLife = (said: Said): boolean =>
  said.amounts.lifeHours !== null && !isDifference(said, said.amounts.lifeAt) && hasAny(said, lifeWords);

function wantsCheaper(said: Said): boolean {
  if (isBudget(said) || hasAny(said, budgetWords)) return false;
  if (hasAny(said, comparatives)) return true;
  if (said.all.has("expensive") && said.all.has("less")) return true;
  const isMoney = said.amounts.budget !== null || hasAny(said, costWords);
  return (hasAny(said, savingVerbs) && isMoney) || isDifference(said, said.amounts.moneyAt);
}

const pinWords = words("pin pins gpio bus port");
const moveWords = words("move verschiebe verlege verleg");
const namesPin = ({ list }: Said) =>
  list.some((word, at) => pinWords.has(word) && /^[ad]?\d+$/.test(list[at + 1] ?? ""));

/** Why the board stays. */
export const boardStays = {
  en: "A design needs its board: name another one to change it (“use an Arduino Uno instead”)",
  de: "Ein Entwurf braucht sein Board: Nenne ein anderes, um es zu wechseln („nimm stattdessen einen Arduino Uno“)",
};
const boardWords = words("board boards microcontroller mikrocontroller controller");
const removesBoard = ({ list }: Said) =>
  list.some(
    (word, at) =>
      boardWords.has(word) && list.slice(Math.max(0, at - 2), at).some((verb) => editActions[verb] === "remove"),
  );

const smallWords = words("smaller smallest tiny compact kleiner kleinere kompakter kleinstmöglich");
const savingLifeWords = words("save saving less lower reduce spare spar weniger senke reduziere");

const improvements: readonly Improvement[] = [
  {
    words: new Set([...comparatives, ...savingVerbs, ...costWords, "less", "weniger"]),
    isMeant: (said) => wantsCheaper(said),
    aim: ({ amounts }) => ({ kind: "cheaper", ...(amounts.budget === null ? {} : { byCents: amounts.budget.cents }) }),
  },
  {
    words: smallWords,
    isMeant: (said) => hasAny(said, smallWords),
    aim: () => ({ kind: "smaller" }),
  },
  {
    words: words("longer länger extend extended verlängere double verdopple power energy energie strom"),
    isMeant: (said) =>
      said.amounts.wakeMinutes === null &&
      (hasAny(said, words("longer länger verlängere")) ||
        (hasAny(said, words("extend extended double verdopple more mehr")) && hasAny(said, lifeWords)) ||
        (hasAny(said, savingLifeWords) && hasAny(said, words("power energy energie strom current stromverbrauch"))) ||
        (hasAny(said, lifeWords) && isDifference(said, said.amounts.lifeAt))),
    aim: () => ({ kind: "longer-life" }),
  },
];

const wishes: readonly Wish[] = [
  { words: boardWords, isMeant: removesBoard, ...boardStays },
  {
    words: new Set<string>(),
    isMeant: (said) => said.amounts.budget !== null && !isBudget(said) && !wantsCheaper(said),
    en: "I read an amount of money and not what it is for: say “budget $40” if it is the limit",
    de: "Ich lese einen Betrag und nicht, wofür er ist: Sag „Budget 40 $“, wenn er die Grenze ist",
  },
  {
    words: new Set<string>(),
    isMeant: (said) =>
      said.amounts.lifeHours !== null && !hasAny(said, lifeWords) && !isDifference(said, said.amounts.lifeAt),
    en: "I read a length of time and not what it is for: say “it should last 14 days” or “measure every hour”",
    de: "Ich lese eine Dauer und nicht, wofür sie ist: Sag „es soll 14 Tage halten“ oder „miss jede Stunde“",
  },
  {
    words: new Set([...moveWords, ...pinWords]),
    isMeant: (said) =>
      hasAny(said, moveWords) ||
      namesPin(said) ||
      (said.all.has("bus") && hasAny(said, words("other second anderen zweiten"))),
    en: "I cannot move buses, and a signal only with its pin named (“move D1 to pin 5”)",
    de: "Ich kann Busse nicht verlegen, und ein Signal nur, wenn sein Pin genannt ist („lege D1 auf Pin 5“)",
  },
  {
    words: words("rename name call umbenennen benenne nenne"),
    isMeant: (said) =>
      hasAny(said, words("rename umbenennen benenne")) ||
      (/^(call|name|nenne)$/.test(said.list[0] ?? "") && /^(it|this|es)$/.test(said.list[1] ?? "")),
    en: "I cannot rename a design: its title says what it does",
    de: "Ich kann einen Entwurf nicht umbenennen: Sein Titel sagt, was er tut",
  },
  {
    words: words("undo revert rückgängig"),
    isMeant: (said) => hasAny(said, words("undo revert rückgängig")),
    en: "I do not undo by a message: open History beside this chat and restore the revision before, it comes back whole and nothing is lost",
    de: "Auf Zuruf mache ich nichts rückgängig: Öffne History neben diesem Chat und stelle die Revision davor wieder her, sie kommt ganz zurück und nichts geht verloren",
  },
];

/** Finds such wishes in an edit. Any text is read; none throws. */
export function readNotYet(tokens: readonly Token[], amounts: Amounts, language: SpokenLanguage): NotYet {
  const list = tokens.map((token) => token.text);
  const said: Said = { list, all: new Set(list), amounts };
  const meant = wishes.filter((wish) => wish.isMeant(said));
  const improved = improvements.filter((one) => one.isMeant(said));
  return {
    aims: improved.map((one) => one.aim(said)),
    reasons: meant.map((wish) => wish[language]),
    words: new Set([...meant, ...improved].flatMap((wish) => [...wish.words])),
    moneyIsBudget: isBudget(said),
    timeIsLife: isLife(said),
  };
}
