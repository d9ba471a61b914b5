import type {
  DesignStatus,
  LadderLevel,
  NetKind,
  PartFamily,
  PartInterface,
  Severity,
  Verdict,
  WireColour,
} from "./lists.ts";
import type { BatteryFigures } from "./power/life-at-duty.ts";
import type { Edit, Requirements } from "./requirements.ts";

/** A closed range of a quantity; the unit is in the name of the field that holds it. */
export interface Range {
  min: number;
  max: number;
}

/** Typical and greatest current in mA. */
export interface CurrentMa {
  typ: number;
  max: number;
}

/** A pin as the design uses it: its printed name, what it is for here, and the net it ends in. */
export interface DesignPin {
  name: string;
  /** Electrical type in the catalogue's words, e.g. `power_in`, `io`. */
  type: string;
  /** Net id, absent while nothing is connected. */
  net?: string;
}

/** Another part that could stand here, with its price difference in US cents and what else would change. */
export interface Alternative {
  catalogId: string;
  name: string;
  deltaCents: number;
  effect: string;
}

/** One line of the bill of materials. `id` is the reference designator (U1, R3), never reused in a chat. */
export interface DesignPart {
  id: string;
  deviceId: string;
  /** null for a part of a checked circuit that the catalogue does not know. */
  catalogId: string | null;
  name: string;
  partNumber: string | null;
  category: PartFamily;
  quantity: number;
  /** What it does in this design, in the language of the person. */
  role: string;
  /** Why this part and not its runner-up. */
  why: string;
  owned: boolean;
  unitPriceCents: number;
  priceLowCents: number;
  priceHighCents: number;
  supplier: string | null;
  url: string | null;
  datasheetUrl: string | null;
  supplyVolts: Range | null;
  logicVolts: number | null;
  currentMa: CurrentMa | null;
  interface: PartInterface | null;
  /** The net id of the rail that feeds it, where it has one. */
  rail: string | null;
  /** A value such as `330 ohm` or `0x76`, where the part has one: ohms for resistors, nF for capacitors, I2C address. */
  value: PartValue | null;
  pins: DesignPin[];
  alternatives: Alternative[];
  warnings: string[];
}

/** The figure that makes a part of a kind this one part. */
export type PartValue =
  | { kind: "ohms"; ohms: number }
  | { kind: "farads"; nanofarads: number }
  | { kind: "address"; address: number }
  | { kind: "colour"; colour: string };

/** Joined pins, each as `part:pin`. `volts` is the nominal level, null where it is not known. */
export interface DesignNet {
  id: string;
  name: string;
  kind: NetKind;
  volts: number | null;
  pins: string[];
}

/** One wire that a person lays, from pin to pin. `step` counts 1..n in build order. */
export interface Connection {
  id: string;
  step: number;
  from: string;
  to: string;
  net: string;
  volts: number | null;
  colour: WireColour;
  note: string;
  warning?: string;
}

export interface Library {
  name: string;
  version: string;
}

/** What was done to be able to claim a rung: by which tool, over which input, with which outcome. */
export interface LadderEvidence {
  tool: string;
  version: string;
  /** FNV-1a or SHA-256 over the exact file and wiring that were checked; says which in its prefix. */
  inputHash: string;
  output: string;
  /** ISO date of a run that was not made with this design but stored of an earlier one with the same input. */
  at?: string;
}

/** A rung of the verification ladder. `evidence` is null where the rung was not run here; `reason` says why. */
export interface LadderRung {
  level: LadderLevel;
  passed: boolean;
  evidence: LadderEvidence | null;
  reason?: string;
}

/** Firmware of one Success Unit: 1 bring-up, 2 minimal working device, 3 full device. */
export interface CodeFile {
  deviceId: string;
  filename: string;
  language: "cpp" | "python";
  platform: string;
  unitNumber: 1 | 2 | 3;
  content: string;
  /** Driver files of ours that the file imports and that must lie beside it on the board; absent where there are none. */
  modules?: { filename: string; content: string }[];
  libraries: Library[];
  productionReady: boolean;
  ladder: LadderRung[];
  /** The lines that the serial port should print after a good start; unit 1 only. */
  expectedSerial?: string[];
}

/** A figure with its unit, e.g. `{value: 3.6, unit: "V"}`. */
export interface Quantity {
  value: number;
  unit: string;
}

/**
 * What a fix does to a circuit, small enough to show and to apply again on a moved head. Pins are `part:pin`; a new part gets the next free
 * designator, a new net an id that no other has.
 */
