import type { Design } from "../domain/circuit/design.ts";
import type { StageListener } from "../domain/circuit/design-stages.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import type { DesignFacts, DesignRefusal, DesignResult } from "../protocol/tool-results.ts";
import type { DesignEngine, GoalProposal } from "./design-engine.ts";
import { changeFacts, designFacts } from "./design-facts.ts";

/** The head that a turn works on. */
export interface DesignBase {
  design: Design | null;
  head: number;
  /** Where something is answered again: the design at the head, while `design` is what the first answer started from. */
  kept?: Design | null;
  /** Catalogue ids that a new design counts as owned. */
  ownedParts?: readonly string[];
}

/** The design of one turn before it is committed: what the turn started from, and what its agents made of it so far. */
export class StagedDesign {
  readonly #engine: DesignEngine;
  readonly #stage: StageListener;
  /** What the answer is told in, whatever the design is written in. */
  readonly #language: SpokenLanguage;
  #base: DesignBase;
  #working: Design | null;
  #summary = "";

  constructor(engine: DesignEngine, base: DesignBase, hearer: { stage: StageListener; language: SpokenLanguage }) {
    this.#engine = engine;
    this.#stage = hearer.stage;
    this.#language = hearer.language;
    this.#base = base;
    this.#working = base.design;
  }

  /** The design with all changes of this turn, null before the first. */
  get current(): Design | null {
    return this.#working;
  }

  /** The same, in the language of the answer. */
  get told(): Design | null {
    return this.#working && this.#inWords(this.#working);
  }

  /** The language of the answer. */
  get language(): SpokenLanguage {
    return this.#language;
  }

  get base(): DesignBase {
    return this.#base;
  }

  /** What a revision would hold, null while nothing has changed. */
  get pending(): { design: Design; summary: string } | null {
    if (!this.#working || this.#working === this.#base.design) return null;
    return { design: this.#working, summary: this.#summary };
  }

  /** Starts over from another head; the calls of the turn are then made again. */
  rebase(base: DesignBase): void {
    const { ownedParts = [] } = this.#base;
    this.#base = { ownedParts, ...base };
    this.#working = base.design;
    this.#summary = "";
  }

  /** A design for a goal. One that is there already is replaced only when the person agreed. */
  design(proposal: GoalProposal, replace: boolean): DesignResult | DesignRefusal {
    const tool = "design_from_goal";
    const before = this.#working;
    const onlyAsked = before !== null && !replace;
    const owned = this.#base.ownedParts ?? [];
    const design = this.#engine.design(
      owned.length === 0 ? proposal : { ...proposal, owned },
      this.#base.kept ?? before,
      onlyAsked ? () => undefined : this.#stage,
    );
    if (design.status !== "ok") {
      return { tool, status: design.status, reason: design.reason ?? "", ...questionOf(design) };
    }
    if (onlyAsked) return { tool, status: "has_design", reason: design.title };
    this.#take(design, design.title);
    return { tool, status: "ok", design: designFacts(design), change: null };
  }

  /** The chat's design changed by the person's words. */
  change(requests: readonly string[]): DesignResult | DesignRefusal {
    const tool = "change_design";
    const before = this.#working;
    if (!before) return { tool, status: "no_design", reason: "" };
    const outcome = this.#engine.change(before, requests, { stage: this.#stage, kept: this.#base.kept ?? null });
    if (outcome.kind === "refused") {
      const { status, reason, question } = outcome;
      return { tool, status, reason, ...(question ? { question } : {}) };
    }
    const { design, summary, notDone } = outcome;
    const isSame = isSameDesign(before, design);
    if (!isSame) this.#take(design, summary);
    const [toldBefore, told] = [this.#inWords(before), this.#inWords(design)];
    const facts = changeFacts(toldBefore, told);
    // Why something was lost is written in the design's own language.
    const lostBecause = told.requirements.language === design.requirements.language ? facts.lostBecause : [];
    const change = { ...facts, lostBecause, isSame, summary, notDone };
    return { tool, status: "ok", design: newSince(toldBefore, designFacts(told)), change };
  }

  /** The design of a pasted diagram. One that is there already is replaced only when the person agreed. */
  importDiagram(text: string, replace: boolean): DesignResult | DesignRefusal {
    const tool = "import_diagram";
    const before = this.#working;
    const outcome = this.#engine.importDiagram(text, this.#base.kept ?? before, this.#language);
    if (outcome.kind === "refused") return { tool, status: "unsupported", reason: outcome.reason };
    const { design, unknown, unknownPins } = outcome;
    if (before !== null && !replace) return { tool, status: "has_design", reason: design.title };
    this.#take(design, design.title);
    return { tool, status: "ok", design: designFacts(design), change: null, imported: { unknown, unknownPins } };
  }

  #inWords(design: Design): Design {
    return this.#engine.inLanguage(design, this.#language);
  }

  #take(design: Design, summary: string): void {
    this.#working = design;
    this.#summary = this.#summary === "" ? summary : `${this.#summary}; ${summary}`;
  }
}

/** The same things joined in the same way; the revision's number is no difference. */
function isSameDesign(before: Design, after: Design): boolean {
  return JSON.stringify({ ...before, revision: 0 }) === JSON.stringify({ ...after, revision: 0 });
}

/** What was assumed, not understood or asked in an earlier answer is not told again. */
function newSince(before: Design, facts: DesignFacts): DesignFacts {
  const { question, ...rest } = facts;
  const { assumed, notUnderstood } = before.requirements;
  return {
    ...rest,
    assumed: facts.assumed.filter(({ text }) => !assumed.some((told) => told.text === text)),
    notUnderstood: facts.notUnderstood.filter((text) => !notUnderstood.includes(text)),
    ...(question && question.text !== before.question?.text ? { question } : {}),
  };
}

function questionOf({ question }: Design): { question?: NonNullable<Design["question"]> } {
  return question ? { question } : {};
}
