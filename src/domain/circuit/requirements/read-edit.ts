import { partById } from "../catalogue/catalogue.ts";
import type { Design } from "../design.ts";
import type { FunctionId, PowerSource, SpokenLanguage } from "../lists.ts";
import type { Edit, FunctionWanted } from "../requirements.ts";
import type { Amounts } from "./amounts.ts";
import { readAmounts } from "./amounts.ts";
import type { Act, Message } from "./edit-mains.ts";
import { mainsEdits } from "./edit-mains.ts";
import type { EditAction } from "./edit-words.ts";
import { editActions, fewerWords, insteadOf, insteadWords, moreWords } from "./edit-words.ts";
import { spokenLanguage } from "./language.ts";
import { buildVerbs, stopWords } from "./lexicon-context.ts";
import { boardStays, readNotYet } from "./not-yet.ts";
import { readPieces } from "./pieces-edit.ts";
import type { Mention, Scan } from "./scan.ts";
import { scan } from "./scan.ts";
import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";
import { functionsOf, mainFunctions } from "./wanted.ts";

/** What a message wants of a design that is there. */
export interface EditReading {
  edits: Edit[];
  /** It asks something: it changes nothing. */
  question: boolean;
  /** It names a whole other goal: it changes nothing by itself. */
  newGoal: boolean;
  /** What is understood and not done, one sentence each, in the language of the message. */
  notDone: string[];
  /** Pieces that nothing explains, as they were written. */
  notUnderstood: string[];
}

/** What a used part stands instead of, where the message says so. */
interface Place {
  from: Mention[];
  instead: boolean;
}

/** What an act comes to: an edit, or a sentence why there is none. */
interface Outcome {
  edit?: Edit | null;
  reason?: string;
}

const questionWords =
  /^(what|why|how|when|which|who|where|is|are|does|do|did|was|warum|wieso|wie|wann|welche|welcher|welches|wer|wo|ist|sind|hat|has|brauche)$/;
const politeQuestion = /^(can|could|would|will|kannst|könntest|würdest)$/;

/** The part or board that a mention names. */
function namedId({ meaning }: Mention): string | null {
  if (meaning.kind === "part" || meaning.kind === "board") return meaning.catalogId;
  if (meaning.kind === "arduino") return "uno-r3";
  return meaning.kind === "power" ? (meaning.catalogId ?? null) : null;
}

/** What a word does to the action in force: "for" and "to" answer a "replace" only, "of" needs an "instead". */
function actionAt(tokens: Token[], at: number, acts: { now: EditAction; last: EditAction | undefined }): EditAction {
  const { now, last } = acts;
  const word = tokens[at]?.text ?? "";
  if (/^[.;!]$/.test(word)) return "use";
  const next = Object.hasOwn(editActions, word) ? editActions[word] : undefined;
  if (next === undefined) return now;
  if (word === "of" && tokens[at - 1]?.text !== "instead") return now;
  if (next === "to" && !(now === "from" && last === "from")) return now;
  return next;
}

/** Pairs every mention with the verb before it; without one it is used. A negated mention is removed. */
function readActs(found: Scan): Act[] {
  const acts: Act[] = [];
  let action: EditAction = "use";
  let at = 0;
  for (const mention of found.mentions) {
    let onlyNext = false;
    for (; at < mention.from; at++) {
      action = actionAt(found.tokens, at, { now: action, last: acts.at(-1)?.action });
      onlyNext = action === "from" && (onlyNext || insteadOf.has(found.tokens[at]?.text ?? ""));
    }
    const afterwards = found.tokens.slice(mention.to, mention.to + 3).map((token) => token.text);
    const removedAfter = afterwards.includes("weg") || afterwards.includes("raus");
    const counted = countedAct(found, mention);
    acts.push({ action: counted ?? (mention.negated || removedAfter ? "remove" : action), mention });
    if (onlyNext) action = "use";
  }
  return acts;
}

/** "two more LEDs", "one LED less": the number is a difference. */
function countedAct({ tokens }: Scan, { from, to, quantity }: Mention): EditAction | null {
  if (quantity === null) return null;
  const near = [...tokens.slice(Math.max(0, from - 2), from), ...tokens.slice(to, to + 1)].map(({ text }) => text);
  if (near.some((word) => moreWords.has(word))) return "add";
  return near.some((word) => fewerWords.has(word)) ? "remove" : null;
}

/** Parts of the design that serve some of these functions, or that are this part. */
function partsServing(design: Design, functions: readonly FunctionId[]): string[] {
  const ids = design.parts.flatMap(({ catalogId }) => {
    const part = catalogId === null ? undefined : partById(catalogId);
    return part !== undefined && part.board === undefined && part.functions.some((id) => functions.includes(id))
      ? [part.id]
      : [];
  });
  return [...new Set(ids)];
}

