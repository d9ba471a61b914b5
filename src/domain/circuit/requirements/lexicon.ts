import { allParts } from "../catalogue/catalogue.ts";
import type { CatalogPart } from "../catalogue-part.ts";
import type { FirmwareLanguage, FunctionId, Place, PowerSource } from "../lists.ts";
import { functionIds } from "../lists.ts";
import { firmwareWords, mainsWords, ownership, placeWords, powerWords } from "./lexicon-context.ts";
import { functionWords } from "./lexicon-functions.ts";
import { missingSupplies, missingThings, otherBoards } from "./lexicon-missing.ts";
import type { KnownProject } from "./lexicon-projects.ts";
import { knownProjects, outOfReach, outOfReachAlone } from "./lexicon-projects.ts";
import { scenePhrases } from "./lexicon-scene.ts";
import { phraseKey } from "./tokens.ts";
import { WordShelf } from "./typos.ts";

/** What a phrase of the lexicon stands for. */
export type Meaning =
  | { kind: "part"; catalogId: string }
  | { kind: "board"; catalogId: string }
  | { kind: "function"; id: FunctionId }
  | { kind: "project"; project: KnownProject }
  | { kind: "power"; source: PowerSource; catalogId?: string }
  | { kind: "place"; place: Place }
  | { kind: "firmware"; language: FirmwareLanguage }
  | { kind: "arduino" }
  | { kind: "mains" }
  | { kind: "own" }
  /** Boards of one maker or chip: "no ESP" refuses them all, "an ESP" leaves the rest out. */
  | { kind: "family"; catalogIds: string[] }
  /** Sounds like a part and asks for nothing: "pan and tilt". */
  | { kind: "scene" }
  | { kind: "other-board"; name: string }
  | { kind: "missing"; supply?: true }
  | { kind: "unreachable"; alone: boolean; en: string; de: string };

/** Longest phrase of the lexicon, in tokens. */
export const longestPhrase = 6;

const phrases = new Map<string, Meaning>();

/** The first meaning of a phrase wins, so that what is registered first is the stronger one. */
function learn(names: readonly string[], meaning: Meaning): void {
  for (const name of names) {
    const key = phraseKey(name);
    if (!phrases.has(key)) phrases.set(key, meaning);
  }
}

const plural = (name: string): string[] => {
  if (/(ch|sh|x)$/.test(name)) return [name, `${name}s`, `${name}es`];
  return /[a-z]$/.test(name) && !name.endsWith("s") ? [name, `${name}s`] : [name];
};

/** The source that naming a part means, or null for what is no source. A panel charges a battery. */
export function sourceOf(part: CatalogPart): PowerSource | null {
  if (part.battery !== undefined || part.id === "solar-panel-6v" || part.id === "cn3791") return "battery";
  if (part.id === "power-bank") return "usb";
  return part.supply !== undefined && part.supplyVolts === null ? "adapter" : null;
}

/** The named battery or adapter where it is not the one that is taken anyway; null for that one. */
export function unusualSupply(catalogId: string | undefined): string | null {
  if (catalogId === "cn3791") return "solar-panel-6v";
  return catalogId === undefined || catalogId === "cell-18650" || catalogId === "adapter-5v-2a" ? null : catalogId;
}

function learnParts(): void {
  for (const part of allParts) {
    const names = [...part.aliases.en.flatMap(plural), ...part.aliases.de, part.partNumber, part.id];
    if (part.board !== undefined) learn(names, { kind: "board", catalogId: part.id });
    else if (sourceOf(part) !== null)
      learn(names, { kind: "power", source: sourceOf(part) ?? "battery", catalogId: part.id });
    else learn(names, { kind: "part", catalogId: part.id });
  }
}

/** Families of boards by the words for them. */
const families: { names: string[]; has(mcu: string): boolean }[] = [
  { names: ["esp", "esps", "espressif", "esp board", "esp module"], has: (mcu) => mcu.startsWith("esp") },
  { names: ["avr", "atmega"], has: (mcu) => mcu.startsWith("atmega") },
];

