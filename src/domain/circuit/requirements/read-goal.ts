import { allParts, partById, partsWithFunction } from "../catalogue/catalogue.ts";
import { deviceWishes } from "../devices/device-wishes.ts";
import { wholeRequirements } from "../devices/whole-requirements.ts";
import type { FirmwareLanguage, FunctionId } from "../lists.ts";
import type { Assumption, FunctionWanted, Requirements } from "../requirements.ts";
import { readAmounts } from "./amounts.ts";
import { labelOf, withAssumptions } from "./assumptions.ts";
import type { ConditionsReading } from "./conditions.ts";
import { readConditions } from "./conditions.ts";
import { isBoard } from "./device-clauses.ts";
import { withoutDeviceWords } from "./device-words.ts";
import { unreadFigures } from "./figures.ts";
import { spokenLanguage } from "./language.ts";
import { unusualSupply } from "./lexicon.ts";
import { buildVerbs } from "./lexicon-context.ts";
import { mainsMeter, mainsUnmet, measuresMains, onlyMeters } from "./mains-measuring.ts";
import { tellsOfOpening } from "./openings.ts";
import type { Mention, Scan } from "./scan.ts";
import { scan } from "./scan.ts";
import { settleMentions } from "./settle-mentions.ts";
import type { DevicesReading } from "./split-devices.ts";
import { splitDevices } from "./split-devices.ts";
import { notForLife, onePerPlant, placedInWater } from "./surroundings.ts";
import { readSwitched } from "./switched-load.ts";
import { tokenize } from "./tokens.ts";
import { readUnmet } from "./unmet.ts";
import { functionsOf, mergeWanted } from "./wanted.ts";

/** A goal with its requirements, or why the text holds none. `notUnderstood` are pieces of the text as they were written. */
export type GoalReading =
  | { kind: "goal"; requirements: Requirements }
  | {
      kind: "none";
      why: "empty" | "small_talk" | "question" | "nothing_known";
      language: "en" | "de";
      notUnderstood: string[];
    };

const outputs = /^(show|act|talk|log|play)-/;

function readBoard(mentions: Mention[]): Requirements["board"] {
  const named = mentions.find((one) => one.meaning.kind === "board" && !one.negated);
  if (named?.meaning.kind === "board") return { catalogId: named.meaning.catalogId, named: true };
  const arduino = mentions.some((one) => one.meaning.kind === "arduino" && !one.negated);
  return arduino ? { catalogId: "uno-r3", named: true } : { catalogId: null, named: false };
}

function readPower(mentions: Mention[]): Requirements["power"] {
  const named = mentions.flatMap((one) => (one.meaning.kind === "power" && !one.negated ? [one.meaning] : []));
  const source = named.some((one) => one.source === "battery") ? "battery" : named[0]?.source;
  const catalogIds = named.flatMap((one) => (one.source === source ? (unusualSupply(one.catalogId) ?? []) : []));
  // A panel needs a cell anyway: who names both means the panel.
  const catalogId = catalogIds.find((id) => id === "solar-panel-6v") ?? catalogIds[0];
  const supply = catalogId === undefined ? {} : { catalogId };
  return { source: source ?? "usb", named: source !== undefined, lifeHours: null, wakeMinutes: null, ...supply };
}

const allBoards = allParts.flatMap((part) => (part.board === undefined ? [] : [part.id]));

/** Catalogue ids that a mention rules out: a refused part or board, the boards of a refused family, those outside a wanted one. */
function refusedParts({ meaning, negated }: Mention): string[] {
  if (meaning.kind === "family")
    return negated ? meaning.catalogIds : allBoards.filter((id) => !meaning.catalogIds.includes(id));
  if (!negated) return [];
  return meaning.kind === "part" || meaning.kind === "board" ? [meaning.catalogId] : [];
}

function wantedFunctions(mentions: Mention[], language: "en" | "de"): FunctionWanted[] {
  const refused = new Set<FunctionId>();
  let wanted: FunctionWanted[] = [];
  for (const mention of mentions) {
    const functions = functionsOf(mention, language);
    if (!mention.negated) wanted = mergeWanted(wanted, functions);
    // "no DHT22" refuses one part; "no display" refuses what a display does.
    else if (mention.meaning.kind !== "part") for (const one of functions) refused.add(one.id);
  }
  return wanted.filter((one) => !refused.has(one.id) || one.catalogId !== undefined);
}

