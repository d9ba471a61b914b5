import type { FirmwareLanguage, FunctionId, Place, PowerSource, SpokenLanguage } from "./lists.ts";

/** A function that the design must serve. `source` says whether a person named it or the engine assumed it. */
export interface FunctionWanted {
  id: FunctionId;
  /** In the language of the person: "temperature". */
  label: string;
  quantity: number;
  source: "asked" | "assumed";
  /** The exact part a person named for it ("DHT22"), which nothing may swap silently. */
  catalogId?: string;
  /** An LED's or a button's colour, where one was named. */
  colour?: string;
}

/** A default that was taken because the goal did not say. `field` names the requirement that it fills. */
export interface Assumption {
  field: "board" | "power" | "place" | "firmware" | "budget" | "function" | "life" | "interval" | "currency";
  text: string;
}

export interface Budget {
  /** In US cents, at typical prices. */
  cents: number;
  /** true: "at most", "no more than", "hard limit"; over it is an error. */
  hard: boolean;
  /** ISO 4217 as the person wrote it; `displayCents` in it. */
  currency: string;
  displayCents: number;
  rateDate?: string;
}

/** Everything that was understood of what a person wants. Plain data: it is stored in the context artifact. */
export interface Requirements {
  /** The first goal as it was written. */
  goal: string;
  language: SpokenLanguage;
  functions: FunctionWanted[];
  board: { catalogId: string | null; named: boolean };
  firmware: FirmwareLanguage;
  power: { source: PowerSource; named: boolean; lifeHours: number | null; wakeMinutes: number | null };
  place: Place | null;
  budget: Budget | null;
  /** Catalogue ids that the design must not use. */
  excluded: string[];
  /** Catalogue ids that the person has already. */
  owned: string[];
  /** A mains load was asked for: low-voltage side only, and never verified. */
  mains: boolean;
  constraints: string[];
  assumed: Assumption[];
  notUnderstood: string[];
  /** Functions that an edit gave up with the part that served them, told to the person and not assumed again. */
  dropped?: { id: FunctionId; label: string; because: string }[];
  /** A board that was named and that the catalogue does not hold. */
  missingBoard?: string;
  /** A thing that was named as the goal and that this engine cannot build ("a drone"). */
  unsupported?: string;
}

/** One change of the requirements that a message asks for. */
export type Edit =
  | { kind: "replace"; fromCatalogIds: string[]; functionIds: FunctionId[]; toCatalogId: string }
  | { kind: "add"; functions: FunctionWanted[] }
  | { kind: "remove"; catalogIds: string[]; functionIds: FunctionId[]; label: string }
  /** Pieces of the colour `colour` (null: of none) become `quantity`, 1 to 12, and take the colour `toColour` where it is not null. */
  | { kind: "adjust"; functionId: FunctionId; colour: string | null; quantity: number; toColour: string | null }
  | { kind: "set-board"; catalogId: string }
  | { kind: "set-budget"; budget: Budget }
  | { kind: "set-power"; source: PowerSource; lifeHours: number | null; wakeMinutes: number | null };
