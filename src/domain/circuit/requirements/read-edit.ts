import { partById } from "../catalogue/catalogue.ts";
import type { Design } from "../design.ts";
import type { FirmwareLanguage, FunctionId, SpokenLanguage } from "../lists.ts";
import type { Edit, FunctionWanted } from "../requirements.ts";
import type { Amounts } from "./amounts.ts";
import { readAmounts } from "./amounts.ts";
import { anotherBoard } from "./another-board.ts";
import { labelOf } from "./assumptions.ts";
import { budgetByWords, readBudgetBy } from "./budget-edit.ts";
import { readConditions } from "./conditions.ts";
import { contradiction } from "./contradiction.ts";
import { readDevicesEdit } from "./devices-edit.ts";
import type { Act, Message } from "./edit-mains.ts";
import { mainsEdits } from "./edit-mains.ts";
import type { EditAction } from "./edit-words.ts";
import { editActions, insteadWords, moreWords, ordinals } from "./edit-words.ts";
import { spokenLanguage } from "./language.ts";
import { stopWords } from "./lexicon-context.ts";
import { measuresMains, whyNotAtMains } from "./mains-measuring.ts";
import { isNewGoal, isQuestion } from "./message-kind.ts";
import { boardStays, readNotYet } from "./not-yet.ts";
import { countsUp, readPieces } from "./pieces-edit.ts";
import type { PinReading } from "./pin-edit.ts";
import { pinMoveWords, readPinMove } from "./pin-edit.ts";
import { powerOutcome, powerSwapped } from "./power-edit.ts";
import { readActs } from "./read-acts.ts";
import type { Mention, Scan } from "./scan.ts";
import { scan } from "./scan.ts";
import { tokenize } from "./tokens.ts";
import { unmetMention, unmetVoltsOf } from "./unmet.ts";
import { functionsOf, mainFunctions, namedId } from "./wanted.ts";

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
  /** What stands in for it serves something else, so that it is removed by itself. */
  fromGoes: boolean;
}

