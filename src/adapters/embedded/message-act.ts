import type { Intent } from "../../domain/chat/lists.ts";
import type { MessageReading } from "../../protocol/tool-results.ts";

/** What the embedded brain does with a message. */
export type Act =
  | { kind: "design"; goal: string; answer?: string }
  | { kind: "replace"; goal: string }
  | { kind: "change"; request: string; isBudget: boolean }
  | { kind: "explain"; question: string }
  | { kind: "check" }
  | { kind: "new_goal"; goal: string }
  | { kind: "log"; log: string }
  | { kind: "diagram"; diagram: string; replace: boolean }
  | { kind: "talk"; topic: TalkTopic };

/** Small talk, and plain words about what cannot be done. */
export type TalkTopic = "hello" | "thanks" | "who" | "keep" | "instructions" | "early" | "unclear";

const instructions =
  /\b(ignore|forget|disregard|override)\b.{0,40}\b(instruction|rule|prompt|previous|above)|system prompt|you are now\b|developer mode|jailbreak|\b(ignoriere|vergiss)\b.{0,40}(anweisung|regel|vorgabe)|systemprompt/i;
const replaceThis =
  /^\W*(yes,? |please |ja,? |bitte )?(replace (this|it|the|that)( one| design)?|(dieses|diesen|das|den)( design| entwurf)? ersetzen|ersetze (dieses|diesen|das|den|es)( design| entwurf)?)\W*$/i;
const keepThis =
  /^\W*(no,? |nein,? )?(keep (this|it|the)( one| design)?|(dieses|diesen|das|den)( design| entwurf)? behalten|(the |das |der )?(budget|price|preis|design|entwurf|it|that|das) (is |ist )?(fine|ok(ay)?|good|great|perfect|gut|in ordnung|passt|prima))\W*$/i;
const hello =
  /^\W*(hello|hi|hey|good (morning|evening|afternoon)|hallo|moin|servus|guten (tag|morgen|abend)|grüß( gott| dich)?|test|ping)\b[\s\w,!.äöüß]{0,20}$/i;
const thanks =
  /^\W*(thanks?( you)?|thx|cheers|great|cool|nice|perfect|ok(ay)?|danke( schön| dir)?|super|prima|gut|passt)\b[\s\w,!.äöüß]{0,24}$/i;
const who =
  /\b(who|what) are you\b|what can (you|i)\b|how (do|can) (i|you) (use|start|help)|^\W*help\W*$|wer bist du|was (kannst|bist) du|^\W*hilfe\W*$/i;
const check = /^\W*(please |bitte )?(check|verify|re-?check|prüfe?|überprüfe?)\b(?!.*\?)/i;
const why =
  /^\W*(and |but |und |aber )?(why|what|how|which|when|where|who|is|are|does|do|did|has|was|explain|tell me|describe|warum|wieso|weshalb|was|wie|welche[rsnm]?|wann|wo|wozu|ist|sind|hat|braucht|erklär\w*)\b/i;
const stillWish = /^\W*(what|how) about\b|\bpossible\b|^\W*(wie wäre|was ist mit)\b|\bmöglich\b/i;
const editVerb =
  /^\W*(please |bitte )?(remove|delete|drop|replace|swap|undo|rename|add|move|entferne|ersetze|tausche|streiche|füge|verschiebe)\b/i;
const editWord = /\b(instead|stattdessen|cheaper|smaller|billiger|günstiger|kleiner)\b/i;
/** An edit is short; a longer text with these words is a goal that compares. */
const mostEditWords = 7;

/** What the embedded brain asked or offered last, with the person's message that made it do so. */
export interface Pending {
  /** `design`: the same message has told what to build. */
  kind: "question" | "offer_replace" | "offer_diagram" | "design" | null;
  goal: string;
}

/** Decides what a message wants. */
export function messageAct(text: string, reading: MessageReading, pending: Pending): Act {
  if (reading.pasted === "serial_log") return { kind: "log", log: text };
  if (reading.pasted === "diagram") return { kind: "diagram", diagram: text, replace: false };
  const talk = asTalk(text, reading);
  if (talk) return talk;
  if (pending.kind === "design" && check.test(text)) return { kind: "check" };
  if (replaceThis.test(text)) {
    if (pending.kind === "offer_diagram") return { kind: "diagram", diagram: pending.goal, replace: true };
    return pending.kind === "offer_replace"
      ? { kind: "replace", goal: pending.goal }
      : { kind: "talk", topic: "unclear" };
  }
  return reading.hasDesign ? withDesign(text, reading) : withoutDesign(text, reading, pending);
}

function asTalk(text: string, { goal, edits }: MessageReading): Act | null {
  if (instructions.test(text)) return { kind: "talk", topic: "instructions" };
  if (keepThis.test(text)) return { kind: "talk", topic: "keep" };
  if (goal !== "none" || edits.length > 0) return null;
  if (hello.test(text)) return { kind: "talk", topic: "hello" };
  if (thanks.test(text)) return { kind: "talk", topic: "thanks" };
  return who.test(text) ? { kind: "talk", topic: "who" } : null;
}

const moneyEdits: readonly string[] = ["improve", "set-budget"];

/** A change that is about money and nothing else is the budget optimizer's. */
function changeOf(text: string, { edits, aims }: MessageReading): Act {
  const isBudget =
    edits.length > 0 && edits.every((kind) => moneyEdits.includes(kind)) && aims.every((aim) => aim === "cheaper");
  return { kind: "change", request: text, isBudget };
}

function withDesign(text: string, reading: MessageReading): Act {
  const { edits, notYet } = reading;
  if (reading.isQuestion || (why.test(text) && !stillWish.test(text))) return { kind: "explain", question: text };
  if (reading.isNewGoal) return { kind: "new_goal", goal: text };
  if (edits.length > 0) return changeOf(text, reading);
  if (check.test(text)) return { kind: "check" };
  if (notYet.length > 0) return changeOf(text, reading);
  return { kind: "talk", topic: "unclear" };
}

function withoutDesign(text: string, { goal, recognised, isQuestion }: MessageReading, pending: Pending): Act {
  // An answer to the engine's own question names no function of its own; with what it answers it is a goal.
  if (pending.kind === "question" && recognised.length === 0)
    return { kind: "design", goal: pending.goal, answer: text };
  if (editVerb.test(text) || (editWord.test(text) && text.trim().split(/\s+/).length <= mostEditWords))
    return { kind: "talk", topic: "early" };
  if (goal !== "none") return { kind: "design", goal: text };
  if (isQuestion || why.test(text)) return { kind: "explain", question: text };
  return { kind: "talk", topic: "unclear" };
}

const wholeDesign: readonly Intent[] = ["BOM", "WIRING", "CODE", "VERIFY"];

function intentsOfAct(act: Act): readonly Intent[] {
  switch (act.kind) {
    case "design":
    case "replace":
      return wholeDesign;
    case "change":
      return act.isBudget ? ["BUDGET", ...wholeDesign] : wholeDesign;
    case "diagram":
      return ["WIRING", "VERIFY"];
    case "check":
    case "log":
      return ["VERIFY"];
    default:
      return ["CHAT"];
  }
}

/** The intents of acts, in the order in which the message tells them. A greeting or thanks before something else is no act of its own. */
export function intentsOf(acts: readonly Act[]): Intent[] {
  const meant = acts.filter(({ kind }) => kind !== "talk");
  const intents = (meant.length > 0 ? meant : acts).flatMap(intentsOfAct);
  return intents.length === 0 ? ["CHAT"] : [...new Set(intents)];
}
