import type { Act } from "./edit-mains.ts";
import type { EditAction } from "./edit-words.ts";
import { editActions, fewerWords, insteadOf, moreWords, ordinals } from "./edit-words.ts";
import { negations } from "./lexicon-context.ts";
import type { Mention, Scan } from "./scan.ts";
import type { Token } from "./tokens.ts";

/** What a word does to the action in force: "for" and "to" answer a "replace" only, "of" needs an "instead". */
function actionAt(tokens: Token[], at: number, acts: { now: EditAction; last: EditAction | undefined }): EditAction {
  const { now, last } = acts;
  const word = tokens[at]?.text ?? "";
  if (/^[.;!]$/.test(word)) return "use";
  const next = Object.hasOwn(editActions, word) ? editActions[word] : undefined;
  if (next === undefined) return now;
  if (word === "of" && tokens[at - 1]?.text !== "instead") return now;
  if (next === "to" && !(now === "from" && last === "from")) return now;
  return next;
}

/** Pairs every mention with the verb before it; without one it is used. A negated mention is removed. */
export function readActs(found: Scan): Act[] {
  const acts: Act[] = [];
  let action: EditAction = "use";
  let verb = "";
  let at = 0;
  for (const mention of found.mentions) {
    let onlyNext = false;
    for (; at < mention.from; at++) {
      action = actionAt(found.tokens, at, { now: action, last: acts.at(-1)?.action });
      const word = found.tokens[at]?.text ?? "";
      if (editActions[word] === action) verb = word;
      onlyNext = action === "from" && (onlyNext || insteadOf.has(found.tokens[at]?.text ?? ""));
    }
    const afterwards = found.tokens.slice(mention.to, mention.to + 3).map((token) => token.text);
    const removedAfter = afterwards.includes("weg") || afterwards.includes("raus");
    const own = countedAct(found, mention) ?? (mention.negated || removedAfter ? "remove" : action);
    acts.push(
      staysThere(found, mention, { action, verb })
        ? { action: "keep", mention }
        : { action: own, mention: withPlace(found, mention) },
    );
    if (onlyNext) action = "use";
  }
  return acts;
}

/** The verb takes something away, and is denied; "no" and "without" deny by themselves. */
const staysThere = (found: Scan, mention: Mention, { action, verb }: { action: EditAction; verb: string }): boolean =>
  (action === "remove" || action === "from") && !negations.has(verb) && isNegated(found, mention);

/** "don't remove the display", "entferne das Display nicht". */
function isNegated({ tokens }: Scan, { negated, to }: Mention): boolean {
  const last = tokens[to + 1]?.text ?? ".";
  return negated || (/^(nicht|not)$/.test(tokens[to]?.text ?? "") && /^[.,;!?]$/.test(last));
}

/** "the second LED" is one piece, "a second BME280" makes two. */
function withPlace({ tokens }: Scan, mention: Mention): Mention {
  const word = tokens[mention.from - 1]?.text ?? "";
  return ordinals.has(word) ? { ...mention, quantity: 1 } : mention;
}

/** "two more LEDs", "one LED less": the number is a difference. */
function countedAct({ tokens }: Scan, { from, to, quantity }: Mention): EditAction | null {
  if (quantity === null) return null;
  const near = [...tokens.slice(Math.max(0, from - 2), from), ...tokens.slice(to, to + 1)].map(({ text }) => text);
  if (near.some((word) => moreWords.has(word))) return "add";
  return near.some((word) => fewerWords.has(word)) ? "remove" : null;
}