/** Opens with a question word and tells nothing after its question mark: "is my garage door open? Reed switch on a D1 mini" is a goal. */
function isQuestion(text: string, found: Scan): boolean {
  const tokens = tokenize(text);
  const mark = tokens.findIndex((token) => token.text === "?");
  const tellsMore =
    mark >= 0 && found.mentions.some((one) => one.from > mark && /^(part|board|function)$/.test(one.meaning.kind));
  if (tellsMore) return false;
  const asks =
    /^(what|why|how|when|which|who|where|is|are|does|do|was|warum|wie|wann|welche|welcher|welches|wer|wo|ist|sind)$/;
  const builds = tokens.some((token) => buildVerbs.has(token.text));
  return asks.test(tokens[0]?.text ?? "") && !builds;
}

/** A limit implies the function that measures it. */
function withMeasured(wanted: FunctionWanted[], limits: ConditionsReading, language: "en" | "de"): FunctionWanted[] {
  const measuring = limits.conditions.map(
    ({ functionId: id }): FunctionWanted => ({ id, label: labelOf(id, language), quantity: 1, source: "asked" }),
  );
  return mergeWanted(wanted, measuring);
}

/** A door that stands open is felt by a contact, unless something that was named does it: a lock has to open, too. */
function withContact(wanted: FunctionWanted[], found: Scan, language: "en" | "de"): FunctionWanted[] {
  const feels = wanted.some(({ id }) =>
    /^(sense-(contact|magnet|distance|light|motion|tilt)|act-(servo|solenoid))$/.test(id),
  );
  if (feels || !tellsOfOpening(found)) return wanted;
  return [...wanted, { id: "sense-contact", label: labelOf("sense-contact", language), quantity: 1, source: "asked" }];
}

/** A display is assumed for a device that measures and would tell nobody. */
function withOutput(functions: FunctionWanted[], mentions: Mention[], language: "en" | "de"): FunctionWanted[] {
  if (functions.length === 0 || functions.some((one) => outputs.test(one.id))) return functions;
  const refused = mentions.some(
    (one) => one.negated && functionsOf(one, language).some((each) => each.id === "show-text"),
  );
  if (refused) return functions;
  return [...functions, { id: "show-text", label: labelOf("show-text", language), quantity: 1, source: "assumed" }];
}

const understandsNothing = (found: Scan): boolean => found.mentions.every((one) => one.meaning.kind === "place");

/** "a teleporter", "build me a teleporter": a thing is meant, though nobody knows which. */
function soundsLikeGoal({ tokens }: Scan): boolean {
  return /^(a|an|ein|eine|einen)$/.test(tokens[0]?.text ?? "") || tokens.some((token) => buildVerbs.has(token.text));
}

function unreachable(found: Scan, language: "en" | "de", functions: FunctionWanted[]): string | undefined {
  for (const { meaning, negated } of found.mentions) {
    if (meaning.kind === "unreachable" && !negated && (!meaning.alone || functions.length === 0))
      return meaning[language];
  }
  return undefined;
}

/** Why a text without anything to build is none, or null where it holds a goal. */
function noGoal(text: string, found: Scan): Extract<GoalReading, { kind: "none" }>["why"] | null {
  if (found.tokens.length === 0) return "empty";
  if (isQuestion(text, found)) return "question";
  if (!understandsNothing(found)) return null;
  return found.unknown.length > 0 && soundsLikeGoal(found) ? "nothing_known" : "small_talk";
}

/** The first board that was named and that the catalogue does not hold. */
function readMissingBoard(mentions: Mention[]): string | undefined {
  const names = mentions.flatMap(({ meaning, negated }) =>
    meaning.kind === "other-board" && !negated ? [meaning.name] : [],
  );
  return names[0];
}

/**
 * Reads a goal in English or German: functions, quantities, board, power, life, place, budget, owned and refused parts, firmware
 * language, mains; for each of two devices apart where it is about a sender and a receiver. Defaults are listed as assumed, pieces that
 * nothing explains as not understood. Any text is read; none throws.
 */
export function readGoal(text: string): GoalReading {
  const clean = text.normalize("NFKC");
  const amounts = readAmounts(tokenize(clean));
  const whole = scan(clean, amounts.taken);
  const language = spokenLanguage(whole.tokens);
  const why = measuresMains(clean, whole, []) && !isQuestion(clean, whole) ? null : noGoal(clean, whole);
  const split = why === null || why === "small_talk" ? splitDevices(clean, settleMentions(whole)) : null;
  if (why !== null && split === null) return { kind: "none", why, language, notUnderstood: whole.unknown };
  const requirements = readWishes(text, language);
  return {
    kind: "goal",
    requirements: split === null ? withOneOfTwo(requirements, whole) : forDevices(requirements, split),
  };
}

