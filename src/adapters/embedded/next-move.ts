import type { ModelRequest } from "../../application/ports.ts";
import type { ToolName } from "../../domain/agents/agent-definition.ts";
import { limits } from "../../domain/chat/limits.ts";
import type { SpokenLanguage } from "../../domain/circuit/lists.ts";
import type { DesignResult, MessageReading } from "../../protocol/tool-results.ts";
import type { Answered, Conversation } from "./conversation.ts";
import { readConversation } from "./conversation.ts";
import type { Act, Pending } from "./message-act.ts";
import { intentsOf, messageAct } from "./message-act.ts";
import { paragraphs, wordDesign, wordRefusal, wordVerdict } from "./word-design.ts";
import { wordExplanation } from "./word-explanation.ts";
import { wordLog } from "./word-log.ts";
import type { Words } from "./words.ts";
import { wordsOf } from "./words.ts";

/** A tool call with its arguments as plain data. */
interface Call {
  name: ToolName;
  input: Record<string, unknown>;
}

/** What the embedded brain does next. `round` makes the ids of its calls differ; `readText` is what was read for the first time. */
export type Move =
  | { kind: "calls"; round: number; calls: Call[]; readText: string | null }
  | { kind: "text"; text: string };

/** Reads the conversation and decides the next step: ask the engine, route, call tools, or speak. */
export function nextMove(request: ModelRequest): Move {
  const talk = readConversation(request);
  const round = request.messages.filter(({ role }) => role === "assistant").length;
  if (talk.readings.length < talk.parts.length) {
    const calls = talk.parts.map((text): Call => ({ name: "read_message", input: { text } }));
    return { kind: "calls", round, calls, readText: talk.asked.join("\n") };
  }
  const acts = actsOf(talk);
  if (request.agent === "orchestrator") {
    return { kind: "calls", round, calls: [{ name: "route", input: { intents: intentsOf(acts) } }], readText: null };
  }
  const words = wordsOf[language(talk.readings)];
  const calls = callsOf(acts);
  if (calls.length > 0 && talk.answered.length === 0) return { kind: "calls", round, calls, readText: null };
  const answers = offered(acts, talk, words);
  if (answers.length > 0 && !talk.answered.some(({ name }) => name === "suggest_answers")) {
    return { kind: "calls", round, calls: [{ name: "suggest_answers", input: { answers } }], readText: null };
  }
  const text = speak(acts, talk, words);
  return { kind: "text", text };
}

/** One act per part of the messages; before the first design all wishes belong to one goal. */
function actsOf({ parts, readings, saidBefore, answeredBefore }: Conversation): Act[] {
  const pending = pendingOf(answeredBefore, saidBefore);
  const all: Act[] = [];
  let goal: Extract<Act, { kind: "design" }> | null = null;
  for (const [index, text] of parts.entries()) {
    const reading = readings[index];
    if (!reading) continue;
    const later: Pending = { kind: goal ? "design" : null, goal: "" };
    const act = messageAct(text, reading, index === 0 ? pending : later);
    const isWish = reading.edits.length > 0 || act.kind === "design";
    if (goal && isWish) goal.goal = joined(goal.goal, text);
    else all.push(act);
    if (act.kind === "design") goal ??= act;
  }
  const meant = all.filter((act) => act.kind !== "talk" || !courtesies.has(act.topic));
  return meant.length > 0 ? meant : all;
}

/** Said beside something else they want no answer of their own. */
const courtesies: ReadonlySet<string> = new Set(["hello", "thanks", "keep"]);

/** Two tellings of one goal; what would make it longer than several messages is left out. */
function joined(goal: string, more: string): string {
  return goal.length + more.length > 2 * limits.messageBytes ? goal : `${goal}\n${more}`;
}

/** Recognised by its own words in the last answer: a brain that keeps nothing between two messages. */
function pendingOf(answeredBefore: string, goal: string): Pending {
  const said = (text: string) => answeredBefore.includes(text);
  if (Object.values(wordsOf).some(({ offerReplace }) => said(offerReplace.text)))
    return { kind: "offer_replace", goal };
  if (Object.values(wordsOf).some(({ diagram }) => said(diagram.offerReplace))) return { kind: "offer_diagram", goal };
  if (Object.values(wordsOf).some(({ refusal }) => said(refusal.needsAnswer))) return { kind: "question", goal };
  return { kind: null, goal };
}

/** Answers come in the language of the last message that says something of its own. */
function language(readings: readonly MessageReading[]): SpokenLanguage {
  const telling = readings.findLast(({ goal, edits }) => goal !== "none" || edits.length > 0);
  return (telling ?? readings.at(-1))?.language ?? "en";
}

