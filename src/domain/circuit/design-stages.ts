import type { CatalogPart } from "./catalogue-part.ts";
import type { Alternative, Connection, DesignNet, PartValue } from "./design.ts";
import type { FunctionId } from "./lists.ts";
import type { Repair } from "./requirements.ts";

/** A catalogue part that took a place in a design, with its reference designator. */
export interface ChosenPart {
  id: string;
  part: CatalogPart;
  /** Functions of the requirements that it serves; empty for what supports others (resistor, shifter, breadboard). */
  functions: FunctionId[];
  role: string;
  why: string;
  owned: boolean;
  value: PartValue | null;
  alternatives: Alternative[];
  /** Pieces on this line; more than 1 only for parts without own wiring (jumper packs, breadboards). */
  quantity: number;
  /** Id of the part that this one serves, for supporting parts: the LED of a resistor. */
  serves: string | null;
}

/** Outcome of selection: the board first, then what the functions need, then power. */
export interface Selection {
  deviceId: string;
  board: ChosenPart;
  parts: ChosenPart[];
}

/** Outcome of pin allocation and wiring: `parts` holds the selection and every supporting part that was added. */
export interface Wiring {
  parts: ChosenPart[];
  nets: DesignNet[];
  connections: Connection[];
  /** The repairs of the requirements that fit this wiring. */
  repairs: Repair[];
}

/** Why a goal cannot become a design, in the language of the person. */
export interface Refusal {
  kind: "needs_answer" | "unsupported";
  reason: string;
  question: { text: string; answers: string[] } | null;
}

/** Stages of a design in the order in which they begin. */
export const designStages = ["requirements", "parts", "wiring", "code", "checks"] as const;
export type DesignStage = (typeof designStages)[number];
/** Told each stage as it begins, so that people see real steps. */
export type StageListener = (stage: DesignStage) => void;