/** Two boards of a goal that is not told apart come to one device, which is said. */
function withOneOfTwo(requirements: Requirements, { mentions }: Scan): Requirements {
  const isCounted = mentions.some(
    (mention) => isBoard(mention) && !mention.negated && !mention.owned && (mention.quantity ?? 1) > 1,
  );
  if (!isCounted) return requirements;
  const text =
    requirements.language === "de"
      ? "Ein Gerät; für zwei sag, was der Sender und was der Empfänger hat und wie sie funken"
      : "One device; for two say what the sender has, what the receiver has, and by which radio";
  return { ...requirements, assumed: [...requirements.assumed, { field: "count", text }] };
}

/** The requirements of a goal for several devices: those of each, or why it cannot be divided. */
function forDevices(read: Requirements, split: DevicesReading): Requirements {
  const notUnderstood = read.notUnderstood.map(withoutDeviceWords).filter((piece) => piece.trim().length > 1);
  const whole = { ...read, notUnderstood };
  const { language } = whole;
  if (split.kind === "undivided") return { ...whole, undivided: { why: split.why, answers: split.answers } };
  const devices = deviceWishes(split, whole, (text) => readWishes(text, language));
  if (devices === null) return { ...whole, undivided: { why: "not-told", answers: examplePairs[language] } };
  return wholeRequirements(whole, devices);
}

/** What a pair may be for, where the goal names only its radio. */
const examplePairs: Record<"en" | "de", string[]> = {
  en: [
    "Sender and receiver with nRF24L01: the sender with a DHT22, the receiver with an OLED",
    "Sender and receiver with nRF24L01: the sender with a button, the receiver with a buzzer",
  ],
  de: [
    "Sender und Empfänger mit nRF24L01: der Sender mit einem DHT22, der Empfänger mit einem OLED",
    "Sender und Empfänger mit nRF24L01: der Sender mit einem Taster, der Empfänger mit einem Summer",
  ],
};

/** The requirements of one device in the words of a text that holds a goal. */
function readWishes(text: string, language: "en" | "de"): Requirements {
  const clean = text.normalize("NFKC");
  const amounts = readAmounts(tokenize(clean));
  const whole = scan(clean, amounts.taken);
  const found = settleMentions(whole);
  const mentions = found.mentions.filter((one) => !one.negated);
  const limits = readConditions(clean, found);
  const asked = withContact(wantedFunctions(found.mentions, language), found, language);
  const all = withMeasured(asked, limits, language);
  const atMains = measuresMains(clean, whole, all);
  const refused = atMains ? ["sense-current", ...(onlyMeters(clean, whole) ? ["act-switch-load"] : [])] : [];
  const kept = all.filter(({ id }) => !refused.includes(id));
  const wanted = onePerPlant(whole, placedInWater(clean, kept));
  const onlyMeasures = atMains && wanted.every(({ id }) => /^(show|talk|log|keep)-/.test(id));
  const unmet = [
    ...(atMains && !onlyMeasures ? [mainsUnmet(language)] : []),
    ...readUnmet({ text: clean, found, language }, wanted, limits),
  ];
  const served = wanted.filter((one) => partsWithFunction(one.id).length > 0);
  const functions = withOutput(served, found.mentions, language);
  const projects = mentions.flatMap((one) => (one.meaning.kind === "project" ? [one.meaning.project] : []));
  const places = mentions.flatMap((one) => (one.meaning.kind === "place" ? [one.meaning.place] : []));
  const thing = onlyMeasures ? mainsMeter[language] : unreachable(found, language, functions);
  const missingBoard = readMissingBoard(mentions);
  const switched = readSwitched(found, mentions);
  const switches = functions.some((one) => one.id === "act-switch-load");
  const requirements: Requirements = {
    goal: text,
    language,
    functions,
    board: readBoard(mentions),
    firmware: readFirmware(mentions),
    power: { ...readPower(mentions), lifeHours: amounts.lifeHours, wakeMinutes: amounts.wakeMinutes },
    place: places[0] ?? projects.find((one) => one.place !== undefined)?.place ?? null,
    budget: amounts.budget,
    excluded: [...new Set(found.mentions.flatMap(refusedParts))],
    owned: ownedParts(mentions),
    mains: atMains || switched.load === "mains" || (switches && switched.load !== "low"),
    constraints: [],
    assumed: [],
    notUnderstood: [...found.unknown, ...unreadFigures(clean, whole, limits.spans)],
    ...preferredParts(mentions),
    ...(unmet.length === 0 ? {} : { unmet }),
    ...(limits.conditions.length === 0 ? {} : { conditions: limits.conditions }),
    ...(switches ? { switched } : {}),
    ...(missingBoard === undefined ? {} : { missingBoard }),
    ...(thing === undefined ? {} : { unsupported: thing }),
  };
  const filled = withAssumptions(requirements, amounts.currencyAssumed);
  const together = [
    ...notForLife(clean, functions, language),
    ...oneDevice(clean, found, language),
    ...oneForSeveral(found, requirements),
    ...slipsTaken(whole, language),
  ];
  return { ...filled, assumed: [...filled.assumed, ...together] };
}