/** The calls in the order of the acts. All changes are one: it stands where the first of them does. */
function callsOf(acts: readonly Act[]): Call[] {
  const requests = acts.flatMap((act) => (act.kind === "change" ? [act.request] : []));
  const first = acts.findIndex(({ kind }) => kind === "change");
  return acts
    .filter((act, place) => act.kind !== "change" || place === first)
    .flatMap((act) => callOf(act, requests) ?? []);
}

/** null for what needs no tool. */
function callOf(act: Act, requests: readonly string[]): Call | null {
  switch (act.kind) {
    case "design":
      return { name: "design_from_goal", input: goalInput(act) };
    case "new_goal":
      return { name: "design_from_goal", input: { goal: act.goal } };
    case "replace":
      return { name: "design_from_goal", input: { goal: act.goal, replace: true } };
    case "change":
      return { name: "change_design", input: { requests } };
    case "explain":
      return { name: "explain_design", input: { question: act.question } };
    case "check":
      return { name: "check_design", input: {} };
    case "log":
      return { name: "read_log", input: { log: act.log } };
    case "diagram":
      return { name: "import_diagram", input: { diagram: act.diagram, replace: act.replace } };
    case "talk":
      return null;
  }
}

function goalInput({ goal, answer }: Extract<Act, { kind: "design" }>): Record<string, unknown> {
  return answer === undefined ? { goal } : { goal, answer };
}

/** Answers to click where the engine itself asks nothing. */
const teaching: ReadonlySet<string> = new Set(["hello", "who", "early", "unclear"]);

function offered(acts: readonly Act[], { answered, readings }: Conversation, words: Words): readonly string[] {
  const hasDesign = answered.some(({ result }) => "status" in result && result.status === "has_design");
  if (hasDesign) return words.offerReplace.answers;
  const isRefused = answered.some(
    ({ result }) => "status" in result && result.status === "unsupported" && result.tool !== "import_diagram",
  );
  const teaches = acts.every((act) => act.kind === "talk" && teaching.has(act.topic));
  const hasOne = readings.some((reading) => reading.hasDesign);
  return teaches || isRefused ? (hasOne ? [] : words.examples) : [];
}

function speak(acts: readonly Act[], { answered, readings }: Conversation, words: Words): string {
  const hasDesign = readings.some((reading) => reading.hasDesign);
  const isReplaced = acts.some((act) => act.kind === "replace" || (act.kind === "diagram" && act.replace));
  const results = lastDesignOnly(answered).map(({ result }) => {
    switch (result.tool) {
      case "design_from_goal":
      case "import_diagram":
      case "change_design": {
        if (result.status !== "ok") return wordRefusal(words, result, hasDesign);
        return paragraphs([wordDesign(words, result), isReplaced && hasDesign ? words.replaced : ""]);
      }
      case "explain_design":
        return wordExplanation(words, result);
      case "read_log":
        return wordLog(words, result);
      case "check_design":
        return result.design ? wordVerdict(words, result.design) : words.refusal.noDesign;
      case "error":
        return words.broken;
      default:
        return "";
    }
  });
  const plain = acts.map((act) => {
    if (act.kind === "talk" && act.topic === "unclear") return unclear(words, readings);
    if (act.kind === "talk") return words.talk[act.topic];
    return "";
  });
  return paragraphs([...new Set([...results, ...plain])]);
}

/** Names the pieces that nothing explains, so that the person sees what was not read. */
function unclear(words: Words, readings: readonly MessageReading[]): string {
  const pieces = readings.flatMap(({ notUnderstood }) => notUnderstood).slice(0, 3);
  const list = pieces.map(words.quoted).join(", ");
  return list === "" ? words.talk.unclear : `${words.didNotUnderstand(list)} ${words.talk.unclear}`;
}

/** A design that was made and then changed in one turn is told once, as it ended. */
function lastDesignOnly(answered: readonly Answered[]): Answered[] {
  const designs = answered.flatMap(({ result }) => (isDesign(result) ? [result] : []));
  const last = designs.at(-1);
  const isNew = designs.some(({ change }) => change === null);
  return answered
    .filter(({ result }) => !isDesign(result) || result === last)
    .map((entry) =>
      isNew && isDesign(entry.result) ? { ...entry, result: { ...entry.result, change: null } } : entry,
    );
}

function isDesign(result: Answered["result"]): result is DesignResult {
  return "status" in result && result.status === "ok";
}