export type FixPatch =
  /** Cuts the pin off its net and puts a resistor between the two. */
  | { op: "add-series-resistor"; pin: string; ohms: number }
  /** A two-terminal part between the nets of two pins, its first end at the first; `ohms` where it is a resistor. */
  | { op: "insert-part"; catalogId: string; between: [string, string]; ohms?: number }
  /** Two resistors that divide what reaches the pin; the lower one ends where `ground` lies. */
  | { op: "add-divider"; pin: string; topOhms: number; bottomOhms: number; ground: string }
  /** Puts these pins of one net behind a channel of a level shifter, a present one's where one is free. The three last ones are pins. */
  | { op: "add-shifter"; high: string[]; lowRail: string; highRail: string; ground: string }
  /** Puts a pin behind a gate of a 74AHCT125, with its capacitor and its unused inputs at ground; a present one's where one is free. */
  | { op: "add-buffer"; pin: string; highRail: string; ground: string }
  | { op: "join"; pins: [string, string] }
  | { op: "disconnect"; pin: string }
  /** Exchanges what hangs on two pins. */
  | { op: "swap-pins"; pins: [string, string] }
  | { op: "move-pin"; part: string; pin: string; to: string }
  | { op: "set-address"; part: string; address: number }
  | { op: "set-ohms"; part: string; ohms: number }
  /** `rail` is the id of the net that feeds the part from now on. */
  | { op: "move-supply"; part: string; rail: string }
  /** A converter or regulator whose input lies where `from` does and whose ground at `ground`; the pins of `feeds` leave their nets for its output. */
  | { op: "add-converter"; catalogId: string; from: string; ground: string; feeds: string[] }
  /** Another part of the catalogue in the place of this one, which keeps its designator; `pins` are the old and the new name where they differ. */
  | { op: "replace-part"; part: string; catalogId: string; pins: [string, string][] }
  | { op: "remove-part"; part: string };

/** A repair of one finding. `id` is unique in a revision; `deltaCents` is the change of the typical total. */
export interface Fix {
  id: string;
  label: string;
  deltaCents: number;
  /** Empty where `edits` says what changes. */
  patch: FixPatch[];
  /** In a design: what changes of its requirements, such as another board. A circuit without requirements has no such fixes. */
  edits?: Edit[];
}

/** What a rule saw. Part ids are those of the circuit that was checked; pins are `part:pin`. */
export interface Finding {
  /** The device that it is about, in a design with several; absent where it is about the whole. */
  deviceId?: string;
  ruleId: string;
  severity: Severity;
  message: string;
  nets: string[];
  pins: string[];
  parts: string[];
  measured?: Quantity;
  limit?: Quantity;
  /** Document and page, or the words "typical value". */
  source?: string;
  fixes?: Fix[];
}

/** A rule that looked at something and found it good, with its least margin where it has one. */
export interface PassedRule {
  /** The device that it looked at, in a design with several. */
  deviceId?: string;
  ruleId: string;
  what: string;
  parts: string[];
  measured?: Quantity;
  limit?: Quantity;
}

/** Load on one rail in mA against what its source gives. */
export interface RailLoad {
  /** Net id of the rail. */
  id: string;
  name: string;
  volts: number;
  typMa: number;
  maxMa: number;
  /** null where the source has no known limit. */
  limitMa: number | null;
  loads: { part: string; typMa: number; maxMa: number }[];
}

export interface PowerBudget {
  rails: RailLoad[];
  /** Hours on one charge at the assumed duty, absent without a battery. */
  batteryHours?: number;
  /** Average current from the cell in mA at the assumed duty. */
  averageMa?: number;
  /** Of the average, what the board alone takes from the cell while it sleeps, in mA; absent where it does not sleep. */
  boardAsleepMa?: number;
  wantedHours?: number;
  /** What the life was reckoned from; absent without a battery, and in designs of before it was kept. */
  battery?: BatteryFigures;
  assumptions: string[];
  /** Of a design with several devices: the life of each that runs on a battery. The figures above are those of the shortest. */
  devices?: DeviceLife[];
}

/** Battery life of one of several devices, in hours and mA as in `PowerBudget`. */
export interface DeviceLife {
  deviceId: string;
  batteryHours: number;
  averageMa?: number;
  boardAsleepMa?: number;
  wantedHours?: number;
  battery?: BatteryFigures;
}

/** Cost in US cents; `displayCents` is `totalCents` in `currency` by the dated table. Owned parts count 0. */
export interface Cost {
  totalCents: number;
  lowCents: number;
  highCents: number;
  budgetCents?: number;
  currency: string;
  displayCents: number;
  rateDate?: string;
  /** Date of the catalogue's prices, ISO 8601. */
  priceDate: string;
}

export interface DesignDevice {
  id: string;
  name: string;
  board: { id: string; name: string };
}

/** A whole checked design: the shape of contract.md "A design". */
export interface Design {
  status: DesignStatus;
  /** Asked beside the design; it never blocks an `ok` design. */
  question?: Question;
  /** Why the goal cannot be served, in words for a person; present with `needs_answer` and `unsupported`. */
  reason?: string;
  revision?: number;
  /** At most 60 characters, made from what was understood. */
  title: string;
  requirements: Requirements;
  devices: DesignDevice[];
  board: { id: string; name: string };
  parts: DesignPart[];
  nets: DesignNet[];
  connections: Connection[];
  codeFiles: CodeFile[];
  verdict: Verdict;
  findings: Finding[];
  passed: PassedRule[];
  power: PowerBudget;
  cost: Cost;
  /** Greatest number given per designator prefix in this chat (`{"U": 3}`), so that none is ever used again. */
  designators?: Record<string, number>;
}

/** A clarifying question with answers that can be clicked; each answer is a message that changes the design. */
export interface Question {
  text: string;
  answers: string[];
}

/** What the rule check needs: contract format `ohm`. */
export interface Circuit {
  parts: DesignPart[];
  nets: DesignNet[];
}
