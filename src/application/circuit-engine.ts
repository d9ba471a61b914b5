import { changeByHand } from "../domain/circuit/by-hand/change-by-hand.ts";
import { recheckDesign } from "../domain/circuit/by-hand/recheck-design.ts";
import { summarizeChange } from "../domain/circuit/compare-designs.ts";
import type { Design } from "../domain/circuit/design.ts";
import { designGoal } from "../domain/circuit/design-goal.ts";
import { designRequirements } from "../domain/circuit/design-requirements.ts";
import type { StageListener } from "../domain/circuit/design-stages.ts";
import type { FirmwareProof } from "../domain/circuit/firmware/firmware-proof.ts";
import { withProofs } from "../domain/circuit/firmware/firmware-proof.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import { applyEdits } from "../domain/circuit/requirements/apply-edits.ts";
import { spokenLanguage } from "../domain/circuit/requirements/language.ts";
import { readEdit } from "../domain/circuit/requirements/read-edit.ts";
import { readGoal } from "../domain/circuit/requirements/read-goal.ts";
import { tokenize } from "../domain/circuit/requirements/tokens.ts";
import { translated } from "../domain/circuit/requirements/translated.ts";
import type { Edit } from "../domain/circuit/requirements.ts";
import { isSerialLog, saidBeside } from "../domain/circuit/serial-log/is-serial-log.ts";
import type { ChangeWay, EngineChange, EngineReading, GoalProposal, HandEngine } from "./design-engine.ts";
import { importDesign } from "./import-design.ts";
import { pastedKind } from "./pasted.ts";

/** The design engine of `domain/circuit`, as turns use it. */
export const circuitEngine: HandEngine = {
  read,
  design,
  change,
  inLanguage,
  importDiagram: importDesign,
  byHand: changeByHand,
  recheck: recheckDesign,
};

/** The same engine, whose firmware has climbed the rungs of these proofs too. */
export function provingEngine(proofs: readonly FirmwareProof[]): HandEngine {
  return {
    read,
    design: (...goal) => withProofs(design(...goal), proofs),
    change: (...request) => {
      const outcome = change(...request);
      return outcome.kind === "changed" ? { ...outcome, design: withProofs(outcome.design, proofs) } : outcome;
    },
    importDiagram: (...file) => {
      const outcome = importDesign(...file);
      return outcome.kind === "design" ? { ...outcome, design: withProofs(outcome.design, proofs) } : outcome;
    },
    byHand: (before, act) => {
      const outcome = changeByHand(before, act);
      return outcome.kind === "changed" ? { ...outcome, design: withProofs(outcome.design, proofs) } : outcome;
    },
    recheck: (design) => withProofs(recheckDesign(design), proofs),
    inLanguage: (told, language) => {
      const worded = inLanguage(told, language);
      return worded === told ? told : withProofs(worded, proofs);
    },
  };
}

function read(text: string, before: Design | null): EngineReading {
  const pasted = pastedKind(text);
  return pasted === null ? readWords(text, before) : { ...nothingRead, pasted, language: besideLanguage(text, before) };
}

const nothingRead = {
  goal: "none",
  isQuestion: false,
  isNewGoal: false,
  recognised: [],
  edits: [],
  notYet: [],
  notUnderstood: [],
} satisfies Omit<EngineReading, "pasted" | "language">;

/** The language of what was said beside a log or a file; of the design where nothing was. */
function besideLanguage(text: string, before: Design | null): SpokenLanguage {
  const said = isSerialLog(text) ? saidBeside(text) : text.slice(0, Math.max(0, text.indexOf("{")));
  return spokenLanguage(tokenize(said.slice(0, 1000).normalize("NFKC")), before?.requirements.language);
}

