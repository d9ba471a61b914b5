import type { FixPatch } from "./design.ts";
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
  /** Whose wish it is, where a design has several devices. */
  deviceId?: string;
}

/** By what two devices of a design reach each other: a module at either end, or the radio of ESP boards without a router. */
export const linkRadios = ["nrf24", "lora", "hc-05", "esp-now"] as const;
export type LinkRadio = (typeof linkRadios)[number];

/** Which end of the link a device is. What it measures goes from the sender to the receiver, and nothing comes back. */
export interface DeviceLink {
  role: "sender" | "receiver";
  radio: LinkRadio;
  /** false where the words left it open, or only said that it is wireless. */
  isNamed: boolean;
}

/** What is wanted of one of several devices; its requirements are those of a design of its own, with their `link`. */
export interface DeviceWishes {
  id: string;
  requirements: Requirements;
}

/** A default that was taken because the goal did not say. `field` names the requirement that it fills. */
export interface Assumption {
  field:
    | "board"
    | "power"
    | "place"
    | "firmware"
    | "budget"
    | "function"
    | "life"
    | "interval"
    | "currency"
    | "words"
    | "count"
    | "radio";
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

/** A wish that was understood and that the design does not meet; never swapped for something else silently. */
export interface Unmet {
  /** As the person wrote it: "heart rate", "12 V pump". */
  what: string;
  /** In the language of the person, without a full stop. */
  why: string;
  /** What an edit must change to settle it: `power` goes with another source, `load` with its function. */
  about?: "part" | "power" | "load" | "firmware" | "condition" | "count";
  functionId?: FunctionId;
}

/** "above 25 °C": when a measured value makes an output act. */
export interface Condition {
  /** The measuring function. */
  functionId: FunctionId;
  when: "above" | "below";
  /** In the unit of the function: °C, % of relative humidity, soil moisture or brightness, cm, hPa. */
  value: number;
  unit: "°C" | "%" | "cm" | "hPa";
  /** The output that the message names with it; null where it names none. */
  output: FunctionId | null;
  /** What the output does while the condition holds. */
  turns: "on" | "off";
}

/** What the relay switches. `unknown` counts as mains until somebody says. `volts` as named, null where not. */
export interface SwitchedLoad {
  load: "mains" | "low" | "unknown";
  volts: number | null;
}

/** What a message wants improved without giving up what was asked: money, room, or hours on a charge. */
export const aimKinds = ["cheaper", "smaller", "longer-life"] as const;
export type AimKind = (typeof aimKinds)[number];

export interface Aim {
  kind: AimKind;
  /** How much cheaper at least, in US cents; absent where any amount is welcome. */
  byCents?: number;
  /** Language of the message, for the answer; absent where it is the design's. */
  language?: SpokenLanguage;
}

/** A fix that a person applied: it is made again whenever the design is wired, as long as it fits. */
export interface Repair {
  ruleId: string;
  label: string;
  /** Names no pin of a breadboard: those are given out anew. */
  patch: FixPatch[];
  /** Designators of the parts that it brought. */
  made: string[];
}

/** Everything that was understood of what a person wants. Plain data: it is stored in the context artifact. */
export interface Requirements {
  /** The first goal as it was written. */
  goal: string;
  language: SpokenLanguage;
  functions: FunctionWanted[];
  board: { catalogId: string | null; named: boolean };
  firmware: FirmwareLanguage;
  power: {
    source: PowerSource;
    named: boolean;
    lifeHours: number | null;
    wakeMinutes: number | null;
    /** The battery or adapter that was named, where it is not the usual one. */
    catalogId?: string;
  };
  place: Place | null;
  budget: Budget | null;
  /** Catalogue ids that the design must not use. */
  excluded: string[];
  /** Catalogue ids of drivers that a person named for what hangs on them ("with an L298N"). */
  preferred?: string[];
  /** Catalogue ids that the person has already. */
  owned: string[];
  /** A mains load was asked for, or a switched load of unknown voltage: low-voltage side only, and never verified. */
  mains: boolean;
  constraints: string[];
  assumed: Assumption[];
  notUnderstood: string[];
  /** Functions that an edit gave up with the part that served them, told to the person and not assumed again; `source` absent counts as asked. */
  dropped?: { id: FunctionId; label: string; because: string; source?: "asked" | "assumed" }[];
  /** What was understood of the goal and cannot be given ("heart rate", "MicroPython"), each with the reason: such a design fails. */
  unmet?: Unmet[];
  /** Limits that the person named. */
  conditions?: Condition[];
  /** Present while a switched load is wanted. */
  switched?: SwitchedLoad;
  /** A board that was named and that the catalogue does not hold. */
  missingBoard?: string;
  /** What is wanted of each device where the goal is about two that talk to each other; all the rest then tells of both together. */
  devices?: DeviceWishes[];
  /** How this device reaches the other one; only in the requirements of one of several. */
  link?: DeviceLink;
  /** Why several devices cannot be designed as the goal says, with goals that can be. */
  undivided?: { why: "too-many" | "not-told"; answers: string[] };
  /** What the next design has to improve; no design keeps it. */
  aim?: Aim;
  /** What came of the last improvement, for people. */
  improved?: { reached: boolean; text: string };
  /** Catalogue ids that an improvement took: they stay until somebody asks for others. */
  taken?: string[];
  /** Signals that a person moved: the net on the board's side (`D1_A`) and the board's pin as printed. */
  pins?: { need: string; pin: string }[];
  /** The design is a diagram that was brought in: its wires are the person's own until something is changed. */
  imported?: true;
  /** Fixes that were applied, oldest first. */
  repairs?: Repair[];
  /** A thing that was named as the goal and that this engine cannot build ("a drone"). */
  unsupported?: string;
}

/** Edits without whose they are. */
export const plainEdits = (edits: readonly Edit[]): PlainEdit[] =>
  edits.flatMap((edit) => (edit.kind === "change-device" ? edit.edits : [edit]));

/** One change of the requirements that a message asks for. */
export type Edit =
  | PlainEdit
  /** What changes about one of several devices; edits of the whole (budget, aim) stand beside it. */
  | { kind: "change-device"; deviceId: string; edits: PlainEdit[] };

/** A change of one device, or of the whole of a design. */
export type PlainEdit =
  | { kind: "replace"; fromCatalogIds: string[]; functionIds: FunctionId[]; toCatalogId: string; quantity?: number }
  | { kind: "add"; functions: FunctionWanted[] }
  /** Without `quantity` all pieces go, else so many. */
  | { kind: "remove"; catalogIds: string[]; functionIds: FunctionId[]; label: string; quantity?: number }
  /** What the relay switches; a mains load that was named is not taken back by it. */
  | { kind: "set-mains"; switched: SwitchedLoad }
  | { kind: "set-conditions"; conditions: Condition[] }
  /** A wish that cannot be met is given up: the `what` of its entry. */
  | { kind: "give-up"; what: string }
  | { kind: "improve"; aim: Aim }
  /** The person has these already. */
  | { kind: "own"; catalogIds: string[] }
  | { kind: "move-pin"; need: string; pin: string }
  /** Pieces of the colour `colour` (null: of none) become `quantity`, 1 to 12, and take the colour `toColour` where it is not null. */
  | {
      kind: "adjust";
      functionId: FunctionId;
      colour: string | null;
      quantity: number;
      toColour: string | null;
      /** All functions that this part was named for, whatever `functionId` and `colour` say. */
      catalogId?: string;
    }
  | { kind: "set-board"; catalogId: string }
  | { kind: "set-firmware"; firmware: FirmwareLanguage }
  | { kind: "set-budget"; budget: Budget }
  | {
      kind: "set-power";
      source: PowerSource;
      lifeHours: number | null;
      wakeMinutes: number | null;
      /** null where the usual battery or adapter is meant; absent where the one that is there stays. */
      catalogId?: string | null;
    };