/** Adapters by volts and the amperes that makers write beside them: the smallest of the catalogue that gives so much. */
const adapters: { volts: number; amps: number[]; catalogId: string }[] = [
  { volts: 5, amps: [1, 2], catalogId: "adapter-5v-2a" },
  { volts: 5, amps: [3, 4], catalogId: "adapter-5v-4a" },
  { volts: 5, amps: [5, 6], catalogId: "adapter-5v-6a" },
  { volts: 12, amps: [1, 2], catalogId: "adapter-12v-2a" },
  { volts: 12, amps: [3, 4, 5], catalogId: "adapter-12v-5a" },
];
const adapterNouns = [
  "adapter",
  "adaptor",
  "power supply",
  "power adapter",
  "supply",
  "psu",
  "netzteil",
  "steckernetzteil",
];

function learnAdapters(): void {
  for (const { volts, amps, catalogId } of adapters) {
    const figures = amps.flatMap((amp) => [`${volts}v ${amp}a`, `${volts} v ${amp} a`, `${volts}v/${amp}a`]);
    const all = [...figures, ...(amps.includes(2) ? [`${volts}v`, `${volts} v`, `${volts} volt`] : [])];
    const names = all.flatMap((figure) => adapterNouns.map((noun) => `${figure} ${noun}`));
    learn(names, { kind: "power", source: "adapter", catalogId });
  }
}

function learnFamilies(): void {
  for (const { names, has } of families) {
    const catalogIds = allParts.flatMap((part) => (part.board !== undefined && has(part.board.mcu) ? [part.id] : []));
    learn(names, { kind: "family", catalogIds });
  }
}

const fanWords = ["fan", "fans", "lüfter", "ventilator"].flatMap((noun) =>
  ["5v", "5 v", "5 volt"].flatMap((volts) => [`${noun} ${volts}`, `${volts} ${noun}`, `${volts} pwm ${noun}`]),
);

function learnContext(): void {
  for (const source of ["battery", "usb", "adapter", "mains"] as const)
    learn(powerWords[source], { kind: "power", source });
  for (const place of ["outdoors", "wet", "indoors"] as const) learn(placeWords[place], { kind: "place", place });
  for (const language of ["arduino", "micropython"] as const)
    learn(firmwareWords[language], { kind: "firmware", language });
  learn(mainsWords, { kind: "mains" });
  learn(ownership, { kind: "own" });
  learn(["arduino"], { kind: "arduino" });
}

for (const { names, en, de } of outOfReach) learn(names, { kind: "unreachable", alone: false, en, de });
learn(missingSupplies.flatMap(plural), { kind: "missing", supply: true });
learn(scenePhrases, { kind: "scene" });
learnParts();
learnFamilies();
learnAdapters();
learn(fanWords, { kind: "part", catalogId: "fan-5v" });
for (const { names, name } of otherBoards) learn(names, { kind: "other-board", name });
learn(missingThings.flatMap(plural), { kind: "missing" });
for (const project of knownProjects) learn(project.names, { kind: "project", project });
for (const id of functionIds) learn([...functionWords[id].en, ...functionWords[id].de], { kind: "function", id });
learnContext();
for (const { names, en, de } of outOfReachAlone) learn(names, { kind: "unreachable", alone: true, en, de });

/** The meaning of a phrase whose tokens are joined by single spaces. */
export function meaningOf(phrase: string): Meaning | undefined {
  return phrases.get(phrase);
}

/** The one word of the lexicon that a misspelt one means; undefined where none or several are near. Words of two kinds are not guessed at. */
export function meantWord(word: string): string | undefined {
  shelf ??= new WordShelf(
    [...phrases].flatMap(([key, { kind }]) =>
      kind === "missing" || kind === "unreachable" || kind === "own" ? [] : key,
    ),
  );
  return shelf.meant(word);
}

let shelf: WordShelf | undefined;