/** What an act comes to: an edit, or a sentence why there is none. */
interface Outcome {
  edit?: Edit | null;
  reason?: string;
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

function replaceEdit(design: Design, toId: string, from: Mention[]): Extract<Edit, { kind: "replace" }> | null {
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
  const replaced = replaceEdit(design, id, place.from);
  if (replaced === null) return place.instead ? null : addEdit(design, functions);
  return mention.quantity !== null && mention.quantity > 1 ? { ...replaced, quantity: mention.quantity } : replaced;
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

/** "I already have a DHT22": it is taken, and costs nothing. */
function ownEdits({ mentions }: Scan): Edit[] {
  const catalogIds = mentions.flatMap((mention) => (mention.owned && !mention.negated ? (namedId(mention) ?? []) : []));
  return catalogIds.length === 0 ? [] : [{ kind: "own", catalogIds }];
}

/** Limits that the message names, with what must measure them. */
function conditionEdits({ text, found, design }: Message & { text: string }): Edit[] {
  const { conditions } = readConditions(text, found);
  if (conditions.length === 0) return [];
  const { functions, language } = design.requirements;
  const missing = conditions.filter(({ functionId }) => !functions.some((one) => one.id === functionId));
  const measuring = missing.map(
    ({ functionId: id }): FunctionWanted => ({ id, label: labelOf(id, language), quantity: 1, source: "asked" }),
  );
  const added: Edit[] = measuring.length === 0 ? [] : [{ kind: "add", functions: measuring }];
  return [...added, { kind: "set-conditions", conditions }];
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
  if (edit?.kind !== "remove") return { edit };
  const count = design.parts.filter((one) => one.catalogId === id).length;
  if (mention.quantity !== null && count > mention.quantity) return { edit: { ...edit, quantity: mention.quantity } };
  if (isThere(edit, design)) return { edit };
  return {
    reason: say(`Nothing in the design does “${edit.label}”`, `Im Entwurf ist kein Teil für „${edit.label}“`),
  };
}

interface Context {
  text: string;
  design: Design;
  found: Scan;
  place: Place;
  language: SpokenLanguage;
  say(en: string, de: string): string;
}

/** A wish outside the catalogue is told and not taken up; one that the goal had is given up when it is removed. */
function missing(action: EditAction, mention: Mention, { design, found, text, language, say }: Context): Outcome {
  const entry = unmetMention({ text, found, language }, mention);
  if (entry === null) return {};
  if (action !== "remove") return { reason: `${entry.what}: ${entry.why}` };
  const known = (design.requirements.unmet ?? []).find(({ what }) => what.toLowerCase() === entry.what.toLowerCase());
  if (known !== undefined) return { edit: { kind: "give-up", what: known.what } };
  return { reason: say(`Nothing in the design does “${entry.what}”`, `Im Entwurf ist kein Teil für „${entry.what}“`) };
}

/** The firmware language that a mention names; of a design in MicroPython plain "Arduino" names the language, not the board. */
function languageOf({ design }: Context, { meaning }: Mention): FirmwareLanguage | null {
  if (meaning.kind === "firmware") return meaning.language;
  return meaning.kind === "arduino" && design.requirements.firmware === "micropython" ? "arduino" : null;
}

/** Refusing one language asks for the other; what is left or kept says nothing by itself. */
function firmwareEdit(action: EditAction, named: FirmwareLanguage, { requirements }: Design): Edit | null {
  if (action === "from" || action === "keep") return null;
  const other = named === "arduino" ? "micropython" : "arduino";
  const firmware = action === "remove" ? other : named;
  return firmware === requirements.firmware ? null : { kind: "set-firmware", firmware };
}

function outcomeOf({ action, mention }: Act, context: Context): Outcome {
  const { design, found, place, say } = context;
  const { meaning } = mention;
  const language = languageOf(context, mention);
  if (language !== null) return { edit: firmwareEdit(action, language, design) };
  if (meaning.kind === "missing") return missing(action, mention, context);
  const unfit = /^(add|use|to)$/.test(action) ? unmetVoltsOf(context, mention) : null;
  if (unfit?.about === "load") return { reason: `${unfit.what}: ${unfit.why}` };
  const pieces =
    action === "keep" ? null : readPieces({ action, mention, found, instead: place.instead }, design, context.language);
  if (pieces !== null) return pieces;
  if (action === "from") return place.fromGoes ? removal(mention, context) : {};
  if (action === "keep")
    return { reason: say("I change nothing of what should stay", "Was bleiben soll, ändere ich nicht") };
  if (meaning.kind === "power") return powerOutcome(action, meaning, context);
  if (action === "remove") return removal(mention, context);
  const functions = functionsOf(mention, design.requirements.language);
  if (action === "add" && functions.length > 0)
    return { edit: { kind: "add", functions: withMore(functions, mention, context) } };
  return { edit: editOfUse(design, mention, place) };
}

/** "replace the relay with a buzzer": the new thing is no part that shares a function, so that the old one must go by itself. */
function fromGoes(acts: readonly Act[]): boolean {
  const ids = (act: Act) => functionsOf(act.mention, "en").map((one) => one.id);
  const old = acts.filter((act) => act.action === "from").flatMap(ids);
  const others = acts.filter((act) => /^(to|use|add)$/.test(act.action) && ids(act).length > 0);
  return (
    others.length > 0 &&
    others.every((act) => namedId(act.mention) === null && !ids(act).some((id) => old.includes(id)))
  );
}

/** Pieces of the part that are there and those that join: "a second BME280", "another DHT22". */
function withMore(functions: FunctionWanted[], mention: Mention, { found, design }: Context): FunctionWanted[] {
  const id = namedId(mention) ?? onlyServing(functions, design);
  const before = found.tokens[mention.from - 1]?.text ?? "";
  if (id === null || !(ordinals.has(before) || moreWords.has(before) || /^(another|weiterer|weiteres)$/.test(before)))
    return functions;
  const there = design.parts.filter((part) => part.catalogId === id).length;
  return functions.map((one) =>
    countsUp(one.id) ? one : { ...one, catalogId: id, quantity: there + (mention.quantity ?? 1) },
  );
}

/** The one kind of part that does exactly this in the design: "a second soil sensor" is another of it. */
function onlyServing(functions: FunctionWanted[], design: Design): string | null {
  const ids = partsServing(
    design,
    functions.map((one) => one.id),
  );
  const [id] = ids;
  return id !== undefined && ids.length === 1 && mainFunctions(id).length === functions.length ? id : null;
}

function outcomesOf({ acts, found, design, text }: Message & { text: string }, language: SpokenLanguage): Outcome[] {
  const place = {
    from: acts.filter((act) => act.action === "from").map((act) => act.mention),
    instead: found.tokens.some((token) => insteadWords.has(token.text)),
    fromGoes: fromGoes(acts),
  };
  const say = (en: string, de: string) => (language === "de" ? de : en);
  return acts.map((act) => outcomeOf(act, { text, design, found, place, language, say }));
}

function isThere(edit: Extract<Edit, { kind: "remove" }>, design: Design): boolean {
  const wanted = design.requirements.functions.some((one) => edit.functionIds.includes(one.id));
  return edit.catalogIds.length > 0
    ? design.parts.some((part) => edit.catalogIds.includes(part.catalogId ?? ""))
    : wanted;
}

/** Pieces without what only makes up an edit and without what a reason has answered. */
function unexplained(found: Scan, answered: ReadonlySet<string>): string[] {
  const isKnown = (word: string) =>
    Object.hasOwn(editActions, word) || [insteadWords, stopWords, ordinals, answered].some((known) => known.has(word));
  return found.unknown.filter((piece) => !tokenize(piece).every((token) => isKnown(token.text)));
}

/** Pins and designators are no words that need explaining. */
const wordsOfMove = (found: Scan): ReadonlySet<string> =>
  new Set([...pinMoveWords, ...found.tokens.flatMap(({ text }) => (/^[a-z]{0,4}\d+$/.test(text) ? [text] : []))]);

const functionsNamed = ({ mentions }: Scan): FunctionWanted[] =>
  mentions.flatMap((mention) => (mention.negated ? [] : functionsOf(mention, "en")));

const moved = (move: Exclude<PinReading, null>): Pick<EditReading, "edits" | "notDone"> =>
  "edit" in move ? { edits: [move.edit], notDone: [] } : { edits: [], notDone: [move.reason] };

/** Reads a message about an existing design, whose devices may be several. Any text is read; none throws. */
export function readEdit(text: string, design: Design): EditReading {
  if (design.requirements.devices !== undefined) return readDevicesEdit(text, design, readDeviceEdit);
  return readDeviceEdit(text, design);
}

/**
 * Reads a message about a design with one device. Edits replace, add and remove parts and functions, set their number and colour, and set
 * board, budget, power and interval. "use a DHT22 instead" stands in for what shares its functions. Any text is read; none throws.
 */
function readDeviceEdit(text: string, design: Design): EditReading {
  const clean = text.normalize("NFKC");
  const tokens = tokenize(clean);
  const amounts = readAmounts(tokens);
  const found = scan(clean, amounts.taken, true);
  const language = spokenLanguage(tokens, design.requirements.language);
  const nothing = { edits: [], question: false, newGoal: false, notDone: [] };
  // The answer to which devices it is about tells them whole.
  if (design.requirements.undivided !== undefined) return { ...nothing, newGoal: true, notUnderstood: [] };
  if (isQuestion(clean, found)) return { ...nothing, question: true, notUnderstood: unexplained(found, new Set()) };
  if (isNewGoal(found)) return { ...nothing, newGoal: true, notUnderstood: unexplained(found, new Set()) };
  const say = (en: string, de: string) => (language === "de" ? de : en);
  const move = readPinMove({ found, design, say });
  if (move !== null) return { ...nothing, ...moved(move), notUnderstood: unexplained(found, wordsOfMove(found)) };
  if (measuresMains(clean, found, functionsNamed(found)))
    return { ...nothing, notDone: [whyNotAtMains[language]], notUnderstood: [] };
  const counted = readBudgetBy(clean, amounts, design.requirements.budget);
  const later = readNotYet(tokens, counted === null ? amounts : { ...amounts, budget: null }, language);
  const message = { text: clean, found, acts: powerSwapped(readActs(found), design.requirements.power), design };
  const torn = contradiction(message, say);
  if (torn !== null) return { ...nothing, notDone: [torn], notUnderstood: unexplained(found, later.words) };
  const outcomes = outcomesOf(message, language);
  const pieces = outcomes.flatMap(({ edit }) => edit ?? []);
  const meant: Amounts = {
    ...amounts,
    budget: later.moneyIsBudget ? amounts.budget : null,
    lifeHours: later.timeIsLife ? amounts.lifeHours : null,
  };
  const otherBoard = pieces.length === 0 ? anotherBoard(found, design) : [];
  return {
    edits: [
      ...otherBoard,
      ...pieces,
      ...ownEdits(found),
      ...mainsEdits(message, pieces),
      ...conditionEdits(message),
      ...amountEdits(design, meant),
      ...(counted?.edit === undefined ? [] : [counted.edit]),
      ...later.aims.map((aim): Edit => ({ kind: "improve", aim: { ...aim, language } })),
    ],
    question: false,
    newGoal: false,
    notDone: [
      ...new Set([
        ...later.reasons,
        ...(counted?.reason === undefined ? [] : [counted.reason[language]]),
        ...outcomes.flatMap(({ reason }) => reason ?? []),
      ]),
    ],
    notUnderstood: unexplained(
      found,
      counted === null && !later.moneyIsBudget ? later.words : new Set([...later.words, ...budgetByWords]),
    ),
  };
}