function replaceEdit(design: Design, toId: string, from: Mention[]): Edit | null {
  const own = mainFunctions(toId);
  const named = from.flatMap((mention) => fromIds(design, mention));
  const candidates = named.length > 0 ? named : partsServing(design, own);
  const fromCatalogIds = [...new Set(candidates)].filter((id) => id !== toId);
  if (fromCatalogIds.length === 0) return null;
  return { kind: "replace", fromCatalogIds, functionIds: own, toCatalogId: toId };
}

function fromIds(design: Design, mention: Mention): string[] {
  const id = namedId(mention);
  if (id !== null) return design.parts.some((part) => part.catalogId === id) ? [id] : [];
  return partsServing(
    design,
    functionsOf(mention, "en").map((one) => one.id),
  );
}

function editOfUse(design: Design, mention: Mention, place: Place): Edit | null {
  const id = namedId(mention);
  const language = design.requirements.language;
  if (id !== null && partById(id)?.board !== undefined)
    return design.board.id === id ? null : { kind: "set-board", catalogId: id };
  const functions = functionsOf(mention, language);
  if (functions.length === 0) return null;
  if (id === null) return addEdit(design, functions);
  if (design.parts.some((part) => part.catalogId === id) && !place.instead && mention.quantity === null) return null;
  return replaceEdit(design, id, place.from) ?? (place.instead ? null : addEdit(design, functions));
}

/** Only what the design does not do already, unless more pieces or a colour are asked for. */
function addEdit(design: Design, functions: FunctionWanted[]): Edit | null {
  const there = new Set(design.requirements.functions.map((one) => one.id));
  const more = functions.filter(
    (one) => one.quantity > 1 || one.colour !== undefined || one.catalogId !== undefined || !there.has(one.id),
  );
  return more.length === 0 ? null : { kind: "add", functions: more };
}

function removeEdit(mention: Mention, language: "en" | "de"): Edit | null {
  const id = namedId(mention);
  const functions = functionsOf(mention, language);
  if (id === null && functions.length === 0) return null;
  const label = id === null ? functions.map((one) => one.label).join(", ") : (partById(id)?.name ?? id);
  const functionIds = functions.map((one) => one.id);
  return {
    kind: "remove",
    catalogIds: id === null ? [] : [id],
    functionIds: id === null ? functionIds : mainFunctions(id),
    label,
  };
}

function amountEdits(design: Design, amounts: Amounts): Edit[] {
  const edits: Edit[] = [];
  if (amounts.budget !== null) edits.push({ kind: "set-budget", budget: amounts.budget });
  if (amounts.lifeHours !== null || amounts.wakeMinutes !== null) {
    const { power } = design.requirements;
    edits.push({
      kind: "set-power",
      source: power.source,
      lifeHours: amounts.lifeHours ?? power.lifeHours,
      wakeMinutes: amounts.wakeMinutes,
    });
  }
  return edits;
}

function powerOutcome(action: EditAction, source: PowerSource, { design, say }: Context): Outcome {
  const { power } = design.requirements;
  if (action === "remove") {
    if (source !== power.source) return {};
    return {
      reason: say(
        "A design needs a source of power: name the one that it should have (“power it over USB”, “run it on a battery”)",
        "Ein Entwurf braucht eine Stromquelle: Nenne die, die er haben soll („Strom über USB“, „nimm einen Akku“)",
      ),
    };
  }
  if (source === power.source && power.named) return {};
  if (action === "add" && power.named) {
    return {
      reason: say(
        "A design has one source of power here: say “use a 5 V adapter instead” or “run it on a battery” to change it",
        "Ein Entwurf hat hier eine Stromquelle: Sag „nimm stattdessen ein Netzteil“ oder „nimm einen Akku“, um sie zu ändern",
      ),
    };
  }
  return { edit: { kind: "set-power", source, lifeHours: null, wakeMinutes: null } };
}

/** What no design can do without, or what only serves other parts, goes with those and not by itself. */
function removal(mention: Mention, { design, say }: Context): Outcome {
  const id = namedId(mention);
  const part = id === null ? undefined : partById(id);
  const there = design.parts.find((one) => one.catalogId === id);
  if (part?.board !== undefined && there !== undefined) {
    return { reason: say(boardStays.en, boardStays.de) };
  }
  if (part !== undefined && there !== undefined && part.functions.length === 0 && part.family !== "mechanical") {
    const because = there.why.replace(/[.!]$/, "");
    return {
      reason: say(
        `The ${part.name} stays, because the other parts need it (${there.role}: ${because})`,
        `${part.name} bleibt, weil die anderen Teile es brauchen (${there.role}: ${because})`,
      ),
    };
  }
  const edit = removeEdit(mention, design.requirements.language);
  if (edit?.kind !== "remove" || isThere(edit, design)) return { edit };
  return {
    reason: say(`Nothing in the design does “${edit.label}”`, `Im Entwurf ist kein Teil für „${edit.label}“`),
  };
}