/** The language that was named last; Arduino's where none was. */
function readFirmware(mentions: Mention[]): FirmwareLanguage {
  const named = mentions.flatMap(({ meaning }) => (meaning.kind === "firmware" ? [meaning.language] : []));
  return named.at(-1) ?? "arduino";
}

/** Drivers that were named for the motors of this design, and the cell that was named beside a panel. */
function preferredParts(mentions: Mention[]): Pick<Requirements, "preferred"> {
  const ids = mentions.flatMap(({ meaning, negated }) => {
    if (negated) return [];
    if (meaning.kind === "part" && partById(meaning.catalogId)?.outputs !== undefined) return [meaning.catalogId];
    return meaning.kind === "power" && meaning.catalogId === "lipo-2000" ? [meaning.catalogId] : [];
  });
  return ids.length === 0 ? {} : { preferred: [...new Set(ids)] };
}

/** Misspelt words with what they were taken for. */
function slipsTaken({ slips }: Scan, language: "en" | "de"): Assumption[] {
  return slips.map(({ written, meant }) => ({
    field: "words",
    text: language === "de" ? `„${written}“ als „${meant}“ gelesen` : `Read “${written}” as “${meant}”`,
  }));
}

const several = /^([2-9]|1[0-2]|two|three|four|five|six|zwei|drei|vier|fünf|sechs)$/;
const planted = /^(pots|plants|beds|zones|töpfe|pflanzen|beete|zonen|kästen|blumenkästen)$/;

/** "Bewässerung für 4 Töpfe": what there is one of serves all of them, and that is said. */
function oneForSeveral({ tokens }: Scan, { functions, language }: Requirements): Assumption[] {
  const at = tokens.findIndex(({ text }, index) => planted.test(text) && several.test(tokens[index - 1]?.text ?? ""));
  const single = functions.filter(
    ({ id, quantity }) => (id === "sense-soil-moisture" || id === "act-pump") && quantity === 1,
  );
  if (at < 0 || single.length === 0) return [];
  const many = `${tokens[at - 1]?.text} ${tokens[at]?.text}`;
  const german = many.replace(/\p{L}+$/u, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  const labels = single.map(({ label }) => label).join(language === "de" ? " und " : " and ");
  const text =
    language === "de"
      ? `Einmal ${labels} für alle (${german}); nenne eine Zahl davor, wenn es mehr sein sollen`
      : `One ${labels} for all ${many}; put a number before it for more`;
  return [{ field: "function", text }];
}

/** Three projects in one sentence become one device, and that is said. */
function oneDevice(text: string, { mentions, tokens }: Scan, language: "en" | "de"): Assumption[] {
  const names = mentions.flatMap(({ meaning, negated, from, to }) => {
    const isProject = meaning.kind === "project" && meaning.project.asked.length > 0 && !negated;
    return isProject ? [text.slice(tokens[from]?.start, tokens[to - 1]?.end)] : [];
  });
  if (new Set(names).size < 3) return [];
  const list = names.join(", ");
  return [
    {
      field: "function",
      text: language === "de" ? `Ein Gerät für alles: ${list}` : `One device for all of it: ${list}`,
    },
  ];
}

/** Catalogue ids of what the person says to have. */
function ownedParts(mentions: Mention[]): string[] {
  const ids = mentions.flatMap(({ owned, negated, meaning }) => {
    if (!owned || negated) return [];
    if (meaning.kind === "part" || meaning.kind === "board") return [meaning.catalogId];
    if (meaning.kind === "arduino") return ["uno-r3"];
    if (meaning.kind === "function") return onlyPart(meaning.id);
    return meaning.kind === "power" && meaning.catalogId !== undefined ? [meaning.catalogId] : [];
  });
  return [...new Set(ids)].filter((id) => partById(id) !== undefined);
}

/** "I have a pump" means the one pump of the catalogue; "I have a display" may mean any. */
function onlyPart(id: FunctionId): string[] {
  const parts = partsWithFunction(id).filter((part) => part.board === undefined);
  return parts.length === 1 ? parts.map((part) => part.id) : [];
}
