import { hypothesesIn } from "../domain/circuit/answers/hypothetical.ts";
import type { Design } from "../domain/circuit/design.ts";
import type { SpokenLanguage } from "../domain/circuit/lists.ts";
import type { DesignResult, Explanation } from "../protocol/tool-results.ts";
import type { DesignEngine } from "./design-engine.ts";
import type { DesignBase } from "./staged-design.ts";
import { StagedDesign } from "./staged-design.ts";

/** Whose design a question supposes to be changed, and the language of the answer. */
interface Supposed {
  engine: DesignEngine;
  base: DesignBase;
  language: SpokenLanguage;
}

/**
 * What the change would come to that a question supposes ("what would it cost with an ESP32-C3?"): the engine makes it on a copy, and
 * nothing is kept. null where the question supposes nothing, or nothing that the engine can read.
 */
export function whatIf({ engine, base, language }: Supposed, question: string): Explanation["hypothesis"] {
  const { design } = base;
  if (design === null) return null;
  const editsOf = (request: string): string => {
    const { edits, isNewGoal, isQuestion } = engine.read(request, design);
    return isNewGoal || isQuestion || edits.length === 0 ? "" : JSON.stringify(edits);
  };
  const requests = hypothesesIn(question);
  const meant = requests.find((one) => editsOf(one) !== "");
  if (meant === undefined) return null;
  const edits = editsOf(meant);
  const request = requests.findLast((one) => editsOf(one) === edits) ?? meant;
  const copy = new StagedDesign(engine, base, { stage: () => undefined, language });
  const result = copy.change([request]);
  return {
    request: asRequest(request, language, (one) => editsOf(one) === edits),
    result: result.status === "ok" ? onlyNew(result, engine.inLanguage(design, language)) : result,
  };
}

/** What the check says of the design as it is needs no telling again. */
function onlyNew(result: DesignResult, { findings }: Design): DesignResult {
  const known = new Set(findings.map(({ message }) => message));
  const news = result.design.findings.filter(({ message }) => !known.has(message));
  return { ...result, design: { ...result.design, findings: news } };
}

/** A bare thing as something to say: "a DHT22" becomes "use a DHT22", where that is read alike. */
function asRequest(request: string, language: SpokenLanguage, isSame: (request: string) => boolean): string {
  const [first = ""] = request.split(" ");
  const paused = `${language === "de" ? "miss" : "measure"} ${request}`;
  if (/^(?:every|alle|jede\w*)$/iu.test(first)) return isSame(paused) ? paused : request;
  if (!/^(?:an?|the|one|ein\w*|d(?:er|ie|as|en)|[A-Z0-9].*\d)$/u.test(first)) return request;
  const worded = language === "de" ? `nimm ${request}` : `use ${request}`;
  return isSame(worded) ? worded : request;
}