interface Context {
  design: Design;
  found: Scan;
  place: Place;
  language: SpokenLanguage;
  say(en: string, de: string): string;
}

function outcomeOf({ action, mention }: Act, context: Context): Outcome {
  const { design, found, place, language } = context;
  const { meaning } = mention;
  const pieces = readPieces({ action, mention, found, instead: place.instead }, design, language);
  if (pieces !== null) return pieces;
  if (action === "from") return {};
  if (meaning.kind === "power") return powerOutcome(action, meaning.source, context);
  if (action === "remove") return removal(mention, context);
  const functions = functionsOf(mention, design.requirements.language);
  if (action === "add" && functions.length > 0) return { edit: { kind: "add", functions } };
  return { edit: editOfUse(design, mention, place) };
}

function outcomesOf({ acts, found, design }: Message, language: SpokenLanguage): Outcome[] {
  const place = {
    from: acts.filter((act) => act.action === "from").map((act) => act.mention),
    instead: found.tokens.some((token) => insteadWords.has(token.text)),
  };
  const say = (en: string, de: string) => (language === "de" ? de : en);
  return acts.map((act) => outcomeOf(act, { design, found, place, language, say }));
}

function isThere(edit: Extract<Edit, { kind: "remove" }>, design: Design): boolean {
  const wanted = design.requirements.functions.some((one) => edit.functionIds.includes(one.id));
  return edit.catalogIds.length > 0
    ? design.parts.some((part) => edit.catalogIds.includes(part.catalogId ?? ""))
    : wanted;
}

function isNewGoal(found: Scan): boolean {
  const verbs = found.tokens.map((token) => token.text);
  const projects = found.mentions.filter((one) => one.meaning.kind === "project" || one.meaning.kind === "unreachable");
  const edits = verbs.some(
    (word) => insteadWords.has(word) || /^(add|remove|replace|füge|entferne|ersetze|auch|also)$/.test(word),
  );
  const builds = verbs.some((word) => buildVerbs.has(word)) || /^(a|an|ein|eine|einen|now|jetzt)$/.test(verbs[0] ?? "");
  const known = projects.filter(
    (one) =>
      one.meaning.kind === "unreachable" || (one.meaning.kind === "project" && one.meaning.project.asked.length > 1),
  );
  return known.length > 0 && builds && !edits;
}

function isQuestion(text: string, found: Scan): boolean {
  const first = found.tokens[0]?.text ?? "";
  if (politeQuestion.test(first)) return false;
  return questionWords.test(first) || /\?\s*$/.test(text);
}

/** Pieces without what only makes up an edit and without what a reason has answered. */
function unexplained(found: Scan, answered: ReadonlySet<string>): string[] {
  const isKnown = (word: string) =>
    Object.hasOwn(editActions, word) || insteadWords.has(word) || stopWords.has(word) || answered.has(word);
  return found.unknown.filter((piece) => !tokenize(piece).every((token) => isKnown(token.text)));
}

/**
 * Reads a message about an existing design. Edits replace, add and remove parts and functions, set their number and colour, and set
 * board, budget, power and interval. "use a DHT22 instead" stands in for what shares its functions. Any text is read; none throws.
 */
export function readEdit(text: string, design: Design): EditReading {
  const clean = text.normalize("NFKC");
  const tokens = tokenize(clean);
  const amounts = readAmounts(tokens);
  const found = scan(clean, amounts.taken);
  const language = spokenLanguage(tokens, design.requirements.language);
  const nothing = { edits: [], question: false, newGoal: false, notDone: [] };
  if (isQuestion(clean, found)) return { ...nothing, question: true, notUnderstood: unexplained(found, new Set()) };
  if (isNewGoal(found)) return { ...nothing, newGoal: true, notUnderstood: unexplained(found, new Set()) };
  const later = readNotYet(tokens, amounts, language);
  const message = { found, acts: readActs(found), design };
  const outcomes = outcomesOf(message, language);
  const pieces = outcomes.flatMap(({ edit }) => edit ?? []);
  const meant: Amounts = {
    ...amounts,
    budget: later.moneyIsBudget ? amounts.budget : null,
    lifeHours: later.timeIsLife ? amounts.lifeHours : null,
  };
  return {
    edits: [...pieces, ...mainsEdits(message, pieces), ...amountEdits(design, meant)],
    question: false,
    newGoal: false,
    notDone: [...new Set([...later.reasons, ...outcomes.flatMap(({ reason }) => reason ?? [])])],
    notUnderstood: unexplained(found, later.words),
  };
}