function readWords(text: string, before: Design | null): EngineReading {
  const goal = readGoal(text);
  const isGoal = goal.kind === "goal";
  const edit = before ? readEdit(text, before) : null;
  const isUnsupported = isGoal ? goal.requirements.unsupported !== undefined : goal.why === "nothing_known";
  return {
    language: spokenLanguage(tokenize(text.normalize("NFKC")), before?.requirements.language),
    goal: isUnsupported ? "unsupported" : isGoal ? "ok" : "none",
    isQuestion: edit ? edit.question : !isGoal && goal.why === "question",
    isNewGoal: edit?.newGoal ?? isGoal,
    recognised: isGoal ? goal.requirements.functions.map(({ label }) => label) : [],
    edits: edit?.edits ?? [],
    notYet: edit?.notDone ?? [],
    notUnderstood: edit?.notUnderstood ?? (isGoal ? goal.requirements.notUnderstood : goal.notUnderstood),
    pasted: null,
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
  return designRequirements({ ...requirements, notUnderstood }, before, stage);
}

function inLanguage(told: Design, language: SpokenLanguage): Design {
  const { requirements } = told;
  // A diagram that was brought in has its own wires: making it anew would lay others.
  if (requirements.language === language || told.status !== "ok" || requirements.imported === true) return told;
  return designRequirements(translated(requirements, language), told);
}

/** Each request on the design that the one before it left; one that fails leaves the whole change out. */
function change(before: Design, requests: readonly string[], { stage, kept }: ChangeWay): EngineChange {
  stage("requirements");
  let current = before;
  let isChanged = false;
  const notDone: string[] = [];
  const unread: string[] = [];
  for (const request of requests) {
    const reading = readEdit(request, current);
    notDone.push(...reading.notDone);
    unread.push(...reading.notUnderstood);
    if (reading.edits.length === 0) continue;
    const requirements = {
      ...applyEdits(current.requirements, reading.edits),
      notUnderstood: reading.notUnderstood,
    };
    const next = designRequirements(requirements, kept ?? current, stage);
    if (next.status !== "ok") {
      const { status, reason = "", question } = next;
      return { kind: "refused", status, reason, ...(question ? { question } : {}) };
    }
    const { improved } = next.requirements;
    notDone.push(...shortOf(request, { edits: reading.edits, before: current, after: next }));
    // An improvement that goes nowhere leaves the design as it is.
    if (improved?.reached === false && reading.edits.every(({ kind }) => kind === "improve")) continue;
    current = next;
    isChanged = true;
  }
  if (isChanged) notDone.push(...goneStrangers(before, current));
  if (isChanged) return { kind: "changed", design: current, summary: summarizeChange(before, current).text, notDone };
  if (notDone.length > 0) return { kind: "refused", status: "not_yet", reason: notDone.join(". ") };
  return { kind: "refused", status: "not_understood", reason: unread.join(", ") };
}

/** What of a request its design does not do: an improvement that goes nowhere or not so far, mains that stays. */
function shortOf(request: string, made: { edits: readonly Edit[]; before: Design; after: Design }): string[] {
  const { edits, before, after } = made;
  const { improved } = after.requirements;
  const language = spokenLanguage(tokenize(request.normalize("NFKC")), before.requirements.language);
  const isShort = improved !== undefined && (!improved.reached || fallsShort(edits, before, after));
  return [...(isShort ? [improved.text] : []), ...(staysMains(edits, after) ? [mainsStays[language]] : [])];
}

/** An improvement that went as far as it could, and not as far as was asked. */
function fallsShort(edits: readonly Edit[], before: Design, after: Design): boolean {
  const wanted = Math.max(0, ...edits.map((edit) => (edit.kind === "improve" ? (edit.aim.byCents ?? 0) : 0)));
  return before.cost.totalCents - after.cost.totalCents < wanted;
}

/** Mains that was named stays until its load goes: a word about 12 V is not enough to take the safety away. */
function staysMains(edits: readonly Edit[], { requirements }: Design): boolean {
  return requirements.mains && edits.some((edit) => edit.kind === "set-mains" && edit.switched.load === "low");
}

const mainsStays = {
  en: "Mains was named for this load, and one word does not take that back: remove the switched load and add one of 12 V",
  de: "Für diesen Verbraucher war Netzspannung genannt, und ein Wort nimmt das nicht zurück: Entferne den Verbraucher und füge einen mit 12 V hinzu",
};

/** Parts of a diagram that the catalogue does not know cannot be laid anew: an edit leaves them out, and says so. */
function goneStrangers(before: Design, after: Design): string[] {
  const gone = before.parts.filter(
    ({ id, catalogId }) => catalogId === null && !after.parts.some((one) => one.id === id),
  );
  const names = gone.map(({ id, name }) => `${id} (${name})`).join(", ");
  if (names === "") return [];
  return after.requirements.language === "de"
    ? [`${names} kenne ich nicht und konnte es nicht neu verdrahten: es fehlt jetzt; dein Diagramm bleibt in History`]
    : [`I do not know ${names} and could not wire it anew: it is gone now; your diagram stays in History`];
}
