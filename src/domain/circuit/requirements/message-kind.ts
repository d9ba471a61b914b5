import { insteadWords } from "./edit-words.ts";
import { buildVerbs } from "./lexicon-context.ts";
import type { Scan } from "./scan.ts";

const questionWords =
  /^(what|why|how|when|which|who|where|is|are|does|do|did|was|warum|wieso|wie|wann|welche|welcher|welches|wer|wo|ist|sind|hat|has|brauche)$/;
/** Who asks what they may do, or what it can do, asks: "can I use a LiPo?". */
const ownQuestion = /^(can|could|may|should|will|would|kann|könnte|darf|soll) (i|it|ich|man|es)$/;
const startsOver =
  /^(please |bitte )?(replace|swap|exchange|ersetze|tausche)( all)?( of)? (this|it|that|everything|all|alles|das|dies|dieses|the design|this design|the whole|das ganze|den entwurf|diesen entwurf) (project |thing |one )?(by|with|for|durch|gegen|mit) /;
/** "would a DHT22 be cheaper?" asks about a thing; "would you use a DHT22?" asks for it. */
const asksOfThing = /^(a|an|the|this|that|these|those|my|another)$/;
const politeQuestion = /^(can|could|would|will|kannst|könntest|würdest)$/;

/** Whether a message names a whole other goal, also where it says that this one takes the place of the design. */
export function isNewGoal(found: Scan): boolean {
  const verbs = found.tokens.map((token) => token.text);
  const projects = found.mentions.filter((one) => one.meaning.kind === "project" || one.meaning.kind === "unreachable");
  const isAllReplaced = startsOver.test(verbs.join(" "));
  const isBuilt = buildVerbs.has(verbs[0] ?? "");
  const edits = verbs.some(
    (word) =>
      (insteadWords.has(word) && !isBuilt) || /^(add|remove|replace|füge|entferne|ersetze|auch|also)$/.test(word),
  );
  const builds = verbs.some((word) => buildVerbs.has(word)) || /^(a|an|ein|eine|einen|now|jetzt)$/.test(verbs[0] ?? "");
  const known = projects.filter(
    (one) =>
      one.meaning.kind === "unreachable" || (one.meaning.kind === "project" && one.meaning.project.asked.length > 1),
  );
  return known.length > 0 && (isAllReplaced || (builds && !edits));
}

/** Whether a message asks something. Polite requests ask for what they name. */
export function isQuestion(text: string, found: Scan): boolean {
  const first = found.tokens[0]?.text ?? "";
  if (first !== "" && ownQuestion.test(`${first} ${found.tokens[1]?.text ?? ""}`)) return true;
  if (/^(can|could|would|will)$/.test(first) && asksOfThing.test(found.tokens[1]?.text ?? "") && /\?\s*$/.test(text))
    return true;
  if (politeQuestion.test(first) || (first === "do" && found.tokens[1]?.text === "not")) return false;
  return questionWords.test(first) || /\?\s*$/.test(text);
}
