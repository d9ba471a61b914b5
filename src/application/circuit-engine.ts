import { summarizeChange } from "../domain/circuit/compare-designs.ts";
import type { Design } from "../domain/circuit/design.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { designRequirements } from "../domain/circuit/design-requirements.ts";
import type { StageListener } from "../domain/circuit/design-stages.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import { applyEdits } from "../domain/circuit/requirements/apply-edits.ts";
import { editActions, insteadWords, notYet } from "../domain/circuit/requirements/edit-words.ts";
import { readEdit } from "../domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../domain/circuit/requirements/read-goal.ts";
import type { DesignEngine, EngineChange, EngineReading, GoalProposal } from "./design-engine.ts";

/** The design engine of `domain/circuit`, as turns use it. */
export const circuitEngine: DesignEngine = { read, design, change };

function read(text: string, before: Design | null): EngineReading {
  const goal = readGoal(text);
  const isGoal = goal.kind === "goal";
  const language = spokenIn(text, isGoal ? goal.requirements.language : goal.language, before);
  const edit = before ? readEdit(text, before) : null;
  const isUnsupported = isGoal ? goal.requirements.unsupported !== undefined : goal.why === "nothing_known";
  const unread = edit?.notUnderstood ?? (isGoal ? goal.requirements.notUnderstood : goal.notUnderstood);
  return {
    language,
    goal: isUnsupported ? "unsupported" : isGoal ? "ok" : "none",
    isQuestion: edit ? edit.question : !isGoal && goal.why === "question",
    isNewGoal: edit?.newGoal ?? isGoal,
    recognised: isGoal ? goal.requirements.functions.map(({ label }) => label) : [],
    edits: edit?.edits ?? [],
    notYet: unread.flatMap((piece) => notYetReason(piece, language)),
    notUnderstood: unread.filter(isUnknown),
  };
}

function design(proposal: GoalProposal, before: Design | null, stage: StageListener): Design {
  const { answer, ...input } = proposal;
  const asked = designGoal(input, before, stage);
  if (answer === undefined || asked.status === "ok") return asked;
  const { edits, notUnderstood } = readEdit(answer, asked);
  // No answer at all: the person went on to something else.
  if (edits.length === 0) return designGoal({ ...input, goal: answer }, before, stage);
  const requirements = applyEdits(asked.requirements, edits);
  return designRequirements({ ...requirements, notUnderstood: notUnderstood.filter(isUnknown) }, before, stage);
}

/** Each request on the design that the one before it left; one that fails leaves the whole change out. */
function change(before: Design, requests: readonly string[], stage: StageListener): EngineChange {
  stage("requirements");
  let current = before;
  let isChanged = false;
  const unread: string[] = [];
  for (const request of requests) {
    const { edits, notUnderstood } = readEdit(request, current);
    unread.push(...notUnderstood);
    if (edits.length === 0) continue;
    const requirements = { ...applyEdits(current.requirements, edits), notUnderstood: notUnderstood.filter(isUnknown) };
    const next = designRequirements(requirements, current, stage);
    if (next.status !== "ok") {
      const { status, reason = "", question } = next;
      return { kind: "refused", status, reason, ...(question ? { question } : {}) };
    }
    current = next;
    isChanged = true;
  }
  if (isChanged) return { kind: "changed", design: current, summary: summarizeChange(before, current).text };
  const language = spokenIn(requests.join(" "), "en", before);
  const reasons = unread.flatMap((piece) => notYetReason(piece, language));
  if (reasons.length > 0) return { kind: "refused", status: "not_yet", reason: reasons.join(". ") };
  return { kind: "refused", status: "not_understood", reason: unread.filter(isUnknown).join(", ") };
}

/** What the edit reader cannot do yet comes as a sentence among the pieces that it did not understand. */
function notYetReason(piece: string, language: SpokenLanguage): string[] {
  return notYet.filter(({ en, de }) => piece === en || piece === de).map((reason) => reason[language]);
}

/** A piece is unknown when it is neither such a sentence nor made of the words of edits alone. */
function isUnknown(piece: string): boolean {
  if (notYet.some(({ en, de }) => piece === en || piece === de)) return false;
  const words = piece.toLowerCase().split(/\s+/);
  return !words.every((word) => Object.hasOwn(editActions, word) || insteadWords.has(word) || fillers.has(word));
}

const fillers = new Set(["hinzu", "bitte", "please", "mir", "es", "it", "a", "an", "the", "ein", "eine", "einen"]);
const germanSigns =
  /(?<!\p{L})(warum|wieso|was|wie|welche[rsn]?|wann|diese[rs]?|mach|ist|kostet|gibt|hallo|moin|servus|guten|danke|hilfe|wer|billiger|günstiger)(?!\p{L})/iu;
const englishSigns = /\b(the|an?|with|and|for|my|is|of|to|use|add|remove|make|why|what|how|it|i|hello|hi|thanks)\b/i;

/** The language of a short text: by its own signs, else by the design's, else as detected. */
function spokenIn(text: string, detected: SpokenLanguage, before: Design | null): SpokenLanguage {
  if (detected === "de" || germanSigns.test(text)) return "de";
  return before && !englishSigns.test(text) ? before.requirements.language : "en";
}
