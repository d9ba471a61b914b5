import type { HandAct, HandOutcome } from "../domain/circuit/by-hand/hand-act.ts";
import type { Design, Question } from "../domain/circuit/design.ts";
import type { StageListener } from "../domain/circuit/design-stages.ts";
import type { DesignStatus, FirmwareLanguage, SpokenLanguage } from "../domain/circuit/lists.ts";
import type { Edit } from "../domain/circuit/requirements.ts";
import type { ImportOutcome } from "./import-design.ts";
import type { Pasted } from "./pasted.ts";

/** What a person, or a model on their behalf, wants built. */
export interface GoalProposal {
  goal: string;
  /** What the person answered to the engine's question about this goal, where it could not be served as it was. */
  answer?: string;
  firmware?: FirmwareLanguage;
  /** Catalogue id. */
  board?: string;
  /** US cents. */
  budgetCents?: number;
  /** Catalogue ids that the person has at home. */
  owned?: readonly string[];
}

/** What the engine makes of a message, before anything is designed. */
export interface EngineReading {
  language: SpokenLanguage;
  /** `none` when the text names nothing to build. */
  goal: DesignStatus | "none";
  /** It asks something, so it changes nothing. */
  isQuestion: boolean;
  /** It names a whole goal of its own. */
  isNewGoal: boolean;
  /** Functions that it recognised, in words. */
  recognised: string[];
  edits: Edit[];
  /** Changes that are understood and cannot be made yet, each with the reason as a sentence. */
  notYet: string[];
  /** Pieces of the text that nothing explains, as they were written. */
  notUnderstood: string[];
  /** It is no words but something copied: nothing else of it was read then. */
  pasted: Pasted | null;
}

/** Outcome of a change. `summary` is short: "+DHT22 −BME280"; `notDone` says what else was asked and left, one sentence each. */
export type EngineChange =
  | { kind: "changed"; design: Design; summary: string; notDone: string[] }
  | {
      kind: "refused";
      status: "needs_answer" | "unsupported" | "not_yet" | "not_understood";
      reason: string;
      question?: Question;
    };

/** How a change is made. */
export interface ChangeWay {
  stage: StageListener;
  /** The design whose part ids, pins and colours are kept for the same functions; the one that is changed unless said. */
  kept?: Design | null;
}

/**
 * The design engine as a turn uses it: pure, deterministic, loaded on first use. `before` is the chat's design, whose part ids are kept
 * for the same function and never used again for another.
 */
export interface DesignEngine {
  read(text: string, before: Design | null): EngineReading;
  design(proposal: GoalProposal, before: Design | null, stage: StageListener): Design;
  /** The same design told in another language: same parts, pins and wires, other words. */
  inLanguage(design: Design, language: SpokenLanguage): Design;
  /** A message with a Wokwi diagram as a design; `before` as with a goal. */
  importDiagram(text: string, before: Design | null, language: SpokenLanguage): ImportOutcome;
  change(before: Design, requests: readonly string[], way: ChangeWay): EngineChange;
}

/** The engine with what people do to a design by hand. */
export interface HandEngine extends DesignEngine {
  /** The design changed by an act without words. */
  byHand(before: Design, act: HandAct): HandOutcome;
  /** The same parts, wires and code with what the checker says of them. */
  recheck(design: Design): Design;
}
